import { termFix } from "#core/term-fix";
import type { Defect } from "#core/technique";
import type { WordingRule } from "#core/wording-rule";
import { exactPercent } from "#kit/number-text";
import type { Span } from "#kit/span";
import { confidenceIn, mayStateConfidence } from "#model/confidence";
import type { Likelihood, LikelihoodPair, WordMention } from "#model/likelihood";
import type { Prose } from "#model/outline";
import { ownSentencesIn, ownWords } from "#model/phrases";
import { foreignTermsIn, likelihoodPairsIn, likelihoodsIn } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";
import { isInBand, termFor } from "#model/yardsticks";

const mixedAxes: WordingRule = {
  name: "mixed-axes",
  severity: "error",
  message: {
    what: "One sentence states both a confidence, `{confidence}`, and a likelihood, `{likelihood}`.",
    why: "Confidence speaks of the evidence and likelihood of the world; a reader who meets both at once takes one for the other.",
    remedy: "Keep the likelihood here and give the confidence a sentence of its own: `Confidence: {level}.`",
  },
  standard: "ICD 203, D.6.e(2)(b): no confidence level and degree of likelihood in the same sentence",
  find: (texts, yardstick) => texts.filter(mayStateConfidence).flatMap(ownSentencesIn).flatMap((sentence) => mixedAxesIn(sentence, yardstick)),
};

function mixedAxesIn(sentence: Prose, yardstick: Yardstick): readonly Defect[] {
  const [confidence] = confidenceIn(sentence);
  const [likelihood] = confidence ? [...likelihoodsIn(sentence, yardstick).filter((mention) => mention.kind === "word" || mention.asLikelihood), ...foreignTermsIn(sentence, yardstick)] : [];
  if (!confidence || !likelihood) return [];
  const span = { ...confidence.span, from: Math.min(confidence.span.from, likelihood.span.from), to: Math.max(confidence.span.to, likelihood.span.to) };
  return [{ span, values: { confidence: confidence.written, likelihood: likelihood.written, level: confidence.level } }];
}

const wordNumberClash: WordingRule = {
  name: "word-number-clash",
  severity: "error",
  message: {
    what: "`{word}` and `{number}` disagree: in {yardstick} the word means {band}.",
    why: "The reader cannot know which of the two is meant, and they call for different decisions.",
    remedy: "If the number is right, write {term}; if the word is right, correct the number.",
  },
  standard: "ICD 203, D.6.e(2)(a): terms and their bands; Kent, Words of Estimative Probability (1964)",
  find: (texts, yardstick) =>
    texts.flatMap((text) =>
      likelihoodPairsIn(ownWords(text), yardstick)
        .filter(({ word, number }) => !word.negated && !isInBand(yardstick, word.term, number.point))
        .map((pair) => clashDefect(text, pair, yardstick)),
    ),
};

/** Without a repair: which of the two is meant only the author knows. */
function clashDefect(text: Prose, { word, number }: LikelihoodPair, yardstick: Yardstick): Defect {
  const meant = termFor(yardstick, number.point, word.term.row);
  const values = {
    word: word.written,
    number: number.written,
    yardstick: word.yardstick,
    band: bandOf(word),
    term: meant ? `\`${meant.word}\`` : "the number alone, for which the yardstick has no word",
  };
  return { span: pairSpan(text, word, number), values };
}

/** From the first of the two to the end of the second, its closing bracket included. */
function pairSpan(text: Prose, word: Likelihood, number: Likelihood): Span {
  const to = Math.max(word.span.to, number.span.to);
  const closed = /[)\]]/u.test(text.source.charAt(to - text.span.from));
  return { ...word.span, from: Math.min(word.span.from, number.span.from), to: closed ? to + 1 : to };
}

const bandOf = ({ term: { low, high } }: WordMention): string => (low === high ? exactPercent(low) : `${exactPercent(low)} to ${exactPercent(high)}`);

const secondYardstick: WordingRule = {
  name: "second-yardstick",
  severity: "warning",
  message: {
    what: "`{word}` is a term of {owner}; the document speaks {yardstick}.",
    why: "Similar words stand for other bands there, so the reader cannot tell how likely this is.",
    remedy: "Write {instead}.",
  },
  standard: "ICD 203, D.6.e(2)(a): terms of one row only; PHIA: one yardstick in a product",
  find: (texts, yardstick) => texts.flatMap((text) => foreignTermsIn(ownWords(text), yardstick).map((word) => foreignDefect(word, yardstick))).concat(mixedRows(texts, yardstick)),
};

function foreignDefect(word: WordMention, yardstick: Yardstick): Defect {
  const near = termFor(yardstick, word.point);
  const instead = near ? `\`${near.word}\`, or the number that is meant` : "a number, or the nearest term that the yardstick has";
  return { span: word.span, values: { word: word.written, owner: word.yardstick, yardstick: yardstick.title, instead } };
}

/** Where a document uses both rows of a yardstick, the terms of the row that it uses less. */
function mixedRows(texts: readonly Prose[], yardstick: Yardstick): readonly Defect[] {
  const used = texts.flatMap((text) => likelihoodsIn(ownWords(text), yardstick).flatMap((mention) => (mention.kind === "word" ? [{ text, word: mention }] : [])));
  const alternate = used.filter(({ word }) => word.term.row === "alternate");
  const stray = alternate.length * 2 > used.length ? "main" : "alternate";
  if (alternate.length === 0 || alternate.length === used.length) return [];
  return used.filter(({ word }) => word.term.row === stray).map(({ text, word }) => strayDefect(text, word, yardstick));
}

function strayDefect(text: Prose, word: WordMention, { title, terms }: Yardstick): Defect {
  const meant = terms.find(({ row, low, high }) => row !== word.term.row && low === word.term.low && high === word.term.high);
  const fix = meant && termFix(text, word, meant);
  const rows = word.term.row === "main" ? ["main", "alternate"] : ["alternate", "main"];
  const values = { word: word.written, owner: `the ${rows[0]} row of ${title}`, yardstick: `the ${rows[1]} row`, instead: meant ? `\`${meant.word}\`` : "a term of the other row" };
  return { span: word.span, values, ...(fix && { fix: [fix] }) };
}

/** The rules that need a declared yardstick. */
export const likelihoodRules: readonly WordingRule[] = [mixedAxes, wordNumberClash, secondYardstick];

export const impossibleCertainty: WordingRule = {
  name: "impossible-certainty",
  severity: "error",
  message: {
    what: "`{written}` leaves no room for doubt.",
    why: "No evidence can ever move a probability of 0 or 100%, and no yardstick has a word for either.",
    remedy: "State it as a fact with its source, or write how sure you are: 1% or 99% at the most.",
  },
  standard: "ICD 203, D.6.e(2)(a): from 1% to 99%; PHIA: above 0% and below 100%",
  find: (texts, yardstick) => certaintyDefects(texts.flatMap((text) => likelihoodsIn(ownWords(text), yardstick)).filter((mention) => mention.kind === "number" && mention.asLikelihood)),
};

/** The likelihoods that are exactly 0 or 1. */
export const certaintyDefects = (likelihoods: readonly Likelihood[]): readonly Defect[] =>
  likelihoods.filter(({ low, high }) => low === high && (low === 0 || low === 1)).map(({ span, written }) => ({ span, values: { written } }));
