import { keptFor } from "#kit/kept";
import { headingKey } from "#model/heading";
import type { Passage, Prose, Row, Section, Table } from "#model/outline";
import { isBlank, plain } from "#model/prose";

/** Column names by what they hold; the first is the one we write. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** A row by the columns that were understood; `other` holds the cells of all other columns, in order. */
export interface Entry<Column extends string> {
  readonly row: Row;
  readonly cells: Readonly<Partial<Record<Column, Prose>>>;
  readonly other: readonly { readonly column: string; readonly cell: Prose }[];
}

/** A column's name as it is compared: `P(A)` and `P(evidence | A)` are `a`, where other remarks in brackets are left out. */
export function columnNameKey(column: string): string {
  if (!column.includes("(")) return headingKey(column);
  const inner = /^\s*(?:pr?\s*\(([^()]+)\)|prob(?:ability)?\s*\((\p{Letter}|\p{Letter}[\p{Letter}_-]*\d+)\))\s*$/iu.exec(column);
  const named = headingKey((inner?.[1] ?? inner?.[2] ?? "").replace(/^.*\|/u, ""));
  return named === "" ? headingKey(column) : named;
}

/** The passages of sections, those nested in quotes and items left out. */
export const passagesIn = (sections: readonly Section[]): readonly Passage[] => sections.flatMap((section) => section.passages);

export const tablesIn = (sections: readonly Section[]): readonly Table[] =>
  passagesIn(sections).filter((passage) => passage.kind === "table");

/** True where the table has at least one column by one of these names. */
export const hasColumn = (table: Table, names: readonly string[]): boolean => {
  const keys = keysOf(names);
  return headsOf(table).some(({ key }) => keys.has(key));
};

/** Both kept: names are constants of the techniques, and several techniques look at one table. */
const keysOf = keptFor((names: readonly string[]): ReadonlySet<string> => new Set(names.map(columnNameKey)));
const headsOf = keptFor(({ columns }: Table) => columns.map(plain).map((name) => ({ name, key: columnNameKey(name) })));

/** The rows of a table as entries. A cell that is blank is left out; so is a row without any word. */
export function entriesOf<Column extends string>(table: Table, columns: ColumnNames<Column>): readonly Entry<Column>[] {
  const byName = columnsByName(columns);
  const heads = headsOf(table).map(({ name, key }) => ({ name, column: byName.get(key) }));
  return table.rows.filter((row) => row.cells.some((cell) => cell.source.trim() !== "")).map((row) => entryOf(row, heads));
}

function entryOf<Column extends string>(row: Row, heads: readonly { readonly name: string; readonly column: string | undefined }[]): Entry<Column> {
  const cells: Record<string, Prose> = {};
  const other: { column: string; cell: Prose }[] = [];
  heads.forEach(({ name, column }, at) => {
    const cell = row.cells[at];
    if (cell && column === undefined) other.push({ column: name, cell });
    else if (cell && column !== undefined && cells[column] === undefined && isFilled(cell)) cells[column] = cell;
  });
  return { row, cells: narrowed(cells), other };
}

/** The columns by the key of each of their names; kept like these. */
export const columnsByName = keptFor(
  (columns: ColumnNames<string>): ReadonlyMap<string, string> => new Map(Object.entries(columns).flatMap(([column, names]) => names.map((name) => [columnNameKey(name), column] as const))),
);

/** True where a cell holds words or a citation. */
export const isFilled = (cell: Prose): boolean => !isBlank(cell) || cell.citations.length > 0;

/** The record seen by its known keys only; the keys were put in by name, so none is invented. */
export function narrowed<Column extends string>(cells: Readonly<Record<string, Prose>>): Readonly<Partial<Record<Column, Prose>>>;
export function narrowed(cells: Readonly<Record<string, Prose>>): Readonly<Record<string, Prose>> {
  return cells;
}
