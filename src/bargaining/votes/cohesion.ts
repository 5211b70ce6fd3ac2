import { ballot, type RollCalls } from "./roll-calls.ts";

/**
 * How much some voters answer as one, 0 to 1, averaged over the roll calls that at least two of them answered: the agreement index
 * of Hix, Noury and Roland (2005), 1 where all answer alike and 0 where the three answers are equally frequent. undefined without such a roll call.
 */
export function cohesion(calls: RollCalls, isMember: (voter: number) => boolean): number | undefined {
  let [sum, count] = [0, 0];
  for (let rollCall = 0; rollCall < calls.rollCalls.length; rollCall++) {
    const tally = [0, 0, 0];
    for (let at = calls.starts[rollCall] ?? 0; at < (calls.starts[rollCall + 1] ?? 0); at++) {
      const code = calls.ballots[at] ?? 0;
      if (code !== ballot.absent && isMember(calls.voterOf[at] ?? 0)) tally[code] = (tally[code] ?? 0) + 1;
    }
    const all = tally.reduce((total, value) => total + value, 0);
    const most = Math.max(...tally);
    if (all < 2) continue;
    sum += (most - (all - most) / 2) / all;
    count++;
  }
  return count === 0 ? undefined : sum / count;
}

/** The answers of each voter in some roll calls, in their order; undefined where it has no ballot. */
export function answersIn({ starts, voterOf, ballots, voters }: RollCalls, rollCalls: readonly number[]): readonly (readonly (number | undefined)[])[] {
  const rows = voters.map(() => rollCalls.map((): number | undefined => undefined));
  rollCalls.forEach((rollCall, place) => {
    for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
      const row = rows[voterOf[at] ?? 0];
      if (row) row[place] = ballots[at];
    }
  });
  return rows;
}

/** The voters whose answers in some roll calls differ, absences apart. */
export function switchers(calls: RollCalls, rollCalls: readonly number[]): readonly { readonly voter: number; readonly answers: readonly (number | undefined)[] }[] {
  return answersIn(calls, rollCalls).flatMap((answers, voter) => {
    const given = new Set(answers.filter((code) => code !== undefined && code !== ballot.absent));
    return given.size > 1 ? [{ voter, answers }] : [];
  });
}
