import type { TreeCursor } from "@lezer/common";
import type { Prose, Row, Table } from "#model/outline";
import { noAttributes } from "#model/prose";
import { cellStretches } from "#reader/cell-stretches";
import { readProse, type SectionText, type Stretch, trimmed } from "#reader/read-prose";

/**
 * Reads a GFM table; the cursor stands on it. `shift` turns offsets of the tree into offsets of the section. A row above
 * a row of dashes heads a table of its own: tables are often stacked without the blank line that GFM wants between them.
 */
export function readTables(cursor: TreeCursor, text: SectionText, shift: number): readonly Table[] {
  const lines = linesOf(cursor, text, shift);
  const heads = lines.flatMap((_, at) => (at === 0 || isUnderlined(text, lines, at) ? [at] : []));
  return heads.map((head, number) => tableOf(text, lines.slice(head, heads[number + 1]), number > 0));
}

function linesOf(cursor: TreeCursor, { text }: SectionText, shift: number): readonly Stretch[] {
  const lines: Stretch[] = [];
  cursor.firstChild();
  do if (cursor.name === "TableHeader" || cursor.name === "TableRow") lines.push(trimmed(text, { from: cursor.from + shift, to: cursor.to + shift }));
  while (cursor.nextSibling());
  cursor.parent();
  return lines;
}

/** Two dashes at least: a row of single dashes is a row without data. */
const underline = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/u;

const isDashes = ({ text }: SectionText, line: Stretch | undefined): boolean =>
  line !== undefined && line.to - line.from < 2000 && underline.test(text.slice(line.from, line.to).trim());

const isUnderlined = (text: SectionText, lines: readonly Stretch[], at: number): boolean =>
  at + 1 < lines.length && isDashes(text, lines[at + 1]) && !isDashes(text, lines[at]);

/** `stacked`: the second line is the row of dashes, which Lezer takes for a row. */
function tableOf(text: SectionText, lines: readonly Stretch[], stacked: boolean): Table {
  const [head, ...rest] = lines;
  const rows = (stacked ? rest.slice(1) : rest).map((line) => readRow(text, line));
  const from = head?.from ?? 0;
  return { kind: "table", span: { section: text.section, from, to: lines.at(-1)?.to ?? from }, columns: head ? readCells(text, head) : [], rows };
}

function readRow(text: SectionText, line: Stretch): Row {
  const cells = readCells(text, line);
  const written = [cells.at(-1), ...cells].find((cell) => cell?.attributes.span !== undefined);
  return { span: { section: text.section, ...line }, cells, attributes: written?.attributes ?? noAttributes };
}

const readCells = (text: SectionText, line: Stretch): readonly Prose[] =>
  cellStretches(text.text, line).map((cell) => readProse(text, cell, escapedPipes(text.text, cell)));

/** The backslash of `\|` is taken away before anything else is read, in code too. */
function escapedPipes(text: string, { from, to }: Stretch): readonly Stretch[] {
  const cell = text.slice(from, to);
  if (!cell.includes("\\|")) return [];
  return Array.from(cell.matchAll(/\\\|/gu), ({ index }) => ({ from: from + index, to: from + index + 1 }));
}
