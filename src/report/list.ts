import type { ListEntry } from "#model/block";
import { entryRank } from "./anchors.ts";
import { shownId } from "./figure.ts";
import { inline } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import type { Rendering } from "./rendering.ts";

/** A list with the lists nested in it. Entries that have an id carry it as a label and are anchors. */
export function listMarkup(entries: readonly ListEntry[], ordered: boolean, page: Rendering): Markup {
  const items = markup`${entries.map((entry) => entryMarkup(entry, page))}`;
  const labelled = entries.some(({ id }) => id !== undefined && shownId(id) !== undefined) && markup` class="labelled"`;
  return ordered ? markup`<ol${labelled}>${items}</ol>` : markup`<ul${labelled}>${items}</ul>`;
}

function entryMarkup(entry: ListEntry, page: Rendering): Markup {
  const shown = entry.id === undefined ? undefined : shownId(entry.id);
  const label = shown !== undefined && markup`<b class="id">${shown}</b> `;
  return markup`<li${page.anchors.attribute(entry.id, entryRank)}>${label}${inline(entry.text, page, entry.id)}${entry.entries !== undefined && entry.entries.length > 0 && listMarkup(entry.entries, false, page)}</li>
`;
}
