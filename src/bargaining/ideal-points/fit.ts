import { seededRandom } from "#kit/random";
import { minimise } from "#bargaining/minimise";
import type { Periods } from "#bargaining/votes/periods";
import type { RollCalls } from "#bargaining/votes/roll-calls";
import { inverseDiagonal } from "./curvature.ts";
import type { Model } from "./model.ts";
import { negativeLogPosterior } from "./posterior.ts";
import { defaultPriors, type Priors } from "./priors.ts";
import { continued, startingValues, type EarlierFit } from "./start.ts";
import { answerTable } from "./table.ts";

export interface FitOptions {
  readonly dimensions: number;
  /** Whether voters have a readiness beside their place (see `Model`); where nothing is said, they have on two axes and more: one axis alone is then the one of the literature. */
  readonly readiness?: boolean;
  /** With periods a voter's point moves from one to the next by a random walk; without, it stands still. */
  readonly periods?: Periods;
  readonly priors?: Priors;
  readonly seed?: number;
  readonly iterations?: number;
  /** Parameters to begin from, as an earlier fit of the same shape gave them. */
  readonly start?: Float64Array;
  /** A fit to begin from, of as many axes (see `continued`): where the search ends changes by no more than its tolerance, and votes that came in since are fitted sooner. */
  readonly earlier?: EarlierFit;
}

/** The mode of the posterior, not yet turned into a frame that a person can read (see `identify`). */
export interface Mode {
  readonly model: Model;
  readonly parameters: Float64Array;
  readonly negativeLogPosterior: number;
  readonly iterations: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

/** Fits the ordered logit with normal priors: the maximum of the posterior. The same calls, options and seed give the same numbers. */
export function findMode(calls: RollCalls, options: FitOptions): Mode {
  const { dimensions, readiness = options.dimensions > 1, periods, priors = defaultPriors, seed = 1, iterations = 400 } = options;
  const model: Model = { table: answerTable(calls, periods), dimensions, readiness, priors };
  const objective = negativeLogPosterior(model);
  const { start = options.earlier ? continued(model, calls, options.earlier) : startingValues(model, seededRandom(seed)) } = options;
  const { x, value, ...search } = minimise(objective, start, { ...searchSettings, iterations, inverseDiagonal: (at) => inverseDiagonal(model, at) });
  return { model, parameters: x, negativeLogPosterior: value, ...search };
}

/** Tight enough that a hundredth of the change of a probability is in the noise; the first is in units of a parameter's spread. */
const searchSettings = { tolerance: 0.02, progress: 2e-5, memory: 8 };
