import { lowerCase } from "#kit/fold-characters";
import type { Interval } from "#kit/interval";
import { matchesOf } from "#kit/matches";
import { withoutOverlap } from "#kit/span";
import { numberForms, type NumberForm } from "#model/number-forms";

/** A number in a text that may be a likelihood, between two offsets. */
export interface NumberPhrase extends Interval {
  readonly from: number;
  readonly to: number;
  /** True where the words beside it say that it is a likelihood. */
  readonly asLikelihood: boolean;
}

const startsAlone = String.raw`(?<![\p{Letter}\p{Number}]|\p{Number}[.,:/-])`;
const endsAlone = String.raw`(?![\p{Letter}\p{Number}]|[.,:/-]\p{Number})`;
const chance = String.raw`(?:chances?|probabilit(?:y|ies)|likelihoods?|odds|risk)`;

const wholeEnd = String.raw`(?:\s(?:${chance}|likely|probable))?`;
const whole = numberForms.map((form) => ({ form, pattern: new RegExp(`^(?:an?\\s)?(?:${form.source})${wholeEnd}$`, "u") }));
const inText = numberForms.map((form) => ({ form, pattern: new RegExp(`${startsAlone}(?:${form.source})${endsAlone}`, "gu") }));
const atPlace = numberForms.map((form) => ({ form, pattern: new RegExp(`(?:${form.source})${endsAlone}`, "uy") }));

const namedBefore = new RegExp(String.raw`\b${chance}(?:\s+[\p{Letter}'-]+){0,6}\s*(?:of|is|at|as|be|:|=|\()\s*$|\bp\s?=\s?$`, "u");
const namedAfter = new RegExp(String.raw`^\s?\)?[\s-]{1,2}(?:[\p{Letter}-]+\s)?(?:${chance}|likely|probable|certain|confident)\b`, "u");

/** Every number holds one of these, every percentage one of those, and beside any other number that is a likelihood stands one of the last: most texts need no search for any. */
const mayHoldNumber = /\d|fifty|[\s-](?:in|of)[\s-]/u;
const percentSign = /%|per\s?cent|pct/u;
export const namesChance = /chance|probab|likel|odds|risk|certain|confident|\bp\s?=/iu;

/** The interval that a whole text states as a number: `70%`, `~55 %`, `0.7`, `3:1`, `1 in 4`, `60% or more`. */
export function wholeNumber(text: string): Interval | undefined {
  const lower = lowerCase(text);
  if (!mayHoldNumber.test(lower)) return undefined;
  const hasPercent = percentSign.test(lower);
  for (const { form, pattern } of whole) {
    const match = form.percent && !hasPercent ? null : pattern.exec(lower);
    const found = match && form.read(match.groups ?? {});
    if (found) return found;
  }
  return undefined;
}

/** The number that stands at a place of a folded text, whatever the words around say. */
export function numberAt(text: string, from: number): NumberPhrase | undefined {
  const lower = lowerCase(text);
  for (const { form, pattern } of atPlace) {
    pattern.lastIndex = from;
    const match = pattern.exec(lower);
    const found = match && form.read(match.groups ?? {});
    if (found) return { ...found, from, to: from + match[0].length, asLikelihood: form.percent };
  }
  return undefined;
}

/**
 * The numbers of a folded running text: every percentage from 0 to 100, and of the other forms (`0.7`, `1 in 4`,
 * `3 to 1`) those that the words around call a chance, a probability, odds. In order, none overlapping.
 */
export function numbersInText(text: string): readonly NumberPhrase[] {
  const lower = lowerCase(text);
  const [hasPercent, hasChance] = [percentSign.test(lower), namesChance.test(lower)];
  if ((!hasPercent && !hasChance) || !mayHoldNumber.test(lower)) return [];
  const possible = inText.filter(({ form }) => (form.percent ? hasPercent : hasChance));
  const found = possible.flatMap(({ form, pattern }) => matchesOf(lower, pattern).map((match) => phraseOf(lower, form, match)));
  return withoutOverlap(found.filter((phrase) => phrase !== undefined), (phrase) => phrase);
}

function phraseOf(text: string, form: NumberForm, match: RegExpExecArray): NumberPhrase | undefined {
  const [from, to] = [match.index, match.index + match[0].length];
  const asLikelihood = /odds|likely|probable/u.test(match[0]) || namedBefore.test(text.slice(Math.max(0, from - 60), from)) || namedAfter.test(text.slice(to, to + 40));
  const found = form.percent || asLikelihood ? form.read(match.groups ?? {}) : undefined;
  return found && { ...found, from, to, asLikelihood };
}
