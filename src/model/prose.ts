import { matchesOf } from "#kit/matches";
import type { Span } from "#kit/span";
import { within } from "#kit/span";
import type { Attributes, Prose } from "#model/outline";

export const noAttributes: Attributes = { classes: [], values: {} };

/** What a reader sees of it: words without markup, white space folded. Marks of emphasis, ticks and backslashes leave no space. */
export function plain({ source, masked }: Prose): string {
  const text = source === masked ? masked : closedUp(source, masked);
  return uneven.test(text) ? text.replace(/\s+(?=[;,.](?:\s|$))|\s+/gu, (gap, at: number, whole: string) => (at > 0 && /[;,.]/u.test(whole.charAt(at + gap.length)) ? "" : " ")).trim() : text;
}

/** White space that has to be folded or left out: most cells have none, and they are asked for by the thousand. */
const uneven = /\s[\s;,.]|[^\S ]|^\s|\s$/u;

/** The masked text without the blanks that stand for marks inside words: `sec\_1` is `sec_1`, `**likely**,` is `likely,`. */
function closedUp(source: string, masked: string): string {
  let text = "";
  let done = 0;
  for (const { index } of matchesOf(source, /[*_~`\\]/gu)) {
    if (masked.charAt(index) !== " ") continue;
    text += masked.slice(done, index);
    done = index + 1;
  }
  return text + masked.slice(done);
}

/** True where no word is left once markup is taken away. */
export const isBlank = (prose: Prose): boolean => prose.masked.trim() === "";

/** The place in the document of the characters `from` to `to` of a prose. */
export const place = (prose: Prose, from: number, to: number): Span => within(prose.span, from, to);

/** The prose between two of its own offsets, white space at both ends left out. */
export function slice(prose: Prose, from: number, to: number): Prose {
  const piece = prose.source.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = Math.max(start, from + piece.trimEnd().length);
  const span = place(prose, start, end);
  return {
    span,
    source: prose.source.slice(start, end),
    masked: prose.masked.slice(start, end),
    citations: prose.citations.filter((citation) => citation.span.from >= span.from && citation.span.to <= span.to),
    attributes: prose.attributes,
  };
}

/** A text that holds no markup, as the prose at a place of a section. */
export const unmarked = (source: string, section = 0, from = 0): Prose => ({
  span: { section, from, to: from + source.length },
  source,
  masked: source,
  citations: [],
  attributes: noAttributes,
});

/** What follows an offset of a prose, without the marks that close an emphasis there: `**Answer:** text` gives `text`. */
export function after(prose: Prose, offset: number): Prose {
  const marks = /^[*_]*/u.exec(prose.source.slice(offset, offset + 9))?.[0].length ?? 0;
  return slice(prose, offset + marks, prose.source.length);
}

/** What stands before an offset of a prose, without the marks that open an emphasis there. */
export function before(prose: Prose, offset: number): Prose {
  const marks = /[*_]*$/u.exec(prose.source.slice(Math.max(0, offset - 9), offset))?.[0].length ?? 0;
  return slice(prose, 0, offset - marks);
}

/** The pieces of a prose from each offset to the next, the last one to its end; offsets rise. Linear in length and citations. */
export function piecesAt(prose: Prose, starts: readonly number[]): readonly Prose[] {
  let citation = prose.citations.findIndex(({ span }) => span.from >= prose.span.from + (starts[0] ?? 0));
  if (citation < 0) citation = prose.citations.length;
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? prose.source.length;
    const first = citation;
    while ((prose.citations[citation]?.span.from ?? Infinity) < prose.span.from + to) citation++;
    return slice({ ...prose, citations: prose.citations.slice(first, citation) }, from, to);
  });
}
