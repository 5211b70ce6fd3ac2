import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { composePage } from "#workbench/page";

const document = (front: string): string => `---
as-of: 2026-11-01
resolves: 2027-06-30
${front}
---
## Executive summary

It will probably be opened.

## Indicators

| ID | Indicator | Current state | Warning threshold | Time horizon | A | B |
|---|---|---|---|---|---|---|
| I1 | Bracketed paragraphs | 41 | fewer than 10 | 2027-03-31 | 70% | 60% |
| I2 | Ratifications | 12 | 30 | 2027-03-31 | 60% | 20% |
| I3 | Ships inspected | 12 | 100 | 2027-08-01 | 60% | 20% |

## Observations

| ID | Date | Observation | Bears on | Reading | Source |
|---|---|---|---|---|---|
| O1 | 2026-12-04 | 29 remain | I2 | quiet | [@s] |

## Scenarios

### A: Opened (60%) {#A}
### B: Another session (40%) {#B}

## Change log

| Date | Judgement | From | To | Why |
|---|---|---|---|---|
| 2026-10-01 | A | 50% | 55% | One left |
| 2026-11-01 | A | 55% | 60% | Two left |

## Sources

| Key | Title | Date | Reliability |
|---|---|---|---|
| s | Report | 2026-12 | B |
`;
const pageOf = (front: string, today: string) => composePage(assess(document(front), { today }), { document: "sha256:0" });

it("tells what is due, what tells most first, and what is still open", () => {
  const { due, watch } = pageOf("", "2027-04-10").bottomLine;
  expect(due).toEqual(["I2: Ratifications, due since 31 March 2027, 10 days ago", "I1: Bracketed paragraphs, due since 31 March 2027, 10 days ago"]);
  expect(watch).toEqual(["I3: Ships inspected, by 1 August 2027, in 4 months"]);
});

it("has what is due marked where the section says where to look next", () => {
  const { sections, bottomLine } = pageOf("", "2027-08-30");
  const table = sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "table" && block.head.includes("Bits") ? [block] : []))[0];
  expect(bottomLine.watch).toEqual([]);
  expect(table?.head).toEqual(["ID", "Indicator", "Due", "Bits"]);
  expect(table?.rows.map(({ cells }) => cells[2])).toEqual(table?.rows.map(() => ({ badge: "due", tone: "alarm" })));
});

it("misses an answer once the day of the question has passed", () => {
  expect(pageOf("", "2027-07-05").bottomLine.due[0]).toBe("The question was to resolve by 30 June 2027, 5 days ago, and the document does not say how it did.");
  expect(pageOf("", "2027-06-30").bottomLine.due[0]).not.toContain("resolve by");
});

it("begins what changed with the log, then the newest change", () => {
  const [moved, newest, older] = pageOf("", "2027-01-01").bottomLine.changed;
  expect(moved).toMatch(/^The log up to 4 December 2026 moves Opened from 60% to \d+%\.$/u);
  expect([newest, older]).toEqual(["Scenario A (1 November 2026): 55% → 60%. Two left", "Scenario A (1 October 2026): 50% → 55%. One left"]);
});

it("tells how a resolved question was answered, and of nothing due", () => {
  const { bottomLine, findings, meta } = pageOf('resolved: another session\nresolved-on: 2027-06-12\nresolved-by: "[@s]"', "2027-08-30");
  expect(bottomLine.resolved).toMatchObject({ outcome: "B", title: "Another session", on: "2027-06-12", by: "[@s]", stated: 0.4 });
  expect([bottomLine.due, bottomLine.watch]).toEqual([[], []]);
  expect(findings?.filter(({ rule }) => ["indicators/due", "indicators/stale"].includes(rule))).toEqual([]);
  expect(meta.checked).toBe("2027-08-30");
});

it("keeps a date as precise as it was written", () => expect(pageOf("", "2027-01-01").sources[0]?.date).toBe("2026-12"));

it("draws the ladder once, and needs no caption that repeats the heading", () => {
  const { sections } = pageOf("", "2027-01-01");
  const blocks = sections.flatMap(({ blocks: inside }) => inside);
  expect(blocks.some(({ kind }) => kind === "scenario-ladder")).toBe(false);
  expect(sections.find(({ id }) => id === "change-log")?.blocks).toMatchObject([{ kind: "table", caption: "" }]);
});
