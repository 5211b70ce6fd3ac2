import type { Block } from "#model/block";
import type { Page, PageSection } from "#model/page";
import { blocksMarkup } from "./blocks.ts";
import { bottomLineMarkup } from "./bottom-line.ts";
import { derivationMarkup } from "./derivation.ts";
import { findingsMarkup } from "./findings.ts";
import { headMarkup, tlpLabel } from "./head.ts";
import { inline } from "./inline-markup.ts";
import { joined, markup, type Markup } from "./markup.ts";
import { dateText } from "./numbers.ts";
import { rendering, type Rendering } from "./rendering.ts";
import { sourcesMarkup } from "./sources.ts";

/**
 * An assessment as one HTML page that stands alone: no script, no font, no picture and no style from elsewhere.
 * The same page gives the same bytes.
 */
export function renderPage(page: Page): string {
  const chapters = chaptersOf(page);
  const shared = rendering(allBlocks(page), page.sources, ["main", "bottom-line", "contents", ...chapters.map(({ id }) => id)]);
  const tlp = tlpLabel(page.meta.tlp);
  // In this order: an id that stands at several places of one rank belongs to the first of them.
  const bottomLine = bottomLineMarkup(page.bottomLine, shared, page.meta.asOf);
  const body = chapters.map((chapter) => chapterMarkup(chapter, shared));
  return markup`<!doctype html>
<html lang="${page.language ?? "en"}">
${headMarkup({ title: page.title, version: page.derivation.engine.version, ...(tlp && { tlp }) })}
<body>
<a class="skip" href="#main">Skip to the bottom line</a>
${headerMarkup(page, shared)}
<main id="main" tabindex="-1">
${bottomLine}
<div class="chapters">
${contentsMarkup(chapters)}
<div class="text">
${body}
</div>
</div>
</main>
${derivationMarkup(page, shared, tlp)}
</body>
</html>
`.text;
}

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: (page: Rendering) => Markup;
}

/** The parts of the page below the bottom line, each with a heading of level 2. */
function chaptersOf(page: Page): readonly Chapter[] {
  const { summary, sections, sources, findings } = page;
  const taken = new Set(sections.map(({ id }) => id));
  const own = (id: string): string => (taken.has(id) ? `page-${id}` : id);
  return [
    ...(summary.length > 0 ? [{ id: own("summary"), title: "Summary", content: (shared: Rendering) => blocksMarkup(summary, shared) }] : []),
    ...sections.map(({ id, title, blocks }: PageSection) => ({ id, title, content: (shared: Rendering) => blocksMarkup(blocks, shared) })),
    ...(findings ? [{ id: own("checks"), title: "Checks of the reasoning", content: () => findingsMarkup(findings) }] : []),
    ...(sources.length > 0 ? [{ id: own("sources"), title: "Sources", content: sourcesMarkup }] : []),
  ];
}

const chapterMarkup = ({ id, title, content }: Chapter, shared: Rendering): Markup =>
  markup`<section id="${id}"><h2>${title}</h2>
${content(shared)}</section>
`;

const contentsMarkup = (chapters: readonly Chapter[]): Markup =>
  markup`<nav id="contents" aria-labelledby="title:contents"><p id="title:contents">Contents</p><ul><li><a href="#bottom-line">Bottom line</a></li>${chapters.map(
    ({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`;

const allBlocks = ({ bottomLine, summary, sections }: Page): readonly Block[] => [
  ...(bottomLine.ladder ? [bottomLine.ladder] : []),
  ...summary,
  ...sections.flatMap(({ blocks }) => blocks),
];

function headerMarkup(page: Page, shared: Rendering): Markup {
  const { title, question, meta } = page;
  const tlp = tlpLabel(meta.tlp);
  return markup`<header>${tlp && markup`<p class="tlp ${tlp.colour}"><span>${tlp.text}</span></p>`}
<h1>${title}</h1>
${question !== undefined && question !== title && markup`<p class="question">${inline(question, shared)}</p>`}
${metaMarkup(page)}</header>`;
}

function metaMarkup({ meta, bottomLine: { resolved } }: Page): Markup {
  const day = (label: string, date: string | undefined): Markup | undefined =>
    date === undefined ? undefined : markup`<span>${label} <time datetime="${date}">${dateText(date)}</time></span>`;
  const entries = [
    day("As of", meta.asOf),
    resolved?.on === undefined ? day("Resolves by", meta.resolves) : day("Resolved on", resolved.on),
    day("Checked on", meta.checked),
    meta.authors.length > 0 ? markup`<span>${meta.authors.join(", ")}</span>` : undefined,
    meta.audiences.length > 0 ? markup`<span>For ${meta.audiences.join(", ")}</span>` : undefined,
  ].filter((entry) => entry !== undefined);
  return markup`<p class="meta">${joined(entries, " ")}</p>`;
}
