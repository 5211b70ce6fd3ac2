import { backward, cholesky, forward, inverse } from "#bargaining/dense";
import { ordered } from "#bargaining/ideal-points/ideal-points";

/** An answer (0 yes, 1 abstain, 2 no) of a voter whose place is known. */
export interface OrderedRow {
  readonly place: Float64Array;
  /** How much more easily than its place tells the voter says yes, in logits. */
  readonly readiness: number;
  readonly answer: number;
}

/** A normal distribution over the numbers of a roll call: a discrimination for each number of a place, the lower cutpoint, the logarithm of the gap. */
export interface NormalBelief {
  readonly mean: Float64Array;
  /** The inverse of the covariance, row by row. */
  readonly precision: Float64Array;
}

/** The numbers of a roll call that its answers and the belief before them make likeliest, and the covariance of what is not known of them. */
export interface OrderedFit {
  readonly numbers: Float64Array;
  readonly covariance: Float64Array;
}

/** Fits the ordered logit of one roll call to voters whose places are known: the maximum of the posterior, by Newton's method with expected curvature. */
export function fitOrdered(rows: readonly OrderedRow[], belief: NormalBelief): OrderedFit {
  const size = belief.mean.length;
  let numbers = belief.mean.slice();
  let value = negativeLog(rows, belief, numbers);
  for (let step = 0; step < 50; step++) {
    const { gradient, curvature } = derivatives(rows, belief, numbers);
    const factor = cholesky(curvature, size);
    if (!factor) break;
    const move = backward(factor, forward(factor, gradient, size), size);
    const next = shortened({ rows, belief }, { numbers, value }, move);
    const gain = value - next.value;
    ({ numbers, value } = next);
    if (gain < 1e-7) break;
  }
  return { numbers, covariance: inverse(derivatives(rows, belief, numbers).curvature, size) ?? new Float64Array(size * size) };
}

interface Place {
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/** Goes along a step, halved until the value falls; stays where no length lowers it. */
function shortened({ rows, belief }: { readonly rows: readonly OrderedRow[]; readonly belief: NormalBelief }, here: Place, move: Float64Array): Place {
  for (let length = 1; length > 1e-6; length /= 2) {
    const numbers = here.numbers.map((number, at) => number - length * (move[at] ?? 0));
    const value = negativeLog(rows, belief, numbers);
    if (value < here.value) return { numbers, value };
  }
  return here;
}

/** Minus the logarithm of the posterior density of a roll call's numbers, up to a constant. */
function negativeLog(rows: readonly OrderedRow[], { mean, precision }: NormalBelief, numbers: Float64Array): number {
  const off = numbers.map((number, at) => number - (mean[at] ?? 0));
  const size = off.length;
  let value = 0;
  for (let at = 0; at < precision.length; at++) value += 0.5 * (off[Math.floor(at / size)] ?? 0) * (precision[at] ?? 0) * (off[at % size] ?? 0);
  for (const row of rows) value -= Math.log(Math.max(1e-300, probabilities(row, numbers)[row.answer] ?? 0));
  return value;
}

/** P(yes), P(abstain), P(no) of a voter at a place who answers. */
export function probabilities({ place, readiness }: Pick<OrderedRow, "place" | "readiness">, numbers: Float64Array): readonly [number, number, number] {
  const lower = (numbers[place.length] ?? 0) + readiness - along(place, numbers);
  return ordered(lower, Math.exp(numbers[place.length + 1] ?? 0));
}

function along(place: Float64Array, numbers: Float64Array): number {
  let sum = 0;
  for (let axis = 0; axis < place.length; axis++) sum += (place[axis] ?? 0) * (numbers[axis] ?? 0);
  return sum;
}

/** The gradient of `negativeLog`, and its expected curvature, which is that of a minimum everywhere. */
function derivatives(rows: readonly OrderedRow[], { mean, precision }: NormalBelief, numbers: Float64Array): { readonly gradient: Float64Array; readonly curvature: Float64Array } {
  const size = numbers.length;
  const curvature = precision.slice();
  const gradient = new Float64Array(size);
  for (let at = 0; at < precision.length; at++) gradient[Math.floor(at / size)] = (gradient[Math.floor(at / size)] ?? 0) + (precision[at] ?? 0) * ((numbers[at % size] ?? 0) - (mean[at % size] ?? 0));
  const gap = Math.exp(numbers[size - 1] ?? 0);
  for (const row of rows) {
    const [yes, abstain, no] = probabilities(row, numbers);
    const [low, high] = [yes * (1 - yes), no * (1 - no)];
    // The slopes of the three probabilities by the lower and by the upper cutpoint.
    const slopes = [[low, 0], [-low, high], [0, -high]] as const;
    const u = Float64Array.from({ length: size }, (_, at) => (at < size - 2 ? -(row.place[at] ?? 0) : at === size - 2 ? 1 : 0));
    const v = u.with(size - 1, gap);
    [yes, abstain, no].forEach((chance, answer) => {
      const share = Math.max(chance, 1e-12);
      const [byLower = 0, byUpper = 0] = slopes[answer] ?? [];
      const score = u.map((value, at) => byLower * value + byUpper * (v[at] ?? 0));
      if (answer === row.answer) for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) - (score[at] ?? 0) / share;
      for (let at = 0; at < curvature.length; at++) curvature[at] = (curvature[at] ?? 0) + ((score[Math.floor(at / size)] ?? 0) * (score[at % size] ?? 0)) / share;
    });
  }
  return { gradient, curvature };
}
