import { ballot } from "#bargaining/votes/roll-calls";
import { rollCallPrecisions } from "./prior-terms.ts";
import { tie } from "./priors.ts";
import { asked, parameterCount, pointWidth, rollCallsFrom, rollCallWidth, type Model } from "./model.ts";

/**
 * The second derivatives of one answer's minus log likelihood: `lower` by u, `upper` by v (see `likelihoodOf`), both 0 where
 * the answer does not touch that cutpoint. By what is asked, the second derivative is their sum.
 */
export interface AnswerCurvature {
  readonly rollCall: number;
  /** Where the numbers of the roll call and of the point begin in the parameters. */
  readonly rollCallAt: number;
  readonly pointAt: number;
  readonly lower: number;
  readonly upper: number;
}

/** Calls `visit` for every answer; the object it gets is the same each time. */
export function forEachCurvature(model: Model, x: Float64Array, visit: (answer: AnswerCurvature) => void): void {
  const { table, dimensions } = model;
  const width = pointWidth(model);
  const answer = { rollCall: 0, rollCallAt: 0, pointAt: 0, lower: 0, upper: 0 };
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    answer.rollCall = rollCall;
    answer.rollCallAt = rollCallsFrom(model) + rollCall * rollCallWidth(dimensions);
    const lower = x[answer.rollCallAt + dimensions] ?? 0;
    const upper = lower + Math.exp(x[answer.rollCallAt + dimensions + 1] ?? 0);
    for (const code of [ballot.yes, ballot.abstain, ballot.no]) {
      for (let at = table.starts[3 * rollCall + code] ?? 0; at < (table.starts[3 * rollCall + code + 1] ?? 0); at++) {
        answer.pointAt = (table.pointOf[at] ?? 0) * width;
        const latent = asked(model, x, answer);
        answer.lower = code === ballot.no ? 0 : bell(lower - latent);
        answer.upper = code === ballot.yes ? 0 : bell(upper - latent);
        visit(answer);
      }
    }
  }
}

/** s(x) (1 - s(x)), s the logistic function. */
const bell = (x: number): number => {
  const share = 1 / (1 + Math.exp(-Math.abs(x)));
  return share * (1 - share);
};

/** The curvature by the gap that log(1 - exp(-gap)) adds for one abstention. */
export const gapBell = (gap: number): number => 1 / (4 * Math.sinh(0.5 * Math.min(gap, 600)) ** 2);

/** One over the diagonal of the Hessian at `x`, for a search to start from. The part that may be negative is left out. */
export function inverseDiagonal(model: Model, x: Float64Array): Float64Array {
  const { table, dimensions, readiness } = model;
  const diagonal = priorDiagonal(model);
  const add = (at: number, value: number): void => void (diagonal[at] = (diagonal[at] ?? 0) + value);
  forEachCurvature(model, x, ({ rollCallAt, pointAt, lower, upper }) => {
    for (let axis = 0; axis < dimensions; axis++) {
      add(pointAt + axis, (lower + upper) * (x[rollCallAt + axis] ?? 0) ** 2);
      add(rollCallAt + axis, (lower + upper) * (x[pointAt + axis] ?? 0) ** 2);
    }
    if (readiness) add(pointAt + dimensions, lower + upper);
    add(rollCallAt + dimensions, lower + upper);
    add(rollCallAt + dimensions + 1, upper * Math.exp(2 * (x[rollCallAt + dimensions + 1] ?? 0)));
  });
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    const at = rollCallsFrom(model) + rollCall * rollCallWidth(dimensions) + dimensions + 1;
    const gap = Math.exp(x[at] ?? 0);
    add(at, ((table.starts[3 * rollCall + 2] ?? 0) - (table.starts[3 * rollCall + 1] ?? 0)) * gap ** 2 * gapBell(gap));
  }
  return diagonal.map((value) => 1 / value);
}

function priorDiagonal(model: Model): Float64Array {
  const { table, priors } = model;
  const width = pointWidth(model);
  const diagonal = new Float64Array(parameterCount(model));
  for (let point = 0; point < table.pointCount; point++) {
    const [gap, next] = [table.gaps[point] ?? 0, table.gaps[point + 1] ?? 0];
    diagonal.fill(tie(priors, gap) + (next > 0 ? tie(priors, next) : 0), point * width, (point + 1) * width);
  }
  const precisions = rollCallPrecisions(model);
  for (let at = rollCallsFrom(model); at < diagonal.length; at += precisions.length) diagonal.set(precisions, at);
  return diagonal;
}
