import { headingKey, type SectionRole } from "#model/heading";
import { isBlankLine, isMarkedHeading, isTableRow, listLine, type DraftLine, type Layout } from "./draft.ts";

/** A heading found in a report, and the role its words name. */
export interface FoundHeading {
  readonly line: number;
  readonly text: string;
  readonly role?: SectionRole;
  /** False where the mark was lost and the line was recognised by its words or its look. */
  readonly marked: boolean;
}

export type HeadingWords = ReadonlyMap<string, SectionRole>;

export const headingWords = (vocabulary: readonly SectionRole[]): HeadingWords =>
  new Map(vocabulary.flatMap((role) => role.headings.map((heading) => [headingKey(heading), role] as const)));

/** Marks the headings whose marks were lost, as headings of level 2. */
export const markHeadings = (lines: readonly DraftLine[], words: HeadingWords, layout: Layout): readonly DraftLine[] =>
  lines.map((line, at) => {
    const text = lostHeading({ line, before: lines[at - 1], after: lines[at + 1] }, words, layout);
    return text === undefined ? line : { ...line, text: `## ${text}` };
  });

export const headingTitle = (text: string): string =>
  text
    .replace(/^\s*#{1,6}\s*/u, "")
    .replace(/\s*\{[^}]*\}\s*$/u, "")
    .replace(/\s#+\s*$/u, "")
    .trim();

interface Neighbourhood {
  readonly line: DraftLine;
  readonly before: DraftLine | undefined;
  readonly after: DraftLine | undefined;
}

function lostHeading({ line, before, after }: Neighbourhood, words: HeadingWords, layout: Layout): string | undefined {
  if (line.verbatim || isBlankLine(line) || isMarkedHeading(line) || isTableRow(line) || isUnderline(after)) return undefined;
  const bold = /^\s*(\*\*|__)(.+)\1:?\s*$/u.exec(line.text)?.[2];
  const text = (bold ?? line.text).trim();
  if (bold === undefined && listLine(line) && !words.has(headingKey(text))) return undefined;
  const alone = (isEdge(before) || opensScenario(before)) && (isEdge(after) || layout === "paragraph-per-line");
  if (words.has(headingKey(text)) && (alone || layout !== "marked")) return text;
  return layout === "paragraph-per-line" && looksLikeTitle(text) && after !== undefined && !isBlankLine(after) && after.text.length > text.length ? text : undefined;
}

/** Marks the first line as the title of the report where it looks like one, an empty line or a heading follows, and there is neither front matter nor another title. */
export function markTitle(lines: readonly DraftLine[], words: HeadingWords): readonly DraftLine[] {
  const at = lines.findIndex((line) => !isBlankLine(line));
  const [line, next] = [lines[at], lines[at + 1]];
  const later = lines.slice(at + 1).some((other) => !isBlankLine(other));
  if (!line || !next || !later || !(isBlankLine(next) || isMarkedHeading(next))) return lines;
  if (line.verbatim || isTableRow(line) || listLine(line) || lines.some(({ text, verbatim }) => !verbatim && /^ {0,3}#\s/u.test(text))) return lines;
  const title = line.text.trim();
  return looksLikeTitle(title) && !title.includes("<!--") && !words.has(headingKey(title)) ? lines.with(at, { ...line, text: `# ${title}` }) : lines;
}

const isEdge = (line: DraftLine | undefined): boolean => line === undefined || isBlankLine(line) || isTableRow(line) || listLine(line) !== undefined;
/** A line with the label of a scenario: an empty line will stand behind what is opened there. */
const opensScenario = (line: DraftLine | undefined): boolean => line !== undefined && !line.verbatim && /\b(?:Scenario|Outcome|Pathway|Option)\s+[\p{Uppercase_Letter}\d]{1,3}\b[^.!?]{0,40}:/u.test(line.text);
const isUnderline = (line: DraftLine | undefined): boolean => line !== undefined && /^\s*(?:={2,}|-{2,})\s*$/u.test(line.text);

/** A title: two to sixteen words, nearly all of the longer ones with a capital, no stop at its end, no figures alone. */
function looksLikeTitle(text: string): boolean {
  if (text.length > 120 || /[.;:,!]$/u.test(text) || !/^[\p{Uppercase_Letter}\p{Number}"“]/u.test(text)) return false;
  const words = text.split(/\s+/u).filter((word) => /^\p{Letter}{4,}/u.test(word.replace(/^["“(]/u, "")));
  const capital = words.filter((word) => /^["“(]?\p{Uppercase_Letter}/u.test(word));
  return words.length >= 2 && text.split(/\s+/u).length <= 16 && capital.length >= words.length * 0.8;
}
