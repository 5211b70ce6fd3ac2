import type { Rule } from "#core/technique";
import { wordingRules } from "#core/wording-rules";
import { emptyHedgesIn, hedgesIn, stackedHedgesIn, statesLikelihood } from "#model/hedges";
import type { Prose } from "#model/outline";
import { phrasesIn } from "#model/phrases";
import { place, plain } from "#model/prose";
import { evidenceRules } from "./rules-evidence.ts";
import { eachOrAll, nameOf } from "./read-subject.ts";
import type { KeyFindings } from "./schema.ts";

const noConfidence: Rule<KeyFindings> = {
  name: "no-confidence",
  severity: "info",
  message: {
    what: "{subject} how much confidence its basis deserves.",
    why: "Likely on three independent reports and likely on a hunch read the same.",
    remedy: "Add a sentence of its own: `Confidence: moderate.`",
  },
  standard: "ICD 203, D.6.e(2): confidence in the basis of a judgement; PHIA, analytical confidence rating",
  *check(part) {
    yield* eachOrAll(part, part.judgements.filter(({ confidence }) => !confidence), { one: "does not say", none: "says" });
  },
};

/** Words that look ahead without saying how likely it is. */
const expecting = /\b(?:(?:is|are|was|were)\s+(?:widely\s+|now\s+)?(?:expected|set|poised|bound|about|destined)\s+to|looks?\s+set\s+to|can\s+be\s+expected)\b/giu;

const noLikelihood: Rule<KeyFindings> = {
  name: "no-likelihood",
  severity: "warning",
  message: {
    what: "The judgement {id} looks ahead (`{words}`) without saying how likely it is.",
    why: "May, might and could mean anything from one to ninety-nine in a hundred, and every reader hears another number.",
    remedy: "Say it with a word of {yardstick}, such as `{term}`, or with a number.",
  },
  standard: "ICD 203, D.6.e(2)(a): degrees of likelihood; Kent (1964)",
  *check({ judgements }, { document: { yardstick } }) {
    for (const judgement of judgements) {
      const { text, likelihoods, more } = judgement;
      if (likelihoods.length > 0 || [text, ...more].some((prose) => statesLikelihood(prose, yardstick))) continue;
      if (emptyHedgesIn(text, yardstick).length > 0 || stackedHedgesIn(text, yardstick).length > 0) continue;
      const [ahead] = [...hedgesIn(text, yardstick), ...phrasesIn(text, expecting)];
      if (ahead) yield { span: ahead.span, values: { id: nameOf(judgement), words: ahead.written, yardstick: yardstick.title, term: yardstick.terms.find(({ low }) => low >= 0.5)?.word ?? "likely" } };
    }
  },
};

const graded: Rule<KeyFindings> = {
  name: "graded-judgement",
  severity: "warning",
  message: {
    what: "The judgement {id} carries the Admiralty grade {grade}.",
    why: "The Admiralty code grades sources and reports; a judgement has a likelihood and a confidence.",
    remedy: "Put the grade behind the citation it belongs to, `[@key]{{grade}}`, and state the confidence of the judgement.",
  },
  standard: "AJP-2.1, Admiralty code: reliability of the source, credibility of the information",
  *check({ judgements }, { names }) {
    for (const judgement of judgements) {
      for (const prose of [judgement.text, ...judgement.more]) {
        const found = gradeOn(prose);
        if (found && names.find(found.grade) === undefined) yield { span: place(prose, found.from, found.to), values: { id: nameOf(judgement), grade: found.grade } };
      }
    }
  },
};

const gradePatterns = [
  /\((?<grade>[A-F][1-6])\)\s{0,9}[.;]?\s{0,99}$/u,
  /\b(?:admiralty(?: grade| code| rating)?|grade|graded|rated)\s{0,3}[:=]?\s{0,3}(?<grade>[A-F][1-6])(?![\p{Letter}\p{Number}])/iu,
  /\{(?<grade>[A-F][1-6])\}/u,
];

/** A grade on the judgement itself: at its end, behind the word grade, or in braces that follow no citation. */
function gradeOn({ source, masked, citations, span }: Prose): { readonly grade: string; readonly from: number; readonly to: number } | undefined {
  const ends = new Set(citations.map((citation) => citation.span.to - span.from));
  const onCitation = (at: number): boolean => ends.has(source.slice(0, at).trimEnd().length);
  for (const [number, pattern] of gradePatterns.entries()) {
    const match = pattern.exec(number === 2 ? source : masked);
    const grade = match?.groups?.["grade"];
    if (match && grade !== undefined && !onCitation(match.index)) return { grade, from: match.index, to: match.index + match[0].trimEnd().length };
  }
  return undefined;
}

/** More than these are no longer the key ones. The number is ours; national estimates rarely have more. */
const mostJudgements = 10;

const tooMany: Rule<KeyFindings> = {
  name: "too-many",
  severity: "info",
  message: {
    what: "There are {count} key findings.",
    why: "A reader keeps a handful; what matters most drowns among the rest.",
    remedy: "Keep the ones that a decision turns on, at most {most}, and move the others into the narrative.",
  },
  standard: "ICD 203, tradecraft standard 6: the main message up front",
  *check({ judgements, heading }) {
    if (judgements.length > mostJudgements) yield { span: heading, values: { count: judgements.length, most: mostJudgements } };
  },
};

const empty: Rule<KeyFindings> = {
  name: "empty-section",
  severity: "warning",
  message: {
    what: "The section on key findings holds no judgement.",
    why: "An assessment without a judgement answers no question.",
    remedy: "Write each judgement as a list item, with its likelihood, its sources and its confidence.",
  },
  standard: "ICD 203, tradecraft standard 8: makes accurate judgements and assessments",
  *check({ judgements, heading }) {
    if (judgements.every(({ text }) => plain(text) === "")) yield { span: heading };
  },
};

const wording = wordingRules<KeyFindings>(({ judgements, remarks }) => [...judgements.flatMap(({ text, more }) => [text, ...more]), ...remarks], {
  judgementsOf: ({ judgements }) => judgements.map(({ text }) => text),
  likelihoodsOf: ({ judgements }) => judgements.flatMap(({ cell }) => (cell ? [cell] : [])),
});

export const rules = [...wording, ...evidenceRules, noLikelihood, noConfidence, graded, tooMany, empty];
