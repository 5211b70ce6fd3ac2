import type { Rank } from "./anchors.ts";
import { markup, type Markup } from "./markup.ts";
import type { Rendering } from "./rendering.ts";
import type { Series } from "./series.ts";
import { tableMarkup, type TableContent } from "./table.ts";

/** A picture: the same content drawn, told in sentences and laid out as a table. */
export interface Picture {
  /** The class of its figure: the kind of the block. */
  readonly kind: string;
  readonly caption: string;
  /** Its numbers in a sentence or two, as one would say them to somebody who cannot see it. */
  readonly summary: string;
  readonly drawing: Markup;
  readonly table: TableContent;
  /** Taller than a sheet of paper may be: it may break between its parts. */
  readonly long?: boolean;
}

/** A picture with its caption, its summary, and its table for those who want the numbers. */
export function figureMarkup(picture: Picture, page: Rendering): Markup {
  const id = page.fresh("figure");
  return markup`<figure class="picture ${picture.kind}${picture.long === true && " long"}" aria-labelledby="${id}">
<figcaption><span class="caption" id="${id}">${picture.caption}</span> <span class="summary">${picture.summary}</span></figcaption>
<div class="drawing">${picture.drawing}</div>
<details><summary>The numbers as a table</summary>${tableMarkup(picture.table, page)}</details>
</figure>`;
}

/** The two lines by which a drawing speaks to those who do not see it: what it is, and what it shows. */
export const told = (title: string, description: string): Markup => markup`<title>${title}</title><desc>${description}</desc>`;

/** The class that gives a shape the colour of its scenario. */
export const seriesClass = (series: Series): string => `series-${series}`;

/** The label of an entry that stands elsewhere in the page, as a link to it; where the label itself is the place, a plain one. */
export function idLabel(id: string, rank: Rank, page: Rendering): Markup | undefined {
  const shown = shownId(id);
  if (shown === undefined) return undefined;
  const fragment = page.anchors.rankOf(id) === rank ? undefined : page.anchors.fragment(id);
  return fragment === undefined ? markup`<b class="id">${shown}</b> ` : markup`<a class="id" href="#${fragment}">${shown}</a> `;
}

/** An id as a label: the letter or number that the document uses. Ids that we made up are not shown. */
export const shownId = (id: string): string | undefined => (/^[\p{Letter}\p{Number}][\p{Letter}\p{Number}_.-]{0,11}$/u.test(id) && (id.length <= 6 || !id.includes("-")) ? id : undefined);
