/** A probability for each state, from somebody whose word has this weight. Need not sum to 1: it is divided by its sum. */
export interface WeightedOpinion {
  readonly probabilities: readonly number[];
  readonly weight: number;
}

export type PoolingLaw = "geometric" | "arithmetic";

/**
 * One distribution from several, over the same states in the same order. `geometric`: the weighted mean of log
 * probabilities, normalised; for two states the geometric mean of odds. It is externally Bayesian (Genest 1984): to update
 * the pool is to pool the updates. A zero in any opinion is a veto. `arithmetic`: the weighted mean.
 * Above 1, `exponent` moves the pool away from the middle (extremising; Satopää and others 2014); 1 leaves it alone.
 * undefined without opinions, and where the vetoes leave no state.
 */
export function pool(opinions: readonly WeightedOpinion[], law: PoolingLaw = "geometric", exponent = 1): readonly number[] | undefined {
  const total = opinions.reduce((sum, { weight }) => sum + weight, 0);
  const states = opinions[0]?.probabilities.length ?? 0;
  const mean = law === "geometric" ? geometricMean : arithmeticMean;
  const pooled = Array.from({ length: states }, (_, state) => mean(opinions, state, total) ** exponent);
  return normalised(pooled);
}

/** The vector divided by its sum; undefined where the sum is 0. */
export function normalised(vector: readonly number[]): readonly number[] | undefined {
  const sum = vector.reduce((total, value) => total + value, 0);
  return sum > 0 ? vector.map((value) => value / sum) : undefined;
}

/** The divisors of the opinions are the same for every state, so they may be left out here. */
const geometricMean = (opinions: readonly WeightedOpinion[], state: number, total: number): number =>
  Math.exp(opinions.reduce((sum, { probabilities, weight }) => sum + (weight / total) * Math.log(probabilities[state] ?? 0), 0));

const arithmeticMean = (opinions: readonly WeightedOpinion[], state: number, total: number): number =>
  opinions.reduce((sum, { probabilities, weight }) => sum + (weight / total) * (normalised(probabilities)?.[state] ?? 0), 0);
