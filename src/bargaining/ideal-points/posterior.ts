import type { Objective } from "#bargaining/minimise";
import { likelihoodOf } from "./likelihood.ts";
import { addPriors, type Priors } from "./priors.ts";
import type { AnswerTable } from "./table.ts";

/** The model of a table: what the posterior and its derivatives need. */
export interface Model {
  readonly table: AnswerTable;
  readonly dimensions: number;
  readonly priors: Priors;
}

/** How many numbers describe a roll call: its discriminations, its lower cutpoint, the logarithm of the gap to the upper one. */
export const rollCallWidth = (dimensions: number): number => dimensions + 2;

/** Where the numbers of the roll calls begin in a vector of parameters; those of the points come before them. */
export const rollCallsFrom = ({ table, dimensions }: Model): number => table.pointCount * dimensions;

export const parameterCount = (model: Model): number => rollCallsFrom(model) + model.table.rollCallCount * rollCallWidth(model.dimensions);

/** Minus the logarithm of the posterior density, up to a constant, and its gradient. */
export function negativeLogPosterior(model: Model): Objective {
  const from = rollCallsFrom(model);
  const width = rollCallWidth(model.dimensions);
  const likelihood = likelihoodOf(model);
  return (x, gradient) => {
    gradient.fill(0);
    let value = addPriors(model, x, gradient);
    for (let rollCall = 0; rollCall < model.table.rollCallCount; rollCall++) value += likelihood(x, gradient, { rollCall, at: from + rollCall * width });
    return value;
  };
}
