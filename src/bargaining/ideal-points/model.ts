import type { Priors } from "./priors.ts";
import type { AnswerTable } from "./table.ts";

/** The model of a table: what the posterior and its derivatives need. */
export interface Model {
  readonly table: AnswerTable;
  /** How many axes points have. */
  readonly dimensions: number;
  /**
   * Whether each point has one number more, the voter's readiness: how much more easily it says yes, to whatever question, than its place
   * on the axes tells. It is an axis on which all roll calls have the same discrimination (random intercept; Maydeu-Olivares and Coffman 2006).
   */
  readonly readiness: boolean;
  readonly priors: Priors;
}

type Shape = Pick<Model, "dimensions" | "readiness">;

/** How many numbers describe a point: its place on each axis, and behind them the readiness, where voters have one. */
export const pointWidth = ({ dimensions, readiness }: Shape): number => dimensions + (readiness ? 1 : 0);

/** How many numbers describe a roll call: its discriminations, its lower cutpoint, the logarithm of the gap to the upper one. */
export const rollCallWidth = (dimensions: number): number => dimensions + 2;

/** Where the numbers of the roll calls begin in a vector of parameters; those of the points come before them. */
export const rollCallsFrom = (model: Model): number => model.table.pointCount * pointWidth(model);

export const parameterCount = (model: Model): number => rollCallsFrom(model) + model.table.rollCallCount * rollCallWidth(model.dimensions);

/** Where the numbers of a roll call and of a point begin. */
export interface Pair {
  readonly rollCallAt: number;
  readonly pointAt: number;
}

/** What a roll call asks of a voter, in logits: b x, less the readiness. The higher, the farther it is from a yes. */
export function asked({ dimensions, readiness }: Shape, x: Float64Array, { rollCallAt, pointAt }: Pair): number {
  let sum = readiness ? -(x[pointAt + dimensions] ?? 0) : 0;
  for (let axis = 0; axis < dimensions; axis++) sum += (x[rollCallAt + axis] ?? 0) * (x[pointAt + axis] ?? 0);
  return sum;
}

/** How what is asked grows with each number of the point: b, and -1 for the readiness. */
export function slopeByPoint(model: Shape, x: Float64Array, rollCallAt: number): Float64Array<ArrayBuffer> {
  const slope = new Float64Array(pointWidth(model)).fill(-1);
  slope.set(x.subarray(rollCallAt, rollCallAt + model.dimensions));
  return slope;
}
