import { pointWidth, rollCallsFrom, type Model } from "./model.ts";
import { tie } from "./priors.ts";

/** The precisions of the priors of a roll call's numbers, in their order. */
export function rollCallPrecisions({ dimensions, priors }: Pick<Model, "dimensions" | "priors">): Float64Array {
  const precisions = new Float64Array(dimensions + 2).fill(1 / priors.discrimination ** 2);
  precisions[dimensions] = 1 / priors.cutpoint ** 2;
  precisions[dimensions + 1] = 1 / priors.logGap ** 2;
  return precisions;
}

/** Adds the gradient of minus the log prior and gives its value. */
export function addPriors(model: Model, x: Float64Array, gradient: Float64Array): number {
  return addPointPriors(model, x, gradient) + addRollCallPriors(model, x, gradient);
}

function addPointPriors(model: Model, x: Float64Array, gradient: Float64Array): number {
  const { table, priors } = model;
  const width = pointWidth(model);
  let value = 0;
  for (let point = 0; point < table.pointCount; point++) {
    const gap = table.gaps[point] ?? 0;
    const precision = tie(priors, gap);
    for (let at = point * width; at < (point + 1) * width; at++) {
      const move = (x[at] ?? 0) - (gap === 0 ? 0 : (x[at - width] ?? 0));
      value += 0.5 * precision * move ** 2;
      gradient[at] = (gradient[at] ?? 0) + precision * move;
      if (gap > 0) gradient[at - width] = (gradient[at - width] ?? 0) - precision * move;
    }
  }
  return value;
}

function addRollCallPriors(model: Model, x: Float64Array, gradient: Float64Array): number {
  const precisions = rollCallPrecisions(model);
  let value = 0;
  for (let at = rollCallsFrom(model); at < x.length; ) {
    for (let place = 0; place < precisions.length; place++, at++) {
      const precision = precisions[place] ?? 0;
      value += 0.5 * precision * (x[at] ?? 0) ** 2;
      gradient[at] = (gradient[at] ?? 0) + precision * (x[at] ?? 0);
    }
  }
  return value;
}
