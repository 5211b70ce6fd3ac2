import { boundsText, percent } from "#kit/number-text";
import type { TableCell, TableRow } from "#model/block";
import { entryRank } from "./anchors.ts";
import { badge } from "./icons.ts";
import { inline } from "./inline-markup.ts";
import { plainText } from "./inline.ts";
import { markup, type Markup } from "./markup.ts";
import { rounded, share, tellingBounds } from "./numbers.ts";
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
  const stacked = isStacked(table);
  const head = table.head.map((text) => markup`<th scope="col"${role(stacked, "columnheader")}>${inline(text, page)}</th>`);
  return markup`<div class="scroll${table.rows.length <= 4 && " short"}${stacked && " stacked"}" role="group" tabindex="0" ${named}><table${role(stacked, "table")} style="--width:${leastWidth(table)}rem">${table.caption !== "" && markup`<caption id="${id}">${table.caption}</caption>`}
<thead${role(stacked, "rowgroup")}><tr${role(stacked, "row")}>${head}</tr></thead>
<tbody${role(stacked, "rowgroup")}>${table.rows.map((row) => rowMarkup(row, { labelled, stacked, head: table.head, page }))}</tbody></table></div>`;
}

/** Tables of sentences are read entry by entry where the screen is narrow; those of numbers and short words scroll. */
const isStacked = ({ head, rows }: TableContent): boolean => head.length > 2 && rows.some(({ cells }) => cells.some((cell) => lettersOf(cell) > 60));

/** Browsers forget what a table is when its cells are laid out one below the other, unless they are told. */
const role = (stacked: boolean, name: string): Markup | false => stacked && markup` role="${name}"`;

/** The width, in rem, below which a table would be hard to read: what its columns need, those of sentences a dozen letters or two. */
function leastWidth({ head, rows }: TableContent): number {
  const letters = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => lettersOf(cells[column] ?? ""))));
  return rounded(letters.reduce((sum, count) => sum + lettersFor(count) * 0.5 + 0.75, 0));
}

const lettersFor = (count: number): number => (count > 160 ? 24 : count > 60 ? 14 : Math.min(9, Math.max(3, count)));
const lettersOf = (cell: TableCell): number => (typeof cell === "string" ? cell.length : 9);

interface Setting {
  readonly labelled: boolean;
  readonly stacked: boolean;
  readonly head: readonly string[];
  readonly page: Rendering;
}

const rowMarkup = (row: TableRow, setting: Setting): Markup =>
  markup`<tr${role(setting.stacked, "row")}${setting.page.anchors.attribute(row.id, entryRank)}>${row.cells.map((_, column) => cellMarkup(row, column, setting))}</tr>
`;

// The first cell names the row for those who hear the table; where it is no sentence it looks like a name too.
function cellMarkup({ id, cells }: TableRow, column: number, { labelled, stacked, head, page }: Setting): Markup {
  const cell = cells[column] ?? "";
  const content = contentMarkup(cell, page, id);
  const classes = [column === 0 && labelled && "label", isTight(cell) && "tight", cell === "" && "blank"].filter((name) => name !== false).join(" ");
  const attributes = markup`${classes !== "" && markup` class="${classes}"`}${stacked && column > 0 && markup` data-label="${plainText(head[column] ?? "")}"`}`;
  if (column === 0) return markup`<th scope="row"${role(stacked, "rowheader")}${attributes}>${content}</th>`;
  return markup`<td${role(stacked, "cell")}${attributes}>${stacked ? markup`<div>${content}</div>` : content}</td>`;
}

/** Cells that never break: short ones (`A1`), days and numbers (`25 (15-40)`). */
const isTight = (cell: TableCell): boolean => typeof cell !== "string" || (cell.length <= 9 && !cell.includes(" ")) || /^(?:\d{1,2} \p{Letter}+ \d{4}|[\d ().,%–-]{1,16})$/u.test(cell);

function contentMarkup(cell: TableCell, page: Rendering, self: string | undefined): Markup {
  if (typeof cell === "string") return inline(cell, page, self);
  return "badge" in cell ? badge(cell.badge, cell.tone) : probabilityMarkup(cell);
}

function probabilityMarkup(cell: Exclude<TableCell, string | { readonly badge: string }>): Markup {
  const { probability } = cell;
  const telling = tellingBounds(cell);
  const bounds = telling && markup` <span class="bounds">${boundsText(telling)}</span>`;
  return markup`<span class="share"><svg aria-hidden="true" width="48" height="8"><rect class="ground" width="100%" height="8" rx="2"/><rect class="fill" width="${share(Math.min(1, Math.max(0, probability)))}" height="8" rx="2"/></svg>${percent(probability)}${bounds}</span>`;
}
