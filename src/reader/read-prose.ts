import type { Span } from "#kit/span";
import type { Attributes, Citation, Prose } from "#model/outline";
import { noAttributes } from "#model/prose";
import { asAttributes, type AttributeBlock } from "#reader/attributes";
import type { WrittenCitation } from "#reader/citations";
import { scanInline } from "#reader/scan-inline";

/** The text of a section and its number: what every span of the section refers to. */
export interface SectionText {
  readonly text: string;
  readonly section: number;
}

/** Two offsets; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a run of text, white space at its ends left out. `holes` are stretches of the section that are no words:
 * the quote marks at the start of lines, the box of a task.
 */
export function readProse({ text, section }: SectionText, stretch: Stretch, holes: readonly Stretch[] = []): Prose {
  const span = { section, ...trimmed(text, stretch) };
  const source = text.slice(span.from, span.to);
  const words = holes.length === 0 ? source : blankOut(source, holes.map(({ from, to }) => [Math.max(0, from - span.from), Math.min(source.length, to - span.from)]));
  const markup = scanInline(words);
  if (!markup) return { span, source, masked: words, citations: [], attributes: noAttributes };
  const masked = blankOut(words, markup.blanks);
  const citations = markup.citations.map((citation) => asCitation(citation, span));
  return { span, source, masked, citations, attributes: attributesOf(masked, markup.attributeBlocks, span) };
}

/** A stretch without the white space at its ends; of a blank one the place where words would go. */
export function trimmed(text: string, { from, to }: Stretch): Stretch {
  let start = from;
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === start) return { from: Math.min(from + 1, to), to: Math.min(from + 1, to) };
  while (isSpace(text.charCodeAt(start))) start++;
  return { from: start, to: end };
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** The text with stretches replaced by as many spaces. */
export function blankOut(source: string, stretches: readonly (readonly [from: number, to: number])[]): string {
  if (stretches.length === 0) return source;
  let masked = "";
  let done = 0;
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    masked += source.slice(done, start) + " ".repeat(to - start);
    done = to;
  }
  return masked + source.slice(done);
}

function asCitation({ from, to, key, locator, grade }: WrittenCitation, { section, from: base }: Span): Citation {
  const at = (start: number, end: number): Span => ({ section, from: base + start, to: base + end });
  return { span: at(from, to), key, locator, ...(grade && { grade: { text: grade.text, span: at(grade.from, grade.to) } }) };
}

const restOfLine = /[ \t]*(?:[\n\r]|$)/uy;

/** The first attributes behind which no word follows on their line. */
function attributesOf(masked: string, blocks: readonly AttributeBlock[], { section, from }: Span): Attributes {
  const block = blocks.find(({ to }) => {
    restOfLine.lastIndex = to;
    return restOfLine.test(masked);
  });
  return block ? asAttributes({ ...block, from: block.from + from, to: block.to + from }, section) : noAttributes;
}
