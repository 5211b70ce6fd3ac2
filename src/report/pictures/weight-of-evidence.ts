import { max } from "d3-array";
import { writtenDate } from "#kit/date";
import { decibels, signed } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { WeightOfEvidence } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, seriesClass, shownId, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Item = WeightOfEvidence["items"][number];
type Column = WeightOfEvidence["columns"][number];

/** For each item and scenario a bar from the middle: to the right where the item speaks for it, to the left against it. */
export const weightOfEvidence = (block: WeightOfEvidence, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block),
  drawing: draw(block, page),
  table: {
    caption: `${block.caption} (decibels)`,
    head: ["Item", "What it is", ...block.columns.map(({ id }) => shownId(id) ?? id)],
    rows: block.items.map(({ id, text, weights }) => ({ cells: [id, text, ...block.columns.map((column) => weightText(weights[column.id]))] })),
  },
  long: block.items.length > 5,
});

const weightText = (weight: number | null | undefined): string => (weight === undefined ? "–" : weight === null ? "eliminates" : decibels(weight));

function tell({ items, columns }: WeightOfEvidence): string {
  const cells = items.flatMap((item) => columns.map((column) => ({ item, column, weight: item.weights[column.id] })));
  const eliminated = cells.filter(({ weight }) => weight === null);
  const heaviest = cells.flatMap((cell) => (typeof cell.weight === "number" ? [{ ...cell, weight: cell.weight }] : [])).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  const name = (column: Column): string => shownId(column.id) ?? plainText(column.title);
  const acts = eliminated.map(({ item, column }) => `${item.id} eliminates ${name(column)}.`);
  const most = heaviest && `The heaviest item is ${heaviest.item.id}, ${decibels(heaviest.weight)} for ${name(heaviest.column)}.`;
  return [most, ...acts].filter((sentence) => sentence !== undefined).join(" ") || "No item has been weighed yet.";
}

function draw(block: WeightOfEvidence, page: Rendering): Markup {
  const widest = max(block.items.flatMap(({ weights }) => Object.values(weights)), (weight) => (weight === null ? 0 : Math.abs(weight))) ?? 0;
  // The scale never drops below 3 dB (a factor of two), so that small weights look small.
  const scale = Math.max(3, widest);
  const heads = block.columns.map((column) => markup`<span class="head ${seriesClass(page.series(column.id))}">${columnName(column)}</span>`);
  const items = block.items.map((item) => itemMarkup(item, { block, page, scale }));
  // More than four columns are too narrow for numbers beside their bars: then each item lists its bars.
  return markup`<div class="matrix${block.columns.length > 4 && " many"}" style="--columns:${block.columns.length}"><div class="heads" aria-hidden="true"><span></span>${heads}</div>${items}</div><p class="key">Decibels: +3 dB doubles the odds of one column against another, +10 dB multiplies them by ten. Bars to the right speak for, bars to the left against.</p>`;
}

const columnName = ({ id, title }: Column): Markup => {
  const shown = shownId(id);
  return shown === undefined || shown.toLowerCase() === title.toLowerCase() ? markup`${plainText(title)}` : markup`<b class="id">${shown}</b> ${shortened(plainText(title), 40)}`;
};

interface Setting {
  readonly block: WeightOfEvidence;
  readonly page: Rendering;
  readonly scale: number;
}

function itemMarkup(item: Item, { block, page, scale }: Setting): Markup {
  const date = item.date !== undefined && markup` <span class="date">${writtenDate(item.date)}</span>`;
  const bars = block.columns.map((column) => cell(item, column, { page, scale }));
  return markup`<div class="item"${page.anchors.attribute(item.id, markRank)}><span class="text">${idLabel(item.id, markRank, page)}${inline(item.text, page, item.id)}${date}</span>${bars}</div>
`;
}

function cell(item: Item, column: Column, { page, scale }: Omit<Setting, "block">): Markup {
  const weight = item.weights[column.id];
  const name = shownId(column.id) ?? plainText(column.title);
  const drawn = weight === null ? elimination : weight === undefined ? markup`<text class="none" x="50%" y="15" text-anchor="middle">–</text>` : bar(weight, scale);
  return markup`<span class="cell ${seriesClass(page.series(column.id))}"><span class="name" aria-hidden="true">${name}</span><svg role="img" width="100%" height="22">${told(`${item.id} on ${name}`, weight === null ? `eliminates ${name}` : weightText(weight))}${drawn}</svg></span>`;
}

/** The number stands on the side that the bar leaves free, so that it never meets the bar. */
function bar(weight: number, scale: number): Markup {
  const length = Math.min(0.5, (Math.abs(weight) / scale) * 0.5);
  const right = weight >= 0;
  return markup`<line class="axis" x1="50%" x2="50%" y1="1" y2="21"/><rect class="fill${!right && " against"}" x="${share(right ? 0.5 : 0.5 - length)}" width="${share(length)}" y="5" height="12" rx="1"/><text x="50%" dx="${right ? -5 : 5}" y="15" text-anchor="${right ? "end" : "start"}">${signed(weight)}</text>`;
}

const elimination = markup`<svg x="50%" overflow="visible"><path class="cross" d="m-46 6 10 10m0-10-10 10"/></svg><text class="eliminates" x="50%" dx="6" y="15" text-anchor="middle">eliminates</text>`;
