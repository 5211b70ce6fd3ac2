import { eachOrAll, type Lack } from "#core/each-or-all";
import type { Rule, Scene } from "#core/technique";
import { mixedCells } from "#core/vector-rules";
import { wordingRules } from "#core/wording-rules";
import { exactPercent } from "#kit/number-text";
import type { Kind } from "#model/names";
import type { Prose } from "#model/outline";
import { place, plain } from "#model/prose";
import { failureNotDistribution, incoherentFailure, incompleteFailure, unreadable } from "./rules-failure.ts";
import { nameOf } from "./read-name.ts";
import type { Assumption, KeyAssumptions } from "./schema.ts";

const check203 = "ICD 203, tradecraft standard 3: distinguishes information from assumptions and judgements";
const keyAssumptionsCheck = "Heuer and Pherson, Structured Analytic Techniques: Key Assumptions Check; CIA, A Tradecraft Primer (2009)";

/** What the findings that may concern all assumptions have in common. */
const about = ({ assumptions, heading }: KeyAssumptions): Omit<Lack<Assumption>, "lacks" | "one" | "none"> => ({ entries: assumptions, heading, noun: "assumptions", nameOf, spanOf: ({ text }) => text.span });

const empty: Rule<KeyAssumptions> = {
  name: "no-assumption",
  severity: "warning",
  message: {
    what: "No assumption can be read in this section.",
    why: "Every assessment rests on some; those that nobody wrote down nobody will question.",
    remedy: "Give a table with the columns ID, Assumption, Supporting evidence, Falsifying evidence, Impact if wrong and Holds, or one list item for each.",
  },
  standard: check203,
  *check({ assumptions, heading }) {
    if (assumptions.length === 0) yield { span: heading };
  },
};

const noSupport: Rule<KeyAssumptions> = {
  name: "no-support",
  severity: "warning",
  message: {
    what: "Nothing is said in support of {id}.",
    why: "An unsupported assumption is a key uncertainty and should be treated as one.",
    remedy: "Say why it should be true, with a source, or state it as an open question.",
  },
  standard: keyAssumptionsCheck,
  *check({ assumptions }) {
    for (const { id, span, support, text } of assumptions) if (!support) yield { span, values: { id: nameOf({ id, text }) } };
  },
};

const noFalsifier: Rule<KeyAssumptions> = {
  name: "no-falsifier",
  severity: "warning",
  message: {
    what: "Nothing is named that would show {id} to be wrong.",
    why: "What no evidence could shake is a belief; the day on which it fails will pass unnoticed.",
    remedy: "Write what would have to be seen for you to give it up.",
  },
  standard: keyAssumptionsCheck,
  *check({ assumptions }) {
    for (const { id, span, falsifier, text } of assumptions) if (!falsifier) yield { span, values: { id: nameOf({ id, text }) } };
  },
};

const noImpact: Rule<KeyAssumptions> = {
  name: "no-impact",
  severity: "warning",
  message: {
    what: "What follows if {id} is wrong is not said.",
    why: "The reader cannot tell a linchpin from a detail.",
    remedy: "Say which judgement falls or which scenario gains if it fails.",
  },
  standard: check203,
  *check({ assumptions }) {
    for (const { id, span, impact, text } of assumptions) if (!impact) yield { span, values: { id: nameOf({ id, text }) } };
  },
};

const noLikelihood: Rule<KeyAssumptions> = {
  name: "no-likelihood",
  severity: "info",
  message: {
    what: "{subject} how likely it is to hold.",
    why: "Without it neither its failure nor evidence on it can move the forecast.",
    remedy: "Add a column Holds with a number, a range or a word of the yardstick.",
  },
  standard: keyAssumptionsCheck,
  *check(part) {
    yield* eachOrAll({ ...about(part), lacks: ({ holdsCell }) => !holdsCell, one: "does not say", none: "says" });
  },
};

const unreadableHolds: Rule<KeyAssumptions> = {
  name: "unreadable-holds",
  severity: "warning",
  message: {
    what: "“{written}” does not say how likely {id} is to hold.",
    why: "It is no number and no word of the document's yardstick, so it counts as missing.",
    remedy: "Write a number (`85%`), a range (`80-90%`) or a word of the yardstick.",
  },
  standard: "ICD 203 D.6.e(2): expressions of likelihood",
  *check({ assumptions }) {
    for (const { id, holdsCell, holds, text } of assumptions) if (holdsCell && !holds) yield { span: holdsCell.span, values: { id: nameOf({ id, text }), written: plain(holdsCell) } };
  },
};

