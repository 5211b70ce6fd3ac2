import type { CalendarDate } from "#kit/date";
import type { SectionRole } from "#model/heading";
import { contradictionsIn, type Contradiction, type Statement } from "./contradictions.ts";
import { sentenceEnd, type Damage } from "./damage.ts";
import { draftLines, isBlankLine, isTableRow, joined, layoutOf, listLine, type DraftLine } from "./draft.ts";
import { headingWords, markHeadings, markTitle, type FoundHeading } from "./headings.ts";
import { joinTornItems, separatePassages } from "./lists.ts";
import { markDamage } from "./mark-damage.ts";
import { numberEntries } from "./number-entries.ts";
import { headingIds, openScenarios, withoutDoubleGaps } from "./scenarios.ts";
import { headingsIn, sectionRuns, type SectionRun } from "./section-runs.ts";
import { cellsOf, isDivider, tablesFromTabs } from "./tables.ts";

/** An old report as an assessment, with an account of what was found, damaged and contradictory. */
export interface ImportedReport {
  readonly markdown: string;
  readonly sections: readonly FoundHeading[];
  readonly damage: readonly Damage[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Turns a report in plain text or Markdown into assessment Markdown: marks headings whose marks were lost, puts torn
 * items together, opens scenarios, numbers entries, dates horizons, and marks damage by comments. No word is changed
 * or lost; a text that is an assessment already comes back as it is.
 */
export function importReport(text: string, vocabulary: readonly SectionRole[]): ImportedReport {
  const words = headingWords(vocabulary);
  const original = draftLines(text);
  const whole = joinTornItems(original, words);
  const layout = layoutOf(whole.lines);
  const headed = markHeadings(whole.lines, words, layout);
  const apart = markTitle(separatePassages(tablesFromTabs(headed), layout), words);
  const asOf = statedDay(text);
  const taken = headingIds(apart);
  const ordered = sectionRuns(apart, words).flatMap((run) => numberEntries(opened(run, taken), asOf));
  const marked = markDamage(layout === "marked" ? ordered : withoutDoubleGaps(ordered), words);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    markdown: withFinalLineEnd(joined(marked.lines, lineEnd), lineEnd),
    sections: headingsIn(marked.lines, words, original),
    damage: [...whole.damage, ...marked.damage].toSorted((a, b) => a.line - b.line),
    contradictions: contradictionsIn(headed.flatMap(statementsOf)),
  };
}

const opened = (run: SectionRun, taken: Set<string>): SectionRun => (run.role?.role === "scenarios" ? { ...run, lines: openScenarios(run.lines, taken) } : run);

const withFinalLineEnd = (text: string, lineEnd: string): string => (text.endsWith(lineEnd) ? text : text + lineEnd);

/** The day on which the author speaks, where the front matter says so: relative horizons are counted from it. */
const statedDay = (text: string): CalendarDate | undefined => /^---[\s\S]*?^as-of:\s*["']?(\d{4}-\d{2}-\d{2})/mu.exec(text.slice(0, 4000))?.[1];

/** The sentences of a line, of a row those of each cell. */
function statementsOf(line: DraftLine): readonly Statement[] {
  if (line.verbatim || isBlankLine(line) || isDivider(line.text)) return [];
  const texts = isTableRow(line) ? cellsOf(line.text) : [listLine(line)?.body ?? line.text];
  return texts.flatMap((text) => text.split(sentenceEnd).map((sentence) => ({ line: line.number, text: sentence.trim() })));
}
