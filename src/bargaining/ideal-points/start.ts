import type { RollCalls } from "#bargaining/votes/roll-calls";
import { normalDeviate, type Random } from "#kit/random";
import { parameterCount, pointWidth, rollCallsFrom, rollCallWidth, type Model } from "./model.ts";
import { pointOf, type AnswerTable } from "./table.ts";

/** How often the subspace is refined; the search does the rest. */
const rounds = 12;

/**
 * Where the search begins. Points: the voters' main axes of agreement, by subspace iteration on the answers (-1, 0, 1) less
 * their mean in each roll call. Roll calls: cutpoints from the shares of the answers, discriminations from a regression on the points.
 */
export function startingValues(model: Model, random: Random): Float64Array {
  const { table, dimensions } = model;
  const x = new Float64Array(parameterCount(model));
  const voterOf = voterOfPoints(table);
  const axes = mainAxes(table, { voterOf, dimensions, random });
  for (let point = 0; point < table.pointCount; point++) x.set(axes.map((axis) => axis[voterOf[point] ?? 0] ?? 0), point * pointWidth(model));
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) startRollCall(model, rollCall, x);
  return x;
}

/** What an earlier fit found: its calls, its model, and the parameters in which the search ended. */
export interface EarlierFit {
  readonly calls: RollCalls;
  readonly mode: { readonly model: Model; readonly parameters: Float64Array };
}

/**
 * Where the search begins when most is known: points and roll calls of an earlier fit as that left them, by their ids; a new voter in
 * the middle, a new roll call from the shares of its answers and a regression on the points. The earlier fit has as many axes, and
 * readiness where this one has it; its periods, if it has any, are the first of these.
 */
export function continued(model: Model, calls: RollCalls, { calls: before, mode }: EarlierFit): Float64Array {
  const { table } = model;
  const x = new Float64Array(parameterCount(model));
  const [points, width] = [pointWidth(model), rollCallWidth(model.dimensions)];
  const voters = new Map(before.voters.map(({ id }, voter) => [id, voter]));
  const rollCalls = new Map(before.rollCalls.map(({ id }, rollCall) => [id, rollCall]));
  voterOfPoints(table).forEach((voter, point) => {
    const known = latestPoint(mode.model.table, voters.get(calls.voters[voter]?.id ?? ""), table.periodOf[point] ?? 0);
    if (known !== undefined) x.set(mode.parameters.subarray(known * points, (known + 1) * points), point * points);
  });
  calls.rollCalls.forEach(({ id }, rollCall) => {
    const known = rollCalls.get(id);
    const from = rollCallsFrom(mode.model) + (known ?? 0) * width;
    if (known === undefined) startRollCall(model, rollCall, x);
    else x.set(mode.parameters.subarray(from, from + width), rollCallsFrom(model) + rollCall * width);
  });
  return x;
}

const latestPoint = (table: AnswerTable, voter: number | undefined, period: number): number | undefined => (voter === undefined ? undefined : pointOf(table, voter, period));

function voterOfPoints({ pointCount, pointStarts }: AnswerTable): Int32Array {
  const voterOf = new Int32Array(pointCount);
  for (let voter = 0; voter + 1 < pointStarts.length; voter++) voterOf.fill(voter, pointStarts[voter], pointStarts[voter + 1]);
  return voterOf;
}

interface Axes {
  readonly voterOf: Int32Array;
  readonly dimensions: number;
  readonly random: Random;
}

/** One vector of unit variance over the voters for each dimension, the strongest first. */
function mainAxes(table: AnswerTable, { voterOf, dimensions, random }: Axes): readonly Float64Array<ArrayBuffer>[] {
  const voters = table.pointStarts.length - 1;
  const counts = new Float64Array(voters);
  for (const point of table.pointOf) counts[voterOf[point] ?? 0] = (counts[voterOf[point] ?? 0] ?? 0) + 1;
  const axes = Array.from({ length: dimensions }, () => Float64Array.from({ length: voters }, () => normalDeviate(random)));
  for (let round = 0; round < rounds; round++) {
    const moved = axes.map((axis) => agreement(table, voterOf, axis).map((value, voter) => value / ((counts[voter] ?? 0) + 20)));
    moved.forEach((axis, index) => axes.splice(index, 1, orthogonal(axis, axes.slice(0, index))));
  }
  return axes;
}

/** The residual answers times their transpose, times a vector over the voters. */
function agreement(table: AnswerTable, voterOf: Int32Array, axis: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(axis.length);
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    const [from, abstain, no, end] = [table.starts[3 * rollCall] ?? 0, table.starts[3 * rollCall + 1] ?? 0, table.starts[3 * rollCall + 2] ?? 0, table.starts[3 * rollCall + 3] ?? 0];
    const mean = (end - no - (abstain - from)) / Math.max(1, end - from);
    const residual = (at: number): number => (at < abstain ? -1 : at < no ? 0 : 1) - mean;
    let loading = 0;
    for (let at = from; at < end; at++) loading += residual(at) * (axis[voterOf[table.pointOf[at] ?? 0] ?? 0] ?? 0);
    for (let at = from; at < end; at++) {
      const voter = voterOf[table.pointOf[at] ?? 0] ?? 0;
      result[voter] = (result[voter] ?? 0) + residual(at) * loading;
    }
  }
  return result;
}

/** The vector less its mean and its parts along others, at unit variance. */
function orthogonal(vector: Float64Array<ArrayBuffer>, others: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
  const result = vector.map((value) => value - mean);
  for (const other of others) {
    const along = result.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0) / result.length;
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) - along * (other[at] ?? 0);
  }
  const scale = Math.sqrt(result.reduce((sum, value) => sum + value ** 2, 0) / result.length) || 1;
  return result.map((value) => value / scale);
}

const logit = (share: number): number => Math.log(share / (1 - share));

function startRollCall(model: Model, rollCall: number, x: Float64Array): void {
  const { table, dimensions } = model;
  const [from, abstain, no, end] = [table.starts[3 * rollCall] ?? 0, table.starts[3 * rollCall + 1] ?? 0, table.starts[3 * rollCall + 2] ?? 0, table.starts[3 * rollCall + 3] ?? 0];
  const at = rollCallsFrom(model) + rollCall * rollCallWidth(dimensions);
  const width = pointWidth(model);
  const count = end - from;
  const lower = logit((abstain - from + 0.5) / (count + 1.5));
  x[at + dimensions] = lower;
  x[at + dimensions + 1] = Math.log(Math.max(0.2, logit((no - from + 1) / (count + 1.5)) - lower));
  for (let answer = from; answer < end; answer++) {
    const value = (answer < abstain ? -1 : answer < no ? 0 : 1) * (spread / (count + 10));
    for (let axis = 0; axis < dimensions; axis++) x[at + axis] = (x[at + axis] ?? 0) + value * (x[(table.pointOf[answer] ?? 0) * width + axis] ?? 0);
  }
}

/** Logits per unit of answer: about what the discriminations of contested roll calls come to. */
const spread = 4;
