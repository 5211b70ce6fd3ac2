import type { Tree } from "@lezer/common";
import type { Outline, Passage, Prose, Section } from "#model/outline";
import { noAttributes } from "#model/prose";
import { frontMatterEnd, readFrontMatter } from "#reader/front-matter";
import { parseBlocks } from "#reader/parse-blocks";
import { isHeading, type Place, readBlock, readHeading } from "#reader/read-section";

/**
 * Reads a document. Any text gives an outline. `previous` is an outline of an earlier text: sections whose text and
 * number are the same are taken from it as they are, and nothing else changes by it.
 */
export function readOutline(text: string, previous?: Outline): Outline {
  if (previous?.text === text) return previous;
  const bodyStart = frontMatterEnd(text);
  const tree = parseBlocks(text.slice(bodyStart));
  const offsets = sectionStarts(tree, text, bodyStart);
  const sections = readSections({ text, tree, bodyStart, offsets }, previous);
  return { text, frontMatter: readFrontMatter(text.slice(0, bodyStart)), sections, offsets };
}

interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  /** Where the tree's text begins. */
  readonly bodyStart: number;
  readonly offsets: readonly number[];
}

function sectionStarts(tree: Tree, text: string, bodyStart: number): readonly number[] {
  const starts = [0];
  const cursor = tree.cursor();
  if (!cursor.firstChild()) return starts;
  do if (isHeading(cursor.name)) starts.push(lineStart(text, cursor.from + bodyStart));
  while (cursor.nextSibling());
  return starts;
}

/** The start of the line on which a block begins: only spaces stand before it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 0xfeff)) start--;
  return start;
}

function readSections({ text, tree, bodyStart, offsets }: Parsed, previous: Outline | undefined): readonly Section[] {
  const cursor = tree.cursor();
  let more = cursor.firstChild();
  return offsets.map((start, number) => {
    const end = offsets[number + 1] ?? text.length;
    const written = text.slice(start, end);
    const place = { cursor, text: { text: written, section: number }, shift: bodyStart - start };
    const kept = reusable(previous, number, written);
    const blocks: Block[] = [];
    for (; more && cursor.from + bodyStart < end; more = cursor.nextSibling()) if (!kept) readInto(blocks, place);
    return kept ?? sectionFrom(place, blocks);
  });
}

type Block = { readonly level: number; readonly heading: Prose } | readonly Passage[];

function readInto(blocks: Block[], place: Place): void {
  const { name } = place.cursor;
  blocks.push(isHeading(name) ? { level: Number(name.at(-1)), heading: readHeading(place) } : readBlock(place));
}

function sectionFrom({ text: { text, section } }: Place, blocks: readonly Block[]): Section {
  const span = { section, from: 0, to: text.length };
  const [first] = blocks;
  const title = first && "heading" in first ? first : { level: 0, heading: emptyProse(section) };
  return { number: section, ...title, span, passages: blocks.flatMap((block) => ("heading" in block ? [] : block)) };
}

const emptyProse = (section: number): Prose => ({ span: { section, from: 0, to: 0 }, source: "", masked: "", citations: [], attributes: noAttributes });

function reusable(previous: Outline | undefined, number: number, written: string): Section | undefined {
  const section = previous?.sections[number];
  if (!previous || section?.span.to !== written.length) return undefined;
  const start = previous.offsets[number] ?? 0;
  return previous.text.slice(start, start + written.length) === written ? section : undefined;
}
