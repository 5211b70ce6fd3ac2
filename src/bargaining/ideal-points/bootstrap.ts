import { seededRandom } from "#kit/random";
import { findMode } from "./fit.ts";
import { inFrame, procrustes, standardFrame, turned } from "./frame.ts";
import type { IdealPoints } from "./ideal-points.ts";
import { simulatedCalls } from "./simulate.ts";

/**
 * Standard errors of the points by the parametric bootstrap, k numbers a point: the votes are drawn anew from the fit and fitted
 * again `draws` times; each fit is put in its own standard frame and turned to lie nearest to the first.
 */
export function bootstrapErrors(fit: IdealPoints, { draws, seed }: { readonly draws: number; readonly seed: number }): Float64Array {
  const random = seededRandom(seed);
  const { mode, dimensions, periods } = fit;
  const points = fit.parameters.slice(0, mode.model.table.pointCount * dimensions);
  const squares = new Float64Array(points.length);
  for (let draw = 0; draw < draws; draw++) {
    const again = findMode(simulatedCalls(fit, random), { dimensions, priors: mode.model.priors, start: mode.parameters, ...(periods && { periods }) });
    const positions = alignedPositions(fit, again.parameters, points);
    for (let at = 0; at < squares.length; at++) squares[at] = (squares[at] ?? 0) + ((positions[at] ?? 0) - (points[at] ?? 0)) ** 2 / draws;
  }
  return squares.map(Math.sqrt);
}

function alignedPositions({ mode, dimensions }: IdealPoints, parameters: Float64Array, points: Float64Array): Float64Array {
  const frame = standardFrame(mode.model, parameters);
  const own = inFrame(frame, mode.model, parameters).slice(0, points.length);
  return inFrame(turned(frame, procrustes(own, points, dimensions), dimensions), mode.model, parameters).slice(0, points.length);
}
