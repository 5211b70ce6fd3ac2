import { ballot, type RollCalls } from "./roll-calls.ts";

/**
 * How alike two voters answer: the correlation of their answers (yes -1, abstain 0, no 1) less the mean of all in each roll call,
 * over the roll calls that both answered. So taken, it is no likeness to vote with everybody. A matrix over the voters, row by row;
 * pairs with little in common are drawn towards 0.
 */
export function likeness(calls: RollCalls): Float64Array {
  const size = calls.voters.length;
  const products = new Float64Array(size * size);
  const squares = new Float64Array(size * size);
  for (let rollCall = 0; rollCall < calls.rollCalls.length; rollCall++) {
    const { voters, residuals } = answered(calls, rollCall);
    voters.forEach((voter, index) => {
      const own = residuals[index] ?? 0;
      for (let other = 0; other < voters.length; other++) {
        const at = voter * size + (voters[other] ?? 0);
        products[at] = (products[at] ?? 0) + own * (residuals[other] ?? 0);
        squares[at] = (squares[at] ?? 0) + own * own;
      }
    });
  }
  return products.map((sum, at) => sum / Math.sqrt(((squares[at] ?? 0) + prior) * ((squares[(at % size) * size + Math.floor(at / size)] ?? 0) + prior)));
}

/** As much variation as this is added to both voters, and none of it is common. */
const prior = 0.5;

function answered({ starts, voterOf, ballots }: RollCalls, rollCall: number): { readonly voters: readonly number[]; readonly residuals: readonly number[] } {
  const voters: number[] = [];
  const values: number[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
    if (ballots[at] === ballot.absent) continue;
    voters.push(voterOf[at] ?? 0);
    values.push((ballots[at] ?? 0) - 1);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { voters, residuals: values.map((value) => value - mean) };
}

/** The voters most like one, the likest first. */
export function nearestVoters(alike: Float64Array, voter: number, count: number): readonly { readonly voter: number; readonly likeness: number }[] {
  const size = Math.sqrt(alike.length);
  return Array.from({ length: size }, (_, other) => ({ voter: other, likeness: alike[voter * size + other] ?? 0 }))
    .filter(({ voter: other }) => other !== voter)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, count);
}
