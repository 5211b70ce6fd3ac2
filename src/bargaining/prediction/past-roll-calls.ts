import { cholesky, forward } from "#bargaining/dense";
import type { IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { rollCallsFrom, rollCallWidth } from "#bargaining/ideal-points/model";
import { normalDeviate, type Random } from "#kit/random";
import type { NormalBelief } from "./ordered-regression.ts";

/**
 * What is known of a roll call before its votes are: it will be like one that was held. A kernel estimate of the density over a roll
 * call's numbers: one normal about each of the past, all of the same shape, which is that of the past's own scatter, `width` times as wide.
 */
export interface PastRollCalls {
  /** The numbers of the roll calls in the order of `rollCalls`, `size` each, in units in which they scatter by 1 and do not correlate. */
  readonly scaled: Float64Array;
  readonly size: number;
  /** Which roll calls of the fit these are. */
  readonly rollCalls: readonly number[];
  readonly mean: Float64Array;
  /** The lower Cholesky factor of their covariance: by it scaled numbers are made numbers again. */
  readonly factor: Float64Array;
  readonly width: number;
}

/** Older roll calls than so many tell no more, and cost time. */
const most = 1000;

/** The last roll calls of a fit as experience. */
export function pastRollCalls({ mode: { model }, parameters }: IdealPoints): PastRollCalls {
  const size = rollCallWidth(model.dimensions);
  const { rollCallCount, starts } = model.table;
  const rollCalls = Array.from({ length: rollCallCount }, (_, rollCall) => rollCall).filter((rollCall) => (starts[3 * rollCall + 3] ?? 0) > (starts[3 * rollCall] ?? 0)).slice(-most);
  const numbers = rollCalls.map((rollCall) => parameters.subarray(rollCallsFrom(model) + rollCall * size, rollCallsFrom(model) + (rollCall + 1) * size));
  const mean = Float64Array.from({ length: size }, (_, at) => numbers.reduce((sum, own) => sum + (own[at] ?? 0), 0) / numbers.length);
  const factor = cholesky(scatter(numbers, mean), size) ?? identity(size);
  const scaled = new Float64Array(numbers.length * size);
  numbers.forEach((own, row) => scaled.set(forward(factor, own.map((value, at) => value - (mean[at] ?? 0)), size), row * size));
  // Half of Silverman's rule of thumb for one normal: roll calls lie in clusters. Chosen on roll calls that no test uses.
  return { scaled, size, rollCalls, mean, factor, width: 0.5 * numbers.length ** (-1 / (size + 4)) };
}

const identity = (size: number): Float64Array => Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));

/** The covariance of the numbers; something is added to each variance, as the past may lie flat. */
function scatter(numbers: readonly Float64Array[], mean: Float64Array): Float64Array {
  const size = mean.length;
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    const sum = numbers.reduce((total, own) => total + ((own[row] ?? 0) - (mean[row] ?? 0)) * ((own[column] ?? 0) - (mean[column] ?? 0)), 0);
    return sum / numbers.length + (row === column ? 0.05 : 0);
  });
}

/** The past as one normal distribution. */
export function asNormal({ mean, factor, size }: PastRollCalls): NormalBelief {
  const columns = Array.from({ length: size }, (_, column) => forward(factor, identity(size).slice(column * size, (column + 1) * size), size));
  const precision = Float64Array.from({ length: size * size }, (_, at) => (columns[Math.floor(at / size)] ?? new Float64Array(0)).reduce((sum, value, row) => sum + value * (columns[at % size]?.[row] ?? 0), 0));
  return { mean, precision };
}

/** Scaled numbers made numbers of a roll call. */
export function unscaled({ mean, factor, size }: PastRollCalls, scaled: Float64Array): Float64Array {
  return mean.map((value, row) => {
    let sum = value;
    for (let at = 0; at <= row; at++) sum += (factor[row * size + at] ?? 0) * (scaled[at] ?? 0);
    return sum;
  });
}

export const scaledNumbers = ({ mean, factor, size }: PastRollCalls, numbers: Float64Array): Float64Array => forward(factor, numbers.map((value, at) => value - (mean[at] ?? 0)), size);

/** A draw from the normal about the past roll call of a row, scaled. */
export const drawAbout = ({ scaled, size, width }: PastRollCalls, row: number, random: Random): Float64Array =>
  Float64Array.from({ length: size }, (_, at) => (scaled[row * size + at] ?? 0) + width * normalDeviate(random));

/** The density of `drawAbout` over all rows at scaled numbers, up to the constant (2 pi)^(-size/2). */
export function densityAt({ scaled, size, width }: PastRollCalls, place: Float64Array): number {
  const far = 80 * width ** 2;
  let sum = 0;
  for (let row = 0; row < scaled.length; row += size) {
    let squares = 0;
    for (let at = 0; at < size && squares < far; at++) squares += ((place[at] ?? 0) - (scaled[row + at] ?? 0)) ** 2;
    if (squares < far) sum += Math.exp((-0.5 * squares) / width ** 2);
  }
  return (sum * size) / scaled.length / width ** size;
}

/** The same with a twentieth for a roll call like none that was held: a normal three times as wide as the past. */
export function openDensityAt(past: PastRollCalls, place: Float64Array): number {
  const unheard = Math.exp((-0.5 * place.reduce((sum, value) => sum + value ** 2, 0)) / 9) / 3 ** past.size;
  return 0.95 * densityAt(past, place) + 0.05 * unheard;
}
