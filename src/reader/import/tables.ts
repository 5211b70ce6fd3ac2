import type { CalendarDate } from "#kit/date";
import { headingKey } from "#model/heading";
import { readHorizon } from "#model/read-horizon";
import { isTableRow, type DraftLine } from "./draft.ts";

/** Turns runs of lines with tabs between their cells into tables. */
export function tablesFromTabs(lines: readonly DraftLine[]): readonly DraftLine[] {
  return lines.flatMap((line, at) => {
    const cells = tabCells(line);
    if (cells === undefined || (tabCells(lines[at - 1])?.length !== cells.length && tabCells(lines[at + 1])?.length !== cells.length)) return [line];
    const row = { ...line, text: rowText(cells.map((cell) => cell.trim().replaceAll("|", String.raw`\|`))) };
    const first = tabCells(lines[at - 1])?.length !== cells.length;
    return first ? [row, { ...row, text: rowText(cells.map(() => "---")) }] : [row];
  });
}

const tabCells = (line: DraftLine | undefined): readonly string[] | undefined =>
  line && !line.verbatim && /\S\t+\S/u.test(line.text) ? line.text.trim().split(/\t+/u) : undefined;

const rowText = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The cells of a row as written between its bars; a bar behind a backslash belongs to its cell. */
export const cellsOf = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/^\||\|$/gu, "")
    .split(/(?<!\\)\|/u);

export const isDivider = (text: string): boolean => /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(text);

/** What is done to the rows of a table of one kind. */
export interface TableWork {
  /** The first letter of the ids that its rows get where the table has no ID column. */
  readonly idLetter: string;
  /** Heading keys of the columns whose horizons become dates. */
  readonly horizons: ReadonlySet<string>;
}

/** Gives a table's rows ids and its horizons dates; a table that has both stays as it is. `lines` are the lines of one table. */
export function workTable(lines: readonly DraftLine[], { idLetter, horizons }: TableWork, asOf: CalendarDate | undefined): readonly DraftLine[] {
  const head = lines[0];
  if (!head || !lines.every(isTableRow) || !isDivider(lines[1]?.text ?? "")) return lines;
  const names = cellsOf(head.text).map((cell) => headingKey(cell));
  const needsIds = !names.includes("id");
  const horizonAt = names.findIndex((name) => horizons.has(name));
  return lines.map((line, at) => {
    if (at === 0) return needsIds ? { ...line, text: `| ID ${line.text.trimStart()}` } : line;
    if (isDivider(line.text)) return needsIds ? { ...line, text: widerDivider(line.text) } : line;
    const dated = horizonAt < 0 ? line.text : withDate(line.text, horizonAt, asOf);
    return { ...line, text: needsIds ? `| ${idLetter}${at - 1} ${dated.trimStart()}` : dated };
  });
}

/** A divider with one column more in front, all of one width; the colons that align a column stay. */
const widerDivider = (text: string): string => `|---|${cellsOf(text).map((cell) => cell.trim().replace(/-+/u, "---")).join("|")}|`;

/** A horizon in words becomes `2026-09-30 (August-September 2026)`: the end of the interval that the words mean. */
function withDate(row: string, at: number, asOf: CalendarDate | undefined): string {
  const cells = cellsOf(row);
  const cell = cells[at]?.trim() ?? "";
  if (cell === "" || /^\d{4}-\d{2}-\d{2}/u.test(cell)) return row;
  const end = readHorizon(cell, asOf)?.to;
  return end === undefined ? row : `|${cells.with(at, ` ${end} (${cell}) `).join("|")}|`;
}
