import { minimise } from "./minimise.ts";
import type { Periods } from "./votes/periods.ts";
import { ballot, forEachBallot, type RollCalls } from "#bargaining/votes/roll-calls";

/** Who answers when the roll is called: the log odds of a voter's presence at a roll call are the sum of both. */
export interface Attendance {
  readonly voters: Float64Array;
  readonly rollCalls: Float64Array;
}

/** Standard deviation of the normal prior on both; the mean of all roll calls is free. */
const spread = 1.5;

/**
 * Fits presence and absence alone, apart from what is answered: an absence says nothing about a position. undefined where the
 * file records no absences: then nothing is known of them.
 */
export function fitAttendance(calls: RollCalls): Attendance | undefined {
  if (!calls.ballots.includes(ballot.absent)) return undefined;
  const [voters, rollCalls] = [calls.voters.length, calls.rollCalls.length];
  const counts = new Float64Array(voters + rollCalls + 1);
  forEachBallot(calls, (rollCall, voter) => {
    for (const at of [voter, voters + rollCall, voters + rollCalls]) counts[at] = (counts[at] ?? 0) + 1;
  });
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    const mean = x[voters + rollCalls] ?? 0;
    gradient.fill(0);
    let value = 0;
    for (let at = 0; at < voters + rollCalls; at++) {
      value += (x[at] ?? 0) ** 2 / (2 * spread ** 2);
      gradient[at] = (x[at] ?? 0) / spread ** 2;
    }
    forEachBallot(calls, (rollCall, voter, code) => {
      const odds = mean + (x[voter] ?? 0) + (x[voters + rollCall] ?? 0);
      const miss = code === ballot.absent ? logistic(odds) : -logistic(-odds);
      value -= Math.log(1 - Math.abs(miss));
      for (const at of [voter, voters + rollCall, voters + rollCalls]) gradient[at] = (gradient[at] ?? 0) + miss;
    });
    return value;
  };
  const inverseDiagonal = (): Float64Array => counts.map((count) => 1 / (1 / spread ** 2 + 0.1 * count));
  const { x } = minimise(objective, new Float64Array(voters + rollCalls + 1), { iterations: 200, tolerance: 1e-3, progress: 1e-7, memory: 8, inverseDiagonal });
  return { voters: x.slice(0, voters), rollCalls: x.slice(voters, voters + rollCalls).map((value) => value + (x[voters + rollCalls] ?? 0)) };
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** P(a voter answers) at each of some roll calls, averaged over them. */
export function presence({ voters, rollCalls }: Attendance, voter: number, among: readonly number[]): number {
  return among.reduce((sum, rollCall) => sum + logistic((voters[voter] ?? 0) + (rollCalls[rollCall] ?? 0)), 0) / among.length;
}

/** P(a voter answers) in roll calls like those of the last period; undefined where the file records no absences. */
export function recentPresence(calls: RollCalls, { of, labels }: Periods): ((voter: number) => number) | undefined {
  const attendance = fitAttendance(calls);
  const recent = calls.rollCalls.flatMap((_, rollCall) => (of[rollCall] === labels.length - 1 ? [rollCall] : []));
  return attendance && ((voter) => presence(attendance, voter, recent));
}
