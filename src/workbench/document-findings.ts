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

/** Where there is no front matter at all, a text that is no assessment yet gets advice; where there is some, a gap in it is a fault. */
function missing({ question, asOf, resolves, values, problems: broken }: FrontMatter): readonly Finding[] {
  if (broken.some(({ kind }) => kind === "broken-yaml")) return [];
  const severity = Object.keys(values).length === 0 ? "info" : "warning";
  const impossible = new Set(broken.map(({ key }) => key));
  const findings: Finding[] = [];
  if (question === undefined) findings.push(absent(severity, "question", "Which question the scenarios answer is not said.", "Nobody can say later whether the forecast was right.", "ICD 203, tradecraft standard 8: accurate judgements"));
  if (asOf === undefined && !impossible.has("as-of")) findings.push(absent(severity, "as-of", "The day on which the author speaks is not given.", "Time that has passed without a crossing cannot be counted.", "ICD 203: timely"));
  if (resolves === undefined && !impossible.has("resolves")) findings.push(absent(severity, "resolves", "The day by which the question resolves is not given.", "A forecast without an end cannot be scored.", "ICD 203, tradecraft standard 8: accurate judgements"));
  if (asOf !== undefined && resolves !== undefined && resolves < asOf) findings.push(resolvedBefore(asOf, resolves));
  return findings;
}

const absent = (severity: Finding["severity"], key: string, what: string, why: string, standard: string): Finding => ({
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
