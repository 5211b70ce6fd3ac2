import { delimitedReader } from "#kit/delimited";
import { fitIdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pivotShares } from "#bargaining/power/pivots";
import { powerIndices, ruleProblem } from "#bargaining/power/weighted-power";
import { periodsOf } from "#bargaining/votes/periods";
import { ballot, type RollCalls } from "#bargaining/votes/roll-calls";

/** The shape of `votes power --weights --json`. */
export interface WeightedPower {
  readonly quota: number;
  readonly total: number;
  readonly players: readonly { readonly id: string; readonly weight: number; readonly banzhaf: number; readonly shapley: number; readonly swings: number }[];
}

/** Reads players and weights (two columns, with or without a header) and computes their power; a sentence where that cannot be. */
export function weightedPower(csv: string, quota: number): WeightedPower | string {
  const rows: (readonly [string, string])[] = [];
  const reader = delimitedReader(({ cells: [id = "", weight = ""] }) => rows.push([id.trim(), weight.trim()]));
  reader.add(csv);
  reader.end();
  const players = Number.isNaN(Number(rows[0]?.[1])) ? rows.slice(1) : rows;
  const seen = new Set(players.map(([id]) => id));
  if (seen.size < players.length) return "A player stands twice in the file.";
  const rule = { quota, weights: players.map(([, weight]) => (weight === "" ? Number.NaN : Number(weight))) };
  const problem = ruleProblem(rule);
  if (problem !== undefined) return problem;
  const { banzhaf, shapley, swings } = powerIndices(rule);
  return {
    quota,
    total: rule.weights.reduce((sum, weight) => sum + weight, 0),
    players: players.map(([id], player) => ({ id, weight: rule.weights[player] ?? 0, banzhaf: banzhaf[player] ?? 0, shapley: shapley[player] ?? 0, swings: swings[player] ?? 0 })),
  };
}

export type EqualRule = "majority" | "two-thirds" | "consensus";

const quotas: Readonly<Record<EqualRule, (voters: number) => number>> = {
  majority: (voters) => Math.floor(voters / 2) + 1,
  "two-thirds": (voters) => Math.ceil((2 * voters) / 3),
  consensus: (voters) => voters,
};

/** The shape of `votes power --json` where each voter has one vote. */
export interface PivotalPower {
  readonly rule: EqualRule;
  readonly quota: number;
  readonly period: string;
  readonly voters: readonly { readonly id: string; readonly share: number; readonly error: number }[];
  readonly questions: number;
  readonly runs: number;
  readonly seed: number;
}

export interface PivotalOptions {
  readonly rule: EqualRule;
  /** Roll calls whose like is asked; left out, all of the last period. */
  readonly question: readonly number[];
  readonly dimensions: number;
  readonly runs: number;
  readonly seed: number;
}

/** Who makes the quota, by ideal points: among those who answered in the last period. */
export function pivotalPower(calls: RollCalls, { rule, question, dimensions, runs, seed }: PivotalOptions): PivotalPower {
  const periods = periodsOf(calls);
  const period = periods.labels.length - 1;
  const latest = calls.rollCalls.flatMap((_, number) => (periods.of[number] === period ? [number] : []));
  const voters = votersIn(calls, latest);
  const rollCalls = question.length > 0 ? question : latest;
  const fit = fitIdealPoints(calls, { dimensions, seed, periods });
  const quota = quotas[rule](voters.length);
  const pivots = pivotShares(fit, { rollCalls, quota, voters, period, runs, seed });
  return {
    rule,
    quota,
    period: periods.labels[period] ?? "",
    voters: pivots.map(({ voter, share, error }) => ({ id: calls.voters[voter]?.id ?? "", share, error })).toSorted((a, b) => b.share - a.share),
    questions: rollCalls.length,
    runs,
    seed,
  };
}

function votersIn({ starts, voterOf, ballots }: RollCalls, rollCalls: readonly number[]): readonly number[] {
  const voters = new Set<number>();
  for (const rollCall of rollCalls) for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) if (ballots[at] !== ballot.absent) voters.add(voterOf[at] ?? 0);
  return [...voters].toSorted((a, b) => a - b);
}
