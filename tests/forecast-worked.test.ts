import { expect, it } from "vitest";
import { computeForecast } from "#workbench/forecast/compute";
import { between, requestFor, type TestDocument } from "./forecast-document.ts";

/** The example of the reference page: three scenarios, one assumption, one indicator with one quiet look. */
const harbour: TestDocument = {
  asOf: "2026-11-01",
  scenarios: ["A", "B", "other"],
  stated: { A: 0.55, B: 0.4, other: 0.05 },
  // very likely: 80 to 95 %, point 87.5 %.
  assumptions: [{ id: "A1", holds: between(0.8, 0.95), ifFails: { A: 0.1, B: 0.75, other: 0.15 } }],
  // likely: 55 to 80 %, point 67.5 %; very unlikely: 5 to 20 %, point 12.5 %.
  indicators: [{ id: "I1", horizon: "2027-03-31", crossing: { A: between(0.55, 0.8), B: between(0.05, 0.2), other: 0.5 } }],
  observations: [{ id: "O1", date: "2026-12-04", bearsOn: "I1", reading: "quiet", sources: ["sec2026"], grade: { reliability: "A", credibility: 2 } }],
  sources: { sec2026: { reliability: "B", origin: "secretariat" } },
};

// 33 of the 150 days from 1 November 2026 to 31 March 2027 have passed: F = 0.22. The grade A2 is 0.98 × 0.95 = 0.931,
// so the report is noise with 0.069, half of which (0.0345) says "quiet" whatever happened.
const F = 33 / 150;
const r = 0.98 * 0.95;
const quiet = (q: number) => r * (1 - q * F) + (1 - r) / 2;
const weights = { A: 0.55 * quiet(0.675), B: 0.4 * quiet(0.125), other: 0.05 * quiet(0.5) };
const total = weights.A + weights.B + weights.other;

const forecast = computeForecast(requestFor(harbour))!;
const byId = new Map(forecast.scenarios.map((state) => [state.id, state]));

it("updates the harbour example as one does by hand", () => {
  expect(quiet(0.675)).toBeCloseTo(0.8272465, 12);
  expect(quiet(0.125)).toBeCloseTo(0.9398975, 12);
  expect(quiet(0.5)).toBeCloseTo(0.86309, 12);
  // 0.454985575 + 0.375959 + 0.0431545 = 0.874099075.
  expect(total).toBeCloseTo(0.874099075, 12);
  for (const [id, weight] of Object.entries(weights)) {
    expect(byId.get(id)!.posterior).toBeCloseTo(weight / total, 12);
  }
  expect(byId.get("A")!.posterior).toBeCloseTo(0.520519, 6);
  expect(forecast.scenarios.map(({ stated, prior }) => [stated, prior])).toEqual([[0.55, 0.55], [0.4, 0.4], [0.05, 0.05]].map(([stated, prior]) => [stated, expect.closeTo(prior!, 12)]));
});

it("gives decibels whose differences are log likelihood ratios", () => {
  const { weight, share } = forecast.evidence[0]!;
  expect(share).toBe(1);
  expect(weight.A! - weight.B!).toBeCloseTo(10 * Math.log10(0.8272465 / 0.9398975), 12);
  expect(weight.A! + weight.B! + weight.other!).toBeCloseTo(0, 12);
  const odds = (state: "prior" | "posterior") => byId.get("A")![state] / byId.get("B")![state];
  expect(weight.A! - weight.B!).toBeCloseTo(10 * Math.log10(odds("posterior") / odds("prior")), 12);
});

it("bounds A by the ends of the words: least if crossing was most to be expected under A and least under B", () => {
  const { low, high } = byId.get("A")!;
  const least = 0.55 * quiet(0.8);
  const most = 0.55 * quiet(0.55);
  const rest = 0.05 * quiet(0.5);
  expect(low).toBeCloseTo(least / (least + 0.4 * quiet(0.05) + rest), 12);
  expect(high).toBeCloseTo(most / (most + 0.4 * quiet(0.2) + rest), 12);
  expect(forecast.bounds).toBe("exact");
});

