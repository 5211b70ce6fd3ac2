import type { Job, OutcomeWanted } from "#bargaining/forums/jobs";
import { parametersWith, type Parameter, type ParameterName, type Parameters } from "#bargaining/forums/parameters";
import { relevantTo } from "#bargaining/forums/relevant";
import { morrisDesign, morrisEffects, type ElementaryEffects } from "#bargaining/screening/morris";
import { sobolDesign, sobolIndices, type SobolIndex } from "#bargaining/screening/sobol";
import { outcomeWords, readOutcomeTest } from "#core/negotiation/outcome-words";
import { lateNotes } from "#core/negotiation/late-sessions";
import { readNegotiation, type ReadNegotiation } from "#core/negotiation/read-negotiation";
import { seedFor } from "#kit/random";
import { withDeclared } from "./declared.ts";
import { simulationVersion, type SimulateOptions, type Source } from "./simulate.ts";
import { answersOf, inPlace, type Steps } from "./steps.ts";

export type ScreenMethod = "tornado" | "morris" | "sobol";

export interface ScreenOptions extends SimulateOptions {
  readonly method: ScreenMethod;
  /** The forum whose outcome is looked at, by its id; the first where absent. */
  readonly forum?: string;
  /** The outcome in words, `blocked or refused`; that it delivers where absent. */
  readonly outcome?: string;
  /** Trajectories of Morris's walks, or rows of Sobol's design. */
  readonly points: number;
}

/** What a result hangs on: shares from 0 to 1, parameters in their own units. */
export interface Screening {
  readonly question: string;
  readonly method: ScreenMethod;
  readonly forum: string;
  readonly title: string;
  readonly outcome: string;
  /** How often the outcome comes about with the values that are set. */
  readonly share: number;
  /** The most important first. */
  readonly parameters: readonly ScreenedParameter[];
  /** Of the shares at the points of Sobol's design. */
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly runs: number;
  /** How many points were run. */
  readonly points: number;
  readonly notes: readonly string[];
  readonly engine: { readonly version: string; readonly seed: number };
}

export interface ScreenedParameter {
  readonly name: ParameterName;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The share with this parameter alone at the ends of its range. */
  readonly atFrom: number;
  readonly atTo: number;
  readonly morris: ElementaryEffects | null;
  readonly sobol: SobolIndex | null;
}

/** Varies the parameters that are ours to see what an outcome hangs on; a sentence where there is nothing to vary. */
export const screen = (source: Source, options: ScreenOptions): Screening | string => inPlace(screenSteps(source, options), options.progress);

/** The same in steps. First one parameter at a time, then all together. All points have the same luck, so that what differs between two is the parameters' doing. */
export function* screenSteps({ names, document }: Source, asked: ScreenOptions): Steps<Screening | string> {
  const { options, notes } = withDeclared(names, asked);
  const read = readNegotiation(names, options, document);
  if (typeof read === "string") return read;
  const target = targetOf(read, options);
  if (typeof target === "string") return target;
  const study: Study = { ...target, read, options, values: parametersWith(options.parameters), parameters: relevantTo(read.negotiation, target.forum) };
  const ends = yield* sharesAt(study, [study.values, ...study.parameters.flatMap(({ name, from, to }) => [from, to].map((value) => ({ ...study.values, [name]: value })))], options.method === "tornado" ? 1 : 0.1);
  const tornado = study.parameters.map((parameter, at): ScreenedParameter => ({ ...rangeOf(parameter, study.values), atFrom: ends[1 + 2 * at] ?? 0, atTo: ends[2 + 2 * at] ?? 0, morris: null, sobol: null }));
  const { list, points, ...variance } = yield* together(study, tornado);
  return {
    question: document.question ?? "",
    method: options.method,
    forum: target.forum,
    title: names.find(target.forum)?.title ?? "",
    outcome: options.outcome ?? "delivers",
    share: ends[0] ?? 0,
    parameters: list.toSorted(byImportance),
    ...variance,
    runs: options.runs,
    points: points + ends.length,
    notes: [...notes, ...read.notes, ...lateNotes(names, document)],
    engine: { version: simulationVersion, seed: options.seed },
  };
}

interface Target {
  readonly forum: string;
  readonly wanted: OutcomeWanted;
}

interface Study extends Target {
  readonly read: ReadNegotiation;
  readonly options: ScreenOptions & { readonly seed: number };
  readonly values: Parameters;
  readonly parameters: readonly Parameter[];
}

