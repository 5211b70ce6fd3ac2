/** A rule by weights: whoever together has at least the quota decides. Weights and quota are whole numbers. */
export interface WeightedRule {
  readonly weights: readonly number[];
  readonly quota: number;
}

export interface PowerIndices {
  /** Penrose-Banzhaf, normalised: shares of all swings. */
  readonly banzhaf: readonly number[];
  /** The share of coalitions of the others that the player turns from losing into winning. */
  readonly swings: readonly number[];
  /** Shapley-Shubik: shares of all orders in which the player is the one that brings the quota about. */
  readonly shapley: readonly number[];
}

/** What is wrong with a rule, in one sentence; undefined where it is sound. */
export function ruleProblem({ weights, quota }: WeightedRule): string | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return "The rule has no players.";
  if (!weights.every((weight) => Number.isInteger(weight) && weight >= 0)) return "Weights are whole numbers from 0 on; multiply decimals first.";
  if (!Number.isInteger(quota) || quota < 1) return "The quota is a whole number from 1 on.";
  if (quota > total) return `The quota of ${quota} can never be met: all weights together are ${total}.`;
  return total > 5_000_000 ? `The weights add up to ${total}; divide them by a common factor to stay below 5 million.` : undefined;
}

/**
 * Both indices, exact up to rounding: each is the mean chance that the player is pivotal when every other says yes with probability t,
 * for Banzhaf at t = 1/2, for Shapley over all t from 0 to 1 (the multilinear extension, Owen 1972), which a Gauss-Legendre rule with half
 * as many nodes as players integrates without error. All terms are probabilities, so nothing overflows or cancels, whatever the number of
 * players. Give only rules without a `ruleProblem`.
 */
export function powerIndices(rule: WeightedRule): PowerIndices {
  const swings = pivotChances(rule, 0.5);
  const all = swings.reduce((sum, value) => sum + value, 0);
  const shapley = rule.weights.map(() => 0);
  for (const { at, weight } of gaussLegendre(Math.ceil(rule.weights.length / 2))) {
    pivotChances(rule, at).forEach((chance, player) => (shapley[player] = (shapley[player] ?? 0) + weight * chance));
  }
  return { swings, banzhaf: swings.map((value) => value / all), shapley };
}

/** For each player the chance that the others, each in favour with probability t, fall short of the quota by no more than its weight. */
function pivotChances({ weights, quota }: WeightedRule, t: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const everybody = distribution(weights, t, total);
  const byWeight = new Map<number, number>();
  return weights.map((weight) => {
    const known = byWeight.get(weight);
    if (known !== undefined) return known;
    const chance = weight === 0 ? 0 : between(without(everybody, weight, t), quota - weight, quota);
    byWeight.set(weight, chance);
    return chance;
  });
}

function between(chances: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = Math.max(0, from); at < Math.min(to, chances.length); at++) sum += chances[at] ?? 0;
  return Math.max(0, sum);
}

/** The chance of each sum of the weights of those in favour. */
function distribution(weights: readonly number[], t: number, total: number): Float64Array {
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reached = 0;
  for (const weight of weights) {
    reached += weight;
    for (let sum = reached; sum >= 0; sum--) chances[sum] = (1 - t) * (chances[sum] ?? 0) + (sum >= weight ? t * (chances[sum - weight] ?? 0) : 0);
  }
  return chances;
}

/** The distribution with one player taken out again, from the end at which errors shrink on their way. */
function without(chances: Float64Array, weight: number, t: number): Float64Array {
  const rest = new Float64Array(chances.length - weight);
  if (t <= 0.5) for (let sum = 0; sum < rest.length; sum++) rest[sum] = ((chances[sum] ?? 0) - t * (rest[sum - weight] ?? 0)) / (1 - t);
  else for (let sum = rest.length - 1; sum >= 0; sum--) rest[sum] = ((chances[sum + weight] ?? 0) - (1 - t) * (rest[sum + weight] ?? 0)) / t;
  return rest;
}

/** Nodes and weights for integrals from 0 to 1: exact for polynomials up to degree 2 count - 1. */
function gaussLegendre(count: number): readonly { readonly at: number; readonly weight: number }[] {
  return Array.from({ length: count }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let { value, slope } = legendre(count, x);
    for (let round = 0; round < 50 && Math.abs(value) > 1e-15; round++) {
      x -= value / slope;
      ({ value, slope } = legendre(count, x));
    }
    return { at: (1 + x) / 2, weight: 1 / ((1 - x ** 2) * slope ** 2) };
  });
}

/** The Legendre polynomial of a degree and its derivative. */
function legendre(degree: number, x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (degree * (x * value - before)) / (x ** 2 - 1) };
}
