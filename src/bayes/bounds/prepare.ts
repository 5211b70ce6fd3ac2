import type { Marginal } from "#bayes/answer";
import { Climber } from "#bayes/bounds/ascend";
import { boxProblems, type Boxes } from "#bayes/bounds/boxes";
import { Model, type Ratio } from "#bayes/bounds/evaluate";
import { questionAbout } from "#bayes/bounds/question";
import { Relaxation } from "#bayes/bounds/relax";
import { RowBox } from "#bayes/bounds/row-box";
import { scheduleFor, type Schedule, type TooWide } from "#bayes/bounds/schedule";
import { Search } from "#bayes/bounds/search";
import { infer } from "#bayes/infer";
import { evidenceBeside, type Evidence, type Network } from "#bayes/network";

/** A network whose tables are only known to lie in boxes, what is known, and the variable asked about. */
export interface IntervalQuestion {
  readonly network: Network;
  readonly boxes: Boxes;
  readonly evidence: Evidence;
  /** What the evidence says of the target itself is left out. */
  readonly target: string;
}

/** All that is needed to bound a target's posterior. */
export interface Prepared {
  readonly kind: "prepared";
  readonly states: readonly string[];
  /** The posterior where every entry is at its point. */
  readonly point: Marginal;
  readonly schedule: Schedule;
  readonly box: RowBox;
  readonly model: Model;
  readonly climber: Climber;
  readonly relaxation: Relaxation;
  /** The relative error that rounding can make in a bound. */
  readonly rounding: number;
}

/** Why there are no bounds: the evidence is impossible at the point, or the lists would not fit the memory. */
export type Unbounded = { readonly kind: "impossible"; readonly conflict: readonly string[] } | TooWide;

/** Prepares a question; one with a problem is refused: ask `networkProblems`, `evidenceProblems` and `boxProblems` first. */
export function prepare({ network, boxes, evidence, target }: IntervalQuestion): Prepared | Unbounded {
  const [problem] = boxProblems(network, boxes);
  if (problem !== undefined) throw new RangeError(problem);
  const question = questionAbout(network, evidence, target);
  const answer = infer(network, evidenceBeside(evidence, target), [target]);
  if (answer.kind === "impossible") return answer;
  if (answer.kind === "too large") return { kind: "too wide", entries: answer.entries };
  const schedule = scheduleFor(question);
  if (schedule.kind === "too wide") return schedule;
  const box = new RowBox(schedule, boxes);
  const model = new Model(schedule);
  return {
    kind: "prepared",
    states: question.network.states[question.target] ?? [],
    point: answer.posteriors.get(target) ?? [],
    schedule,
    box,
    model,
    climber: new Climber(model, box),
    relaxation: new Relaxation(schedule, box),
    rounding: roundingOf(schedule),
  };
}

/**
 * Each list is read once and holds sums of products of numbers that are not negative, so that its relative error is at most
 * the number of operations behind it times the unit of rounding; a level has that of two sums, each with the choice of its
 * rows made on rounded numbers.
 */
const roundingOf = ({ steps }: Schedule): number => 4 * steps.reduce((count, { width }) => count + width + 2, 0) * 2 ** -53;

/** Starts a search for the greatest value of a ratio. */
export const searchFor = ({ climber, relaxation, box }: Prepared, ratio: Ratio): Search => new Search({ climber, relaxation }, ratio, box.point);

/** P(state | what is known), or with `others` that of all other states. */
export const posteriorRatio = ({ states }: Prepared, state: number, others = false): Ratio => ({
  over: states.map((_, at) => Number((at === state) !== others)),
  under: states.map(() => 1),
});
