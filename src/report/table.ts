import type { TableCell, TableRow } from "#model/block";
import { entryRank } from "./anchors.ts";
import { badge } from "./icons.ts";
import { inline } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import { percent, percentRange, share } from "./numbers.ts";
import type { Rendering } from "./rendering.ts";

/** What a table shows: a block of the document, or the numbers behind a picture. */
export interface TableContent {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table in a container of its own, which scrolls where the screen is narrower than the table. */
export function tableMarkup(table: TableContent, page: Rendering): Markup {
  const id = page.fresh("table");
  const head = table.head.map((text) => markup`<th scope="col">${inline(text, page)}</th>`);
  return markup`<div class="scroll${table.rows.length <= 8 && " short"}" role="group" tabindex="0" aria-labelledby="${id}"><table style="--columns:${table.head.length}"><caption id="${id}">${table.caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${table.rows.map((row) => rowMarkup(row, page))}</tbody></table></div>`;
}

const rowMarkup = (row: TableRow, page: Rendering): Markup =>
  markup`<tr${page.anchors.attribute(row.id, entryRank)}>${row.cells.map((cell, column) => cellMarkup(cell, column, row.id, page))}</tr>
`;

// The first cell names the row for those who hear the table.
function cellMarkup(cell: TableCell, column: number, self: string | undefined, page: Rendering): Markup {
  const content = contentMarkup(cell, page, self);
  const numeric = typeof cell !== "string" && "probability" in cell && markup` class="number"`;
  return column === 0 ? markup`<th scope="row"${numeric}>${content}</th>` : markup`<td${numeric}>${content}</td>`;
}

function contentMarkup(cell: TableCell, page: Rendering, self: string | undefined): Markup {
  if (typeof cell === "string") return inline(cell, page, self);
  return "badge" in cell ? badge(cell.badge, cell.tone) : probabilityMarkup(cell);
}

function probabilityMarkup({ probability, low, high }: { readonly probability: number; readonly low?: number; readonly high?: number }): Markup {
  const bounds = low !== undefined && high !== undefined && low < high ? markup` <span class="bounds">${percentRange(low, high)}</span>` : "";
  return markup`<span class="share"><svg aria-hidden="true" width="48" height="8"><rect class="ground" width="100%" height="8" rx="2"/><rect class="fill" width="${share(Math.min(1, Math.max(0, probability)))}" height="8" rx="2"/></svg>${percent(probability)}${bounds}</span>`;
}
