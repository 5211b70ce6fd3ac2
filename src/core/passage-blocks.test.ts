import fc from "fast-check";
import { expect, it } from "vitest";
import { passageBlocks } from "#core/passage-blocks";
import type { Block, ListEntry } from "#model/block";
import { readOutline } from "#reader/read-outline";

const blocksOf = (text: string): readonly Block[] => readOutline(text).sections.flatMap(({ passages }) => passageBlocks(passages));

it("keeps paragraphs, lists within lists, quotes, tables and code", () => {
  const text = "One [@s].\n\n1. first\n   - inner {#B1}\n\n   more\n2. second\n\n> said *she*\n\n| A | B |\n|---|---|\n| x | `y` |\n\n```js\na\nb\n```\n\n<!-- a note to ourselves -->\n";
  expect(blocksOf(text)).toEqual([
    { kind: "prose", text: "One [@s]." },
    { kind: "list", ordered: true, items: [{ text: "first", entries: [{ text: "inner {#B1}", id: "B1" }, { text: "more" }] }, { text: "second" }] },
    { kind: "quote", text: "said *she*" },
    { kind: "table", caption: "", head: ["A", "B"], rows: [{ cells: ["x", "`y`"] }] },
    { kind: "prose", text: "` a b `" },
  ]);
});

it("puts code that holds backticks between more of them", () => expect(blocksOf("~~~\na `` b\n~~~\n")).toEqual([{ kind: "prose", text: "``` a `` b ```" }]));

const textOf = (entry: ListEntry): string => [entry.text, ...(entry.entries ?? []).map(textOf)].join(" ");
const wordsOf = (block: Block): string => {
  if (block.kind === "prose" || block.kind === "quote") return block.text;
  return block.kind === "list" ? block.items.map(textOf).join(" ") : block.kind === "table" ? [block.head, ...block.rows.map(({ cells }) => cells)].flat().join(" ") : "";
};

it("loses no word of whatever blocks stand in whatever order (seed 20261126)", () => {
  const word = fc.stringMatching(/^[a-z]{4,8}$/u);
  const block = fc.oneof(
    word,
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.map((each, depth) => `${"  ".repeat(depth)}- ${each}`).join("\n")),
    word.map((each) => `> ${each}`),
    fc.tuple(word, word).map(([head, cell]) => `| ${head} |\n|---|\n| ${cell} |`),
  );
  const property = fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
    const text = blocks.join("\n\n");
    const words = (line: string): readonly string[] => line.match(/[a-z]{4,}/gu) ?? [];
    expect(words(blocksOf(text).map(wordsOf).join(" "))).toEqual(words(text));
  });
  fc.assert(property, { seed: 20261126, numRuns: 60, verbose: 1 });
});