function targetOf({ negotiation: { forums } }: ReadNegotiation, { forum: asked, outcome = "delivers" }: ScreenOptions): Target | string {
  const forum = asked === undefined ? forums[0] : forums.find(({ id }) => id === asked);
  if (!forum) return `it has no forum ${asked ?? ""} that is simulated; there are ${forums.map(({ id }) => id).join(", ")}`;
  const test = readOutcomeTest(outcome, forum.rule);
  if (!test) return `“${outcome}” is no outcome of ${forum.id}; there are ${outcomeWords(forum.rule)}`;
  return { forum: forum.id, wanted: { classes: [...test.classes], ...(test.text && { text: test.text }) } };
}

const rangeOf = ({ name, from, to }: Parameter, values: Parameters) => ({ name, value: values[name], from, to });

/** The most important first: by total share of variance, then by mu*, then by what a parameter does alone. */
function byImportance(one: ScreenedParameter, other: ScreenedParameter): number {
  const [first, second] = [one, other].map(({ atFrom, atTo, morris, sobol }) => [sobol?.total ?? -1, morris?.meanAbsolute ?? -1, Math.abs(atTo - atFrom)]);
  const place = first?.findIndex((value, at) => value !== second?.[at]) ?? -1;
  return place < 0 ? 0 : (second?.[place] ?? 0) - (first?.[place] ?? 0);
}

interface Together {
  readonly list: readonly ScreenedParameter[];
  readonly points: number;
  readonly mean: number | null;
  readonly deviation: number | null;
}

/** How many of the parameters that walks find important are looked at for their shares of variance. */
const mostImportant = 10;

/** Trajectories of the walks that choose them. */
const choosing = 10;

function* together(study: Study, tornado: readonly ScreenedParameter[]): Steps<Together> {
  const { method, points } = study.options;
  const none = { list: tornado, points: 0, mean: null, deviation: null };
  if (method === "tornado" || tornado.length === 0) return none;
  const walked = yield* walks(study, tornado, method === "morris" ? { trajectories: points, upTo: 1 } : { trajectories: choosing, upTo: 0.25 });
  if (method === "morris") return { ...none, ...walked };
  const chosen = walked.list.toSorted(byImportance).slice(0, mostImportant);
  const design = sobolDesign({ inputs: chosen.length, rows: points, seed: seedFor(study.options.seed, 3) });
  const shares = yield* sharesAt(study, design.points.map((point) => placed(study.values, chosen, point)), 1);
  const { mean, variance, indices } = sobolIndices(design, shares);
  return {
    list: walked.list.map((parameter) => ({ ...parameter, sobol: indices[chosen.indexOf(parameter)] ?? null })),
    points: walked.points + design.points.length,
    mean,
    deviation: Math.sqrt(variance),
  };
}

function* walks(study: Study, list: readonly ScreenedParameter[], { trajectories, upTo }: { readonly trajectories: number; readonly upTo: number }): Steps<Pick<Together, "list" | "points">> {
  const design = morrisDesign({ inputs: list.length, trajectories, seed: seedFor(study.options.seed, 2) });
  const shares = yield* sharesAt(study, design.points.map((point) => placed(study.values, list, point)), upTo);
  const effects = morrisEffects(design, shares);
  return { list: list.map((parameter, at) => ({ ...parameter, morris: effects[at] ?? null })), points: design.points.length };
}

/** A point of the unit cube as parameters. */
function placed(values: Parameters, list: readonly ScreenedParameter[], point: Float64Array): Parameters {
  return { ...values, ...Object.fromEntries(list.map(({ name, from, to }, at) => [name, from + (to - from) * (point[at] ?? 0)])) };
}

/** Points to a job. */
const pointsPerJob = 8;

function* sharesAt({ read: { negotiation }, options: { seed, runs }, forum, wanted }: Study, points: readonly Parameters[], upTo: number): Steps<readonly number[]> {
  const jobs = Array.from({ length: Math.ceil(points.length / pointsPerJob) }, (_, at): Job => ({ kind: "shares", negotiation, seed, runs, forum, outcome: wanted, points: points.slice(at * pointsPerJob, (at + 1) * pointsPerJob) }));
  return answersOf(yield { jobs, upTo }, "shares").flatMap(({ shares }) => shares);
}