/** Less likely to hold than this is more a question than an assumption. Ours. */
const firm = 0.6;

const fragile: Rule<KeyAssumptions> = {
  name: "fragile",
  severity: "info",
  message: {
    what: "{id} holds with only {holds}.",
    why: "What may as well fail should not be assumed; about one assumption in four collapses when it is examined.",
    remedy: "Make it a question with scenarios of its own, or watch it with an indicator.",
  },
  standard: keyAssumptionsCheck,
  *check({ assumptions }) {
    for (const { id, holds, text } of assumptions) if (holds && holds.point < firm) yield { span: holds.span, values: { id: nameOf({ id, text }), holds: exactPercent(holds.point) } };
  },
};

const absolute = /\b(?:will always|will never|always|never|must|would have to be|have to be|generally the case|in all cases|under no circumstances|without exception|impossible|inevitabl[ey]|guaranteed?|certain to|cannot)\b/giu;

const absoluteWording: Rule<KeyAssumptions> = {
  name: "absolute-wording",
  severity: "info",
  message: {
    what: "{id} says “{words}”.",
    why: "Such words mark an assumption that was held for so long that nobody looks at it any more.",
    remedy: "Ask under which conditions it would not be so, and say it with those conditions.",
  },
  standard: keyAssumptionsCheck,
  *check({ assumptions }) {
    for (const { id, text } of assumptions) {
      for (const { index, 0: words } of text.masked.matchAll(absolute)) yield { span: place(text, index, index + words.length), values: { id: nameOf({ id, text }), words } };
    }
  },
};

/** The kinds of entry that name an assumption. */
const namedBy = (id: string, { names }: Scene): readonly (Kind | undefined)[] =>
  names.references(id).filter(({ from }) => from !== id).map(({ from }) => (from === undefined ? undefined : names.find(from)?.kind));

const watching: readonly (Kind | undefined)[] = ["indicator", "observation"];
/** An indicator that is said to test an assumption ties it to what is watched; what only reports of it does not. */
const onlyTelling: readonly (Kind | undefined)[] = ["observation", "limitation", "change"];

const untested: Rule<KeyAssumptions> = {
  name: "untested",
  severity: "info",
  message: {
    what: "{subject} at by any indicator or observation.",
    why: "The day on which it fails will pass unnoticed.",
    remedy: "Add an indicator for what would falsify it, or log an observation that bears on it.",
  },
  standard: check203,
  *check(part, scene) {
    yield* eachOrAll({ ...about(part), lacks: ({ id }) => !namedBy(id, scene).some((kind) => watching.includes(kind)), one: "is not looked", none: "is looked" });
  },
};

/** How a judgement would name an assumption: by its id or, where it has none, by the one that its place suggests. */
function referredAs({ assumptions }: KeyAssumptions, at: number): Readonly<Record<string, string>> {
  const assumption = assumptions[at];
  if (assumption?.written === true) return { name: assumption.id, declared: "" };
  const name = `A${at + 1}`;
  return { name, declared: `, and give the assumption the id ${name}` };
}

const unused: Rule<KeyAssumptions> = {
  name: "unused",
  severity: "info",
  message: {
    what: "{subject} by any judgement, scenario or other part of the assessment.",
    why: "Either it carries a judgement that does not say so, or it can go.",
    remedy: "Write `rests on {name}` in the judgement that does{declared}.",
  },
  standard: check203,
  *check(part, scene) {
    const lacks = ({ id }: Assumption): boolean => namedBy(id, scene).every((kind) => onlyTelling.includes(kind));
    for (const defect of eachOrAll({ ...about(part), lacks, one: "is not named", none: "is named" })) {
      yield { ...defect, values: { ...defect.values, ...referredAs(part, part.assumptions.findIndex((each) => lacks(each) && (each.text.span === defect.span || part.heading === defect.span))) } };
    }
  },
};

const wordsOf = ({ text, support, falsifier, impact, holdsCell, ifFails }: Assumption): readonly Prose[] =>
  [text, support, falsifier, impact, holdsCell, ...mixedCells(ifFails)].flatMap((prose) => prose ?? []);

export const rules = [
  empty,
  noSupport,
  noFalsifier,
  noImpact,
  noLikelihood,
  unreadableHolds,
  fragile,
  absoluteWording,
  untested,
  unused,
  unreadable,
  incompleteFailure,
  failureNotDistribution,
  incoherentFailure,
  ...wordingRules<KeyAssumptions>(({ assumptions }) => assumptions.flatMap(wordsOf), { likelihoodsOf: ({ assumptions }) => assumptions.flatMap(({ holds }) => holds ?? []) }),
];
