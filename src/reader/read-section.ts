import type { TreeCursor } from "@lezer/common";
import type { Span } from "#kit/span";
import type { Code, Comment, Item, List, Paragraph, Passage, Prose, Quote } from "#model/outline";
import { definitionsEnd } from "#reader/link-definitions";
import { blankOut, readProse, type SectionText, type Stretch, trimmed } from "#reader/read-prose";
import { readTables } from "#reader/read-table";

/** A place in the tree with what is needed to read it. `shift` turns offsets of the tree into offsets of the section. */
export interface Place {
  readonly cursor: TreeCursor;
  readonly text: SectionText;
  readonly shift: number;
}

export const isHeading = (name: string): boolean => name.startsWith("ATXHeading") || name.startsWith("SetextHeading");

/** The passages that the block under the cursor gives: none for a rule or a mark, several for a row of comments. */
export function readBlock(place: Place): readonly Passage[] {
  const { cursor } = place;
  switch (cursor.name) {
    case "Paragraph":
    case "Task":
    case "HTMLBlock":
    case "ProcessingInstructionBlock":
      return [readParagraph(place)];
    case "BulletList":
    case "OrderedList":
      return [readList(place)];
    case "Table":
      return readTables(cursor, place.text, place.shift);
    case "Blockquote":
      return [readQuote(place)];
    case "FencedCode":
      return [readCode(place)];
    case "CodeBlock":
      return [readCode(place)].filter(({ text }) => text.trim() !== "");
    case "CommentBlock":
      return readComments(place);
    default:
      return isHeading(cursor.name) ? [{ kind: "paragraph", span: spanOf(place), prose: readHeading(place) }] : [];
  }
}

const spanOf = ({ cursor, text: { text, section }, shift }: Place): Span => ({
  section,
  ...trimmed(text, { from: cursor.from + shift, to: Math.min(cursor.to + shift, text.length) }),
});

/** The words of the heading under the cursor, without its marks. */
export function readHeading(place: Place): Prose {
  const { cursor, text } = place;
  const marks = childrenOf(place);
  const whole = spanOf(place);
  const opening = marks.find(({ name }) => name === "HeaderMark");
  const atx = cursor.name.startsWith("ATX");
  const from = atx ? (opening?.to ?? whole.from) : whole.from;
  const closing = marks.findLast(({ name }) => name === "HeaderMark");
  const to = closing && (!atx || closing !== opening) ? closing.from : whole.to;
  return withoutClosingMarks(readProse(text, { from, to: Math.max(from, to) }, holesIn(marks)));
}

/** Pandoc puts a heading's attributes behind its closing marks: `## Title ## {#id}`. */
function withoutClosingMarks(prose: Prose): Prose {
  const closing = prose.attributes.span ? /\s#+(?=\s*$)/u.exec(prose.masked) : null;
  return closing ? { ...prose, masked: blankOut(prose.masked, [[closing.index, closing.index + closing[0].length]]) } : prose;
}

interface Child extends Stretch {
  readonly name: string;
}

/** The nodes directly below the cursor, in offsets of the section. */
function childrenOf({ cursor, shift }: Place): readonly Child[] {
  const children: Child[] = [];
  if (!cursor.firstChild()) return children;
  do children.push({ name: cursor.name, from: cursor.from + shift, to: cursor.to + shift });
  while (cursor.nextSibling());
  cursor.parent();
  return children;
}

const holesIn = (children: readonly Child[]): readonly Stretch[] => children.filter(({ name }) => name === "QuoteMark" || name === "TaskMarker");

function readParagraph(place: Place): Paragraph {
  const holes = holesIn(childrenOf(place));
  const prose = readProse(place.text, spanOf(place), holes);
  return { kind: "paragraph", span: prose.span, prose: prose.source.startsWith("[") ? withoutDefinitions(prose, holes) : prose };
}

