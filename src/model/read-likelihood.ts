import { foldCharacters, lowerCase } from "#kit/fold-characters";
import type { Interval } from "#kit/interval";
import { keptForBoth } from "#kit/kept";
import { withoutOverlap } from "#kit/span";
import type { Likelihood, LikelihoodMention, LikelihoodPair, NumberMention, WordMention } from "#model/likelihood";
import { namesChance, numberAt, numbersInText, wholeNumber, type NumberPhrase } from "#model/number-phrases";
import type { Prose } from "#model/outline";
import { place, slice } from "#model/prose";
import { namesTerm, termsInText, type TermPhrase } from "#model/term-phrases";
import type { Term, Yardstick } from "#model/yardstick";
import { findTerm } from "#model/yardsticks";

/** No likelihood is longer; what is longer is a sentence. */
const longest = 80;

/**
 * The likelihood that a whole cell or bracket states: a term of the yardstick, a number, a range, or a term with its
 * number (`likely (65%)`), where the number counts and the word is kept. A term or a range stands for its midpoint.
 * Undefined where the text is anything else.
 */
export function readLikelihood(prose: Prose, yardstick: Yardstick): Likelihood | undefined {
  const bare = slice(prose, prose.masked.length - prose.masked.trimStart().length, prose.masked.trimEnd().length);
  if (bare.source === "" || bare.source.length > longest) return undefined;
  const text = foldCharacters(bare.masked).replace(/\.$/u, "").replace(/^\((.*)\)$/su, "$1").replace(/\s+/gu, " ").trim();
  const found = wholeValue(text, yardstick) ?? pairedValue(text, yardstick);
  return found && { ...found, written: bare.source, span: bare.span };
}

type Value = Interval & { readonly word?: string };

function wholeValue(text: string, yardstick: Yardstick): Value | undefined {
  const number = wholeNumber(text);
  if (number) return number;
  const term = findTerm(yardstick, text);
  if (term) return { ...bandOf(term), word: term.word };
  const denied = /^not (.*)$/iu.exec(text)?.[1];
  const opposite = denied === undefined ? undefined : findTerm(yardstick, denied);
  return opposite ? oppositeOf(bandOf(opposite)) : wordRange(text, yardstick);
}

/** `unlikely to likely`, `likely - very likely`: from the lower end of the one band to the upper end of the other. */
function wordRange(text: string, yardstick: Yardstick): Interval | undefined {
  const ends = /^([^-]{3,40}?)(?:\s?-\s?|\sto\s)(.{3,40})$/u.exec(text)?.slice(1).map((word) => findTerm(yardstick, word));
  const [first, second] = ends ?? [];
  return first && second && bandOf({ low: Math.min(first.low, second.low), high: Math.max(first.high, second.high) });
}

/** `likely (65%)`, `65% (likely)`, `likely, 65%`, `likely 65%`: the number with the word beside it. */
function pairedValue(text: string, yardstick: Yardstick): Value | undefined {
  const halves = /^([^()]+)\(([^()]+)\)$/u.exec(text) ?? /^([^,;:=]+)[,;:=]\s(.+)$/u.exec(text) ?? /^(.+?)\s-\s(.+)$/u.exec(text) ?? /^([\p{Letter} ]+)\s(\S*\d.*)$/u.exec(text);
  const [, left = "", right = ""] = halves ?? [];
  return wordWithNumber(left.trim(), right.trim(), yardstick) ?? wordWithNumber(right.trim(), left.trim(), yardstick);
}

function wordWithNumber(word: string, number: string, yardstick: Yardstick): Value | undefined {
  const term = findTerm(yardstick, word);
  const value = wholeNumber(number);
  return term && value ? { ...value, word: term.word } : undefined;
}

const bandOf = ({ low, high }: Pick<Term, "low" | "high">): Interval => ({ low, point: withoutNoise((low + high) / 2), high });

const oppositeOf = ({ low, point, high }: Interval): Interval => ({ low: withoutNoise(1 - high), point: withoutNoise(1 - point), high: withoutNoise(1 - low) });

/** Twelve decimals: 0.03 and not 0.030000000000000002. */
const withoutNoise = (value: number): number => Math.round(value * 1e12) / 1e12;

/**
 * The likelihoods in running text, in order: every term of the yardstick, and every number that may be one. A number
 * beside a term (`almost certain (40%)`) is a mention of its own.
 */
