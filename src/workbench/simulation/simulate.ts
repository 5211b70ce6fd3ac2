import { parameters, parametersWith, type ParameterName, type Parameters } from "#bargaining/forums/parameters";
import { ruleFromWords, wordsOfRule } from "#bargaining/forums/rule-words";
import type { Rule } from "#bargaining/forums/rules";
import { accountsFrom, type Job } from "#bargaining/forums/jobs";
import type { Negotiation } from "#bargaining/forums/negotiation";
import type { Account } from "#bargaining/forums/run";
import { summaryOf, type ForumSummary, type OutcomeShare, type Share, type Spread } from "#bargaining/forums/summary";
import { flipRuns, flipsBetween, ruleChangeBetween, underOtherRule, type Flip, type RuleChange } from "#bargaining/forums/variants";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import { readNegotiation, type AskedInstead } from "#core/negotiation/read-negotiation";
import type { DatedEvent } from "#core/negotiation/read-parties";
import { declaredScenarios, withDeclared, writtenStatusQuo, type DeclaredScenarios } from "./declared.ts";
import { answersOf, inPlace, type Progress, type Steps } from "./steps.ts";

export { parameters, ruleFromWords, type DatedEvent, type ParameterName };

/** The version of the simulation's semantics: it changes whenever the same document and seed may give other numbers. */
export const simulationVersion = "2.0.0";

export interface SimulateOptions extends AskedInstead {
  readonly runs: number;
  /** The document's own where absent, else 1. */
  readonly seed?: number;
  readonly parameters: Partial<Parameters>;
  /** Called now and then with the share of the work that is done. */
  readonly progress?: Progress;
}

/** The simulation as `simulate --json` prints it: shares from 0 to 1 with their standard errors, texts on the scale from 0 to 100. */
export interface Simulation {
  readonly question: string;
  readonly asOf: string | null;
  readonly actors: number;
  /** Scales beside the first. */
  readonly dimensions: readonly string[];
  readonly events: readonly { readonly id: string; readonly chance: number; readonly actors: readonly string[] }[];
  readonly forums: readonly SimulatedForum[];
  readonly flips: readonly SimulatedFlip[];
  readonly otherRules: readonly SimulatedRule[];
  readonly parameters: readonly { readonly name: ParameterName; readonly value: number; readonly default: number; readonly origin: string }[];
  /** Where things stay as they are, from 0 to 100, on every scale; in the document's words where it says so and nothing else is asked. */
  readonly statusQuo: { readonly place: number; readonly written: string | null };
  /** What enters the forecast: the document's own runs. */
  readonly scenarios: DeclaredScenarios | null;
  readonly notes: readonly string[];
  readonly runs: number;
  readonly engine: { readonly version: string; readonly seed: number };
}

export interface SimulatedForum {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly members: number;
  readonly outcomes: readonly OutcomeShare[];
  readonly delivers: Share;
  readonly text: Spread | null;
  /** Where it lies on each further scale, in their order. */
  readonly further: readonly Spread[];
  readonly months: Spread | null;
  readonly fragile: number | null;
  readonly threat: { readonly forum: string; readonly chance: number; readonly weight: number; readonly text: number } | null;
}

export interface SimulatedFlip extends Share {
  readonly forum: string;
  readonly actor: string;
  readonly to: number;
  readonly pivot: boolean;
  readonly before: string;
  readonly after: string;
}

export interface SimulatedRule {
  readonly forum: string;
  readonly rule: string;
  readonly delivers: Share;
  readonly change: Share;
  readonly text: Spread | null;
}

export interface Source {
  readonly names: Names;
  readonly document: FrontMatter;
}

/** Simulates the negotiation of a document; a sentence that says what is missing where it gives nothing to simulate. */
export const simulate = (source: Source, options: SimulateOptions): Simulation | string => inPlace(simulateSteps(source, options), options.progress);

/** The same, in steps that can be shared out among threads: the result does not hang on how. */
export function* simulateSteps({ names, document }: Source, asked: SimulateOptions): Steps<Simulation | string> {
  const { options, notes } = withDeclared(names, asked);
  const read = readNegotiation(names, options, document);
  if (typeof read === "string") return read;
  const { runs, seed } = options;
  const { negotiation } = read;
  const values = parametersWith(options.parameters);
  const { accounts, flips, changes } = yield* variantSteps(negotiation, { runs, seed, values });
  return {
    question: document.question ?? "",
    asOf: document.asOf ?? null,
    actors: negotiation.parties.length,
    dimensions: (negotiation.dimensions ?? []).map(({ id }) => id),
    events: (negotiation.events ?? []).map(({ id, chance, moves }) => ({ id, chance, actors: moves.map(({ party }) => party) })),
    forums: accounts.map((account) => forumOf(summaryOf(account), account.track.forum.rule, names)),
    flips: flips.map(flipOf).toSorted((one, other) => Math.abs(other.share) - Math.abs(one.share)),
    otherRules: changes.map(ruleChangeOf),
    parameters: parameters.map(({ name, value, origin }) => ({ name, value: values[name], default: value, origin })),
    statusQuo: { place: values.statusQuo * 100, written: asked.parameters.statusQuo === undefined ? writtenStatusQuo(names) : null },
    scenarios: declaredScenarios(names, document),
    notes: [...notes, ...read.notes],
    runs,
    engine: { version: simulationVersion, seed },
  };
}

