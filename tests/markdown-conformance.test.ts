import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";
import { frontMatterEnd } from "#reader/front-matter";
import { kindsOnly, structureOfOutline, structureOfRemark } from "./markdown-structure.ts";
import { fuzzDocuments } from "./mutate-document.ts";

interface Example {
  readonly number: number;
  readonly markdown: string;
}
const { tests }: { readonly tests: readonly Example[] } = createRequire(import.meta.url)("commonmark-spec");
const examples = tests.map(({ number, markdown }) => ({ number, markdown: markdown.replaceAll("→", "\t") }));
const page = readFileSync(new URL("../docs/reference/markdown-conformance.md", import.meta.url), "utf8");

/** The numbers in the last column of a table of the page. */
const listed = (table: number): readonly number[] =>
  (page.split(/^\|[-| ]+\|$/mu)[table] ?? "")
    .split("\n\n")[0]!
    .split("\n")
    .flatMap((row) => row.split("|").at(-2)?.match(/\d+/gu) ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);

const read = examples.map(({ number, markdown }) => ({ number, ours: structureOfOutline(readOutline(markdown)), theirs: structureOfRemark(markdown) }));
const otherBlocks = read.filter(({ ours, theirs }) => kindsOnly(ours).join("\n") !== kindsOnly(theirs).join("\n")).map(({ number }) => number);
const otherWords = read.filter(({ ours, theirs }) => ours.join("\n") !== theirs.join("\n")).map(({ number }) => number);

describe("the 652 examples of CommonMark 0.31.2, read as remark reads them", () => {
  it("hold the same blocks, but for those that the page lists", () => expect(otherBlocks).toEqual(listed(1)));
  it("hold the same words, but for those that the page lists", () =>
    expect(otherWords).toEqual([...listed(1), ...listed(2)].toSorted((a, b) => a - b)));
  it("are counted as the page counts them", () =>
    expect(page.replace(/\s+/gu, " ")).toContain(`Of the ${examples.length} examples, ${examples.length - otherBlocks.length} give the same blocks (headings, paragraphs, lists and their numbers, quotes, code), and ${examples.length - otherWords.length} the same words too.`));
});

const base = `# Title

Some *text* with **bold**, ~~struck~~ and \`code\`.

- [x] one
  continued
- two
  - nested

3. third

> quote

| ID | A | B |
|:---|:-:|--:|
| a1 | 10% | x \\| y |
| a2 | \`c\` |

\`\`\`js
code
\`\`\`

Sub
---

end
`;

it("GFM: damaged documents are read as remark reads them, but for the share that the page states (seed 20261129)", () => {
  const documents = Array.from(fuzzDocuments(20261129, 300, base)).filter((text) => frontMatterEnd(text) === 0);
  const other = documents.filter((text) => kindsOnly(structureOfOutline(readOutline(text))).join("\n") !== kindsOnly(structureOfRemark(text)).join("\n"));
  const stated = Number(/(\d+) of (\d+) damaged/u.exec(page)?.[1]);
  expect([other.length, documents.length]).toEqual([stated, Number(/(\d+) of (\d+) damaged/u.exec(page)?.[2])]);
});

it("GFM: undamaged tables, tasks and strikethrough are read as remark reads them, words and all", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = base.replaceAll("\n", end);
    expect(structureOfOutline(readOutline(text))).toEqual(structureOfRemark(text));
  }
});
