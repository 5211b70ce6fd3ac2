import { seededRandom, type Random } from "#kit/random";
import { type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pointOf } from "#bargaining/ideal-points/table";
import { asked, pointWidth, rollCallsFrom, rollCallWidth } from "#bargaining/ideal-points/model";

/** How often a voter was the one that brought the quota about, and the standard error of that share. */
export interface Pivot {
  readonly voter: number;
  readonly share: number;
  readonly error: number;
}

export interface PivotOptions {
  /** The questions to draw from: numbers of roll calls. */
  readonly rollCalls: readonly number[];
  /** How many of the voters have to be in favour. */
  readonly quota: number;
  readonly voters: readonly number[];
  readonly period: number;
  readonly runs: number;
  readonly seed: number;
}

/**
 * Who decides where each voter has one vote: classical indices then say that all are equal, positions say otherwise. In each run a
 * question like one of the roll calls is put; the voters come round in the order of their readiness to say yes (what the question asks
 * of their ideal points, and noise), and the pivot is the one who makes the quota (Owen and Shapley 1989, with the questions that were in fact asked).
 */
export function pivotShares(fit: IdealPoints, options: PivotOptions): readonly Pivot[] {
  const { voters, runs, seed } = options;
  const random = seededRandom(seed);
  const counts = new Float64Array(voters.length);
  for (let run = 0; run < runs; run++) {
    const pivot = pivotOf(fit, options, random);
    counts[pivot] = (counts[pivot] ?? 0) + 1;
  }
  return voters.map((voter, place) => {
    const share = (counts[place] ?? 0) / runs;
    return { voter, share, error: Math.sqrt((share * (1 - share)) / runs) };
  });
}

function pivotOf({ mode, dimensions, parameters }: IdealPoints, { rollCalls, quota, voters, period }: PivotOptions, random: Random): number {
  const rollCall = rollCalls[Math.floor(random() * rollCalls.length)] ?? 0;
  const at = rollCallsFrom(mode.model) + rollCall * rollCallWidth(dimensions);
  const order = voters.map((voter, place) => {
    const point = pointOf(mode.model.table, voter, period) ?? 0;
    return { place, asked: asked(mode.model, parameters, { rollCallAt: at, pointAt: point * pointWidth(mode.model) }) + logisticDeviate(random) };
  });
  return order.toSorted((a, b) => a.asked - b.asked)[quota - 1]?.place ?? 0;
}

const logisticDeviate = (random: Random): number => {
  const share = random() || 0.5;
  return Math.log(share / (1 - share));
};
