import { pointWidth, type Model } from "./model.ts";
import type { AnswerTable } from "./table.ts";

/** A roll call's number, and where its own numbers begin in the vector of parameters. */
interface Place {
  readonly rollCall: number;
  readonly at: number;
}

/**
 * Minus the log likelihood of one roll call under the ordered logit; adds its gradient. A voter at x answers with yes where
 * a + noise < c, with no where it is above c + exp(g), and abstains between; a, what it is asked, is b x less the voter's readiness, and
 * the noise is logistic. With u = c - a and v = u + exp(g), s the logistic function, the log likelihoods are log s(u), log s(-v), and log s(v) + log s(-u) + log(1 - exp(-exp(g))):
 * one or two exponentials for each answer, and logarithms of products only.
 */
export function likelihoodOf(model: Model): (x: Float64Array, gradient: Float64Array, place: Place) => number {
  const { table, dimensions, readiness } = model;
  const scratch = new Float64Array(largestRollCall(table));
  const shape = { dimensions, readiness, width: pointWidth(model) };
  return (x, gradient, { rollCall, at }) => {
    const from = table.starts[3 * rollCall] ?? 0;
    const count = (table.starts[3 * rollCall + 3] ?? 0) - from;
    if (count === 0) return 0;
    const stretch = { from, count, x, at, ...shape };
    latent(scratch, table.pointOf, stretch);
    const lower = x[at + dimensions] ?? 0;
    const gap = Math.exp(x[at + dimensions + 1] ?? 0);
    const terms = answerTerms(scratch, { yes: (table.starts[3 * rollCall + 1] ?? 0) - from, abstain: (table.starts[3 * rollCall + 2] ?? 0) - from, all: count }, { lower, gap });
    gradient[at + dimensions] = (gradient[at + dimensions] ?? 0) - terms.slope;
    gradient[at + dimensions + 1] = (gradient[at + dimensions + 1] ?? 0) + gap * terms.gapSlope;
    scatter(scratch, table.pointOf, stretch, gradient);
    return terms.value;
  };
}

function largestRollCall({ starts, rollCallCount }: AnswerTable): number {
  let largest = 0;
  for (let rollCall = 0; rollCall < rollCallCount; rollCall++) largest = Math.max(largest, (starts[3 * rollCall + 3] ?? 0) - (starts[3 * rollCall] ?? 0));
  return largest;
}

interface Stretch {
  readonly from: number;
  readonly count: number;
  readonly x: Float64Array;
  readonly at: number;
  readonly dimensions: number;
  readonly readiness: boolean;
  /** How many numbers a point has. */
  readonly width: number;
}

/** Writes what is asked in each answer. */
function latent(scratch: Float64Array, pointOf: Int32Array, { from, count, x, at, dimensions, readiness, width }: Stretch): void {
  if (readiness) for (let index = 0; index < count; index++) scratch[index] = -(x[(pointOf[from + index] ?? 0) * width + dimensions] ?? 0);
  else scratch.fill(0, 0, count);
  for (let axis = 0; axis < dimensions; axis++) {
    const weight = x[at + axis] ?? 0;
    for (let index = 0; index < count; index++) scratch[index] = (scratch[index] ?? 0) + weight * (x[(pointOf[from + index] ?? 0) * width + axis] ?? 0);
  }
}

/** Spreads the slopes (by what is asked) in `scratch` to the points and to b. */
function scatter(scratch: Float64Array, pointOf: Int32Array, { from, count, x, at, dimensions, readiness, width }: Stretch, gradient: Float64Array): void {
  for (let axis = 0; axis < dimensions; axis++) {
    const weight = x[at + axis] ?? 0;
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const slope = scratch[index] ?? 0;
      const point = (pointOf[from + index] ?? 0) * width + axis;
      sum += slope * (x[point] ?? 0);
      gradient[point] = (gradient[point] ?? 0) + slope * weight;
    }
    gradient[at + axis] = (gradient[at + axis] ?? 0) + sum;
  }
  if (!readiness) return;
  for (let index = 0; index < count; index++) {
    const ready = (pointOf[from + index] ?? 0) * width + dimensions;
    gradient[ready] = (gradient[ready] ?? 0) - (scratch[index] ?? 0);
  }
}

interface Terms {
  readonly value: number;
  /** The sum of the slopes by what is asked. */
  readonly slope: number;
  /** The slope by the gap. */
  readonly gapSlope: number;
}

/** Where the yes, the abstentions and all answers end. */
interface Ends {
  readonly yes: number;
  readonly abstain: number;
  readonly all: number;
}

/** Replaces what is asked in `scratch` by the slope of its answer's minus log likelihood. */
function answerTerms(scratch: Float64Array, ends: Ends, { lower, gap }: { readonly lower: number; readonly gap: number }): Terms {
  const upper = lower + gap;
  const yes = sigmoids(scratch, { from: 0, to: ends.yes, cut: lower, sign: 1 });
  const no = sigmoids(scratch, { from: ends.abstain, to: ends.all, cut: upper, sign: -1 });
  const between = abstentions(scratch, { from: ends.yes, to: ends.abstain, lower, upper });
  const abstained = ends.abstain - ends.yes;
  return {
    value: yes.value + no.value + between.value - abstained * Math.log(-Math.expm1(-gap)),
    slope: yes.slope + no.slope + between.upper + between.lower,
    gapSlope: -no.slope - between.upper - abstained / Math.expm1(gap),
  };
}

/** Products are turned into logarithms before they overflow: no factor is above exp(300). Beyond that log(1 + exp(z)) is z. */
const large = 1e170;
const steep = 300;

/** The sum of log(1 + exp(sign (a - cut))) over a stretch, and its slopes. */
function sigmoids(scratch: Float64Array, { from, to, cut, sign }: { readonly from: number; readonly to: number; readonly cut: number; readonly sign: number }): { readonly value: number; readonly slope: number } {
  let value = 0;
  let product = 1;
  let sum = 0;
  for (let index = from; index < to; index++) {
    const over = sign * ((scratch[index] ?? 0) - cut);
    if (over > steep) value += over - steep;
    const exponential = Math.exp(Math.min(steep, over));
    const slope = sign * (exponential / (1 + exponential));
    product *= 1 + exponential;
    if (product > large) {
      value += Math.log(product);
      product = 1;
    }
    sum += slope;
    scratch[index] = slope;
  }
  return { value: value + Math.log(product), slope: sum };
}

/** The same for log(1 + exp(a - upper)) + log(1 + exp(lower - a)). */
function abstentions(scratch: Float64Array, { from, to, lower, upper }: { readonly from: number; readonly to: number; readonly lower: number; readonly upper: number }): { readonly value: number; readonly upper: number; readonly lower: number } {
  let value = 0;
  let product = 1;
  let above = 0;
  let below = 0;
  for (let index = from; index < to; index++) {
    const [over, under] = [(scratch[index] ?? 0) - upper, lower - (scratch[index] ?? 0)];
    if (Math.max(over, under) > steep) value += Math.max(over, under) - steep;
    const [up, down] = [Math.exp(Math.min(steep, over)), Math.exp(Math.min(steep, under))];
    const [fromUpper, fromLower] = [up / (1 + up), -down / (1 + down)];
    product *= (1 + up) * (1 + down);
    if (product > large) {
      value += Math.log(product);
      product = 1;
    }
    above += fromUpper;
    below += fromLower;
    scratch[index] = fromUpper + fromLower;
  }
  return { value: value + Math.log(product), upper: above, lower: below };
}
