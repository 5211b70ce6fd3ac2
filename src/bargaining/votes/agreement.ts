import { ballot, type RollCalls } from "./roll-calls.ts";

/**
 * How often each two voters answer alike, 0 to 1, over the roll calls that both answered: the same answer counts one, an
 * abstention beside a yes or no one half (Lijphart 1963). A matrix over the voters asked for, row by row in their order;
 * NaN for two who never answered the same question.
 */
export function agreement(calls: RollCalls, voters: readonly number[]): Float64Array {
  const size = voters.length;
  const places = new Map(voters.map((voter, place) => [voter, place]));
  const sums = new Float64Array(size * size);
  const counts = new Float64Array(size * size);
  for (let rollCall = 0; rollCall < calls.rollCalls.length; rollCall++) {
    const answered = answersOf(calls, rollCall, places);
    for (const { place, code } of answered) {
      for (const other of answered) {
        const at = place * size + other.place;
        sums[at] = (sums[at] ?? 0) + 1 - Math.abs(code - other.code) / 2;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return sums.map((sum, at) => sum / (counts[at] ?? 0));
}

/** The codes run yes, abstain, no: their distance, halved, is what two answers disagree. */
function answersOf({ starts, voterOf, ballots }: RollCalls, rollCall: number, places: ReadonlyMap<number, number>): readonly { readonly place: number; readonly code: number }[] {
  const answered: { place: number; code: number }[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
    const code = ballots[at] ?? 0;
    const place = places.get(voterOf[at] ?? 0);
    if (place !== undefined && code !== ballot.absent) answered.push({ place, code });
  }
  return answered;
}