it("ties the assumption to the scenarios and shows what follows if it fails", () => {
  const [assumption] = forecast.assumptions;
  // P(fails | A) = 0.1 × 0.125 / 0.55 = 1/44, P(fails | B) = 15/64, P(fails | other) = 3/8.
  const fails = (weights.A / 44 + (weights.B * 15) / 64 + (weights.other * 3) / 8) / total;
  expect(assumption!.posterior).toBeCloseTo(1 - fails, 12);
  const joint = { A: weights.A / 44, B: (weights.B * 15) / 64, other: (weights.other * 3) / 8 };
  const sum = joint.A + joint.B + joint.other;
  for (const [id, value] of Object.entries(joint)) expect(assumption!.ifFalse![id]).toBeCloseTo(value / sum, 12);
  const changes = Object.entries(joint).map(([id, value]) => Math.abs(value / sum - weights[id as "A"] / total));
  expect(assumption!.leverage).toBeCloseTo(changes.reduce((a, b) => a + b) / 2, 12);
  expect(assumption!.holds).toBe(0.875);
});

it("values another look by the information it gives, with the quiet look's doubt in it", () => {
  const noise = (1 - r) / 2;
  const crossedGiven = (q: number) => (q * F * noise + q * (1 - F) * (r + noise)) / quiet(q);
  const q = { A: 0.675, B: 0.125, other: 0.5 };
  const H = (values: readonly number[]) => -values.reduce((sum, p) => sum + p * Math.log2(p), 0);
  const posterior = (["A", "B", "other"] as const).map((id) => ({ p: weights[id] / total, c: crossedGiven(q[id]) }));
  const crossed = posterior.reduce((sum, { p, c }) => sum + p * c, 0);
  const after = (of: (c: number) => number, whole: number) => whole * H(posterior.map(({ p, c }) => (p * of(c)) / whole));
  const bits = H(posterior.map(({ p }) => p)) - after((c) => c, crossed) - after((c) => 1 - c, 1 - crossed);
  expect(forecast.watchNext).toEqual([{ id: "I1", bits: expect.closeTo(bits, 12) }]);
});

it("replays the log, drops each item and source, and tells no note but that the grade's number is ours", () => {
  expect(forecast.replay).toEqual([
    { date: "2026-11-01", probabilities: { A: expect.closeTo(0.55, 12), B: expect.closeTo(0.4, 12), other: expect.closeTo(0.05, 12) }, items: [] },
    { date: "2026-12-04", probabilities: { A: expect.closeTo(weights.A / total, 12), B: expect.closeTo(weights.B / total, 12), other: expect.closeTo(weights.other / total, 12) }, items: ["O1"] },
  ]);
  expect(forecast.without.map(({ id, kind, shift }) => [id, kind, shift])).toEqual([
    // Only B gains, so what B gains is what moved in all.
    ["O1", "item", expect.closeTo(weights.B / total - 0.4, 12)],
    ["sec2026", "source", expect.closeTo(weights.B / total - 0.4, 12)],
  ]);
  expect(forecast.notes).toEqual(["One item is a report that may be wrong: how often a grade tells the truth is a table of ours, which can be switched off."]);
});

it("takes an assumption as given: A1 failing leaves A with what the row says, updated by the log", () => {
  const given = computeForecast(requestFor(harbour, { assumed: new Map([["A1", "fails"]]) }))!;
  const joint = { A: 0.1 * quiet(0.675), B: 0.75 * quiet(0.125), other: 0.15 * quiet(0.5) };
  const sum = joint.A + joint.B + joint.other;
  for (const { id, posterior } of given.scenarios) expect(posterior).toBeCloseTo(joint[id as "A"] / sum, 12);
  expect(given.assumptions[0]).toMatchObject({ posterior: 0, leverage: expect.closeTo(0, 12) });
  expect(given.bounds).toBe("exact");
});

it("takes an indicator as crossed: the look is replaced and q counts at face value", () => {
  const given = computeForecast(requestFor(harbour, { assumed: new Map([["I1", "crossed"]]) }))!;
  const sum = 0.55 * 0.675 + 0.4 * 0.125 + 0.05 * 0.5;
  expect(given.scenarios[0]!.posterior).toBeCloseTo((0.55 * 0.675) / sum, 12);
  expect(given.watchNext).toEqual([]);
  expect(given.evidence).toMatchObject([{ id: "I1", reading: "crossed" }]);
});
