import { expect, it } from "vitest";
import { positionAt, lineStarts } from "#kit/span";
import { assess } from "#workbench/assess";

/**
 * Thirteen defects that a reviewer of an assessment looks for, one to a line, each with the rule that must find it and
 * the words it must stand on. The tables stand under the key findings, without blank lines between them, and the sources
 * are lines of a paragraph, as hurried authors write.
 */
const defects = [
  { line: 2, rule: "key-findings/mixed-axes" },
  { line: 2, rule: "key-findings/single-source" },
  { line: 3, rule: "key-findings/unhedged-forecast" },
  { line: 4, rule: "key-findings/word-number-clash" },
  { line: 5, rule: "key-findings/second-yardstick" },
  { line: 6, rule: "key-findings/stacked-hedges" },
  { line: 7, rule: "key-findings/empty-hedge" },
  { line: 8, rule: "key-findings/vague-attribution" },
  { line: 9, rule: "scenarios/sum-not-100" },
  { line: 16, rule: "indicators/no-threshold" },
  { line: 16, rule: "indicators/no-horizon" },
  { line: 19, rule: "key-assumptions/no-falsifier" },
  { line: 19, rule: "key-assumptions/no-impact" },
  { line: 21, rule: "sources/invalid-grade" },
  { line: 22, rule: "sources/never-cited" },
] as const;

const defective = `## Key findings
We assess with high confidence that it is likely that the conference will fail to open the treaty by its seventh session.[S1]
The Northern League will block consensus on a binding annex in 2027.
It is almost certain (40%) that the island states will oppose any mandate.
There is a realistic possibility that the matter moves to the assembly.
It may be possible that the port authority probably could support a narrow ban.
It cannot be ruled out that the coastal union abstains.
Unlit ships are a threat to every harbour, said experts.
| Scenario | Probability |
|---|---|
| A. Annex to the convention | 25% |
| B. Treaty of the assembly | 45% |
| C. Stalemate | 45% |
| Indicator | Current state | Threshold | Horizon |
|---|---|---|---|
| Draft text | bracketed | | |
| Assumption | Supporting | Falsifying | Impact |
|---|---|---|---|
| The rule of consensus holds | Practice of the conference | | |
## Sources
[S1] Harbour Watch, "Report of the conference". (G9)
[S2] never cited (B2)
`;

const clean = `## Key findings
It is likely that the conference will fail to open the treaty by its seventh session.[S1][S2] We have high confidence in this judgement, because two independent delegations say so.
The Northern League is very likely to block consensus on a binding annex in 2027.[S1]
It is almost certain (97%) that the island states will oppose any mandate.
There is a roughly even chance that the matter moves to the assembly.
It is unlikely that the port authority will support a narrow ban.
The coastal union is very unlikely to abstain.
Unlit ships are a threat to every harbour, according to the harbour masters of two ports.[S2]
| Scenario | Probability |
|---|---|
| A. Annex to the convention | 25% |
| B. Treaty of the assembly | 45% |
| C. Stalemate | 30% |
| Indicator | Current state | Threshold | Horizon |
|---|---|---|---|
| Draft text | bracketed | fewer than 10 brackets at the close of a session | 2027-03-31 |
| Assumption | Supporting | Falsifying | Impact |
|---|---|---|---|
| The rule of consensus holds | Practice of the conference [S1] | A vote is called and taken | The annex can pass against the League |
## Sources
[S1] Harbour Watch, "Report of the conference". (B2)
[S2] Gazette of the Ports, "Delegates close ranks". (C2)
`;

interface Found {
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
}

function findingsIn(text: string): readonly Found[] {
  const { findings, outline } = assess(text, { today: "2026-11-25" });
  const starts = lineStarts(text);
  return findings.map(({ rule, severity, span }) => ({ rule, severity, line: positionAt(starts, (outline.offsets[span.section] ?? 0) + span.from).line }));
}

/** The same document with a blank line around every block. */
const spaced = (text: string): string => text.replace(/\n(?=## |\| (?:Scenario|Indicator|Assumption) )|(?<=^## .*)\n/gmu, "\n\n");

it.each(defects)("finds $rule on line $line", ({ line, rule }) => {
  const found = findingsIn(defective);
  expect(found.filter((each) => each.rule === rule).map((each) => each.line)).toContain(line);
  expect(found.find((each) => each.rule === rule)?.severity).not.toBe("info");
});

it("finds the same where the blocks stand apart", () => {
  const rules = (text: string) => findingsIn(text).map(({ rule }) => rule);
  expect(rules(spaced(defective))).toEqual(rules(defective));
});

it.each([clean, spaced(clean)])("says nothing above advice of the clean twin", (text) => {
  expect(findingsIn(text).filter(({ severity }) => severity !== "info")).toEqual([]);
});

it("finds nothing above advice that is not one of the thirteen", () => {
  const expected = new Set<string>(defects.map(({ rule }) => rule));
  expect(findingsIn(defective).filter(({ rule, severity }) => severity !== "info" && !expected.has(rule))).toEqual([]);
});
