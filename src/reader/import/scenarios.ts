import { isBlankLine, isMarkedHeading, isTableRow, listLine, type DraftLine } from "./draft.ts";

const opening = /^(?:[-*]\s+)?((?:Scenario|Outcome|Pathway|Option)\s+([\p{Uppercase_Letter}\d]{1,3})\b(?!\s+\p{Lowercase_Letter})(?:[^.!?]|\.(?=\d)){0,40}?:)\s*(.*)$/u;
const boundary = /(?<=[.!?…][)\]"”’»]*(?:\*\*)?)\s+(?=(?:\*\*)?(?:Scenario|Outcome|Pathway|Option)\s)/gu;
const advice = /(?<=[.!?"”)]\s)(?=Recommend(?:ed|ation)s?(?:\s+for\s+[^:.]{1,80})?:)/u;

/** The ids that headings of a draft have already: what is opened is not opened twice. */
export const headingIds = (lines: readonly DraftLine[]): Set<string> =>
  new Set(lines.filter(isMarkedHeading).flatMap(({ text }) => Array.from(text.matchAll(/\{#([^\s}]+)/gu), (match) => match[1] ?? "")));

/**
 * Opens scenarios that were written as a run of words: `Scenario A (~55%): first sentence.` becomes a heading, what
 * follows a paragraph, each `Recommended for ...:` an item; another scenario begins at each sentence that opens with
 * its label. No word is changed. An id that is `taken` is left alone; those that are opened are added.
 */
export const openScenarios = (lines: readonly DraftLine[], taken: Set<string>): readonly DraftLine[] =>
  withContinuations(lines, taken).flatMap((line) => (line.verbatim || isMarkedHeading(line) || isTableRow(line) ? [line] : openLine(line, taken)));

/** Puts the words that a line was broken before (they begin with a small letter) back behind a scenario that opens on it. */
function withContinuations(lines: readonly DraftLine[], taken: ReadonlySet<string>): readonly DraftLine[] {
  const result: DraftLine[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const goesOn = before && !before.verbatim && !line.verbatim && !listLine(line) && /^\s*\p{Lowercase_Letter}/u.test(line.text);
    if (goesOn && !isMarkedHeading(before) && sentencesFrom(before.text).some((sentence) => labelOf(sentence, taken))) result.splice(-1, 1, { ...before, text: `${before.text.trimEnd()} ${line.text.trimStart()}` });
    else result.push(line);
  }
  return result;
}

const sentencesFrom = (text: string): readonly string[] => text.split(boundary);

function labelOf(text: string, taken: ReadonlySet<string>): RegExpExecArray | undefined {
  const match = opening.exec(withoutBold(text));
  return match && !taken.has(match[2] ?? "") ? match : undefined;
}

/** A scenario whose label or first sentence was set in bold, without the two marks. */
const withoutBold = (text: string): string => text.replace(/^((?:[-*]\s+)?)\*\*((?:Scenario|Outcome|Pathway|Option)\s.*?)\*\*/u, "$1$2");

/** The scenarios that a line opens, each with its words; what stands before the first stays a paragraph. */
function openLine(line: DraftLine, taken: Set<string>): readonly DraftLine[] {
  const opened: { readonly label: boolean; text: string }[] = [];
  for (const text of sentencesFrom(line.text)) {
    const id = labelOf(text, taken)?.[2];
    const last = opened.at(-1);
    const label = id !== undefined;
    if (label) taken.add(id);
    if (label || !last) opened.push({ label, text });
    else last.text += ` ${text}`;
  }
  if (opened.every(({ label }) => !label)) return [line];
  return opened.flatMap(({ label, text }) => scenarioLines(label ? opening.exec(withoutBold(text)) : null, { ...line, text }));
}

function scenarioLines(match: RegExpExecArray | null, line: DraftLine): readonly DraftLine[] {
  const at = (text: string): DraftLine => ({ text, number: line.number, verbatim: false });
  const gap = at("");
  if (!match) return [line, gap];
  const [title = "", rest = ""] = splitFirst(match[3] ?? "");
  const [story = "", ...recommendations] = rest.split(advice);
  const heading = `### ${match[1]} ${title}`.replace(/\s+/gu, " ").trimEnd();
  return [
    at(`${heading} {#${match[2]}}`),
    gap,
    ...(story.trim() === "" ? [] : [at(story.trim()), gap]),
    ...recommendations.map((text) => at(`- ${text.trim()}`)),
    ...(recommendations.length > 0 ? [gap] : []),
  ];
}

/** The first sentence and the rest. */
function splitFirst(text: string): readonly [string, string] {
  const end = /[.!?](?=\s+["“(]?\p{Uppercase_Letter})/u.exec(text);
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 1)] : [text, ""];
}

/** Takes out an empty line that follows another. */
export const withoutDoubleGaps = (lines: readonly DraftLine[]): readonly DraftLine[] =>
  lines.filter((line, at) => {
    const before = lines[at - 1];
    return line.verbatim || !isBlankLine(line) || before === undefined || !isBlankLine(before);
  });
