import { cholesky, forward, product, symmetricEigen, transpose } from "#bargaining/dense";
import { forEachCurvature } from "./curvature.ts";
import { pointWidth, rollCallsFrom, rollCallWidth, slopeByPoint, type Model } from "./model.ts";

/**
 * A change of coordinates: a point z (its place x and, where voters have one, the readiness) becomes `turn` (z - `origin`), and the slope
 * of what is asked by it (b and -1) becomes `dual` times itself; both are square matrices kept row by row. What is asked changes by a
 * constant only, which the cutpoint takes up. Any frame fits the votes alike: which one is used is a matter of convention.
 */
export interface Frame {
  readonly origin: Float64Array;
  readonly turn: Float64Array;
  readonly dual: Float64Array;
}

/**
 * The convention: over all points each axis has mean 0 and standard deviation 1 and none correlates with another; the first axis is
 * the one along which the roll calls divide most (by the information that the answers hold on it), the next the one that divides most
 * of the rest. Readiness has mean 0, correlates with no axis and stays in logits. On each axis the voter that `anchors` names (by its
 * number) is positive; where it names none, the point farthest out.
 */
export function standardFrame(model: Model, parameters: Float64Array, anchors: readonly (number | undefined)[] = []): Frame {
  const { dimensions } = model;
  const origin = meanPoint(model, parameters);
  const covariance = pointCovariance(model, parameters, origin);
  const factor = cholesky(block(covariance, pointWidth(model), dimensions), dimensions) ?? identity(dimensions);
  const inverseFactor = inverseOfLower(factor, dimensions);
  const lean = leanOf(model, covariance, inverseFactor);
  const energy = product(product(transpose(factor, dimensions), divisions(model, parameters, lean), dimensions), factor, dimensions);
  const { vectors } = symmetricEigen(energy, dimensions);
  const axes = { turn: product(vectors, inverseFactor, dimensions), dual: product(vectors, transpose(factor, dimensions), dimensions) };
  const frame = { origin, ...(model.readiness ? withReadiness(axes, lean) : axes) };
  const positions = positionsIn(frame, model, parameters);
  return turned(frame, signs(model, positions, anchors), dimensions);
}

/** The frame followed by a rotation or reflection of the axes (k x k, row by row). */
export function turned({ origin, turn, dual }: Frame, rotation: Float64Array, size: number): Frame {
  const width = origin.length;
  const whole = identity(width);
  for (let row = 0; row < size; row++) whole.set(rotation.subarray(row * size, (row + 1) * size), row * width);
  return { origin, turn: product(whole, turn, width), dual: product(whole, dual, width) };
}

/** The parameters in another frame: points, discriminations and lower cutpoints; the gaps stay. */
export function inFrame({ origin, turn, dual }: Frame, model: Model, parameters: Float64Array): Float64Array {
  const { dimensions, table } = model;
  const width = pointWidth(model);
  const result = parameters.slice();
  result.set(positionsIn({ origin, turn, dual }, model, parameters));
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    const at = rollCallsFrom(model) + rollCall * rollCallWidth(dimensions);
    const slope = slopeByPoint(model, parameters, at);
    result.set(product(dual, slope, width).subarray(0, dimensions), at);
    const shift = slope.reduce((sum, value, number) => sum + value * (origin[number] ?? 0), 0);
    result[at + dimensions] = (parameters[at + dimensions] ?? 0) - shift;
  }
  return result;
}

/** The numbers of the points in a frame. */
export function positionsIn({ origin, turn }: Frame, model: Model, parameters: Float64Array): Float64Array {
  const width = pointWidth(model);
  return product(centred(model, parameters, origin), transpose(turn, width), width);
}

const identity = (size: number): Float64Array => Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));

/** The first `size` rows and columns of a square matrix. */
const block = (matrix: Float64Array, width: number, size: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, at) => matrix[Math.floor(at / size) * width + (at % size)] ?? 0);

function meanPoint(model: Model, parameters: Float64Array): Float64Array {
  const width = pointWidth(model);
  const { pointCount } = model.table;
  const mean = new Float64Array(width);
  for (let at = 0; at < pointCount * width; at++) mean[at % width] = (mean[at % width] ?? 0) + (parameters[at] ?? 0) / pointCount;
  return mean;
}

function centred(model: Model, parameters: Float64Array, origin: Float64Array): Float64Array {
  const width = pointWidth(model);
  return Float64Array.from({ length: model.table.pointCount * width }, (_, at) => (parameters[at] ?? 0) - (origin[at % width] ?? 0));
}

