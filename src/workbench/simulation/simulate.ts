import { parameters, parametersWith, type ParameterName, type Parameters } from "#bargaining/forums/parameters";
import { ruleFromWords, wordsOfRule } from "#bargaining/forums/rule-words";
import type { Rule } from "#bargaining/forums/rules";
import { runNegotiation, type RunOptions } from "#bargaining/forums/run";
import { summaryOf, type ForumSummary, type OutcomeShare, type Share, type Spread } from "#bargaining/forums/summary";
import { flips, ruleChanges, type Flip, type RuleChange } from "#bargaining/forums/variants";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import { readNegotiation, type AskedInstead, type ReadNegotiation } from "#core/negotiation/read-negotiation";

export { parameters, ruleFromWords, type ParameterName };

/** The version of the simulation's semantics: it changes whenever the same document and seed may give other numbers. */
export const simulationVersion = "2.0.0";

export interface SimulateOptions extends AskedInstead {
  readonly runs: number;
  readonly seed: number;
  readonly parameters: Partial<Parameters>;
  /** Called now and then with the share of the work that is done. */
  readonly progress?: (done: number) => void;
}

/** The simulation as `simulate --json` prints it: shares from 0 to 1 with their standard errors, texts on the scale from 0 to 100. */
export interface Simulation {
  readonly question: string;
  readonly asOf: string | null;
  readonly actors: number;
  readonly forums: readonly SimulatedForum[];
  readonly flips: readonly SimulatedFlip[];
  readonly otherRules: readonly SimulatedRule[];
  readonly parameters: readonly { readonly name: ParameterName; readonly value: number; readonly default: number; readonly origin: string }[];
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

/** Simulates the negotiation of a document; a sentence that says what is missing where it gives nothing to simulate. */
export function simulate({ names, document }: { readonly names: Names; readonly document: FrontMatter }, options: SimulateOptions): Simulation | string {
  const read = readNegotiation(names, options, document);
  if (typeof read === "string") return read;
  const values = parametersWith(options.parameters);
  const { negotiation } = read;
  const run: RunOptions = { runs: options.runs, seed: options.seed, parameters: values, step: stepper(read, options) };
  const accounts = runNegotiation(negotiation, run);
  return {
    question: document.question ?? "",
    asOf: document.asOf ?? null,
    actors: negotiation.parties.length,
    forums: accounts.map((account) => forumOf(summaryOf(account), account.track.forum.rule, names)),
    flips: flips(negotiation, run).map(flipOf).toSorted((one, other) => Math.abs(other.share) - Math.abs(one.share)),
    otherRules: ruleChanges(negotiation, accounts, run).map(ruleChangeOf),
    parameters: parameters.map(({ name, value, origin }) => ({ name, value: values[name], default: value, origin })),
    notes: read.notes,
    runs: options.runs,
    engine: { version: simulationVersion, seed: options.seed },
  };
}

/** Counts runs and flips, and tells about each hundredth of them. */
function stepper({ negotiation: { forums, parties } }: ReadNegotiation, { runs, progress }: SimulateOptions): () => void {
  const total = runs * (1 + forums.length) + parties.length;
  const each = Math.ceil(total / 100);
  let done = 0;
  return () => {
    done++;
    if (done % each === 0) progress?.(done / total);
  };
}

function forumOf({ id, members, outcomes, delivers, text, months, fragile, threat }: ForumSummary, rule: Rule, names: Names): SimulatedForum {
  return {
    id,
    title: names.find(id)?.title ?? "",
    rule: wordsOfRule(rule),
    members,
    outcomes,
    delivers,
    text: text ? onHundred(text) : null,
    months: months ?? null,
    fragile: fragile ?? null,
    threat: threat ? { ...threat, text: threat.text * 100 } : null,
  };
}

const onHundred = ({ mean, low, high }: Spread): Spread => ({ mean: mean * 100, low: low * 100, high: high * 100 });

const flipOf = ({ change, to, ...flip }: Flip): SimulatedFlip => ({ ...flip, to: to * 100, ...change });

const ruleChangeOf = ({ forum, rule, delivers, change, text }: RuleChange): SimulatedRule => ({ forum, rule: wordsOfRule(rule), delivers, change, text: text ? onHundred(text) : null });
