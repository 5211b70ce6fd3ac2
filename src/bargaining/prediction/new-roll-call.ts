import { cholesky, forward } from "#bargaining/dense";
import { type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pointOf } from "#bargaining/ideal-points/table";
import { pointWidth } from "#bargaining/ideal-points/model";
import { normalDeviate, seededRandom, type Random } from "#kit/random";
import { fitOrdered, probabilities, type OrderedFit, type OrderedRow } from "./ordered-regression.ts";
import { asNormal, densityAt, drawAbout, openDensityAt, pastRollCalls, scaledNumbers, unscaled, type PastRollCalls } from "./past-roll-calls.ts";

/** An answer (0 yes, 1 abstain, 2 no) that is known already. */
export interface KnownAnswer {
  readonly voter: number;
  readonly answer: number;
}

/** What a roll call may be like, given the answers that are known: numbers of roll calls and how likely each is; the weights sum to 1. */
export interface RollCallBelief {
  readonly draws: readonly { readonly numbers: Float64Array; readonly weight: number }[];
  /** How many draws of equal weight would tell as much: below some ten, the forecast rests on chance. */
  readonly effective: number;
  /** The past roll calls that this one is likest to, by the share of the belief that lies about each; the likest first. */
  readonly like: readonly { readonly rollCall: number; readonly share: number }[];
}

/** Draws from the past, so many in all at least, and from about the likeliest numbers. */
const draws = { past: 3000, likeliest: 600 };

/**
 * What the answers of a few voters tell of a new roll call, their latest points being known. Before any answer it may be like any that
 * was held (`pastRollCalls`); the answers decide among these. By importance sampling from two sources, the past and a normal about the
 * numbers that the answers make likeliest, each draw weighed as if it came from both (Veach and Guibas 1995).
 */
export function beliefAbout(fit: IdealPoints, known: readonly KnownAnswer[], { seed }: { readonly seed: number }): RollCallBelief {
  const past = pastRollCalls(fit);
  const rows = known.flatMap(({ voter, answer }) => {
    const place = placeOf(fit, voter);
    return place ? [{ ...place, answer }] : [];
  });
  const random = seededRandom(seed);
  const sampler = normalSampler(fitOrdered(rows, asNormal(past)), past);
  const rounds = Math.ceil(draws.past / past.rollCalls.length);
  const places = [
    ...past.rollCalls.flatMap((_, row) => Array.from({ length: rounds }, () => ({ row, place: drawAbout(past, row, random) }))),
    ...Array.from({ length: draws.likeliest }, () => ({ row: -1, place: sampler.draw(random) })),
  ];
  const share = draws.likeliest / places.length;
  const weighed = places.map(({ row, place }) => {
    const numbers = unscaled(past, place);
    const drawn = (1 - share) * densityAt(past, place) + share * sampler.densityAt(place);
    return { row, numbers, log: logLikelihood(rows, numbers) + Math.log(openDensityAt(past, place)) - Math.log(drawn) };
  });
  return asBelief(weighed, past);
}

/** Draws lighter than this share of the heaviest are left out: together they would move no probability by what is shown. */
const negligible = 1e-6;

function asBelief(weighed: readonly { readonly row: number; readonly numbers: Float64Array; readonly log: number }[], { rollCalls }: PastRollCalls): RollCallBelief {
  const top = weighed.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const kept = weighed.map(({ row, numbers, log }) => ({ row, numbers, weight: Math.exp(log - top) })).filter(({ weight }) => weight > negligible);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  const about = new Map<number, number>();
  for (const { row, weight } of kept) if (row >= 0) about.set(row, (about.get(row) ?? 0) + weight);
  const attributed = Array.from(about.values()).reduce((sum, weight) => sum + weight, 0);
  return {
    draws: kept.map(({ numbers, weight }) => ({ numbers, weight: weight / total })),
    effective: total ** 2 / kept.reduce((sum, { weight }) => sum + weight ** 2, 0),
    like: Array.from(about, ([row, weight]) => ({ rollCall: rollCalls[row] ?? 0, share: weight / attributed })).toSorted((a, b) => b.share - a.share),
  };
}

/** P(yes), P(abstain), P(no) of a voter who answers, over all that the roll call may be like. */
export function answersUnder({ draws: all }: RollCallBelief, place: Pick<OrderedRow, "place" | "readiness">): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (const { numbers, weight } of all) {
    const [yes, abstain, no] = probabilities(place, numbers);
    sums[0] += weight * yes;
    sums[1] += weight * abstain;
    sums[2] += weight * no;
  }
  return sums;
}

/** Where a voter stands at the last; undefined for one who has never answered. */
export function placeOf({ mode: { model }, parameters }: IdealPoints, voter: number): Pick<OrderedRow, "place" | "readiness"> | undefined {
  const point = pointOf(model.table, voter, Number.POSITIVE_INFINITY);
  if (point === undefined) return undefined;
  const at = point * pointWidth(model);
  return { place: parameters.slice(at, at + model.dimensions), readiness: model.readiness ? (parameters[at + model.dimensions] ?? 0) : 0 };
}

const logLikelihood = (rows: readonly OrderedRow[], numbers: Float64Array): number => rows.reduce((sum, row) => sum + Math.log(Math.max(1e-300, probabilities(row, numbers)[row.answer] ?? 0)), 0);

interface Sampler {
  readonly draw: (random: Random) => Float64Array;
  /** Up to the constant (2 pi)^(-size/2). */
  readonly densityAt: (place: Float64Array) => number;
}

/** The normal about the likeliest numbers, in scaled numbers and a little wider than it is, so that no tail is missed. */
function normalSampler({ numbers, covariance }: OrderedFit, past: PastRollCalls): Sampler {
  const { size, factor } = past;
  const centre = scaledNumbers(past, numbers);
  const half = scaledColumns(covariance, factor, size);
  const wide = cholesky(scaledColumns(half, factor, size).map((value, at) => 1.5 * value + (at % (size + 1) === 0 ? 1e-9 : 0)), size) ?? new Float64Array(size * size);
  const volume = Array.from({ length: size }, (_, at) => wide[at * (size + 1)] ?? 1).reduce((product, value) => product * value, 1);
  return {
    draw: (random) => {
      const deviates = Float64Array.from({ length: size }, () => normalDeviate(random));
      return centre.map((value, row) => value + deviates.reduce((sum, deviate, at) => sum + (at <= row ? (wide[row * size + at] ?? 0) * deviate : 0), 0));
    },
    densityAt: (place) => Math.exp(-0.5 * forward(wide, place.map((value, at) => value - (centre[at] ?? 0)), size).reduce((sum, value) => sum + value ** 2, 0)) / volume,
  };
}

/** L^-1 M, transposed: twice over, a covariance in scaled numbers. */
function scaledColumns(matrix: Float64Array, factor: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column++) result.set(forward(factor, Float64Array.from({ length: size }, (_, row) => matrix[row * size + column] ?? 0), size), column * size);
  return result;
}
