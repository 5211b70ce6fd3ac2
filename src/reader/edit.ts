import type { Edit } from "#kit/edit";
import type { Span } from "#kit/span";
import type { Outline, Prose, Row, Table } from "#model/outline";
import { absoluteOffset } from "#reader/locate";

/** Puts a text in the place of a span. */
export function replaceSpan(outline: Outline, span: Span, text: string): readonly Edit[] {
  const from = absoluteOffset(outline, span);
  return [{ from, to: from + span.to - span.from, text }];
}

/**
 * Puts words into a table cell: pipes are escaped, line ends become spaces. Where the table's pipes stand in columns
 * the white space behind the words makes up for their length; nothing else changes.
 */
export function setCell(outline: Outline, cell: Prose | Span, text: string): readonly Edit[] {
  const room = roomOf(outline, "span" in cell ? cell.span : cell);
  const words = cellText(text);
  if (room.opened && room.closed && room.start === room.end) return [{ from: room.from, to: room.to, text: ` ${words.padEnd(room.to - room.from - 2)} ` }];
  const before = !room.opened && mayBeginBlock.test(words) ? "| " : "";
  const behind = !room.closed && words === "" ? "|" : "";
  const padding = paddingFor(outline.text, room, words.length);
  return [{ from: room.start, to: room.to, text: `${before}${words}${" ".repeat(padding)}${behind}` }];
}

/** The words of a cell from `start` to `end`, and what they may take: all between its pipes, or to the ends of its row. */
interface Room {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** A pipe stands before it, and behind it. */
  readonly opened: boolean;
  readonly closed: boolean;
}

function roomOf(outline: Outline, span: Span): Room {
  const { text } = outline;
  const start = absoluteOffset(outline, span);
  const end = start + span.to - span.from;
  let from = start;
  let to = end;
  while (isPadding(text, from - 1)) from--;
  while (isPadding(text, to)) to++;
  const closed = text.charAt(to) === "|";
  return { start, end, from, to: closed ? to : end, opened: text.charAt(from - 1) === "|", closed };
}

/** How many spaces to leave behind the words: as many as keep the pipe in its column, where it stands in one. */
function paddingFor(text: string, { start, end, to, closed }: Room, length: number): number {
  const now = to - end;
  const column = closed && (now > 1 || standsBelowPipe(text, to));
  return column ? Math.max(Math.min(1, now), to - start - length) : now;
}

const isPadding = (text: string, at: number): boolean => text.charAt(at) === " " || text.charAt(at) === "\t";

/** True where the line above has a pipe in the same column. */
function standsBelowPipe(text: string, at: number): boolean {
  const line = lineStartBefore(text, at);
  const above = lineStartBefore(text, line - 1);
  return line > 0 && text.charAt(above + at - line) === "|" && above + at - line < line;
}

function lineStartBefore(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** Words as a cell may hold them: on one line, with pipes escaped that are not, and no backslash before its own pipe. */
const cellText = (text: string): string =>
  text.trim().replace(/\s*[\n\r]+\s*/gu, " ").replace(/\\$|\\[^]|\|/gu, (found) => (found.length === 1 ? `\\${found}` : found));

/** At the start of a row without a leading pipe this would be, or might be, another block. */
const mayBeginBlock = /^(?:$|[-+*#>`~=:<[]|\d{1,9}[.)])/u;

/** A new row before row `at` of a table, or behind its last one where there are no more. */
export interface NewRow {
  readonly at: number;
  readonly cells: readonly string[];
}

/** Puts a row into a table, indented and quoted like the row before it. */
export function insertRow(outline: Outline, table: Table, { at, cells }: NewRow): readonly Edit[] {
  const { text } = outline;
  const before = table.rows[Math.min(at, table.rows.length) - 1];
  const end = before ? lineEnd(text, absoluteOffset(outline, before.span)) : lineEnd(text, behindLine(text, absoluteOffset(outline, table.span)));
  const start = lineStartBefore(text, end);
  const prefix = before ? text.slice(start, absoluteOffset(outline, before.span)) : (/^[>\s]*/u.exec(text.slice(start, end))?.[0] ?? "");
  const row = `| ${cells.map(cellText).join(" | ")} |`;
  return [{ from: end, to: end, text: `${lineBreak(text, end)}${prefix}${row}` }];
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Where the line behind the one that holds an offset begins. */
function behindLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + (text.startsWith("\r\n", end) ? 2 : 1);
}

/** The line break that the document uses at an offset, or before it. */
function lineBreak(text: string, at: number): string {
  const here = /^(?:\r\n|\n|\r)/u.exec(text.slice(at, at + 2))?.[0];
  return here ?? /\r\n|\n|\r/u.exec(text)?.[0] ?? "\n";
}

/** Puts words into a cell by its column; a row that is too short gets the cells it lacks. */
export function setCellAt(outline: Outline, { row, column }: { readonly row: Row; readonly column: number }, text: string): readonly Edit[] {
  const cell = row.cells[column];
  if (cell) return setCell(outline, cell, text);
  const end = absoluteOffset(outline, row.span) + row.span.to - row.span.from;
  const missing = Array.from({ length: column - row.cells.length }, () => "");
  const closed = outline.text.charAt(end - 1) === "|" && outline.text.charAt(end - 2) !== "\\";
  return [{ from: end, to: end, text: `${closed ? "" : " |"} ${[...missing, cellText(text)].join(" | ")} |` }];
}
