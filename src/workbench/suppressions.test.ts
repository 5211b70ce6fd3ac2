import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const head = "---\nquestion: Which?\nas-of: 2025-11-01\nresolves: 2026-06-30\nyardstick: icd203\n---\n\n";
const table = "| ID | Indicator | Current state | Warning threshold | Time horizon |\n|---|---|---|---|---|\n| I1 | Brackets | 41 | | 2026-03-31 |\n| I2 | Candidates | one | | 2026-03-01 |\n";
const rulesOf = (text: string): readonly string[] =>
  assess(head + text)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule === "indicators/no-threshold" || rule.startsWith("suppressions/") || rule === "key-findings/word-number-clash");

it("silences a rule in the passage that follows a comment", () => {
  expect(rulesOf(`## Indicators\n\n${table}`)).toEqual(["indicators/no-threshold", "indicators/no-threshold"]);
  expect(rulesOf(`## Indicators\n\n<!-- rapporteur-ignore indicators/no-threshold: the statute names none -->\n\n${table}`)).toEqual([]);
});

it("silences a line by a comment at its end, and no other line", () => {
  const clash = (id: string, comment: string): string => `- ${id}: It is almost certain (40%) that the text stays.${comment}\n`;
  const text = `## Key findings\n\n${clash("K1", " <!-- rapporteur-ignore key-findings/word-number-clash: quoted as it was -->")}${clash("K2", "")}`;
  expect(rulesOf(text)).toEqual(["key-findings/word-number-clash"]);
});

it("silences a whole section where a heading follows, all rules of a technique, or several at once", () => {
  for (const rules of ["indicators/no-threshold", "indicators", "*", "scenarios/sum-not-100, indicators/no-threshold"]) {
    expect(rulesOf(`<!-- rapporteur-ignore ${rules}: a draft -->\n\n## Indicators\n\n${table}`)).toEqual([]);
  }
});

it("asks for a reason, and for a comment that still has something to silence", () => {
  expect(rulesOf(`## Indicators\n\n<!-- rapporteur-ignore indicators/no-threshold -->\n\n${table}`)).toEqual(["indicators/no-threshold", "indicators/no-threshold", "suppressions/no-reason"]);
  expect(rulesOf(`## Indicators\n\n<!-- rapporteur-ignore indicators/no-horizon: none -->\n\n${table}`)).toEqual(["indicators/no-threshold", "indicators/no-threshold", "suppressions/unused"]);
});

it("comes back from thousands of comments", () => {
  assess(head + "<!-- rapporteur-ignore a/b: c -->\n\ntext\n\n".repeat(3000));
});
