import { ballot, type RollCalls } from "./roll-calls.ts";

/**
 * How often each two voters answer alike, 0 to 1, over the roll calls that both answered: the same answer counts one, an
 * abstention beside a yes or no one half (Lijphart 1963). A matrix over the voters, row by row; NaN for two who never
 * answered the same question.
 */
export function agreement(calls: RollCalls): Float64Array {
  const size = calls.voters.length;
  const sums = new Float64Array(size * size);
  const counts = new Float64Array(size * size);
  for (let rollCall = 0; rollCall < calls.rollCalls.length; rollCall++) {
    const answered = answersOf(calls, rollCall);
    for (const { voter, code } of answered) {
      for (const other of answered) {
        const at = voter * size + other.voter;
        sums[at] = (sums[at] ?? 0) + 1 - Math.abs(code - other.code) / 2;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return sums.map((sum, at) => sum / (counts[at] ?? 0));
}

/** The codes run yes, abstain, no: their distance, halved, is what two answers disagree. */
function answersOf({ starts, voterOf, ballots }: RollCalls, rollCall: number): readonly { readonly voter: number; readonly code: number }[] {
  const answered: { voter: number; code: number }[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
    const code = ballots[at] ?? 0;
    if (code !== ballot.absent) answered.push({ voter: voterOf[at] ?? 0, code });
  }
  return answered;
}
