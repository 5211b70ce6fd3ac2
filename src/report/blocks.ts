import type { Block } from "#model/block";
import { entryRank } from "./anchors.ts";
import { figureMarkup } from "./figure.ts";
import { headingLevels } from "./heading-levels.ts";
import { icon } from "./icons.ts";
import { inline, paragraphs } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import { listMarkup } from "./list.ts";
import { pictureOf } from "./pictures.ts";
import type { Rendering } from "./rendering.ts";
import { tableMarkup } from "./table.ts";

/**
 * Blocks below a heading of the given level. Their own headings are moved so that they stand below it and leave no
 * level out, as readers who jump from heading to heading need it.
 */
export function blocksMarkup(blocks: readonly Block[], page: Rendering, below = 2): Markup {
  const levels = headingLevels(blocks, below);
  return markup`${blocks.map((block, index) => [blockMarkup(block, page, levels[index] ?? below + 1), "\n"])}`;
}

function blockMarkup(block: Block, page: Rendering, level: number): Markup {
  switch (block.kind) {
    case "heading":
      return markup`<h${level}${page.anchors.attribute(block.id, entryRank)}>${inline(block.text, page, block.id)}</h${level}>`;
    case "prose":
      return paragraphs(block.text, page);
    case "list":
      return listMarkup(block.items, block.ordered, page);
    case "table":
      return tableMarkup(block, page);
    case "facts":
      return markup`<dl class="facts">${block.entries.map(({ term, text }) => markup`<div><dt>${term}</dt><dd>${inline(text, page)}</dd></div>`)}</dl>`;
    case "callout":
      return markup`<div class="callout ${block.tone}" role="note"><p class="callout-title">${icon(block.tone)}${block.title}</p>${paragraphs(block.text, page)}</div>`;
    case "quote":
      return markup`<blockquote>${paragraphs(block.text, page)}</blockquote>`;
    default:
      return figureMarkup(pictureOf(block, page), page);
  }
}
