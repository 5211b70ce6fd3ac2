import { ballot, withBallots, type RollCalls } from "#bargaining/votes/roll-calls";
import { answersIn } from "#bargaining/votes/cohesion";
import { averageLinkage, type Partition } from "#bargaining/votes/blocs";
import { likeness } from "#bargaining/votes/likeness";
import type { Periods } from "#bargaining/votes/periods";
import { answerProbabilities, fitIdealPoints, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pointOf } from "#bargaining/ideal-points/table";
import type { Series } from "#bargaining/votes/series";

/** Ways to say how a voter will answer a question that was put before. */
export const experts = ["last vote", "ideal points", "bloc mean", "nearest voters", "roll-call shares"] as const;

export type Expert = (typeof experts)[number];

/** P(yes), P(abstain), P(no) for each voter, three numbers a voter. */
export type Opinion = Float64Array;

/** What is learned from the votes before a period, for all questions that may be put in it. */
export interface Past {
  readonly calls: RollCalls;
  readonly fit: IdealPoints;
  readonly alike: Float64Array;
  readonly blocs: Partition;
  /** The share of voters who answer otherwise than the last time the same question was put. */
  readonly changeRate: number;
}

export interface PastOptions {
  readonly dimensions: number;
  readonly seed: number;
  /** How many periods back the ideal points, the blocs and the likeness look. */
  readonly window: number;
  readonly blocs: number;
}

export const defaultPast: PastOptions = { dimensions: 3, seed: 1, window: 7, blocs: 6 };

/** Learns from the roll calls before a period; voters and roll calls keep their numbers. */
export function learnPast({ calls, periods, series }: { readonly calls: RollCalls; readonly periods: Periods; readonly series: readonly Series[] }, before: number, options: PastOptions): Past {
  const periodOf = (rollCall: number): number => periods.of[rollCall] ?? 0;
  const earlier = withBallots(calls, (_, rollCall) => periodOf(rollCall) < before);
  const recent = withBallots(calls, (_, rollCall) => periodOf(rollCall) < before && periodOf(rollCall) >= before - options.window);
  const alike = likeness(recent);
  const blocs = averageLinkage(alike.map((value) => 1 - value), options.blocs);
  const fit = fitIdealPoints(recent, { dimensions: options.dimensions, readiness: true, periods, seed: options.seed });
  return { calls: earlier, fit, alike, blocs, changeRate: changeRate(earlier, series, (rollCall) => periodOf(rollCall) < before) };
}

function changeRate(calls: RollCalls, series: readonly Series[], isPast: (rollCall: number) => boolean): number {
  let [changed, pairs] = [1, 20];
  for (const { rollCalls } of series) {
    const rows = answersIn(calls, rollCalls.filter(isPast));
    for (const row of rows) {
      const given = row.filter((code) => code !== undefined && code !== ballot.absent);
      pairs += Math.max(0, given.length - 1);
      changed += given.filter((code, place) => place > 0 && code !== given[place - 1]).length;
    }
  }
  return changed / pairs;
}

/** What each expert says of the next vote on a question whose earlier roll calls are given, in order of time. */
export function opinionsOn(past: Past, earlier: readonly number[]): Readonly<Record<Expert, Opinion>> {
  const last = lastAnswers(past.calls, earlier);
  const shares = sharesOf(last);
  const size = last.length;
  const blocAlike = (voter: number, other: number): number => (past.blocs[voter] === past.blocs[other] ? 1 : 0);
  const likest = (voter: number, other: number): number => Math.max(0, past.alike[voter * size + other] ?? 0) ** 8;
  const steady = (code: number): readonly number[] => shares.map((share, answer) => past.changeRate * share + (answer === code ? 1 - past.changeRate : 0));
  return {
    "last vote": opinion(size, (voter) => (last[voter] === undefined ? shares : steady(last[voter]))),
    "ideal points": opinion(size, (voter) => fromPoints(past.fit, voter, earlier) ?? shares),
    "bloc mean": opinion(size, (voter) => weighed(last, shares, (other) => (other === voter ? 0 : blocAlike(voter, other)), 1)),
    "nearest voters": opinion(size, (voter) => weighed(last, shares, (other) => (other === voter ? 0 : likest(voter, other)), 0.05)),
    "roll-call shares": opinion(size, () => shares),
  };
}

function opinion(size: number, of: (voter: number) => readonly number[]): Opinion {
  const result = new Float64Array(3 * size);
  for (let voter = 0; voter < size; voter++) result.set(of(voter), 3 * voter);
  return result;
}

/** The last answer of each voter to the question, absences apart. */
function lastAnswers(calls: RollCalls, earlier: readonly number[]): readonly (number | undefined)[] {
  return answersIn(calls, earlier).map((row) => row.findLast((code) => code !== undefined && code !== ballot.absent));
}

function sharesOf(last: readonly (number | undefined)[]): readonly number[] {
  const counts = [0.5, 0.5, 0.5];
  for (const code of last) if (code !== undefined) counts[code] = (counts[code] ?? 0) + 1;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** The weighted shares of the others' last answers, drawn towards those of all as if these weighed `pull`. */
function weighed(last: readonly (number | undefined)[], shares: readonly number[], weightOf: (other: number) => number, pull: number): readonly number[] {
  const sums = shares.map((share) => share * pull);
  last.forEach((code, other) => {
    if (code !== undefined) sums[code] = (sums[code] ?? 0) + weightOf(other);
  });
  const all = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => value / all);
}

/** The ordered logit at the voter's latest point, with the numbers of the last roll call on the question. */
function fromPoints(fit: IdealPoints, voter: number, earlier: readonly number[]): readonly number[] | undefined {
  const point = pointOf(fit.mode.model.table, voter, Number.POSITIVE_INFINITY);
  const rollCall = earlier.at(-1);
  return point === undefined || rollCall === undefined ? undefined : answerProbabilities(fit, point, rollCall);
}