/** The addresses that a paragraph begins with (`[label]: address`) are no words of it. */
function withoutDefinitions(prose: Prose, holes: readonly Stretch[]): Prose {
  const { source, span } = prose;
  const end = definitionsEnd(blankOut(source, holes.map(({ from, to }) => [from - span.from, to - span.from])));
  if (end === 0) return prose;
  const citations = prose.citations.filter((citation) => citation.span.from >= span.from + end);
  return { ...prose, masked: blankOut(prose.masked, [[0, end]]), citations };
}

function readQuote(place: Place): Quote {
  return { kind: "quote", span: spanOf(place), passages: readInside(place) };
}

function readInside(place: Place): readonly Passage[] {
  const blocks: (readonly Passage[])[] = [];
  if (!place.cursor.firstChild()) return [];
  do blocks.push(readBlock(place));
  while (place.cursor.nextSibling());
  place.cursor.parent();
  return blocks.flat();
}

function readList(place: Place): List {
  const { cursor } = place;
  const span = spanOf(place);
  const ordered = cursor.name === "OrderedList";
  const first = ordered ? Number(/^\d+/u.exec(place.text.text.slice(span.from, span.from + 10))?.[0] ?? 1) : undefined;
  const items: Item[] = [];
  cursor.firstChild();
  do if (cursor.name === "ListItem") items.push(readItem(place, first === undefined ? undefined : first + items.length));
  while (cursor.nextSibling());
  cursor.parent();
  return { kind: "list", span, ordered, items };
}

/** An item; its number is the one a reader of the page sees, whatever is written before it. */
function readItem(place: Place, number: number | undefined): Item {
  const span = spanOf(place);
  const mark = childrenOf(place).find(({ name }) => name === "ListMark");
  const [first, ...rest] = readInside(place);
  const passages = first?.kind === "paragraph" ? rest : first ? [first, ...rest] : [];
  const start = mark?.to ?? span.from;
  const prose = first?.kind === "paragraph" ? first.prose : readProse(place.text, { from: start, to: start });
  return { span, prose, passages, ...(number !== undefined && { number }) };
}

function readCode(place: Place): Code {
  const { text } = place.text;
  const span = spanOf(place);
  const children = childrenOf(place);
  const info = children.find(({ name }) => name === "CodeInfo");
  const language = info ? (/^\S*/u.exec(text.slice(info.from, info.to))?.[0] ?? "") : "";
  const written = children.filter(({ name }) => name === "CodeText").map(({ from, to }) => text.slice(from, to));
  const lines = withoutIndent(written.join("").replace(/\r$/u, "").replace(/\r\n?/gu, "\n"), indentOf(place));
  const unclosed = place.cursor.name === "FencedCode" && children.filter(({ name }) => name === "CodeMark").length < 2;
  return { kind: "code", span, language, text: unclosed ? lines.replace(/\n$/u, "") : lines };
}

/** How far a fence is indented, where no quote or item holds it. */
function indentOf({ cursor, text, shift }: Place): number {
  if (cursor.name !== "FencedCode" || !cursor.matchContext(["Document"])) return 0;
  const start = cursor.from + shift;
  return start - text.text.slice(Math.max(0, start - 3), start).trimEnd().length - Math.max(0, start - 3);
}

/** Code without the spaces by which its fence is indented too. */
const withoutIndent = (code: string, indent: number): string => (indent === 0 ? code : code.replace(new RegExp(`^ {1,${indent}}`, "gmu"), ""));

/** A comment that stands alone; a line that holds more than comments is a paragraph. */
function readComments(place: Place): readonly (Comment | Paragraph)[] {
  const span = spanOf(place);
  const written = place.text.text.slice(span.from, span.to);
  const comments: Comment[] = [];
  let at = 0;
  for (let open = written.indexOf("<!--"); open >= 0 && written.slice(at, open).trim() === ""; open = written.indexOf("<!--", at)) {
    const close = written.indexOf("-->", open + 4);
    at = close < 0 ? written.length : close + 3;
    const text = written.slice(open + 4, close < 0 ? at : close).trim();
    comments.push({ kind: "comment", span: { section: span.section, from: span.from + open, to: span.from + at }, text });
  }
  return written.slice(at).trim() === "" ? comments : [readParagraph(place)];
}