interface Settings {
  readonly runs: number;
  readonly seed: number;
  readonly values: Parameters;
}

interface Variants {
  readonly accounts: readonly Account[];
  readonly flips: readonly Flip[];
  readonly changes: readonly RuleChange[];
}

/** A negotiation under its own rules and, forum by forum, under the other rule. */
interface Variant {
  readonly negotiation: Negotiation;
  readonly only?: readonly string[];
}

/** First what threatens each consensus; then all runs, in pieces that do not hang on one another. */
function* variantSteps(negotiation: Negotiation, { runs, seed, values }: Settings): Steps<Variants> {
  const setting = { parameters: values, seed };
  const { parties } = negotiation;
  const own = accountsFrom({ negotiation, parameters: values, threats: [] }, []);
  const variants: readonly Variant[] = [{ negotiation }, ...own.map((account) => ({ negotiation: underOtherRule(negotiation, account), only: [account.track.forum.id] }))];
  const threats = answersOf(yield { jobs: variants.map((variant): Job => ({ kind: "threats", ...setting, negotiation: variant.negotiation })), upTo: 0.05 }, "threats").map((answer) => answer.threats);
  const pieces = variants.map((variant, at) => runJobs({ ...variant, ...setting, threats: threats[at] ?? [] }, runs));
  const flipped = chunks(parties, Math.ceil(parties.length / 32)).map((some): Job => ({ kind: "flips", ...setting, negotiation, runs: flipRuns(parties.length, runs), actors: some.map(({ id }) => id) }));
  const answers = yield { jobs: [...pieces.flat(), ...flipped], upTo: 1 };
  const parts = answersOf(answers, "runs").map((answer) => answer.parts);
  const size = pieces[0]?.length ?? 0;
  const [accounts = [], ...others] = variants.map((variant, at) => accountsFrom({ ...variant, parameters: values, threats: threats[at] ?? [] }, parts.slice(at * size, (at + 1) * size)));
  const ends = answersOf(answers, "flips").flatMap(({ outcomes }) => outcomes);
  return {
    accounts,
    changes: accounts.flatMap((account, at) => (others[at] ?? []).map((other) => ruleChangeBetween(account, other))),
    flips: parties.flatMap((party, at) => flipsOf(accounts, ends[at] ?? [], party)),
  };
}

/** The runs without the flip are the first of those that are there anyway. */
const flipsOf = (accounts: readonly Account[], ends: readonly Uint8Array[], party: { readonly id: string; readonly position: number }): readonly Flip[] =>
  flipsBetween(
    accounts.map(({ track, outcomes }) => ({ track, outcomes: outcomes.subarray(0, ends[0]?.length ?? 0) })),
    accounts.map(({ track }, place) => ({ track, outcomes: ends[place] ?? new Uint8Array(0) })),
    party,
  );

/** Runs to a job: enough that handing it over costs little beside it. */
const runsPerJob = 500;

const runJobs = (setting: Omit<Extract<Job, { readonly kind: "runs" }>, "kind" | "from" | "runs">, runs: number): readonly Job[] =>
  Array.from({ length: Math.ceil(runs / runsPerJob) }, (_, at) => ({ ...setting, kind: "runs", from: at * runsPerJob, runs: Math.min(runsPerJob, runs - at * runsPerJob) }));

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] => Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

function forumOf({ id, members, outcomes, delivers, text, further, months, fragile, threat }: ForumSummary, rule: Rule, names: Names): SimulatedForum {
  return {
    id,
    title: names.find(id)?.title ?? "",
    rule: wordsOfRule(rule),
    members,
    outcomes,
    delivers,
    text: text ? onHundred(text) : null,
    further: further.map(onHundred),
    months: months ?? null,
    fragile: fragile ?? null,
    threat: threat ? { forum: threat.forum, chance: threat.chance, weight: threat.weight, text: threat.text * 100 } : null,
  };
}

const onHundred = ({ mean, low, high }: Spread): Spread => ({ mean: mean * 100, low: low * 100, high: high * 100 });

const flipOf = ({ change, to, ...flip }: Flip): SimulatedFlip => ({ ...flip, to: to * 100, ...change });

const ruleChangeOf = ({ forum, rule, delivers, change, text }: RuleChange): SimulatedRule => ({ forum, rule: wordsOfRule(rule), delivers, change, text: text ? onHundred(text) : null });
