import { liesIn, type TextStretch } from "#bargaining/forums/jobs";
import { classesOf, type Rule } from "#bargaining/forums/rules";
import { headingKey } from "#model/heading";

/** The outcomes of a forum that some words mean: classes by their number, and where an adopted text lies, from 0 to 1. */
export interface OutcomeTest {
  readonly classes: ReadonlySet<number>;
  /** The text lies at `from` or above and under `below`; absent where any text will do, or none. */
  readonly text?: TextStretch;
}

/**
 * Reads `agreed`, `blocked or refused`, `not in force`, `delivers`, `fails`, `any`, each with or without a place of the text on
 * the scale from 0 to 100: `agreed, text from 63`, `text below 40`, `text from 40 below 63`. A class is meant by the first words
 * of its name. Undefined where no outcome of the rule is meant.
 */
export function readOutcomeTest(words: string, rule: Rule): OutcomeTest | undefined {
  const { rest, text } = textIn(words);
  const named = headingKey(rest);
  if (named === "" || anyOutcome.has(named)) return { classes: text ? delivering(rule, true) : allOf(rule), ...(text && { text }) };
  const parts = rest.split(/\bor\b|[/;]/u).map((part) => classesMeant(headingKey(part), rule));
  if (parts.some((classes) => classes.length === 0)) return undefined;
  return { classes: new Set(parts.flat()), ...(text && { text }) };
}

/** True where a run in which a forum ended so is one of those meant. */
export const isMeant = ({ classes, text }: OutcomeTest, outcome: number, place: number): boolean => classes.has(outcome) && liesIn(text, place);

/** What a cell may say of a forum with the rule, for a person who wrote something else. */
export const outcomeWords = (rule: Rule): string => [...classesOf(rule).map(({ name }) => name), "delivers", "fails"].join("; ");

const anyOutcome = new Set(["any", "anything", "whatever", "any outcome", "all"]);
const positive = new Set(["delivers", "agreement", "agrees", "a text", "text", "yes", "success"]);
const negative = new Set(["fails", "failure", "nothing", "no text", "no agreement", "no", "no outcome"]);

const numbersOf = (rule: Rule, counts: (name: string, delivers: boolean) => boolean): readonly number[] => classesOf(rule).flatMap(({ name, delivers }, at) => (counts(headingKey(name), delivers) ? [at] : []));
const allOf = (rule: Rule): ReadonlySet<number> => new Set(numbersOf(rule, () => true));
const delivering = (rule: Rule, wanted: boolean): ReadonlySet<number> => new Set(numbersOf(rule, (_, delivers) => delivers === wanted));

function classesMeant(key: string, rule: Rule): readonly number[] {
  if (positive.has(key)) return [...delivering(rule, true)];
  if (negative.has(key)) return [...delivering(rule, false)];
  const begun = numbersOf(rule, (name) => key !== "" && `${name} `.startsWith(`${key} `));
  if (begun.length > 0 || !key.startsWith("not ")) return begun;
  const excluded = new Set(classesMeant(key.slice("not ".length), rule));
  return excluded.size === 0 ? [] : numbersOf(rule, () => true).filter((at) => !excluded.has(at));
}

/** The place of the text that the words ask for, and the words without it. */
function textIn(words: string): { readonly rest: string; readonly text?: TextStretch } {
  const found = /[,;]?\s*\b(?:with )?(?:a |the )?text (?:at |of )?((?:(?:from|at least|above|below|under|to below)\s+\d{1,3}(?:\.\d+)?\s*(?:and|,)?\s*){1,2})$/iu.exec(words.trim());
  if (!found) return { rest: words };
  const from = /(?:from|at least|above)\s+([\d.]+)/iu.exec(found[1] ?? "")?.[1];
  const below = /(?:below|under)\s+([\d.]+)/iu.exec(found[1] ?? "")?.[1];
  return { rest: words.trim().slice(0, found.index), text: { from: Number(from ?? "-Infinity") / 100, below: Number(below ?? "Infinity") / 100 } };
}
