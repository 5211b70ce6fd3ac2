import { ballot, type RollCalls } from "#bargaining/votes/roll-calls";
import { experts, type Expert, type Opinion } from "./opinions.ts";

/** An answer that was given, and what each expert had said of it before: three probabilities an expert, in the order of `experts`. */
export interface Trial {
  readonly answer: number;
  readonly said: Float64Array;
}

/** How forecasts of answers did: the share held likeliest that came true, and the mean log of the probability given to what came. */
export interface Score {
  readonly name: string;
  readonly accuracy: number;
  readonly logLikelihood: number;
}

/** The answers to a roll call beside what the experts said. */
export function trialsOf({ starts, voterOf, ballots }: RollCalls, rollCall: number, opinions: Readonly<Record<Expert, Opinion>>): readonly Trial[] {
  const trials: Trial[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
    const answer = ballots[at] ?? 0;
    if (answer !== ballot.absent) trials.push({ answer, said: saidOf(opinions, voterOf[at] ?? 0) });
  }
  return trials;
}

/** What the experts say of one voter, one behind the other. */
export function saidOf(opinions: Readonly<Record<Expert, Opinion>>, voter: number): Float64Array {
  const said = new Float64Array(3 * experts.length);
  experts.forEach((expert, place) => said.set(opinions[expert].subarray(3 * voter, 3 * voter + 3), 3 * place));
  return said;
}

/** The opinions pooled: each probability is the weighted mean of what the experts say. */
export const mixed = (said: Float64Array, weights: readonly number[]): readonly number[] =>
  [0, 1, 2].map((answer) => weights.reduce((sum, weight, place) => sum + weight * (said[3 * place + answer] ?? 0), 0));

/**
 * The weights, summing to 1, under which what came was likeliest: expectation and maximisation for a mixture, with one made-up answer
 * for each expert so that none is shut out for good. Without trials all weigh alike.
 */
export function mixtureWeights(trials: readonly Trial[]): readonly number[] {
  let weights: readonly number[] = experts.map(() => 1 / experts.length);
  for (let round = 0; round < 200; round++) {
    const credit = experts.map(() => 1);
    for (const { answer, said } of trials) {
      const total = weights.reduce((sum, weight, place) => sum + weight * (said[3 * place + answer] ?? 0), 0);
      weights.forEach((weight, place) => (credit[place] = (credit[place] ?? 0) + (weight * (said[3 * place + answer] ?? 0)) / total));
    }
    const next = credit.map((value) => value / (trials.length + experts.length));
    const moved = next.reduce((largest, weight, place) => Math.max(largest, Math.abs(weight - (weights[place] ?? 0))), 0);
    weights = next;
    if (moved < 1e-5) break;
  }
  return weights;
}

/** Scores a way to forecast; a probability of 0 counts as one in ten thousand. */
export function scored(name: string, trials: readonly Trial[], forecast: (trial: Trial) => readonly number[]): Score {
  let [hits, sum] = [0, 0];
  for (const trial of trials) {
    const probabilities = forecast(trial);
    if (probabilities.indexOf(Math.max(...probabilities)) === trial.answer) hits++;
    sum += Math.log(Math.max(1e-4, probabilities[trial.answer] ?? 0));
  }
  return { name, accuracy: hits / trials.length, logLikelihood: sum / trials.length };
}

/** The scores of every expert alone, and of the forecast that everybody votes yes. */
export const baselineScores = (trials: readonly Trial[]): readonly Score[] => [
  scored("always yes", trials, () => [1, 0, 0]),
  ...experts.map((expert, place) => scored(expert, trials, ({ said }) => Array.from(said.subarray(3 * place, 3 * place + 3)))),
];
