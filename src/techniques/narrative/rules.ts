import { linesIn } from "#core/read-lines";
import type { Rule } from "#core/technique";
import { wordingRules } from "#core/wording-rules";
import type { Span } from "#kit/span";
import type { Prose, Section } from "#model/outline";
import { type NumberInText, numbersIn } from "#model/numbers-in-text";
import { isBlank, plain } from "#model/prose";
import { likelihoodsIn } from "#model/read-likelihood";
import { sentencesIn } from "#model/sentences";
import type { Yardstick } from "#model/yardstick";
import { narrativeLines } from "./read.ts";
import type { Narrative } from "./schema.ts";

const noSummary: Rule<Narrative> = {
  name: "no-summary",
  severity: "info",
  message: {
    what: "The document has neither a summary nor key findings.",
    why: "A reader who stops after the first page has not learned the answer.",
    remedy: "Begin with an `Executive summary` of one paragraph that states the answer.",
  },
  standard: "ICD 203, tradecraft standard 6: the main message up front",
  *check({ summary, rest }, { names }) {
    const chapters = rest.filter(({ level, passages }) => level > 0 && passages.length > 0);
    const second = chapters[1];
    if (second && summary.length === 0 && names.all("judgement").length === 0) yield { span: chapters[0]?.heading.span ?? second.heading.span };
  },
};

const uncitedFigures: Rule<Narrative> = {
  name: "uncited-figures",
  severity: "info",
  message: {
    what: "`{figure}` stands in a paragraph without a source.",
    why: "A figure is the first thing a reader looks up, and the first that goes stale.",
    remedy: "Cite where it comes from, as `[@key]`.",
  },
  standard: "ICD 206, sourcing requirements; ICD 203, tradecraft standard 1",
  *check(narrative, { document }) {
    for (const line of narrativeLines(narrative)) {
      if (line.citations.length > 0 || !/\d/u.test(line.masked)) continue;
      for (const sentence of sentencesIn(line)) {
        const found = firstFigure(sentence, document.yardstick);
        if (found) yield { span: found.span, values: { figure: withUnit(found, sentence) } };
      }
    }
  },
};

const counted =
  /^\s(?:(?:of|more|other|further)\s)?(?:votes?|in favou?r|against|abstentions?|abstained|states|countries|governments|parties|signatories|ratifications|delegations|members|sponsors|deaths|casualties|soldiers|troops|people)\b|^-\d{1,3}-\d{1,3}(?!\d)|^ to \d{1,3},? (?:with|votes?|and)\b/iu;

/** The first amount, share or count of a sentence that is no likelihood of the author's own. */
function firstFigure(sentence: Prose, yardstick: Yardstick): NumberInText | undefined {
  if (!/\d/u.test(sentence.masked)) return undefined;
  const own = likelihoodsIn(sentence, yardstick).filter((mention) => mention.kind === "number" && mention.asLikelihood);
  return numbersIn(sentence).find(
    (number) => isFigure(number, sentence) && !own.some(({ span }) => span.from < number.span.to && number.span.from < span.to),
  );
}

/** The figure with the thing it counts: `120 states`. */
const withUnit = ({ written, span }: NumberInText, sentence: Prose): string => written + (counted.exec(behind(span, sentence))?.[0] ?? "");

const behind = ({ to }: Span, { masked, span }: Prose): string => masked.slice(to - span.from, to - span.from + 40);

const isFigure = ({ currency, percent, magnitude, written, span }: NumberInText, sentence: Prose): boolean =>
  currency !== undefined || percent === true || magnitude !== undefined || /\d[, ]\d{3}/u.test(written) || counted.test(behind(span, sentence));

const emptySection: Rule<Narrative> = {
  name: "empty-section",
  severity: "warning",
  message: {
    what: "Nothing stands under the heading `{heading}`.",
    why: "A reader cannot tell whether something was lost or there is nothing to say.",
    remedy: "Write the section, say that there is nothing to report, or remove the heading.",
  },
  standard: "ICD 203, tradecraft standard 6: clear and logical argumentation",
  *check({ summary, rest }) {
    const byNumber = new Map([...summary, ...rest].map((section) => [section.number, section]));
    for (const section of byNumber.values()) {
      if (isEmpty(section, byNumber.get(section.number + 1))) yield { span: section.heading.span, values: { heading: plain(section.heading) } };
    }
  },
};

/** Nothing but comments, and no subsection; where another technique reads the next section it may be one. */
const isEmpty = ({ level, passages }: Section, next: Section | undefined): boolean =>
  level > 0 && passages.every(({ kind }) => kind === "comment") && next !== undefined && next.level <= level;

/** A summary of more words is a chapter. The number is ours: what one reads aloud in two minutes. */
const longestSummary = 250;

const longSummary: Rule<Narrative> = {
  name: "long-summary",
  severity: "info",
  message: {
    what: "The summary has {count} words.",
    why: "Beyond {most} words a summary is read like a chapter: later, or not at all.",
    remedy: "Keep the answer, how sure you are, what it rests on and what to do; move the rest below.",
  },
  standard: "ICD 203, tradecraft standard 6: the main message up front",
  *check({ summary }) {
    const first = summary[0];
    const count = linesIn(summary).reduce((sum, line) => sum + (isBlank(line) ? 0 : plain(line).split(" ").length), 0);
    if (first && count > longestSummary) yield { span: first.heading.span, values: { count, most: longestSummary } };
  },
};

export const rules = [...wordingRules(narrativeLines), noSummary, uncitedFigures, emptySection, longSummary];
