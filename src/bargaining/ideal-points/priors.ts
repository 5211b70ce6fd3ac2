import type { AnswerTable } from "./table.ts";

/** Standard deviations of the normal priors, and of the step of a point from one period to the next. */
export interface Priors {
  /** Of a voter's (first) point on each axis. */
  readonly point: number;
  /** Of a roll call's discrimination on each axis. */
  readonly discrimination: number;
  /** Of its lower cutpoint. */
  readonly cutpoint: number;
  /** Of the logarithm of the distance between its cutpoints. */
  readonly logGap: number;
  /** Of the random walk, per session. */
  readonly step: number;
}

/** Chosen on held-out votes of splits that no test uses; results hardly move with them. */
export const defaultPriors: Priors = { point: 1, discrimination: 2, cutpoint: 3, logGap: 1, step: 0.35 };

interface Priored {
  readonly table: AnswerTable;
  readonly dimensions: number;
  readonly priors: Priors;
}

/** The precision of the prior that ties a point to the one before it, or, where it is a voter's first, to 0. */
export const tie = ({ point, step }: Priors, gap: number): number => (gap === 0 ? 1 / point ** 2 : 1 / (step ** 2 * gap));

/** The precisions of the priors of a roll call's numbers, in their order. */
export function rollCallPrecisions({ dimensions, priors }: Pick<Priored, "dimensions" | "priors">): Float64Array {
  const precisions = new Float64Array(dimensions + 2).fill(1 / priors.discrimination ** 2);
  precisions[dimensions] = 1 / priors.cutpoint ** 2;
  precisions[dimensions + 1] = 1 / priors.logGap ** 2;
  return precisions;
}

/** Adds the gradient of minus the log prior and gives its value. */
export function addPriors(model: Priored, x: Float64Array, gradient: Float64Array): number {
  return addPointPriors(model, x, gradient) + addRollCallPriors(model, x, gradient);
}

function addPointPriors({ table, dimensions, priors }: Priored, x: Float64Array, gradient: Float64Array): number {
  let value = 0;
  for (let point = 0; point < table.pointCount; point++) {
    const gap = table.gaps[point] ?? 0;
    const precision = tie(priors, gap);
    for (let axis = 0; axis < dimensions; axis++) {
      const at = point * dimensions + axis;
      const move = (x[at] ?? 0) - (gap === 0 ? 0 : (x[at - dimensions] ?? 0));
      value += 0.5 * precision * move ** 2;
      gradient[at] = (gradient[at] ?? 0) + precision * move;
      if (gap > 0) gradient[at - dimensions] = (gradient[at - dimensions] ?? 0) - precision * move;
    }
  }
  return value;
}

function addRollCallPriors(model: Priored, x: Float64Array, gradient: Float64Array): number {
  const precisions = rollCallPrecisions(model);
  let value = 0;
  for (let at = model.table.pointCount * model.dimensions; at < x.length; ) {
    for (let place = 0; place < precisions.length; place++, at++) {
      const precision = precisions[place] ?? 0;
      value += 0.5 * precision * (x[at] ?? 0) ** 2;
      gradient[at] = (gradient[at] ?? 0) + precision * (x[at] ?? 0);
    }
  }
  return value;
}
