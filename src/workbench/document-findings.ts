import { findingOf, type RuleDescription } from "#core/rule";
import type { Scene } from "#core/technique";
import type { Finding, Severity } from "#model/finding";
import type { FrontMatter, FrontMatterProblem, Outline } from "#model/outline";
import { dateFinding, dateRules } from "#workbench/date-findings";
import { resolutionFindings, resolutionRules } from "#workbench/resolution-findings";

const problems: Readonly<Record<Exclude<FrontMatterProblem["kind"], "impossible-date">, RuleDescription>> = {
  "broken-yaml": {
    name: "document/broken-yaml",
    severity: "error",
    what: "The block at the top of the document is not valid YAML: {written}",
    why: "Question, dates and yardstick are read from it; none of them is known.",
    remedy: "Write one `key: value` per line between two lines of `---`; put quotes around a value that holds a colon.",
    standard: "YAML 1.2",
  },
  "unknown-yardstick": {
    name: "document/unknown-yardstick",
    severity: "error",
    what: "No yardstick is called {written}.",
    why: "Without it the words of likelihood have no numbers.",
    remedy: "Write `icd203`, `phia` or `nato`, or give a table of words and bands.",
    standard: "ICD 203 D.6.e(2)(a); PHIA Probability Yardstick",
  },
  "not-a-share": {
    name: "document/not-a-share",
    severity: "error",
    what: "`{key}: {written}` is no share from 0 to 1.",
    why: "It says how strongly reports of one origin repeat each other; without it our default counts.",
    remedy: "Write a number such as `0.5`, or a percentage.",
    standard: "Rapporteur, what the forecast means: items of one origin",
  },
  "not-a-text": {
    name: "document/not-a-text",
    severity: "warning",
    what: "`{key}` should be a text or a list of texts, and is {written}.",
    why: "It cannot be shown or used as it stands.",
    remedy: "Write it as `key: text` or as a list with one `- text` per line.",
    standard: "YAML 1.2",
  },
};

interface Gap {
  readonly key: "question" | "as-of" | "resolves";
  readonly isIn: (document: FrontMatter) => boolean;
  readonly rule: RuleDescription;
}

const gap = (key: Gap["key"], isIn: Gap["isIn"], words: Pick<RuleDescription, "what" | "why" | "standard">): Gap => ({
  key,
  isIn,
  rule: { name: `document/no-${key}`, severity: "warning", remedy: `Add \`${key}:\` to the block at the top of the document.`, ...words },
});

const gaps: readonly Gap[] = [
  gap("question", ({ question }) => question === undefined, {
    what: "Which question the scenarios answer is not said.",
    why: "Nobody can say later whether the forecast was right.",
    standard: "ICD 203, tradecraft standard 8: accurate judgements",
  }),
  gap("as-of", ({ asOf }) => asOf === undefined, {
    what: "The day on which the author speaks is not given.",
    why: "Time that has passed without a crossing cannot be counted.",
    standard: "ICD 203: timely",
  }),
  gap("resolves", ({ resolves }) => resolves === undefined, {
    what: "The day by which the question resolves is not given.",
    why: "A forecast without an end cannot be scored.",
    standard: "ICD 203, tradecraft standard 8: accurate judgements",
  }),
];

const resolvesBefore: RuleDescription = {
  name: "document/resolves-before-as-of",
  severity: "error",
  what: "The question resolves on {resolves}, before the author speaks on {asOf}.",
  why: "A forecast of the past is none.",
  remedy: "Correct `as-of` or `resolves`.",
  standard: "ICD 203: timely",
};

/** The rules about the document as a whole, which no technique owns. */
export const documentRules: readonly RuleDescription[] = [...Object.values(problems), ...dateRules, ...resolutionRules, ...gaps.map(({ rule }) => rule), resolvesBefore];

/** What is wrong with the document as a whole: its front matter, what is missing there, and how its question was resolved. */
export function documentFindings({ frontMatter, sections }: Outline, scene: Scene): readonly Finding[] {
  const broken = readable(frontMatter.problems).map(problemFinding);
  return sections.length > 1 ? [...broken, ...missing(frontMatter), ...resolutionFindings(scene)] : broken;
}

/** Where the YAML is broken, what was read from it is a fault of the reading. */
function readable(found: readonly FrontMatterProblem[]): readonly FrontMatterProblem[] {
  const [broken] = found.filter(({ kind }) => kind === "broken-yaml");
  return broken ? [broken] : found;
}

const problemFinding = ({ kind, key, written, span }: FrontMatterProblem): Finding =>
  kind === "impossible-date" ? dateFinding({ key, written, span }) : findingOf(problems[kind], { span, values: { key, written } });

const top = { section: 0, from: 0, to: 0 };

/** Where there is no front matter at all, a text that is no assessment yet gets advice; where there is some, a gap in it is a fault. */
function missing(document: FrontMatter): readonly Finding[] {
  const { asOf, resolves, values, problems: broken } = document;
  if (broken.some(({ kind }) => kind === "broken-yaml")) return [];
  const severity: Severity = Object.keys(values).length === 0 ? "info" : "warning";
  const impossible = new Set(broken.map(({ key }) => key));
  const open = gaps.filter(({ key, isIn }) => isIn(document) && !impossible.has(key)).map(({ rule }) => findingOf({ ...rule, severity }, { span: top }));
  return asOf !== undefined && resolves !== undefined && resolves < asOf ? [...open, findingOf(resolvesBefore, { span: top, values: { asOf, resolves } })] : open;
}
