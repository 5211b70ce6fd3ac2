import { expect, it } from "vitest";
import type { Passage } from "#model/outline";
import { plain } from "#model/prose";
import { readOutline } from "#reader/read-outline";

const headings = (text: string): readonly string[] => readOutline(text).sections.map(({ level, heading }) => `${level} ${plain(heading)}`);
const passages = (text: string): readonly Passage[] => readOutline(text).sections[0]?.passages ?? [];

/** A passage in short: its kind and its words. */
function shown(passage: Passage): unknown {
  switch (passage.kind) {
    case "paragraph":
      return plain(passage.prose);
    case "list":
      return passage.items.map((item) => [...(item.number === undefined ? [] : [item.number]), plain(item.prose), ...item.passages.map(shown)]);
    case "table":
      return { columns: passage.columns.map(plain), rows: passage.rows.map(({ cells }) => cells.map(plain)) };
    case "quote":
      return { quote: passage.passages.map(shown) };
    case "code":
      return { code: passage.text, language: passage.language };
    case "comment":
      return { comment: passage.text };
  }
}

it("divides a document at its headings, whatever their level", () => {
  expect(headings("before\n\n# One\n\ntext\n### Two ###\nTitle\nin two lines\n---\n")).toEqual(["0 ", "1 One", "3 Two", "2 Title in two lines"]);
});

it.each([
  ["in code", "```\n# no\n```\n"],
  ["in code that never closes", "~~~\n# no\n"],
  ["in a comment", "<!--\n# no\n-->\n"],
  ["in a comment that never closes", "<!--\n# no\n"],
  ["in a quote", "> # no\n"],
  ["in an item", "- # no\n"],
  ["in front matter", "---\n# no\ntitle: yes\n---\n"],
  ["that are none", "#no\n\n    # no\n\n####### no\n\n\\# no\n"],
])("takes no heading for a section %s", (_, text) => {
  expect(headings(`${text}`)).toEqual(["0 "]);
});

it("reads a heading's attributes before and behind its closing marks", () => {
  for (const heading of ["## Scenario B (40%) {#B .x}", "## Scenario B (40%) {#B .x} ##", "## Scenario B (40%) ## {#B .x}", "Scenario B (40%) {#B .x}\n---"]) {
    const section = readOutline(heading).sections[1];
    expect([section?.level, section && plain(section.heading), section?.heading.attributes.id, section?.heading.attributes.classes]).toEqual([2, "Scenario B (40%)", "B", ["x"]]);
  }
});

