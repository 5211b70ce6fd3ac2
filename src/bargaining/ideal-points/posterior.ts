import type { Objective } from "#bargaining/minimise";
import { likelihoodOf } from "./likelihood.ts";
import { rollCallsFrom, rollCallWidth, type Model } from "./model.ts";
import { addPriors } from "./prior-terms.ts";

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
