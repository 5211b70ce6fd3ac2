import { parseCalendarDate, writtenDate } from "#kit/date";
import type { InlineMarkdown } from "#model/block";
import type { InlineCitation, CitedWork } from "./citation.ts";
import { gradeInWords } from "./grade-words.ts";
import { readInline, type Inline } from "./inline.ts";
import { joined, markup, nothing, type Markup } from "./markup.ts";
import { dateText, shortDate } from "./numbers.ts";
import { sourceFragment, type Rendering } from "./rendering.ts";

/** Where a text stands: inside a link nothing else may be one, and an id is not linked to itself. */
interface Setting {
  readonly page: Rendering;
  readonly self?: string | undefined;
  readonly linked: boolean;
  /** True where the text is all there is, as in a cell. */
  readonly alone?: boolean;
}

/** Inline Markdown as phrasing content; paragraphs are told apart by a line break. `self` is the id that is not linked to itself. */
export function inline(text: InlineMarkdown, page: Rendering, self?: string): Markup {
  const read = readInline(text);
  const alone = read.length === 1 && read[0]?.length === 1;
  return joined(
    read.map((pieces) => piecesMarkup(pieces, { page, self, linked: false, alone })),
    markup`<br>`,
  );
}

/** Inline Markdown as paragraphs. */
export const paragraphs = (text: InlineMarkdown, page: Rendering): Markup =>
  markup`${readInline(text).map((pieces) => markup`<p>${piecesMarkup(pieces, { page, linked: false })}</p>`)}`;

const piecesMarkup = (pieces: readonly Inline[], setting: Setting): Markup => markup`${pieces.map((piece) => pieceMarkup(piece, setting))}`;

function pieceMarkup(piece: Inline, setting: Setting): Markup {
  switch (piece.kind) {
    case "text":
      return textMarkup(piece.text, setting);
    case "code":
      return markup`<code>${piece.text}</code>`;
    case "break":
      return markup`<br>`;
    case "emphasis":
      return markup`<em>${piecesMarkup(piece.children, setting)}</em>`;
    case "strong":
      return markup`<strong>${piecesMarkup(piece.children, setting)}</strong>`;
    case "deleted":
      return markup`<del>${piecesMarkup(piece.children, setting)}</del>`;
    case "link":
      return linkMarkup(piece.address, piece.children, setting);
    case "citation":
      return setting.linked ? nothing : citationMarkup(piece, setting.page);
  }
}

/** A link where its address may be followed; else its words only. */
function linkMarkup(address: string, children: readonly Inline[], setting: Setting): Markup {
  const target = setting.linked ? undefined : safeAddress(address, setting.page);
  if (target === undefined) return piecesMarkup(children, setting);
  return markup`<a href="${target}">${piecesMarkup(children, { ...setting, linked: true })}</a>`;
}

/** The address if it leads to the web, to a mailbox or to an id of the page; undefined for everything else. */
export function safeAddress(address: string, page: Rendering): string | undefined {
  const trimmed = address.trim();
  return trimmed.startsWith("#") ? fragmentAddress(trimmed.slice(1), page) : safeWebAddress(trimmed);
}

/** The address if it leads to the web or to a mailbox. */
export function safeWebAddress(address: string): string | undefined {
  const trimmed = address.trim();
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])[^\s]*$/iu.test(trimmed) ? trimmed : undefined;
}

const fragmentAddress = (id: string, page: Rendering): string | undefined => {
  const fragment = page.anchors.fragment(id);
  return fragment === undefined ? undefined : `#${fragment}`;
};

const word = /[\p{Letter}\p{Number}][\p{Letter}\p{Number}_-]*/gu;
// Without a digit and a cue no word of a text can be an id or a day.
const mayMention = /\d|scenario|hypothes|option/iu;
const cue = /^(?:scenarios?|hypothes[ei]s|options?)$/iu;

/**
 * Text in which days are written out and the ids that the page declares are links. An id with a digit is one wherever
 * it stands; one that could be a word (scenario A, `other`) only behind a word such as `scenario`, or where it is the
 * whole text.
 */
function textMarkup(text: string, { page, self, linked, alone }: Setting): Markup {
  const { anchors } = page;
  const whole = alone === true ? text.trim() : undefined;
  if (whole !== undefined && whole !== self && anchors.fragment(whole) !== undefined) return mention(whole, text, page);
  if (!mayMention.test(text)) return markup`${text}`;
  const pieces: (Markup | string)[] = [];
  let done = 0;
  let cued: boolean = false;
  for (const match of text.matchAll(word)) {
    const [id] = match;
    const named: boolean = !linked && anchors.fragment(id) !== undefined && (cued || /\d/u.test(id));
    cued = cue.test(id) || (cued && (named || id === "and" || id === "or"));
    const piece = named && id !== self ? mention(id, id, page) : dayMarkup(id, id === whole);
    if (!piece) continue;
    pieces.push(text.slice(done, match.index), piece);
    done = match.index + id.length;
  }
  return markup`${pieces}${text.slice(done)}`;
}

/** An ISO day as a person writes it, shorter where it fills a cell. */
function dayMarkup(text: string, alone: boolean): Markup | undefined {
  const day = text.length === 10 ? parseCalendarDate(text) : undefined;
  return day === undefined ? undefined : markup`<time datetime="${day}">${alone ? shortDate(day) : writtenDate(day)}</time>`;
}

const mention = (id: string, text: string, page: Rendering): Markup => markup`<a class="mention" href="#${page.anchors.fragment(id)}">${text}</a>`;

/** `[1, p. 3] B2`: the numbers of the sources, each a link to its entry, and the grade with its meaning. */
function citationMarkup(citation: InlineCitation, page: Rendering): Markup {
  const works = joined(citation.works.map((work) => workMarkup(work, page)), "; ");
  return markup`<span class="citation">[${works}]${citation.grade !== undefined && [" ", gradeBadge(citation.grade)]}</span>`;
}

function workMarkup(work: CitedWork, page: Rendering): Markup {
  const source = page.sources.get(work.key);
  const before = work.prefix === "" ? "" : `${work.prefix} `;
  const behind = work.locator === "" ? "" : `, ${work.locator}`;
  if (!source) return markup`${before}<span class="unknown" title="This source is not in the list">${work.key}?</span>${behind}`;
  const about = [source.title, source.publisher, source.date !== undefined && dateText(source.date)].filter((part) => part !== undefined && part !== false).join(", ");
  return markup`${before}<a href="#${sourceFragment(source)}" title="${about}">${source.number}</a>${behind}`;
}

/** A grade as a badge, with what it means in words. */
export function gradeBadge(grade: string): Markup {
  const words = gradeInWords(grade);
  return words === undefined ? markup`<span class="grade">${grade}</span>` : markup`<abbr class="grade" title="${grade}: ${words}">${grade}</abbr>`;
}