it.each([
  ["a paragraph over lines", "one\n  two  \nthree", ["one two three"]],
  ["a tight list", "- a\n- b\n  more\n  - c\n", [[["a"], ["b more", [["c"]]]]]],
  ["a loose list", "- a\n\n- b\n\n  second\n", [[["a"], ["b", "second"]]]],
  ["a numbered list", "3. a\n3. b\n9. c\n", [[[3, "a"], [4, "b"], [5, "c"]]]],
  ["tasks", "- [ ] a\n- [x] b\n- [y] c\n", [[["a"], ["b"], ["[y] c"]]]],
  ["an item without text of its own", "- ```\n  x\n  ```\n- \n", [[["", { code: "x", language: "" }], [""]]]],
  ["an item that is a heading", "- ## a\n\n  b\n", [[["a", "b"]]]],
  ["a quote", "> a\n> b\nlazy\n>\n> - c\n", [{ quote: ["a b lazy", [["c"]]] }]],
  ["marks of a quote amid markup", "> *a\n> b* [c](\n> d)", [{ quote: ["a b c"] }]],
  ["a table", "| A | B |\n|---|:-:|\n| 1 | 2 |\n| 3 |\n| 4 | 5 | 6 |\n", [{ columns: ["A", "B"], rows: [["1", "2"], ["3"], ["4", "5", "6"]] }]],
  ["a table without outer pipes", "A | B\n-|-\n1 | 2\n | x\n", [{ columns: ["A", "B"], rows: [["1", "2"], ["x"]] }]],
  ["a table of a head only", "|A|B|\n|-|-|", [{ columns: ["A", "B"], rows: [] }]],
  ["blank and escaped cells", "|A|B|C|\n|-|-|-|\n||x \\| y|`\\|`|\n", [{ columns: ["A", "B", "C"], rows: [["", "x | y", "|"]] }]],
  ["a table with white space behind its dashes", "|A|\n|---|  \n|1|\n", [{ columns: ["A"], rows: [["1"]] }]],
  ["a table before a rule", "|A|B|\n|-|-|\n|1|2\n---\nend", [{ columns: ["A", "B"], rows: [["1", "2"]] }, "end"]],
  ["a table behind a paragraph", "text\n|A|B|\n|-|-|\n|1|2|\n", ["text", { columns: ["A", "B"], rows: [["1", "2"]] }]],
  ["a table with a head of the wrong width", "|A|B|\n|-|\n", ["|A|B| |-|"]],
  ["a table in a quote", "> |A|\n> |-|\n> |1|\n", [{ quote: [{ columns: ["A"], rows: [["1"]] }] }]],
  ["code", "``` js x\n a\n  b\n```\n\n    c\n", [{ code: " a\n  b", language: "js" }, { code: "c", language: "" }]],
  ["code in an indented fence", "  ```\n  a\n b\n  ```\n", [{ code: "a\nb", language: "" }]],
  ["code that never closes", "```\na\n", [{ code: "a", language: "" }]],
  ["code in a quote", "> ```\n> a\n> ```\n", [{ quote: [{ code: "a", language: "" }] }]],
  ["comments", "<!-- a --> <!--b-->\n\nx <!-- c -->\n", [{ comment: "a" }, { comment: "b" }, "x"]],
  ["a comment with words behind it", "<!-- a --> b\n", ["b"]],
  ["blocks of HTML", "<div class='a'>\nwords\n</div>\n\n<?php x ?>\n\n<!DOCTYPE html>\n", ["words", "", ""]],
  ["rules", "a\n\n***\n\nb\n", ["a", "b"]],
  ["addresses of links", "[a]: https://e.org\n  'title'\n[b]: <x y>\nwords [a]\n", ["words [a]"]],
])("reads %s", (_, text, expected) => {
  expect(passages(text).map(shown)).toEqual(expected);
  for (const end of ["\r\n", "\r"]) expect(passages(text.replaceAll("\n", end)).map(shown)).toEqual(expected);
});

it("finds a row's attributes in whichever cell they are written, first in the last", () => {
  const [table] = passages("|A|B|C|\n|-|-|-|\n|1 {#no}|2|3 {#r1 .residual}|\n|x {#r2}|y|z|\n|x|y {#r3}|z|\n|1|2|3|\n");
  expect(table?.kind === "table" && table.rows.map(({ attributes }) => [attributes.id, attributes.classes])).toEqual([["r1", ["residual"]], ["r2", []], ["r3", []], [undefined, []]]);
});

it("gives a blank cell a place between its pipes", () => {
  const [table] = passages("|A|B|C|\n|-|-|-|\n|   |||\n");
  expect(table?.kind === "table" && table.rows[0]?.cells.map(({ span }) => [span.from, span.to])).toEqual([[18, 18], [21, 21], [22, 22]]);
});

it("keeps nesting beyond fifty levels as text", () => {
  const text = `${"> ".repeat(80)}deep`;
  let [passage] = passages(text);
  let depth = 0;
  for (; passage?.kind === "quote"; [passage] = passage.passages) depth++;
  expect(depth).toBe(49);
  expect(passage && shown(passage)).toBe(`${"> ".repeat(31)}deep`);
});

it("takes unchanged sections and front matter from an earlier outline as they are", () => {
  const text = "---\ntitle: t\n---\nbefore\n\n# A\n\na\n\n# B\n\nb\n\n# C\n\nc\n";
  const earlier = readOutline(text);
  expect(readOutline(text, earlier)).toBe(earlier);
  const later = readOutline(text.replace("\nb\n", "\nb changed\n"), earlier);
  expect(later.sections.map((section, number) => section === earlier.sections[number])).toEqual([true, true, false, true]);
  expect(later.frontMatter).toBe(earlier.frontMatter);
  expect(later.offsets[3]).toBe((earlier.offsets[3] ?? 0) + 8);
});
