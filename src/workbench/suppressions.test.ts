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

const clash = (id: string): string => `- ${id}: It is almost certain (40%) that the text stays.\n`;
const quoted = "<!-- rapporteur-ignore key-findings/word-number-clash: quoted as it was -->\n";
const [one, two, three] = [clash("K1"), clash("K2"), clash("K3")];

it.each([
  ["above a list, with a blank line", `${quoted}\n${one}${two}${three}`, 0],
  ["right above the first item", `${quoted}${one}${two}${three}`, 2],
  ["between items", `${one}${quoted}${two}${three}`, 2],
  ["between items that stand apart", `${one}\n${quoted}\n${two}\n${three}`, 2],
  ["inside an item, under its text", `${one}  ${quoted}${two}${three}`, 2],
  ["behind the last item", `${one}${two}${three}${quoted}`, 3],
])("silences what follows a comment %s", (_, list, left) => {
  expect(rulesOf(`## Key findings\n\n${list}\nText.\n`).filter((rule) => rule === "key-findings/word-number-clash")).toHaveLength(left);
});

it("knows the rules that there are", () => {
  const complaints = (comment: string) => assess(`${head}## Indicators\n\n<!-- ${comment} -->\n\n${table}`).findings.filter(({ rule }) => rule.startsWith("suppressions/")).map(({ rule, remedy }) => `${rule}: ${remedy}`);
  const noRule = "suppressions/no-rule: Name the rule as `check` prints it, a colon, and why it does not apply.";
  expect(complaints("rapporteur-ignore indicators/no-treshold: none")).toEqual(["suppressions/unknown-rule: Write `indicators/no-threshold`, if that is what is meant."]);
  expect(complaints("rapporteur-ignore no-threshold: none")).toEqual(["suppressions/unknown-rule: Write `indicators/no-threshold`, if that is what is meant."]);
  for (const comment of ["rapporteur-ignore: the statute names none", "rapporteur-ignore", "rapporteur-ignore because I say so", "rapporteur-disable indicators/no-threshold: none"]) expect(complaints(comment)).toEqual([noRule]);
});

it("comes back from thousands of comments", () => {
  assess(head + "<!-- rapporteur-ignore a/b: c -->\n\ntext\n\n".repeat(3000));
});