export function likelihoodsIn(prose: Prose, yardstick: Yardstick): readonly LikelihoodMention[] {
  return mentionsIn(yardstick, prose).filter((mention) => mention.kind === "number" || mention.yardstick === yardstick.title);
}

/** The likelihood words of other known yardsticks than the declared one: PHIA's `realistic possibility` in an ICD 203 text. */
export function foreignTermsIn(prose: Prose, yardstick: Yardstick): readonly WordMention[] {
  return mentionsIn(yardstick, prose).flatMap((mention) => (mention.kind === "word" && mention.yardstick !== yardstick.title ? [mention] : []));
}

/** False where a text certainly states no likelihood, neither by a term nor by a number that is called one: a quick look. */
export function mayStateLikelihood({ masked }: Prose, yardstick: Yardstick): boolean {
  const text = lowerCase(foldCharacters(masked));
  return namesChance.test(text) || namesTerm(text, yardstick);
}

/** The places where a term of the yardstick and a number stand side by side: `almost certain (40%)`, `40% (almost certain)`. */
export function likelihoodPairsIn(prose: Prose, yardstick: Yardstick): readonly LikelihoodPair[] {
  const text = foldCharacters(prose.masked);
  const mentions = likelihoodsIn(prose, yardstick);
  return mentions.flatMap((first, at) => {
    const second = mentions[at + 1];
    if (!second || first.kind === second.kind || !areSideBySide(text, offsets(prose, first), offsets(prose, second))) return [];
    return first.kind === "word" ? pair(first, second) : pair(second, first);
  });
}

function pair(word: LikelihoodMention, number: LikelihoodMention): readonly LikelihoodPair[] {
  return word.kind === "word" && number.kind === "number" ? [{ word, number }] : [];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const offsets = (prose: Prose, { span }: LikelihoodMention): Stretch => ({ from: span.from - prose.span.from, to: span.to - prose.span.from });

/** In brackets behind the other, or behind a comma, colon or dash with the clause ending after it. */
function areSideBySide(text: string, first: Stretch, second: Stretch): boolean {
  const between = text.slice(first.to, second.from);
  const after = text.slice(second.to, second.to + 20);
  const chance = /^\s?(?:chances?|probability|likelihood)?/u;
  const gap = between.replace(chance, "").replace(/(?:i\.e\.,?|that is,?|or)\s*$/u, "");
  if (/^\s*[([]\s*$/u.test(gap)) return /^\s*(?:chances?|probability|likelihood)?\s*[)\],;]/u.test(after);
  return /^\s*[,:=;-]?\s*$/u.test(gap) && gap.trim() !== "" && /^\s*(?:chances?|probability|likelihood)?\s*(?:[.,;:)!?]|-\s|$)/u.test(after);
}

/** Terms of any known yardstick and numbers, in order, none overlapping. A text is searched once: several rules ask. */
const mentionsIn = keptForBoth((yardstick: Yardstick, prose: Prose): readonly LikelihoodMention[] => {
  const text = foldCharacters(prose.masked);
  const terms = termsInText(text, yardstick);
  const phrases = withoutOverlap<TermPhrase | NumberPhrase>([...terms.flatMap((term) => bracketedNumber(text, term)), ...numbersInText(text), ...terms], (phrase) => phrase);
  return phrases.map((phrase) => ("term" in phrase ? wordMention(prose, phrase) : numberMention(prose, phrase)));
});

/** The number in the bracket that opens right behind a term: there even `0.7` or `3:1` is a likelihood. */
function bracketedNumber(text: string, { to }: TermPhrase): readonly NumberPhrase[] {
  const opening = /^\s{0,3}[([]\s?/u.exec(text.slice(to, to + 6));
  const found = opening && numberAt(text, to + opening[0].length);
  return found && /^\s*[)\],;]/u.test(text.slice(found.to, found.to + 4)) ? [{ ...found, asLikelihood: true }] : [];
}

function wordMention(prose: Prose, { term, negated, yardstick, from, to }: TermPhrase): WordMention {
  const shared = { kind: "word" as const, term, yardstick: yardstick.title, negated, written: prose.source.slice(from, to), span: place(prose, from, to) };
  return negated ? { ...shared, ...oppositeOf(bandOf(term)) } : { ...shared, ...bandOf(term), word: term.word };
}

function numberMention(prose: Prose, { low, point, high, asLikelihood, from, to }: NumberPhrase): NumberMention {
  return { kind: "number", low, point, high, asLikelihood, written: prose.source.slice(from, to), span: place(prose, from, to) };
}
