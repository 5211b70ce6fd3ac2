import { labelled, linesOf } from "#core/read-lines";
import { columnNameKey, columnsByName, isFilled, narrowed, type ColumnNames, type Entry } from "#core/read-table";
import type { Item, Prose } from "#model/outline";

/** A list item as a row: its nested lines `Column: text` are the cells. */
export interface ItemEntry<Column extends string> extends Omit<Entry<Column>, "row"> {
  readonly item: Item;
}

/** Reads the lines nested in an item by the names that the columns of a table would have. */
export function itemEntry<Column extends string>(item: Item, columns: ColumnNames<Column>): ItemEntry<Column> {
  const byName = columnsByName(columns);
  const cells: Record<string, Prose> = {};
  const other: { column: string; cell: Prose }[] = [];
  for (const line of item.passages.flatMap(linesOf)) {
    const found = labelled(line);
    const column = found && byName.get(columnNameKey(found.label));
    if (found && column === undefined) other.push({ column: found.label, cell: found.text });
    else if (found && column !== undefined && cells[column] === undefined && isFilled(found.text)) cells[column] = found.text;
  }
  return { item, cells: narrowed(cells), other };
}
