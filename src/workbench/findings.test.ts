import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { locatedFindings, repaired } from "#workbench/findings";

const text = "---\r\nquestion: Which?\r\nyardstick: icd203\r\n---\r\n\r\n## Key findings\r\n\r\n- K1: It is nearly certain that the text  stays open.\r\n- K2: It is likely that it grows, very likely that it lasts and highly probable that it is read.\r\n";

it("gives lines and columns as an editor counts them", () => {
  const [first] = locatedFindings(assess(text), "a.md").filter(({ rule }) => rule === "key-findings/second-yardstick");
  expect(first).toMatchObject({ file: "a.md", line: 8, fixable: true });
  expect(text.split("\r\n")[7]?.slice((first?.column ?? 0) - 1)).toMatch(/^nearly certain/u);
});

it("repairs every term of the other row, and touches no other byte", () => {
  const mended = repaired(assess(text));
  expect(mended).toBe(text.replace("nearly certain", "almost certain").replace("highly probable", "very likely"));
  expect(repaired(assess(mended))).toBe(mended);
});
