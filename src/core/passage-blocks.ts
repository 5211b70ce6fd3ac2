import type { Block, ListEntry } from "#model/block";
import type { Item, List, Passage, Quote, Table } from "#model/outline";
import { isBlank, plain } from "#model/prose";

/** Passages as the author wrote them: nothing is left out but comments and text that is markup only. */
export const passageBlocks = (passages: readonly Passage[]): readonly Block[] => passages.flatMap(blocksOf);

function blocksOf(passage: Passage): readonly Block[] {
  switch (passage.kind) {
    case "paragraph":
      return passage.prose.source.trim() === "" ? [] : [{ kind: "prose", text: passage.prose.source }];
    case "list":
      return [listBlock(passage)];
    case "table":
      return [tableBlock(passage)];
    case "quote":
      return quoteBlocks(passage);
    case "code":
      return passage.text.trim() === "" ? [] : [{ kind: "prose", text: codeSpan(passage.text) }];
    case "comment":
      return [];
  }
}

const listBlock = ({ ordered, items }: List): Block => ({ kind: "list", ordered, items: items.filter(hasText).map(listEntry) });

const hasText = ({ prose, passages }: Item): boolean => !isBlank(prose) || prose.citations.length > 0 || passages.length > 0;

function listEntry({ prose, passages }: Item): ListEntry {
  const entries = passages.flatMap(entriesOf);
  return { text: prose.source, ...(prose.attributes.id !== undefined && { id: prose.attributes.id }), ...(entries.length > 0 && { entries }) };
}

function entriesOf(passage: Passage): readonly ListEntry[] {
  switch (passage.kind) {
    case "list":
      return passage.items.filter(hasText).map(listEntry);
    case "paragraph":
      return [{ text: passage.prose.source }];
    case "quote":
      return passage.passages.flatMap(entriesOf);
    case "table":
      return passage.rows.map(({ cells }) => ({ text: cells.map(({ source }) => source).join("; ") }));
    case "code":
      return [{ text: codeSpan(passage.text) }];
    case "comment":
      return [];
  }
}

const tableBlock = ({ columns, rows }: Table): Block => ({
  kind: "table",
  caption: "",
  head: columns.map(plain),
  rows: rows.map(({ cells, attributes }) => ({ cells: cells.map(({ source }) => source), ...(attributes.id !== undefined && { id: attributes.id }) })),
});

/** A quote's paragraphs each as a quote; what else it holds follows as it is. */
const quoteBlocks = ({ passages }: Quote): readonly Block[] =>
  passages.flatMap((passage) => (passage.kind === "paragraph" ? [{ kind: "quote" as const, text: passage.prose.source }] : blocksOf(passage)));

/** Code on one line, between as many backticks as it needs. */
function codeSpan(text: string): string {
  const longest = Array.from(text.matchAll(/`+/gu)).reduce((most, [ticks]) => Math.max(most, ticks.length), 0);
  const fence = "`".repeat(longest + 1);
  return `${fence} ${text.trim().replace(/\s*\n\s*/gu, " ")} ${fence}`;
}
