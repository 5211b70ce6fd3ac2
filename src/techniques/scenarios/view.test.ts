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

const withReplay = (): Forecast => ({
  ...forecast(0.5),
  evidence: [
    { id: "O1", kind: "observation", bearsOn: "I1", sources: ["s"], text: "29 remain", reading: "quiet", weight: { A: 1, B: -1 }, share: 1 },
    { id: "T1", kind: "test", bearsOn: "H1", sources: ["s"], text: "A record", reading: "passed", weight: { H1: 1, H2: -1 }, share: 1 },
  ],
  replay: [
    { date: "2020-01-01", probabilities: { A: 0.55, B: 0.45 }, items: ["T1"] },
    { date: "2026-11-01", probabilities: { A: 0.55, B: 0.45 }, items: ["M. Okafor"] },
    { date: "2026-11-20", probabilities: { A: 0.55, B: 0.45 }, items: ["T1"] },
    { date: "2026-12-04", probabilities: { A: 0.5, B: 0.5 }, items: ["O1"] },
  ],
  without: [
    { id: "s", kind: "source", probabilities: { A: 0.55, B: 0.45 }, shift: 0.05 },
    { id: "t", kind: "source", probabilities: { H1: 0.5, H2: 0.5 }, shift: 0.3 },
    { id: "O1", kind: "item", probabilities: { A: 0.55, B: 0.45 }, shift: 0.05 },
  ],
});

function blocksOf(computed: Forecast): readonly Block[] {
  const outline = readOutline(document);
  const parts = openAll(techniques, outline);
  return parts.find(({ id }) => id === "scenarios")?.view({ names: namesOf(parts), document: outline.frontMatter, forecast: computed }) ?? [];
}

it("tells nothing from before the author spoke, and nothing of tests that say nothing of the scenarios", () => {
  const [history] = ofKind(blocksOf(withReplay()), "forecast-over-time");
  expect(history?.points.map(({ date, events }) => [date, events])).toEqual([
    ["2026-11-01", [{ id: "M. Okafor", text: "an estimate" }]],
    ["2026-12-04", [{ id: "O1", text: "29 remain" }]],
  ]);
});

it("shows how each probability came about, and what the forecast would be without a source", () => {
  expect(ofKind(blocksOf(withReplay()), "table")[0]).toMatchObject({ head: ["Scenario", "As stated", "With the evidence"], rows: [{ cells: ["A: Opened for signature", { probability: 0.55 }, { probability: 0.5 }] }, {}] });
  expect(ofKind(blocksOf(withReplay()), "leverage-bars")[0]?.bars).toEqual([{ id: "without-s", text: "s [@s]", leverage: 0.05, note: "Without it: A 55%, B 45%." }]);
});

it("gives each audience its column, those that only the advice names too", () => {
  const advice = ofKind(blocksWith(), "table").at(-1);
  expect(ofKind(blocksWith(), "heading").at(-1)).toEqual({ kind: "heading", level: 3, text: "What to do, by scenario and audience" });
  expect(advice?.head).toEqual(["Scenario", "For port authorities", "For shipyards"]);
  expect(advice?.rows.map(({ cells }) => cells)).toEqual([
    ["A: Opened for signature", "budget.", "wait."],
    ["B: Another session", "keep the rules.", "keep the rules."],
  ]);
});

it("walks under each scenario from its prior to what the evidence makes of it", () => {
  const outline = readOutline(document);
  const parts = openAll(techniques, outline);
  // +3.01 dB for A over B doubles the odds 55 : 45; ten items of 0 dB move nothing and stand together but for the heaviest.
  const weight = (difference: number) => ({ A: difference / 2, B: -difference / 2 });
  const light = Array.from({ length: 10 }, (_, at) => ({ id: `L${at}`, text: "nothing", weight: weight(0) }));
  const evidence = [...light, { id: "O1", text: "29 remain", weight: weight(10 * Math.log10(2)) }].map((item) => ({ ...item, kind: "observation" as const, bearsOn: "I1", sources: [], reading: "quiet", share: 1 }));
  const results = { names: namesOf(parts), document: outline.frontMatter, forecast: { ...forecast(110 / 155), evidence } };
  const walks = (parts.find(({ id }) => id === "scenarios")?.view(results) ?? []).filter((block) => block.kind === "waterfall");
  expect(walks.map(({ state, start, end }) => [state, start, end])).toEqual([["A", 0.55, 110 / 155], ["B", 0.45, 1 - 110 / 155]]);
  expect(walks[0]!.steps).toHaveLength(8);
  expect(walks[0]!.steps[0]).toMatchObject({ id: "O1", before: 0.55, after: expect.closeTo(110 / 155, 12) });
  expect(walks[0]!.steps.at(-1)).toMatchObject({ id: "", text: "4 lighter items", after: expect.closeTo(110 / 155, 12) });
});
