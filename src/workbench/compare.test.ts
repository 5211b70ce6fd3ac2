import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { compareAssessments } from "#workbench/compare";

interface Edition {
  readonly a?: string;
  readonly finding?: string;
  readonly log?: string;
  readonly change?: string;
}
const edition = ({ a = "60%", finding = "It is likely that A comes.", log = "", change = "" }: Edition) =>
  assess(`---
question: Which?
as-of: 2025-11-01
resolves: 2026-06-30
---
## Key findings
- K1: ${finding} Confidence: low.
## Indicators
| ID | Indicator | Current state | Warning threshold | Time horizon | A | B |
|---|---|---|---|---|---|---|
| I1 | Brackets | 41 | fewer than 10 | 2026-03-31 | 80% | 20% |
## Observations
| ID | Date | Observation | Bears on | Reading |
|---|---|---|---|---|
${log}
## Scenarios
### A: One (${a}) {#A}
### B: Two (${100 - Number.parseInt(a, 10)}%) {#B}
## Change log
| Date | Judgement | From | To | Why |
|---|---|---|---|---|
${change}
`);
const brief = (before: Edition, after: Edition) =>
  compareAssessments(edition(before), edition(after)).map(({ what, kind, id, fact, from, to, why }) => [what, kind, id, fact, from, to, why].filter((part) => part !== undefined).join(" | "));

it("finds nothing where nothing changed but the lines", () => expect(brief({}, {})).toEqual([]));

it("tells a probability, what is computed from it, and the reason that the change log gives", () => {
  const changes = brief({ a: "60%" }, { a: "70%", change: "| 2025-12-01 | A | 60% | 70% | The text closed |" });
  expect(changes).toContain("changed | scenario | A | stated | 60% | 70% | The text closed");
  expect(changes).toContain("changed | forecast | A | computed | 60% | 70% | The text closed");
  expect(changes).toContain("changed | forecast | B | computed | 40% | 30%");
});

it("tells a reading that was added, and the forecast that it moves", () => {
  const changes = brief({}, { log: "| O1 | 2026-01-10 | Only 9 remain | I1 | crossed |" });
  expect(changes.some((change) => change.startsWith("added | observation | O1"))).toBe(true);
  expect(changes).toContain("changed | forecast | A | computed | 60% | 86%");
});

it("tells a judgement by its words and by its likelihood", () => {
  const changes = brief({}, { finding: "It is very likely that A comes." });
  expect(changes.some((change) => change.startsWith("changed | judgement | K1 | text"))).toBe(true);
  expect(changes).toContain("changed | judgement | K1 | likelihood | likely | very likely");
});

it("turns about when the editions do", () => {
  const there = compareAssessments(edition({}), edition({ log: "| O1 | 2026-01-10 | Only 9 remain | I1 | crossed |" }));
  const back = compareAssessments(edition({ log: "| O1 | 2026-01-10 | Only 9 remain | I1 | crossed |" }), edition({}));
  expect(back.map(({ id, what }) => `${id} ${what}`)).toEqual(there.map(({ id, what }) => `${id} ${what.replace("added", "removed")}`));
});
