import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { locatedFindings, repaired } from "#workbench/findings";

const text = "---\r\nquestion: Which?\r\nyardstick: icd203\r\n---\r\n\r\n## Key findings\r\n\r\n- K1: It is almost certain (40%) that the text  stays open.\r\n- K2: It is unlikely (90%) that it does.\r\n";

it("gives lines and columns as an editor counts them", () => {
  const [first] = locatedFindings(assess(text), "a.md").filter(({ rule }) => rule === "key-findings/word-number-clash");
  expect(first).toMatchObject({ file: "a.md", line: 8, fixable: true });
  expect(text.split("\r\n")[7]?.slice((first?.column ?? 0) - 1)).toMatch(/^almost certain/u);
});

it("repairs every word that clashes with its number, and touches no other byte", () => {
  const mended = repaired(assess(text));
  expect(mended).toBe(text.replace("almost certain (40%)", "unlikely (40%)").replace("unlikely (90%)", "very likely (90%)"));
  expect(repaired(assess(mended))).toBe(mended);
});
