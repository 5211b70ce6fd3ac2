import { logarithm } from "#kit/logarithm";
import { normalQuantile } from "#kit/random";

/** The middle of one of the 2^32 steps of a stream. */
const middle = 2 ** -33;

const knots = 1024;

/** Between these shares a table is near enough: 2e-5 at most, where deviates are 1. */
const [low, high] = [1 / 16, 15 / 16];

const logit = (share: number): number => logarithm(share / (1 - share));

const tableOf = (quantile: (share: number) => number): Float64Array => Float64Array.from({ length: knots + 1 }, (_, knot) => (knot === 0 || knot === knots ? 0 : quantile(knot / knots)));

const normals = tableOf(normalQuantile);
const logits = tableOf(logit);

function between(table: Float64Array, share: number): number {
  const place = share * knots;
  const knot = Math.trunc(place);
  const below = table[knot] ?? 0;
  return below + (place - knot) * ((table[knot + 1] ?? 0) - below);
}

/** The standard normal deviate that a number of a stream stands for. */
export const normalOf = (share: number): number => (share > low && share < high ? between(normals, share) : normalQuantile(share + middle));

/** The standard logistic deviate that a number of a stream stands for. */
export const logisticOf = (share: number): number => (share > low && share < high ? between(logits, share) : logit(share + middle));
