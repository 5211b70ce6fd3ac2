import { isBlankLine, type DraftLine } from "./draft.ts";

const opening = /^(?:[-*]\s+)?(?:\*\*)?((?:Scenario|Outcome|Pathway|Option)\s+([\p{Uppercase_Letter}\d]{1,3})\b[^.!?]{0,40}?:)\s*(.*)$/u;
const advice = /(?<=[.!?"”)]\s)(?=Recommend(?:ed|ation)s?(?:\s+for\s+[^:.]{1,80})?:)/u;

/**
 * Opens a scenario that was written as one run of words: `Scenario A (~55%): first sentence.` becomes its heading,
 * what follows a paragraph, each `Recommended for ...:` an item. No word is changed.
 */
export const openScenarios = (lines: readonly DraftLine[]): readonly DraftLine[] => lines.flatMap(openScenario);

function openScenario(line: DraftLine): readonly DraftLine[] {
  const match = line.verbatim ? undefined : opening.exec(line.text);
  if (!match) return [line];
  const [title = "", rest = ""] = splitFirst(match[3] ?? "");
  const [story = "", ...recommendations] = rest.split(advice);
  const at = (text: string): DraftLine => ({ text, number: line.number, verbatim: false });
  const gap = at("");
  return [
    at(`### ${match[1]} ${title} {#${match[2]}}`.replace(/\s+/gu, " ")),
    gap,
    ...(story.trim() === "" ? [] : [at(story.trim()), gap]),
    ...recommendations.map((text) => at(`- ${text.trim()}`)),
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
