import type { Attachments } from "#core/attachments";
import type { CalendarDate } from "#kit/date";
import type { Interval } from "#kit/interval";
import type { FrontMatter } from "#model/outline";
import type { Grade } from "#model/grade";
import type { Names } from "#model/names";

/** The variable whose states are the scenarios. */
export const scenarioVariable = "scenarios";
/** The variable whose states are the rival hypotheses. */
export const hypothesisVariable = "hypotheses";

/** What one technique contributes to the network. The core merges the pieces; the order of pieces never matters. */
export interface NetworkPiece {
  readonly variables: readonly Variable[];
  readonly opinions: readonly Opinion[];
  readonly evidence: readonly Evidence[];
  readonly watched: readonly Watched[];
  readonly dependents: readonly Dependent[];
  /** What the technique had to leave out or assume, in sentences for the reader of the forecast. */
  readonly notes: readonly string[];
}
export const emptyPiece: NetworkPiece = { variables: [], opinions: [], evidence: [], watched: [], dependents: [], notes: [] };

/** The question asked of the document: which part of the log counts, what is left out, what is taken as given. */
export interface Situation {
  readonly names: Names;
  readonly document: FrontMatter;
  /** Items dated later do not count. */
  readonly until?: CalendarDate;
  /** Ids that do not count: observations, indicators, assumptions, tests, forecasters (sources are dropped by the core). */
  readonly without: ReadonlySet<string>;
  /** Taken as given: `A1` to `fails`, `I1` to `crossed`. */
  readonly assumed: ReadonlyMap<string, string>;
  /** The files beside the document that its parts asked for. */
  readonly attachments?: Attachments;
}

/** A discrete variable, set by the technique that declares it and by no other. */
export interface Variable {
  readonly id: string;
  readonly states: readonly { readonly id: string; readonly title: string; readonly residual: boolean }[];
}

/** A distribution over a variable that somebody holds; the owner's pool makes the prior of them. */
export interface Opinion {
  /** The forecaster's name, or `stated` for the author's own. */
  readonly id: string;
  readonly variable: string;
  readonly kind: "stated" | "estimate" | "base rate" | "simulation";
  readonly weight: number;
  readonly date?: CalendarDate;
  /** By state, as given. A state without a number shares what the others leave; the pool divides by the sum. */
  readonly probabilities: Readonly<Record<string, Interval>>;
}

/** A likelihood vector: P(this is observed | state), before grade and dependence. */
export interface Evidence {
  readonly id: string;
  readonly kind: "observation" | "test";
  /** The variable whose states the vector runs over: the scenarios, the hypotheses, or an assumption's id. */
  readonly variable: string;
  /** The indicator, assumption or hypothesis it bears on. */
  readonly bearsOn: string;
  readonly reading: string;
  readonly text: string;
  readonly date?: CalendarDate;
  readonly sources: readonly string[];
  /** The grade that is given to the item itself. */
  readonly grade: Grade;
  /** The grades that are given to single sources of it, by key. */
  readonly citedGrades?: Readonly<Record<string, Grade>>;
  /** How many outcomes the reading could have had: the noise of a wrong report is 1 / outcomes. */
  readonly outcomes: number;
  readonly likelihood: Readonly<Record<string, Interval>>;
  /** States that the author eliminates by an explicit act. */
  readonly eliminates: readonly string[];
  /** A declared cluster of dependent items, beside shared sources and origins. */
  readonly cluster?: string;
}

/** An indicator that may still be crossed or not. */
export interface Watched {
  readonly id: string;
  readonly variable: string;
  /** P(crossed by the horizon | state), by state. */
  readonly crossing: Readonly<Record<string, Interval>>;
  /** The evidence that stands for its latest quiet look, if there is one, and how much of the time it covered (0 to 1). */
  readonly quiet?: { readonly evidence: string; readonly elapsed: number };
}

/** A binary variable with the states `holds` and `fails`, child of another: an assumption and the scenarios if it fails. */
export interface Dependent {
  readonly id: string;
  readonly title: string;
  readonly variable: string;
  readonly holds?: Interval;
  /** The distribution over the variable's states if it fails, as stated; need not sum to 1. */
  readonly ifFails?: Readonly<Record<string, Interval>>;
}
