import { inverse, product, transpose } from "#bargaining/dense";
import { forEachCurvature, gapBell } from "./curvature.ts";
import type { Frame } from "./frame.ts";
import { pointWidth, rollCallsFrom, rollCallWidth, slopeByPoint, type Model, type Pair } from "./model.ts";
import { rollCallPrecisions } from "./prior-terms.ts";
import { tie } from "./priors.ts";

/**
 * Covariances of the errors of each point's numbers in a frame, a square matrix a point: Laplace's approximation, the inverse of the curvature of the log posterior
 * at its maximum. The roll calls' own uncertainty is in them, and so is the tie of a moving point to those before and after it; what
 * one voter's error has to do with another's is not: along the directions that the frame fixes by convention it is nearly all there is.
 * undefined where the curvature is not that of a maximum.
 */
export function laplaceCovariances(model: Model, parameters: Float64Array, frame: Frame): Float64Array | undefined {
  const { table } = model;
  const width = pointWidth(model);
  const information = pointInformation(model, parameters);
  const errors = new Float64Array(table.pointCount * width ** 2);
  if (!information) return undefined;
  for (let voter = 0; voter + 1 < table.pointStarts.length; voter++) {
    const [from, to] = [table.pointStarts[voter] ?? 0, table.pointStarts[voter + 1] ?? 0];
    const covariances = chainCovariances(model, information, { from, to });
    if (!covariances) return undefined;
    covariances.forEach((covariance, index) => errors.set(product(product(frame.turn, covariance, width), transpose(frame.turn, width), width), (from + index) * width ** 2));
  }
  return errors;
}

/** For each point the information of its answers on its numbers (a square matrix), less what they spend on finding the roll calls out. */
function pointInformation(model: Model, x: Float64Array): Float64Array | undefined {
  const { table } = model;
  const width = pointWidth(model);
  const square = width ** 2;
  const rollCalls = rollCallCovariances(model, x);
  const information = new Float64Array(table.pointCount * square);
  if (!rollCalls) return undefined;
  forEachCurvature(model, x, ({ rollCall, rollCallAt, pointAt, lower, upper }) => {
    const spent = spentOn(model, x, { covariance: rollCalls[rollCall] ?? new Float64Array(0), rollCallAt, pointAt, lower, upper });
    const from = (pointAt / width) * square;
    const slope = slopeByPoint(model, x, rollCallAt);
    for (let at = 0; at < square; at++) information[from + at] = (information[from + at] ?? 0) + (lower + upper - spent) * (slope[Math.floor(at / width)] ?? 0) * (slope[at % width] ?? 0);
  });
  return information;
}

interface Answer extends Pair {
  readonly lower: number;
  readonly upper: number;
}

/** The slopes of u and of v (see `likelihoodOf`) by the roll call's numbers. */
function slopes({ dimensions }: Model, x: Float64Array, { rollCallAt, pointAt }: Answer): { readonly u: Float64Array; readonly v: Float64Array } {
  const u = new Float64Array(dimensions + 2);
  for (let axis = 0; axis < dimensions; axis++) u[axis] = -(x[pointAt + axis] ?? 0);
  u[dimensions] = 1;
  const v = u.slice();
  v[dimensions + 1] = Math.exp(x[rollCallAt + dimensions + 1] ?? 0);
  return { u, v };
}

/** How much an answer's curvature by what is asked loses because the roll call's numbers have to be found as well. */
function spentOn(model: Model, x: Float64Array, answer: Answer & { readonly covariance: Float64Array }): number {
  const { u, v } = slopes(model, x, answer);
  const cross = u.map((slope, at) => answer.lower * slope + answer.upper * (v[at] ?? 0));
  const size = cross.length;
  let sum = 0;
  for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) sum += (cross[row] ?? 0) * (answer.covariance[row * size + column] ?? 0) * (cross[column] ?? 0);
  return sum;
}

/** The covariance of each roll call's numbers, given the points. */
function rollCallCovariances(model: Model, x: Float64Array): readonly Float64Array[] | undefined {
  const { dimensions, table } = model;
  const size = rollCallWidth(dimensions);
  const precisions = rollCallPrecisions(model);
  const curvatures = Array.from({ length: table.rollCallCount }, (_, rollCall) => {
    const gap = Math.exp(x[rollCallsFrom(model) + rollCall * size + dimensions + 1] ?? 0);
    const abstentions = (table.starts[3 * rollCall + 2] ?? 0) - (table.starts[3 * rollCall + 1] ?? 0);
    const diagonal = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? (precisions[at % size] ?? 0) : 0));
    diagonal[size * size - 1] = (diagonal[size * size - 1] ?? 0) + abstentions * gap ** 2 * gapBell(gap);
    return diagonal;
  });
  forEachCurvature(model, x, (answer) => addAnswer(model, x, answer, curvatures[answer.rollCall]));
  const inverses = curvatures.map((curvature) => inverse(curvature, size));
  return inverses.every((covariance) => covariance !== undefined) ? inverses : undefined;
}

function addAnswer(model: Model, x: Float64Array, answer: Answer, curvature: Float64Array | undefined): void {
  if (!curvature) return;
  const { u, v } = slopes(model, x, answer);
  const size = u.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const value = answer.lower * (u[row] ?? 0) * (u[column] ?? 0) + answer.upper * (v[row] ?? 0) * (v[column] ?? 0);
      curvature[row * size + column] = (curvature[row * size + column] ?? 0) + value;
    }
  }
}

/** The covariances of one voter's points: the diagonal blocks of the inverse of a block tridiagonal matrix, swept from both ends. */
function chainCovariances(model: Model, information: Float64Array, { from, to }: { readonly from: number; readonly to: number }): readonly Float64Array[] | undefined {
  const { table, priors } = model;
  const width = pointWidth(model);
  const square = width ** 2;
  const tieTo = (point: number): number => (point < to && (table.gaps[point] ?? 0) > 0 ? tie(priors, table.gaps[point] ?? 0) : 0);
  const own = Array.from({ length: to - from }, (_, index) => {
    const point = from + index;
    const prior = tie(priors, table.gaps[point] ?? 0) + tieTo(point + 1);
    return information.slice(point * square, (point + 1) * square).map((value, at) => value + (at % (width + 1) === 0 ? prior : 0));
  });
  const before = sweep(own, width, (index) => tieTo(from + index));
  const after = sweep(own.toReversed(), width, (index) => tieTo(to - index))?.toReversed();
  if (!before || !after) return undefined;
  const all = own.map((block, index) => inverse(block.map((value, at) => (before[index]?.[at] ?? 0) + (after[index]?.[at] ?? 0) - value), width));
  return all.every((covariance) => covariance !== undefined) ? all : undefined;
}

/** Each block less what the blocks before it already tell: D(i) = B(i) - t(i)^2 D(i-1)^-1. */
function sweep(blocks: readonly Float64Array[], size: number, tieBefore: (index: number) => number): readonly Float64Array[] | undefined {
  const result: Float64Array[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = result[index - 1];
    const told = before && inverse(before, size);
    if (before && !told) return undefined;
    result.push(block.map((value, at) => value - tieBefore(index) ** 2 * (told?.[at] ?? 0)));
  }
  return result;
}
