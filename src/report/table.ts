import type { TableCell, TableRow } from "#model/block";
import { entryRank } from "./anchors.ts";
import { badge } from "./icons.ts";
import { inline } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import { percent, percentRange, rounded, share, tellingBounds } from "./numbers.ts";
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
  const named = table.caption === "" ? markup`aria-label="Table: ${table.head.join(", ")}"` : markup`aria-labelledby="${id}"`;
  const labelled = table.rows.every(({ cells: [first] }) => typeof first === "string" && first.length <= 40);
  const head = table.head.map((text) => markup`<th scope="col">${inline(text, page)}</th>`);
  return markup`<div class="scroll${table.rows.length <= 4 && " short"}" role="group" tabindex="0" ${named}><table style="--width:${leastWidth(table)}rem">${table.caption !== "" && markup`<caption id="${id}">${table.caption}</caption>`}
<thead><tr>${head}</tr></thead>
<tbody>${table.rows.map((row) => rowMarkup(row, labelled, page))}</tbody></table></div>`;
}

/** The width, in rem, below which a table would be hard to read: what its columns need, those of sentences a dozen letters or two. */
function leastWidth({ head, rows }: TableContent): number {
  const letters = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => lettersOf(cells[column] ?? ""))));
  return rounded(letters.reduce((sum, count) => sum + lettersFor(count) * 0.5 + 0.75, 0));
}

const lettersFor = (count: number): number => (count > 160 ? 24 : count > 60 ? 14 : Math.min(9, Math.max(3, count)));
const lettersOf = (cell: TableCell): number => (typeof cell === "string" ? cell.length : 9);

const rowMarkup = (row: TableRow, labelled: boolean, page: Rendering): Markup =>
  markup`<tr${page.anchors.attribute(row.id, entryRank)}>${row.cells.map((cell, column) => cellMarkup(cell, column === 0 ? (labelled ? "label" : "first") : "other", { page, self: row.id }))}</tr>
`;

// The first cell names the row for those who hear the table; where it is no sentence it looks like a name too.
function cellMarkup(cell: TableCell, role: "label" | "first" | "other", { page, self }: { readonly page: Rendering; readonly self: string | undefined }): Markup {
  const content = contentMarkup(cell, page, self);
  const classes = [role === "label" && "label", isTight(cell) && "tight"].filter((name) => name !== false).join(" ");
  const attribute = classes !== "" && markup` class="${classes}"`;
  return role === "other" ? markup`<td${attribute}>${content}</td>` : markup`<th scope="row"${attribute}>${content}</th>`;
}

/** Cells that never break: short ones (`85-100`, `A1`), days and numbers. */
const isTight = (cell: TableCell): boolean => typeof cell !== "string" || (cell.length <= 9 && !cell.includes(" ")) || /^\d{1,2} \p{Letter}+ \d{4}$/u.test(cell);

function contentMarkup(cell: TableCell, page: Rendering, self: string | undefined): Markup {
  if (typeof cell === "string") return inline(cell, page, self);
  return "badge" in cell ? badge(cell.badge, cell.tone) : probabilityMarkup(cell);
}

function probabilityMarkup(cell: Exclude<TableCell, string | { readonly badge: string }>): Markup {
  const { probability } = cell;
  const telling = tellingBounds(cell);
  const bounds = telling && markup` <span class="bounds">${percentRange(telling.low, telling.high)}</span>`;
  return markup`<span class="share"><svg aria-hidden="true" width="48" height="8"><rect class="ground" width="100%" height="8" rx="2"/><rect class="fill" width="${share(Math.min(1, Math.max(0, probability)))}" height="8" rx="2"/></svg>${percent(probability)}${bounds}</span>`;
}
