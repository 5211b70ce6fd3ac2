import type { Periods } from "#bargaining/votes/periods";
import type { RollCalls } from "#bargaining/votes/roll-calls";
import { forEachCurvature } from "./curvature.ts";
import { laplaceCovariances } from "./errors.ts";
import { findMode, type FitOptions, type Mode } from "./fit.ts";
import { inFrame, standardFrame, turned, procrustes, type Frame } from "./frame.ts";
import { asked, pointWidth, rollCallsFrom, rollCallWidth, type Model } from "./model.ts";

/** Ideal points in a frame that is fixed by convention, with the roll calls that gave them. */
export interface IdealPoints {
  readonly calls: RollCalls;
  readonly periods?: Periods;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly frame: Frame;
  /** The parameters in the frame: for each point its place on k axes and, where voters have one, its readiness; then for each roll call k discriminations, the lower cutpoint and the logarithm of the gap. */
  readonly parameters: Float64Array;
}

/** Fits ideal points; `anchors` names for each axis a voter that is to be positive on it. */
export function fitIdealPoints(calls: RollCalls, options: FitOptions & { readonly anchors?: readonly string[] }): IdealPoints {
  const { anchors = [], ...rest } = options;
  const mode = findMode(calls, rest);
  const numbers = anchors.map((id) => calls.voters.findIndex((voter) => voter.id === id)).map((at) => (at < 0 ? undefined : at));
  return inNewFrame({ calls, dimensions: rest.dimensions, mode, ...(rest.periods && { periods: rest.periods }) }, standardFrame(mode.model, mode.parameters, numbers));
}

const inNewFrame = (fit: Omit<IdealPoints, "frame" | "parameters">, frame: Frame): IdealPoints => ({ ...fit, frame, parameters: inFrame(frame, fit.mode.model, fit.mode.parameters) });

/** Covariances of the errors of each point's numbers by Laplace's approximation, a square matrix a point; undefined where the fit is no maximum. */
export const errorCovariances = ({ mode, frame }: IdealPoints): Float64Array | undefined => laplaceCovariances(mode.model, mode.parameters, frame);

/** Standard errors of the points' numbers, as many as a point has; undefined where the fit is no maximum. */
export function standardErrors(fit: IdealPoints, covariances: Float64Array | undefined = errorCovariances(fit)): Float64Array | undefined {
  const width = pointWidth(fit.mode.model);
  return covariances && Float64Array.from({ length: covariances.length / width }, (_, at) => Math.sqrt(covariances[Math.floor(at / width) * width ** 2 + (at % width) * (width + 1)] ?? 0));
}

/** The points' places on the axes alone, k numbers a point. */
export function placesOf(model: Model, parameters: Float64Array): Float64Array {
  const width = pointWidth(model);
  return Float64Array.from({ length: model.table.pointCount * model.dimensions }, (_, at) => parameters[Math.floor(at / model.dimensions) * width + (at % model.dimensions)] ?? 0);
}

/** The fit turned (rotated or mirrored, nothing more) to lie nearest to positions known from elsewhere: k numbers for some of the points. */
export function alignedTo(fit: IdealPoints, known: ReadonlyMap<number, Float64Array>): IdealPoints {
  const { dimensions } = fit;
  const places = placesOf(fit.mode.model, fit.parameters);
  const [from, to] = [new Float64Array(known.size * dimensions), new Float64Array(known.size * dimensions)];
  Array.from(known).forEach(([point, position], row) => {
    from.set(places.subarray(point * dimensions, (point + 1) * dimensions), row * dimensions);
    to.set(position, row * dimensions);
  });
  return inNewFrame(fit, turned(fit.frame, procrustes(from, to, dimensions), dimensions));
}

/** P(yes), P(abstain), P(no) of a voter at a point in a roll call, given that it answers. */
export function answerProbabilities({ mode: { model }, parameters }: IdealPoints, point: number, rollCall: number): readonly [number, number, number] {
  const at = rollCallsFrom(model) + rollCall * rollCallWidth(model.dimensions);
  const lower = (parameters[at + model.dimensions] ?? 0) - asked(model, parameters, { rollCallAt: at, pointAt: point * pointWidth(model) });
  return ordered(lower, Math.exp(parameters[at + model.dimensions + 1] ?? 0));
}

/** The three probabilities where the cutpoints lie `lower` and `lower + gap` above what the voter is asked to swallow. */
export function ordered(lower: number, gap: number): readonly [number, number, number] {
  const [yes, no] = [logistic(lower), logistic(-(lower + gap))];
  return [yes, Math.max(0, 1 - yes - no), no];
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** How much the answers to each roll call tell about each axis: k numbers a roll call. An axis has no other name than these. */
export function loadings({ mode: { model }, parameters }: IdealPoints): Float64Array {
  const { dimensions, table } = model;
  const result = new Float64Array(table.rollCallCount * dimensions);
  forEachCurvature(model, parameters, ({ rollCall, rollCallAt, lower, upper }) => {
    for (let axis = 0; axis < dimensions; axis++) {
      const at = rollCall * dimensions + axis;
      result[at] = (result[at] ?? 0) + (lower + upper) * (parameters[rollCallAt + axis] ?? 0) ** 2;
    }
  });
  return result;
}