function pointCovariance(model: Model, parameters: Float64Array, mean: Float64Array): Float64Array {
  const { pointCount } = model.table;
  const all = centred(model, parameters, mean);
  return product(transpose(all, pointWidth(model)), all, pointCount).map((value) => value / pointCount);
}

/** How readiness grows with each axis over the points: the coefficients of its regression on them. */
function leanOf(model: Model, covariance: Float64Array, inverseFactor: Float64Array): Float64Array {
  const { dimensions, readiness } = model;
  if (!readiness) return new Float64Array(dimensions);
  const common = covariance.slice(dimensions * (dimensions + 1), dimensions * (dimensions + 2));
  return product(product(transpose(inverseFactor, dimensions), inverseFactor, dimensions), common, dimensions);
}

/** A frame of the axes made one of points with readiness: what of it the axes tell goes into the discriminations. */
function withReadiness({ turn, dual }: Omit<Frame, "origin">, lean: Float64Array): Omit<Frame, "origin"> {
  const size = lean.length;
  const width = size + 1;
  const whole = { turn: identity(width), dual: identity(width) };
  const leaned = product(dual, lean, size);
  for (let row = 0; row < size; row++) {
    whole.turn.set(turn.subarray(row * size, (row + 1) * size), row * width);
    whole.dual.set(dual.subarray(row * size, (row + 1) * size), row * width);
    whole.dual[row * width + size] = leaned[row] ?? 0;
    whole.turn[size * width + row] = -(lean[row] ?? 0);
  }
  return whole;
}

/** The sum of b b' over all answers, each by the information it holds; b less what readiness takes from it. */
function divisions(model: Model, parameters: Float64Array, lean: Float64Array): Float64Array {
  const { dimensions } = model;
  const sum = new Float64Array(dimensions * dimensions);
  const along = (rollCallAt: number, axis: number): number => (parameters[rollCallAt + axis] ?? 0) - (lean[axis] ?? 0);
  forEachCurvature(model, parameters, ({ rollCallAt, lower, upper }) => {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (lower + upper) * along(rollCallAt, Math.floor(at / dimensions)) * along(rollCallAt, at % dimensions);
  });
  return sum;
}

function inverseOfLower(factor: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, column) => forward(factor, identity(size).slice(column * size, (column + 1) * size), size));
  return Float64Array.from({ length: size * size }, (_, at) => rows[at % size]?.[Math.floor(at / size)] ?? 0);
}

/** A diagonal of 1 and -1, one for each axis. */
function signs(model: Model, positions: Float64Array, anchors: readonly (number | undefined)[]): Float64Array {
  const { dimensions, table } = model;
  const width = pointWidth(model);
  const diagonal = identity(dimensions);
  for (let axis = 0; axis < dimensions; axis++) {
    const anchor = anchors[axis];
    const value = anchor === undefined ? farthest(positions, axis, width) : sumOver(positions, axis, { width, from: table.pointStarts[anchor] ?? 0, to: table.pointStarts[anchor + 1] ?? 0 });
    if (value < 0) diagonal[axis * (dimensions + 1)] = -1;
  }
  return diagonal;
}

function farthest(positions: Float64Array, axis: number, width: number): number {
  let value = 0;
  for (let at = axis; at < positions.length; at += width) if (Math.abs(positions[at] ?? 0) > Math.abs(value)) value = positions[at] ?? 0;
  return value;
}

function sumOver(positions: Float64Array, axis: number, { width, from, to }: { readonly width: number; readonly from: number; readonly to: number }): number {
  let sum = 0;
  for (let point = from; point < to; point++) sum += positions[point * width + axis] ?? 0;
  return sum;
}

/**
 * The rotation or reflection (k x k, row by row) that brings the rows of `from` nearest to those of `to` in the sum of squares:
 * orthogonal Procrustes (Schönemann 1966). Both hold k numbers a row, row for row about the same things.
 */
export function procrustes(from: Float64Array, to: Float64Array, size: number): Float64Array {
  const cross = product(transpose(to, size), from, from.length / size);
  const { values, vectors } = symmetricEigen(product(transpose(cross, size), cross, size), size);
  const root = transpose(vectors, size).map((value, at) => value / Math.sqrt(Math.max(values[at % size] ?? 0, 1e-300)));
  return product(cross, product(root, vectors, size), size);
}
