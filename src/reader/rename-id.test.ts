import * as fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits } from "#kit/edit";
import { readOutline } from "#reader/read-outline";
import { renameId } from "#reader/rename-id";

const rename = (text: string, id: string, newId: string): string => applyEdits(text, renameId(readOutline(text), id, newId));

it.each([
  ["an ID cell and what points at it", "| ID | Bears on |\n|---|---|\n| A1 | I1, A1 and A10 |\n", "| ID | Bears on |\n|---|---|\n| A9 | I1, A9 and A10 |\n"],
  ["an attribute", "- text {#A1 .x}\n", "- text {#A9 .x}\n"],
  ["a leading id", "- A1: text on A1.\n", "- A9: text on A9.\n"],
  ["a bold id", "**A1**: text\n", "**A9**: text\n"],
  ["words in the text", "It rests on A1, (A1) and A1's; not A1-b, xA1, A1.5 or A12.\n", "It rests on A9, (A9) and A9's; not A1-b, xA1, A1.5 or A12.\n"],
  ["no code, address, comment or link target", "`A1` <https://e.org/A1> https://e.org/A1 <!-- A1 --> [A1](A1.html)\n\n```\nA1\n```\n", "`A1` <https://e.org/A1> https://e.org/A1 <!-- A1 --> [A9](A1.html)\n\n```\nA1\n```\n"],
  ["front matter that is the id alone", "---\ntitle: A1 fails\nresolved: A1\nlist: [A1, 'A1', A12]\n---\n", "---\ntitle: A1 fails\nresolved: A9\nlist: [A9, 'A9', A12]\n---\n"],
  ["a bare label", "so [A1] and [A1, A2]\n", "so [A9] and [A9, A2]\n"],
])("renames %s", (_, text, expected) => {
  expect(rename(text, "A1", "A9")).toBe(expected);
});

it("renames the key of a source where it is cited and listed", () => {
  const text = "So [@sec2026, p. 3]{B2}, [see @a; @sec2026] and [@sec2026b].\n\n| Key | Title |\n|---|---|\n| sec2026 | Report of sec2026 |\n";
  expect(rename(text, "sec2026", "s26")).toBe("So [@s26, p. 3]{B2}, [see @a; @s26] and [@sec2026b].\n\n| Key | Title |\n|---|---|\n| s26 | Report of s26 |\n");
  expect(rename("[@a] [@{a}]", "a", "b c?")).toBe("[@{b c?}] [@{b c?}]");
});

it("renames a single letter only where it must be the id", () => {
  const text = [
    "## A: Opened (40%) {#A}", "", "A second vote. It follows scenario A and rests on A. See annex A.", "",
    "| ID | A | B | Reliability |", "|---|---|---|---|", "| A | 10% | A | A |", "",
  ].join("\n");
  expect(rename(text, "A", "Z")).toBe(
    ["## Z: Opened (40%) {#Z}", "", "A second vote. It follows scenario Z and rests on Z. See annex A.", "", "| ID | Z | B | Reliability |", "|---|---|---|---|", "| Z | 10% | A | A |", ""].join("\n"),
  );
  expect(rename("affects other states\n\n| other | B |\n|-|-|\n", "other", "rest")).toBe("affects other states\n\n| rest | B |\n|-|-|\n");
});

it("renames an id with a hyphen, and the column of its probability", () => {
  expect(rename("### weak-text: A weak text {#weak-text}\n\n| P(weak-text) | P(evidence is found \\| B) | weak-text (5%) |\n|---|---|---|\n| 1 | 2 | weak-text |\n", "weak-text", "firm")).toBe(
    "### firm: A weak text {#firm}\n\n| P(firm) | P(evidence is found \\| B) | firm (5%) |\n|---|---|---|\n| 1 | 2 | weak-text |\n",
  );
  expect(rename("| P(B) | P(found \\| B) | Part B |\n|---|---|---|\n", "B", "Z")).toBe("| P(Z) | P(found \\| Z) | Part B |\n|---|---|---|\n");
});

it("leaves grades alone", () => {
  expect(rename("| ID | Bears on | Source grade |\n|---|---|---|\n| A2 | A2 | A2 |\n", "A2", "A9")).toBe("| ID | Bears on | Source grade |\n|---|---|---|\n| A9 | A9 | A2 |\n");
});

it("tells a title that begins with a letter from the letter as an id", () => {
  const table = (a: string) => `| Scenario ${a} | Outcome | Bears on |\n|---|---|---|\n| 1 | A weak text | ${a}, B and C |\n| 2 | ${a}: A weak text | scenario ${a} only |\n`;
  expect(rename(table("A"), "A", "Z")).toBe(table("Z"));
});

const piece = fc.constantFrom("A1", "A12", "B2", "[@A1]", "[@b]{B2}", "`A1`", "**A1**", "{#A1}", "word", "https://e.org/A1", "|", "\n", "\n\n", "- ", "# ", "> ", "A1: ", "<!-- A1 -->", "| A1 | x |\n|---|---|\n| A1 | A1 |\n");
/** Every key and id that the outline of a text holds, in order. */
const known = (text: string): readonly string[] =>
  Array.from(JSON.stringify(readOutline(text).sections).matchAll(/"(?:key|id)":"([^"]*)"/gu), (match) => match[1] ?? "");

it("there and back again is the same text, and every key and id is renamed in between (seed 13)", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" ")), (text) => {
      const there = rename(text, "A1", "Q7");
      expect(there.replaceAll("Q7", "A1")).toBe(text);
      expect(rename(there, "Q7", "A1")).toBe(text);
      expect(known(there)).toEqual(known(text).map((id) => (id === "A1" ? "Q7" : id)));
    }),
    { seed: 13, numRuns: 400, verbose: 1 },
  );
});
