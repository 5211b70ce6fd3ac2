import type { Finding } from "#model/finding";
import type { FrontMatter, FrontMatterProblem, Outline } from "#model/outline";

type Wording = Pick<Finding, "severity" | "why" | "remedy" | "standard"> & { readonly what: (problem: FrontMatterProblem) => string };

const problems: Readonly<Record<FrontMatterProblem["kind"], Wording>> = {
  "broken-yaml": {
    severity: "error",
    what: ({ written }) => `The block at the top of the document is not valid YAML: ${written}`,
    why: "Question, dates and yardstick are read from it; none of them is known.",
    remedy: "Write one `key: value` per line between two lines of `---`; put quotes around a value that holds a colon.",
    standard: "YAML 1.2",
  },
  "impossible-date": {
    severity: "error",
    what: ({ key, written }) => `\`${key}: ${written}\` is not a date of the calendar.`,
    why: "Horizons, due dates and the age of sources are counted from it.",
    remedy: "Write the date as YYYY-MM-DD.",
    standard: "ISO 8601",
  },
  "unknown-yardstick": {
    severity: "error",
    what: ({ written }) => `No yardstick is called ${written}.`,
    why: "Without it the words of likelihood have no numbers.",
    remedy: "Write `icd203`, `phia` or `nato`, or give a table of words and bands.",
    standard: "ICD 203 D.6.e(2)(a); PHIA Probability Yardstick",
  },
  "not-a-text": {
    severity: "warning",
    what: ({ key, written }) => `\`${key}\` should be a text or a list of texts, and is ${written}.`,
    why: "It cannot be shown or used as it stands.",
    remedy: "Write it as `key: text` or as a list with one `- text` per line.",
    standard: "YAML 1.2",
  },
};

/** What is wrong with the document as a whole: its front matter, and what is missing there. */
export function documentFindings({ frontMatter, sections }: Outline): readonly Finding[] {
  const broken = frontMatter.problems.map((problem) => ({ ...problems[problem.kind], rule: `document/${problem.kind}`, what: problems[problem.kind].what(problem), span: problem.span }));
  return sections.length > 1 ? [...broken, ...missing(frontMatter)] : broken;
}

const top = { section: 0, from: 0, to: 0 };

interface Gap {
  readonly key: "question" | "as-of" | "resolves";
  readonly isIn: (document: FrontMatter) => boolean;
  readonly what: string;
  readonly why: string;
  readonly standard: string;
}

const gaps: readonly Gap[] = [
  {
    key: "question",
    isIn: ({ question }) => question === undefined,
    what: "Which question the scenarios answer is not said.",
    why: "Nobody can say later whether the forecast was right.",
    standard: "ICD 203, tradecraft standard 8: accurate judgements",
  },
  {
    key: "as-of",
    isIn: ({ asOf }) => asOf === undefined,
    what: "The day on which the author speaks is not given.",
    why: "Time that has passed without a crossing cannot be counted.",
    standard: "ICD 203: timely",
  },
  {
    key: "resolves",
    isIn: ({ resolves }) => resolves === undefined,
    what: "The day by which the question resolves is not given.",
    why: "A forecast without an end cannot be scored.",
    standard: "ICD 203, tradecraft standard 8: accurate judgements",
  },
];

/** Where there is no front matter at all, a text that is no assessment yet gets advice; where there is some, a gap in it is a fault. */
function missing(document: FrontMatter): readonly Finding[] {
  const { asOf, resolves, values, problems: broken } = document;
  if (broken.some(({ kind }) => kind === "broken-yaml")) return [];
  const severity = Object.keys(values).length === 0 ? "info" : "warning";
  const impossible = new Set(broken.map(({ key }) => key));
  const open = gaps.filter(({ key, isIn }) => isIn(document) && !impossible.has(key)).map((gap) => absent(gap, severity));
  return asOf !== undefined && resolves !== undefined && resolves < asOf ? [...open, resolvedBefore(asOf, resolves)] : open;
}

const absent = ({ key, what, why, standard }: Gap, severity: Finding["severity"]): Finding => ({
  rule: `document/no-${key}`,
  severity,
  what,
  why,
  remedy: `Add \`${key}:\` to the block at the top of the document.`,
  standard,
  span: top,
});

const resolvedBefore = (asOf: string, resolves: string): Finding => ({
  rule: "document/resolves-before-as-of",
  severity: "error",
  what: `The question resolves on ${resolves}, before the author speaks on ${asOf}.`,
  why: "A forecast of the past is none.",
  remedy: "Correct `as-of` or `resolves`.",
  standard: "ICD 203: timely",
  span: top,
});
