import { seededRandom } from "#kit/random";
import { findMode } from "./fit.ts";
import { inFrame, procrustes, standardFrame, turned } from "./frame.ts";
import { placesOf, type IdealPoints } from "./ideal-points.ts";
import { rollCallsFrom } from "./model.ts";
import { simulatedCalls } from "./simulate.ts";

/**
 * Standard errors of the numbers of the points by the parametric bootstrap: the votes are drawn anew from the fit and fitted
 * again `draws` times; each fit is put in its own standard frame and turned to lie nearest to the first.
 */
export function bootstrapErrors(fit: IdealPoints, { draws, seed }: { readonly draws: number; readonly seed: number }): Float64Array {
  const random = seededRandom(seed);
  const { mode, dimensions, periods } = fit;
  const { priors, readiness } = mode.model;
  const points = fit.parameters.slice(0, rollCallsFrom(mode.model));
  const squares = new Float64Array(points.length);
  for (let draw = 0; draw < draws; draw++) {
    const again = findMode(simulatedCalls(fit, random), { dimensions, readiness, priors, start: mode.parameters, ...(periods && { periods }) });
    const positions = alignedPositions(fit, again.parameters);
    for (let at = 0; at < squares.length; at++) squares[at] = (squares[at] ?? 0) + ((positions[at] ?? 0) - (points[at] ?? 0)) ** 2 / draws;
  }
  return squares.map(Math.sqrt);
}

function alignedPositions({ mode: { model }, dimensions, parameters: first }: IdealPoints, parameters: Float64Array): Float64Array {
  const frame = standardFrame(model, parameters);
  const turn = procrustes(placesOf(model, inFrame(frame, model, parameters)), placesOf(model, first), dimensions);
  return inFrame(turned(frame, turn, dimensions), model, parameters).slice(0, rollCallsFrom(model));
}
