import { parameters, parametersWith, type ParameterName, type Parameters } from "#bargaining/forums/parameters";
import { fallbackNotes } from "#bargaining/forums/fallback-notes";
import { ruleFromWords, wordsOfForum, wordsOfRule } from "#bargaining/forums/rule-words";
import { summaryOf, type ForumSummary, type OutcomeShare, type Share, type Spread } from "#bargaining/forums/summary";
import type { Flip, RuleChange } from "#bargaining/forums/variants";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import { lateNotes } from "#core/negotiation/late-sessions";
import { readNegotiation, type AskedInstead } from "#core/negotiation/read-negotiation";
import type { DatedEvent } from "#core/negotiation/read-parties";
import { declaredScenarios, withDeclared, writtenStatusQuo, type DeclaredScenarios } from "./declared.ts";
import { inPlace, type Progress, type Steps } from "./steps.ts";
import { variantSteps } from "./variant-steps.ts";

export { parameters, ruleFromWords, type DatedEvent, type ParameterName };

/** The version of the simulation's semantics: it changes whenever the same document and seed may give other numbers. */
export const simulationVersion = "3.0.0";

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
    forums: accounts.map((account) => forumOf(summaryOf(account), wordsOfForum(account.track.forum), names)),
    flips: flips.map(flipOf).toSorted((one, other) => Math.abs(other.share) - Math.abs(one.share)),
    otherRules: changes.map(ruleChangeOf),
    parameters: parameters.map(({ name, value, origin }) => ({ name, value: values[name], default: value, origin })),
    statusQuo: { place: values.statusQuo * 100, written: asked.parameters.statusQuo === undefined ? writtenStatusQuo(names) : null },
    scenarios: declaredScenarios(names, document),
    notes: [...notes, ...read.notes, ...lateNotes(names, document), ...fallbackNotes(accounts)],
    runs,
    engine: { version: simulationVersion, seed },
  };
}

function forumOf({ id, members, outcomes, delivers, text, further, months, fragile, threat }: ForumSummary, rule: string, names: Names): SimulatedForum {
  return {
    id,
    title: names.find(id)?.title ?? "",
    rule,
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
