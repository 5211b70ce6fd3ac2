import type { Tree } from "@lezer/common";
import type { Outline, Passage, Prose, Section } from "#model/outline";
import { noAttributes } from "#model/prose";
import { parseBlocks } from "#reader/parse-blocks";
import { isHeading, type Place, readBlock, readHeading } from "#reader/read-section";

/** A stretch of a document with its blocks. */
export interface ParsedStretch {
  /** The whole document. */
  readonly text: string;
  readonly tree: Tree;
  /** Where the stretch begins: offsets of the tree count from here. */
  readonly base: number;
}

/** Sections in order with their starts in the document. */
export interface SectionRun {
  readonly sections: readonly Section[];
  readonly offsets: readonly number[];
}

/** The blocks of a stretch that begins where no block is open. */
export const parseStretch = (text: string, base: number, end: number): ParsedStretch => ({ text, base, tree: parseBlocks(text.slice(base, end)) });

/** Where the headings of a stretch begin, each with its line; headings in quotes and items do not count. */
export function sectionStarts({ text, tree, base }: ParsedStretch): readonly number[] {
  const starts: number[] = [];
  const cursor = tree.cursor();
  if (!cursor.firstChild()) return starts;
  do if (isHeading(cursor.name)) starts.push(lineStart(text, cursor.from + base));
  while (cursor.nextSibling());
  return starts;
}

/** The start of the line on which a block begins: only spaces, or the mark of byte order, stand before it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 0xfeff)) start--;
  return start;
}

interface Wanted extends ParsedStretch {
  /** The number of the first section. */
  readonly first: number;
  readonly offsets: readonly number[];
  readonly end: number;
}

/** Reads the sections that begin at the offsets; those that an earlier outline has, word for word, are taken from it. */
export function readSections({ text, tree, base, first, offsets, end }: Wanted, previous: Outline | undefined): readonly Section[] {
  const cursor = tree.cursor();
  let more = cursor.firstChild();
  return offsets.map((start, index) => {
    const stop = offsets[index + 1] ?? end;
    const written = text.slice(start, stop);
    const place = { cursor, text: { text: written, section: first + index }, shift: base - start };
    const kept = unchanged(previous, first + index, written);
    const blocks: Block[] = [];
    for (; more && cursor.from + base < stop; more = cursor.nextSibling()) if (!kept) blocks.push(readInto(place));
    return kept ?? sectionFrom(place, blocks);
  });
}

type Block = { readonly level: number; readonly heading: Prose } | readonly Passage[];

function readInto(place: Place): Block {
  const { name } = place.cursor;
  return isHeading(name) ? { level: Number(name.at(-1)), heading: readHeading(place) } : readBlock(place);
}

function sectionFrom({ text: { text, section } }: Place, blocks: readonly Block[]): Section {
  const span = { section, from: 0, to: text.length };
  const [first] = blocks;
  const title = first && "heading" in first ? first : { level: 0, heading: emptyProse(section) };
  return { number: section, ...title, span, passages: blocks.flatMap((block) => ("heading" in block ? [] : block)) };
}

const emptyProse = (section: number): Prose => ({ span: { section, from: 0, to: 0 }, source: "", masked: "", citations: [], attributes: noAttributes });

function unchanged(previous: Outline | undefined, number: number, written: string): Section | undefined {
  const section = previous?.sections[number];
  if (!previous || section?.span.to !== written.length) return undefined;
  const start = previous.offsets[number] ?? 0;
  return previous.text.slice(start, start + written.length) === written ? section : undefined;
}
