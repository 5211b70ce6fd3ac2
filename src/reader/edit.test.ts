import * as fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits } from "#kit/edit";
import type { Outline, Table } from "#model/outline";
import { insertRow, replaceSpan, setCell, setCellAt } from "#reader/edit";
import { readOutline } from "#reader/read-outline";

const tables = ({ sections }: Outline): readonly Table[] =>
  sections.flatMap(({ passages }) => passages.flatMap((passage) => (passage.kind === "table" ? [passage] : passage.kind === "quote" ? passage.passages.filter((inner) => inner.kind === "table") : [])));
const cells = (outline: Outline): readonly (readonly (readonly string[])[])[] =>
  tables(outline).map(({ columns, rows }) => [columns, ...rows.map((row) => row.cells)].map((row) => row.map(({ source }) => source)));

/** The text after one cell of the first table is set. */
function after(text: string, row: number, column: number, words: string): string {
  const outline = readOutline(text);
  const cell = tables(outline)[0]?.rows[row]?.cells[column];
  return cell ? applyEdits(text, setCell(outline, cell, words)) : "no such cell";
}

it.each([
  ["a cell", "|A|B|\n|-|-|\n|1|2|\n", [0, 1, "new"], "|A|B|\n|-|-|\n|1|new|\n"],
  ["pipes and line ends", "| A |\n|---|\n| 1 |\n", [0, 0, "a|b\n c\\|d"], "| A |\n|---|\n| a\\|b c\\|d |\n"],
  ["a backslash before the pipe", "|A|\n|-|\n|1|\n", [0, 0, "a\\"], "|A|\n|-|\n|a\\\\|\n"],
  ["a shorter word in columns", "| A    | B |\n|------|---|\n| long | x |\n", [0, 0, "a"], "| A    | B |\n|------|---|\n| a    | x |\n"],
  ["a longer word that fits", "| A    | B |\n|------|---|\n| a    | x |\n", [0, 0, "long"], "| A    | B |\n|------|---|\n| long | x |\n"],
  ["a longer word that does not fit", "| A | B |\n|---|---|\n| a | x |\n", [0, 0, "long"], "| A | B |\n|---|---|\n| long | x |\n"],
  ["a blank cell", "| A | B |\n|---|---|\n|   | x |\n", [0, 0, "w"], "| A | B |\n|---|---|\n| w | x |\n"],
  ["a cell of no width", "|A|B|\n|-|-|\n||x|\n", [0, 0, "w"], "|A|B|\n|-|-|\n| w |x|\n"],
  ["nothing at the end of an open row", "A | B\n-|-\n1 | 2\n", [0, 1, ""], "A | B\n-|-\n1 | |\n"],
  ["a mark at the start of an open row", "A | B\n-|-\n1 | 2\n", [0, 0, "- x"], "A | B\n-|-\n| - x | 2\n"],
])("sets %s", (_, text, [row, column, words], expected) => {
  expect(after(text, Number(row), Number(column), String(words))).toBe(expected);
});

it.each([
  ["behind the last row", "| A |\n|---|\n| 1 |", 1, "| A |\n|---|\n| 1 |\n| x |"],
  ["before the first row", "| A |\r\n|---|\r\n| 1 |\r\n", 0, "| A |\r\n|---|\r\n| x |\r\n| 1 |\r\n"],
  ["below a head alone", "| A |\n|---|\n\nend", 7, "| A |\n|---|\n| x |\n\nend"],
  ["in a quote", "> | A |\n> |---|\n> | 1 |\n", 1, "> | A |\n> |---|\n> | 1 |\n> | x |\n"],
])("puts a row %s", (_, text, at, expected) => {
  const outline = readOutline(text);
  const [table] = tables(outline);
  expect(table && applyEdits(text, insertRow(outline, table, { at, cells: ["x"] }))).toBe(expected);
});

it("gives a short row the cells it lacks", () => {
  const text = "|A|B|C|\n|-|-|-|\n|1|\n2\n";
  const outline = readOutline(text);
  const [closed, open] = tables(outline)[0]?.rows ?? [];
  expect(closed && applyEdits(text, setCellAt(outline, { row: closed, column: 2 }, "x"))).toBe("|A|B|C|\n|-|-|-|\n|1|  | x |\n2\n");
  expect(open && applyEdits(text, setCellAt(outline, { row: open, column: 1 }, "x"))).toBe("|A|B|C|\n|-|-|-|\n|1|\n2 | x |\n");
});

it("puts a text in the place of a span", () => {
  const text = "# A\n\nold words\n";
  const outline = readOutline(text);
  const [passage] = outline.sections[1]?.passages ?? [];
  expect(passage && applyEdits(text, replaceSpan(outline, passage.span, "new"))).toBe("# A\n\nnew\n");
});

const words = fc.stringMatching(/^[a-z0-9 |\\`*#\-[\]()<>{}@é😀.]{0,12}$/u);
const tableText = fc
  .record({ rows: fc.array(fc.array(fc.stringMatching(/^[a-z0-9 `*]{0,6}$/u), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), outer: fc.boolean(), end: fc.constantFrom("\n", "\r\n", "\r"), before: fc.constantFrom("", "# H\n\nword\n\n") })
  .map(({ rows, outer, end, before }) => {
    const lines = [["A", "B", "C"], ["---", "---", "---"], ...rows.map((row) => (outer ? row : row.map((cell) => `x${cell}`)))].map((row) => (outer ? `| ${row.join(" | ")} |` : row.join(" | ")));
    return `${before}${lines.join("\n")}\n\nend\n`.replaceAll("\n", end);
  });
const written = (text: string): string => text.trim().replace(/\\$|\\[^]|\|/gu, (found) => (found.length === 1 ? `\\${found}` : found));

it("a cell that is set reads as set, and no other byte changes (seed 11)", () => {
  fc.assert(
    fc.property(tableText, fc.nat({ max: 20 }), fc.nat({ max: 20 }), words, (text, rowAt, columnAt, put) => {
      const outline = readOutline(text);
      const [table] = tables(outline);
      const row = table?.rows[rowAt % table.rows.length];
      if (!table || !row || row.cells.length === 0) return;
      const column = columnAt % row.cells.length;
      const [edit] = setCell(outline, row.cells[column]!, put);
      const result = applyEdits(text, [edit!]);
      const expected = cells(outline).map((rows, at) => (at > 0 ? rows : rows.map((line, number) => (number === table.rows.indexOf(row) + 1 ? line.with(column, written(put)) : line))));
      expect(cells(readOutline(result))).toEqual(expected);
      expect(edit!.from).toBeGreaterThanOrEqual(outline.offsets[row.span.section]! + row.span.from);
      expect(edit!.to).toBeLessThanOrEqual(outline.offsets[row.span.section]! + row.span.to);
    }),
    { seed: 11, numRuns: 400, verbose: 1 },
  );
});

it("a row that is put in reads as put in (seed 12)", () => {
  fc.assert(
    fc.property(tableText, fc.nat({ max: 6 }), fc.array(words, { minLength: 2, maxLength: 4 }), (text, at, put) => {
      const outline = readOutline(text);
      const [table] = tables(outline);
      if (!table) return;
      const before = cells(outline)[0]!;
      const row = Math.min(at, table.rows.length);
      const result = readOutline(applyEdits(text, insertRow(outline, table, { at, cells: put })));
      expect(cells(result)[0]).toEqual([...before.slice(0, row + 1), put.map(written), ...before.slice(row + 1)]);
    }),
    { seed: 12, numRuns: 400, verbose: 1 },
  );
});
