import { seedFor, seededRandom, type Random } from "#kit/random";
import { shuffled } from "./morris.ts";

/** Points of the unit cube at which a function is to be evaluated: for each row two independent points, and the first with one input after the other taken from the second. */
export interface SobolDesign {
  readonly inputs: number;
  readonly rows: number;
  /** (inputs + 2) points a row. */
  readonly points: readonly Float64Array[];
  readonly seed: number;
}

/** Shares of the variance of the function, over the cube. */
export interface SobolIndex {
  /** What is explained by the input alone, with its standard error. */
  readonly first: number;
  readonly firstError: number;
  /** What would be left if all others were known: the input with all its interactions. */
  readonly total: number;
  readonly totalError: number;
}

export interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  readonly indices: readonly SobolIndex[];
}

/** The radial design of Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), Computer Physics Communications 181, from two Latin hypercubes. */
export function sobolDesign({ inputs, rows, seed }: { readonly inputs: number; readonly rows: number; readonly seed: number }): SobolDesign {
  const random = seededRandom(seed);
  const [first, second] = [hypercube(inputs, rows, random), hypercube(inputs, rows, random)];
  const points = first.flatMap((a, row) => {
    const b = second[row] ?? a;
    return [a, b, ...Array.from(a, (_, input) => a.with(input, b[input] ?? 0))];
  });
  return { inputs, rows, points, seed };
}

/** A Latin hypercube (McKay, Beckman and Conover 1979): each input once in every one of as many equal parts of its range as there are rows. */
export function hypercube(inputs: number, rows: number, random: Random): readonly Float64Array[] {
  const columns = Array.from({ length: inputs }, () => shuffled(rows, random).map((part) => (part + random()) / rows));
  return Array.from({ length: rows }, (_, row) => Float64Array.from(columns, (column) => column[row] ?? 0));
}

/** Resamples of the rows from which standard errors come. */
const resamples = 200;

/** First-order indices by Saltelli's estimator (2010), total ones by Jansen's (1999), standard errors by resampling rows. Where the function does not vary all are 0. */
export function sobolIndices({ inputs, rows, seed }: SobolDesign, values: readonly number[]): SobolIndices {
  const table = centred(values, inputs, rows);
  const all = Array.from({ length: rows }, (_, row) => row);
  const { variance, first, total } = estimates(table, { inputs, rows }, all);
  const random = seededRandom(seedFor(seed, 1));
  const copies = Array.from({ length: resamples }, () => estimates(table, { inputs, rows }, all.map(() => Math.floor(random() * rows))));
  const spread = (of: (copy: Estimates) => number): number => {
    const centre = copies.reduce((sum, copy) => sum + of(copy), 0) / resamples;
    return Math.sqrt(copies.reduce((sum, copy) => sum + (of(copy) - centre) ** 2, 0) / (resamples - 1));
  };
  return {
    mean: table.mean,
    variance,
    indices: first.map((own, input) => ({ first: own, firstError: spread((copy) => copy.first[input] ?? 0), total: total[input] ?? 0, totalError: spread((copy) => copy.total[input] ?? 0) })),
  };
}

interface Table {
  readonly mean: number;
  readonly values: Float64Array;
}

/** Less the mean of the two independent points: estimates of products are steadier about 0. */
function centred(values: readonly number[], inputs: number, rows: number): Table {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += (values[row * (inputs + 2)] ?? 0) + (values[row * (inputs + 2) + 1] ?? 0);
  const mean = sum / (2 * rows);
  return { mean, values: Float64Array.from(values, (value) => value - mean) };
}

interface Estimates {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

function estimates({ values }: Table, { inputs, rows }: Pick<SobolDesign, "inputs" | "rows">, chosen: readonly number[]): Estimates {
  const [first, total] = [new Float64Array(inputs), new Float64Array(inputs)];
  let [sum, squares] = [0, 0];
  for (const row of chosen) {
    const at = row * (inputs + 2);
    const [a, b] = [values[at] ?? 0, values[at + 1] ?? 0];
    sum += a + b;
    squares += a * a + b * b;
    for (let input = 0; input < inputs; input++) {
      const mixed = values[at + 2 + input] ?? 0;
      first[input] = (first[input] ?? 0) + b * (mixed - a);
      total[input] = (total[input] ?? 0) + (a - mixed) ** 2 / 2;
    }
  }
  const variance = squares / (2 * rows) - (sum / (2 * rows)) ** 2;
  const share = (value: number): number => (variance > 1e-18 ? value / rows / variance : 0);
  return { variance, first: Array.from(first, share), total: Array.from(total, share) };
}
