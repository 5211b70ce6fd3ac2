import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import type { Block } from "#model/block";
import type { Forecast } from "#model/forecast";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const document = `---
as-of: 2026-11-01
resolves: 2027-06-30
audiences: [port authorities]
---
## Scenarios

### A: Opened for signature (55%) {#A}

It is opened.

- Resolves: the depositary opens it; by 2027-06-30; [@depositary]
- For port authorities: budget.
- For shipyards: wait.

### B: Another session (45%) {#B}

- Recommended: keep the rules.
`;

const forecast = (a: number): Forecast => ({
  question: "",
  scenarios: [
    { id: "A", title: "Opened for signature", residual: false, stated: 0.55, prior: 0.55, posterior: a, low: a - 0.05, high: a + 0.05 },
    { id: "B", title: "Another session", residual: false, stated: 0.45, prior: 0.45, posterior: 1 - a, low: 0.95 - a, high: 1.05 - a },
  ],
  bounds: "exact",
  evidence: [{ id: "O1", kind: "observation", bearsOn: "I1", sources: [], text: "29 remain", reading: "quiet", weight: {}, share: 1 }],
  assumptions: [],
  hypotheses: [],
  watchNext: [],
  flip: [],
  replay: [{ date: "2026-12-04", probabilities: { A: a, B: 1 - a }, items: ["O1"] }],
  without: [],
  notes: [],
  engine: { version: "1", seed: 1 },
});

function blocksWith(a?: number): readonly Block[] {
  const outline = readOutline(document);
  const parts = openAll(techniques, outline);
  const results = { names: namesOf(parts), document: outline.frontMatter, ...(a !== undefined && { forecast: forecast(a) }) };
  return parts.find(({ id }) => id === "scenarios")?.view(results) ?? [];
}
const ofKind = <Kind extends Block["kind"]>(blocks: readonly Block[], kind: Kind) => blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

it("sets what is computed beside what is stated", () => {
  expect(ofKind(blocksWith(0.5), "scenario-ladder")[0]?.rungs[0]).toEqual({ id: "A", title: "Opened for signature", residual: false, stated: 0.55, computed: 0.5, low: 0.45, high: 0.55 });
  expect(ofKind(blocksWith(), "scenario-ladder")[0]?.rungs[0]).toEqual({ id: "A", title: "Opened for signature", residual: false, stated: 0.55 });
});

it("tells where the evidence leads elsewhere, or more than ten points away", () => {
  expect(ofKind(blocksWith(0.4), "callout").map(({ tone }) => tone)).toEqual(["alarm"]);
  expect(ofKind(blocksWith(0.7), "callout").map(({ text }) => text.split(".")[0])).toEqual(["A (Opened for signature) is stated at 55% and computed at 70%"]);
  expect(ofKind(blocksWith(0.64), "callout")).toEqual([]);
});

it("begins the history with the author's day", () => {
  const [history] = ofKind(blocksWith(0.5), "forecast-over-time");
  expect(history?.points.map(({ date, probabilities }) => [date, probabilities["A"]])).toEqual([
    ["2026-11-01", 0.55],
    ["2026-12-04", 0.5],
  ]);
  expect(history?.points[1]?.events).toEqual([{ id: "O1", text: "29 remain" }]);
  expect(history?.resolves).toBe("2027-06-30");
});

it("gives each audience its column, those that only the advice names too", () => {
  const [advice] = ofKind(blocksWith(), "table");
  expect(advice?.head).toEqual(["Scenario", "For port authorities", "For shipyards"]);
  expect(advice?.rows.map(({ cells }) => cells)).toEqual([
    ["A: Opened for signature", "budget.", "wait."],
    ["B: Another session", "keep the rules.", "keep the rules."],
  ]);
});
