import { cholesky, forward, product, symmetricEigen, transpose } from "#bargaining/dense";
import { forEachCurvature } from "./curvature.ts";
import { rollCallsFrom, rollCallWidth, type Model } from "./posterior.ts";

/**
 * A change of coordinates: a point x becomes `turn` (x - `origin`), a roll call's discrimination b becomes `dual` b; both are k x k
 * matrices kept row by row, and b x changes by a constant only, which the cutpoint takes up. Any frame fits the votes alike: which
 * one is used is a matter of convention.
 */
export interface Frame {
  readonly origin: Float64Array;
  readonly turn: Float64Array;
  readonly dual: Float64Array;
}

/**
 * The convention: over all points each axis has mean 0 and standard deviation 1 and none correlates with another; the first axis is
 * the one along which the roll calls divide most (by the information that the answers hold on it), the next the one that divides most
 * of the rest. On each axis the voter that `anchors` names (by its number) is positive; where it names none, the point farthest out.
 */
export function standardFrame(model: Model, parameters: Float64Array, anchors: readonly (number | undefined)[] = []): Frame {
  const size = model.dimensions;
  const origin = meanPoint(model, parameters);
  const factor = cholesky(pointCovariance(model, parameters, origin), size) ?? identity(size);
  const energy = product(product(transpose(factor, size), divisions(model, parameters), size), factor, size);
  const { vectors } = symmetricEigen(energy, size);
  const frame = { origin, turn: product(vectors, inverseOfLower(factor, size), size), dual: product(vectors, transpose(factor, size), size) };
  const positions = positionsIn(frame, model, parameters);
  return turned(frame, signs(model, positions, anchors), size);
}

/** The frame followed by a rotation or reflection (k x k, row by row). */
export const turned = ({ origin, turn, dual }: Frame, rotation: Float64Array, size: number): Frame => ({ origin, turn: product(rotation, turn, size), dual: product(rotation, dual, size) });

/** The parameters in another frame: points, discriminations and lower cutpoints; the gaps stay. */
export function inFrame({ origin, turn, dual }: Frame, model: Model, parameters: Float64Array): Float64Array {
  const { dimensions, table } = model;
  const result = parameters.slice();
  result.set(positionsIn({ origin, turn, dual }, model, parameters));
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    const at = rollCallsFrom(model) + rollCall * rollCallWidth(dimensions);
    const discrimination = parameters.subarray(at, at + dimensions);
    result.set(product(dual, discrimination.slice(), dimensions), at);
    const shift = discrimination.reduce((sum, value, axis) => sum + value * (origin[axis] ?? 0), 0);
    result[at + dimensions] = (parameters[at + dimensions] ?? 0) - shift;
  }
  return result;
}

/** The points in a frame, k numbers each. */
export function positionsIn({ origin, turn }: Frame, { dimensions, table }: Model, parameters: Float64Array): Float64Array {
  const centred = Float64Array.from({ length: table.pointCount * dimensions }, (_, at) => (parameters[at] ?? 0) - (origin[at % dimensions] ?? 0));
  return product(centred, transpose(turn, dimensions), dimensions);
}

const identity = (size: number): Float64Array => Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));

function meanPoint({ dimensions, table }: Model, parameters: Float64Array): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < table.pointCount * dimensions; at++) mean[at % dimensions] = (mean[at % dimensions] ?? 0) + (parameters[at] ?? 0) / table.pointCount;
  return mean;
}

function pointCovariance({ dimensions, table }: Model, parameters: Float64Array, mean: Float64Array): Float64Array {
  const centred = Float64Array.from({ length: table.pointCount * dimensions }, (_, at) => (parameters[at] ?? 0) - (mean[at % dimensions] ?? 0));
  return product(transpose(centred, dimensions), centred, table.pointCount).map((value) => value / table.pointCount);
}

/** The sum of b b' over all answers, each by the information it holds. */
function divisions(model: Model, parameters: Float64Array): Float64Array {
  const { dimensions } = model;
  const sum = new Float64Array(dimensions * dimensions);
  forEachCurvature(model, parameters, ({ rollCallAt, lower, upper }) => {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (lower + upper) * (parameters[rollCallAt + Math.floor(at / dimensions)] ?? 0) * (parameters[rollCallAt + (at % dimensions)] ?? 0);
  });
  return sum;
}

function inverseOfLower(factor: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, column) => forward(factor, identity(size).slice(column * size, (column + 1) * size), size));
  return Float64Array.from({ length: size * size }, (_, at) => rows[at % size]?.[Math.floor(at / size)] ?? 0);
}

/** A diagonal of 1 and -1. */
function signs({ dimensions, table }: Model, positions: Float64Array, anchors: readonly (number | undefined)[]): Float64Array {
  const diagonal = identity(dimensions);
  for (let axis = 0; axis < dimensions; axis++) {
    const anchor = anchors[axis];
    const value = anchor === undefined ? farthest(positions, axis, dimensions) : sumOver(positions, axis, { dimensions, from: table.pointStarts[anchor] ?? 0, to: table.pointStarts[anchor + 1] ?? 0 });
    if (value < 0) diagonal[axis * (dimensions + 1)] = -1;
  }
  return diagonal;
}

function farthest(positions: Float64Array, axis: number, dimensions: number): number {
  let value = 0;
  for (let at = axis; at < positions.length; at += dimensions) if (Math.abs(positions[at] ?? 0) > Math.abs(value)) value = positions[at] ?? 0;
  return value;
}

function sumOver(positions: Float64Array, axis: number, { dimensions, from, to }: { readonly dimensions: number; readonly from: number; readonly to: number }): number {
  let sum = 0;
  for (let point = from; point < to; point++) sum += positions[point * dimensions + axis] ?? 0;
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
