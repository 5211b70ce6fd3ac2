import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { walkTo } from "#core/forecast-walk";
import { explainShape } from "#exchange/explain-shape";
import { assess, type Assessment } from "#workbench/assess";
import { computeForecast } from "#workbench/forecast/compute";
import { explain, explainableIds, type Explanation } from "#workbench/explain/explain";
import type { StateExplanation } from "#workbench/explain/shape";
import { documents, range, withAssumptions } from "./forecast-arbitraries.ts";
import { requestFor } from "./forecast-document.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

function explained<Wanted extends Explanation["kind"]>(assessment: Assessment, id: string, kind: Wanted) {
  const explanation = explain(assessment, {}, id);
  if (explanation?.kind !== kind) throw new Error(`${id} is explained as ${explanation?.kind}`);
  return explanation as Wanted extends StateExplanation["kind"] ? StateExplanation : Extract<Explanation, { readonly kind: Wanted }>;
}

it("walks from the prior to the posterior of the forecast, whatever the document (seed 201)", () => {
  let [steps, moved] = [0, 0];
  fc.assert(
    fc.property(withAssumptions(documents(range)), (document) => {
      const forecast = computeForecast(requestFor(document))!;
      for (const state of forecast.scenarios) {
        const walk = walkTo(state.id, forecast)!;
        let before = state.prior;
        for (const step of walk.steps) {
          expect(step.before).toBe(before);
          expect(step.weight).toBe(step.item.weight[state.id]);
          before = step.after;
        }
        if (walk.assumptions) expect(walk.assumptions).toEqual({ before, after: state.posterior });
        else expect(before).toBeCloseTo(state.posterior, 9);
        steps += walk.steps.length;
        moved += Number(walk.assumptions !== undefined);
        // What an item does to the odds has the sign of what it does to the probability, and the steps add up.
        const odds = (share: number): number => 10 * Math.log10(share / (1 - share));
        for (const { odds: change, ...step } of walk.steps) if (change !== null) expect(Math.sign(change)).toBe(Math.sign(step.after - step.before));
        if (walk.steps.every(({ odds: change }) => change !== null)) expect(walk.steps.reduce((sum, step) => sum + step.odds!, 0)).toBeCloseTo(odds(before) - odds(state.prior), 6);
        // First what would move the prior most by itself; what excludes the state, or all others, before all else.
        const alone = walk.steps.map(({ item }) => {
          const shares = forecast.scenarios.map(({ id, prior }) => prior * (item.weight[id] === null ? 0 : 10 ** ((item.weight[id] ?? 0) / 10)));
          const share = shares[forecast.scenarios.indexOf(state)]! / shares.reduce((sum, value) => sum + value, 0);
          return share > 0 && share < 1 ? Math.round(1e6 * Math.abs(odds(share) - odds(state.prior))) : Infinity;
        });
        expect(alone).toEqual(alone.toSorted((a, b) => (a === b ? 0 : b - a)));
      }
    }),
    { seed: 201, numRuns: 120, verbose: 1 },
  );
  expect(steps).toBeGreaterThan(200);
  expect(moved).toBeGreaterThan(10);
});

describe.each(["harbour/assessment.md", "laws/assessment.md", "plastics-treaty/2026-02.md", "pandemic-agreement/assessment.md"])("of examples/%s", (file) => {
  const assessment = assess(read(`examples/${file}`));
  const forecast = assessment.forecast!;

  it("gives the very numbers of the forecast for every state", () => {
    for (const state of [...forecast.scenarios, ...forecast.hypotheses]) {
      const explanation = explained(assessment, state.id, forecast.scenarios.includes(state) ? "scenario" : "hypothesis");
      const { prior, posterior, low, high, stated, steps, without } = explanation;
      expect({ prior, posterior, low, high, stated }).toEqual({ prior: state.prior, posterior: state.posterior, low: state.low, high: state.high, stated: state.stated ?? null });
      const counted = forecast.evidence.filter(({ weight }) => state.id in weight);
      expect(steps.map(({ id }) => id).toSorted()).toEqual(counted.map(({ id }) => id).toSorted());
      for (const step of steps) {
        expect(step.weight.counted).toBe(counted.find(({ id, bearsOn }) => id === step.id && bearsOn === step.bearsOn)!.weight[state.id]);
        // Grades and dependence only ever take weight off the vector as a whole; a grade of 1 and a share of 1 take off nothing.
        if (step.share === 1 && step.weight.graded !== null) expect(step.weight.counted).toBeCloseTo(step.weight.graded, 12);
        if (step.reliability === 1 && step.weight.face !== null) expect(step.weight.graded).toBeCloseTo(step.weight.face, 12);
        if (step.weight.graded !== null) expect(step.weight.counted).toBeCloseTo(step.weight.graded * step.share, 12);
      }
      for (const { id, kind, probability } of without) expect(forecast.without.find((dropped) => dropped.id === id && dropped.kind === kind)!.probabilities[state.id]).toBe(probability);
      for (const width of explanation.width) {
        expect(width.low).toBeGreaterThanOrEqual(low - 1e-12);
        expect(width.high).toBeLessThanOrEqual(high + 1e-12);
        expect(width.narrower).toBeCloseTo(high - low - (width.high - width.low), 12);
      }
    }
  });

  it("explains every entry in the documented shape, with the forecast's own numbers", () => {
    const ids = explainableIds(assessment);
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) {
      const explanation = explain(assessment, {}, id)!;
      expect(() => explainShape.schema.parse(JSON.parse(JSON.stringify(explanation))), id).not.toThrow();
      if (explanation.kind === "item" && explanation.without) expect(explanation.without.probabilities).toEqual(forecast.without.find((dropped) => dropped.id === id && dropped.kind === "item")!.probabilities);
      if (explanation.kind === "assumption") expect(explanation.leverage).toBe(forecast.assumptions.find((one) => one.id === id)?.leverage ?? 0);
      if (explanation.kind === "indicator" && explanation.open) {
        expect(explanation.bits).toBe(forecast.watchNext.find((one) => one.id === id)?.bits ?? null);
        const crossed = assess(read(`examples/${file}`), { assumed: new Map([[id, "crossed"]]) }).forecast!;
        expect(explanation.ifCrossed!.probabilities).toEqual(Object.fromEntries(crossed.scenarios.map((state) => [state.id, expect.closeTo(state.posterior, 12)])));
      }
    }
  });
});

it("gives decibels that fit what each item does to the probability, where the average of all states says otherwise", () => {
  const assessment = assess(read("examples/harbour/assessment.md"));
  const { steps, prior, posterior } = explained(assessment, "B", "scenario");
  // O1 weighs more than O2 against the average of A, B and other, and moves B by half as much.
  expect(steps.map(({ id, weight, odds }) => [id, weight.counted, odds])).toEqual([["O2", expect.closeTo(-0.1, 1), expect.closeTo(-1.14, 1)], ["O1", expect.closeTo(0.3, 1), expect.closeTo(0.54, 1)]]);
  expect(Math.abs(steps[0]!.weight.counted!)).toBeLessThan(Math.abs(steps[1]!.weight.counted!));
  expect(steps[0]!.odds! + steps[1]!.odds!).toBeCloseTo(10 * Math.log10((posterior / (1 - posterior)) / (prior / (1 - prior))), 9);
});

describe("by hand: the example of the reference page", () => {
  const text = /```markdown\n([\s\S]*?)```/u.exec(read("docs/reference/forecast-semantics.md"))![1]!;
  const assessment = assess(text);
  // F = 33/150; the report is true with 0.98 × 0.95 and otherwise noise.
  const F = 33 / 150;
  const r = 0.98 * 0.95;
  const graded = (q: number) => r * (1 - q * F) + (1 - r) / 2;
  const decibels = (likelihoods: readonly number[]) => 10 * Math.log10(likelihoods[0]!) - likelihoods.reduce((sum, value) => sum + 10 * Math.log10(value), 0) / likelihoods.length;

  it("walks from 55% to 52%", () => {
    const { pool, steps, assumptions, linchpins, leading, rival } = explained(assessment, "A", "scenario");
    expect(pool).toEqual({ law: "geometric", opinions: [{ id: "stated", kind: "stated", date: "2026-11-01", share: 1, probability: expect.closeTo(0.55, 12) }] });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ id: "O1", before: expect.closeTo(0.55, 12), after: expect.closeTo((0.55 * graded(0.675)) / (0.55 * graded(0.675) + 0.4 * graded(0.125) + 0.05 * graded(0.5)), 12), reliability: expect.closeTo(r, 12), share: 1, together: [] });
    expect(steps[0]!.weight.face).toBeCloseTo(decibels([1 - 0.675 * F, 1 - 0.125 * F, 1 - 0.5 * F]), 12);
    expect(steps[0]!.weight.counted).toBeCloseTo(decibels([graded(0.675), graded(0.125), graded(0.5)]), 12);
    expect(steps[0]!.weight.counted).toBeCloseTo(-0.2462, 4);
    expect(assumptions).toBeNull();
    expect(linchpins).toEqual([{ id: "A1", title: "The chair keeps the mandate", holds: expect.closeTo(0.875, 12), ifFalse: expect.closeTo(0.0902, 4), leader: "B", leverage: expect.closeTo(0.4303, 4) }]);
    expect([leading, rival?.id]).toEqual(["A", "B"]);
  });

  it("says which number carries the bounds", () => {
    const { width, low, high } = explained(assessment, "A", "scenario");
    expect(width.map(({ what }) => what)).toEqual(["likelihood of O1 (I1 quiet) under A", "likelihood of O1 (I1 quiet) under B"]);
    // With q(A) at its middle only B moves: 0.4 × graded(0.05) to 0.4 × graded(0.2) against 0.55 × graded(0.675).
    const bound = (qA: number, qB: number) => (0.55 * graded(qA)) / (0.55 * graded(qA) + 0.4 * graded(qB) + 0.05 * graded(0.5));
    expect([low, high]).toEqual([expect.closeTo(bound(0.8, 0.05), 12), expect.closeTo(bound(0.55, 0.2), 12)]);
    expect(width[0]).toMatchObject({ about: "O1", from: expect.closeTo(1 - 0.8 * F, 12), to: expect.closeTo(1 - 0.55 * F, 12), low: expect.closeTo(bound(0.675, 0.05), 12), high: expect.closeTo(bound(0.675, 0.2), 12) });
    expect(width[1]).toMatchObject({ low: expect.closeTo(bound(0.8, 0.125), 12), high: expect.closeTo(bound(0.55, 0.125), 12) });
  });

  it("says so of a stated range, and of how likely an assumption is to hold", () => {
    const bound = (stated: number, qA: number, qB: number) => (stated * graded(qA)) / (stated * graded(qA) + 0.4 * graded(qB) + 0.05 * graded(0.5));
    const ranged = assess(text.replace("(55%)", "(50-60%)"));
    const { low, high, width } = explained(ranged, "A", "scenario");
    expect([low, high]).toEqual([expect.closeTo(bound(0.5, 0.8, 0.05), 12), expect.closeTo(bound(0.6, 0.55, 0.2), 12)]);
    expect(width[0]).toMatchObject({ about: "A", what: "stated probability of A", from: 0.5, to: 0.6, low: expect.closeTo(bound(0.55, 0.8, 0.05), 12), high: expect.closeTo(bound(0.55, 0.55, 0.2), 12) });
    // An observation on the assumption makes its own number count; with it at its middle the bounds are narrower.
    const tied = assess(text.replace("| O1 |", "| O2 | 2026-11-20 | The chair is confirmed | A1 | holds | [@sec2026] | A1 |\n| O1 |"), { assumed: new Map([["A1", "holds"]]) });
    const explanation = explain(tied, { assumed: new Map([["A1", "holds"]]) }, "A");
    if (explanation?.kind !== "scenario") throw new Error("no scenario");
    expect(explanation.width.map(({ what }) => what)).toContain("probability that A1 holds");
    expect(explanation.assumptions).not.toBeNull();
  });

  it("says what an indicator and an assumption do", () => {
    const indicator = explained(assessment, "I1", "indicator");
    expect(indicator).toMatchObject({ open: true, items: ["O1"], probability: expect.closeTo(0.3883, 4), bits: expect.closeTo(0.2131, 4) });
    const crossed = 0.55 * 0.675 + 0.4 * 0.125 + 0.05 * 0.5;
    expect(indicator.ifCrossed!.probabilities["A"]).toBeCloseTo((0.55 * 0.675) / crossed, 12);
    expect(indicator.without!.probabilities["A"]).toBeCloseTo(0.55, 12);
    const assumption = explained(assessment, "A1", "assumption");
    expect(assumption).toMatchObject({ posterior: expect.closeTo(0.8688, 4), failing: { A: expect.closeTo(0.0227, 4), B: expect.closeTo(0.2344, 4), other: expect.closeTo(0.375, 4) } });
    expect(explained(assessment, "sec2026", "source").items).toEqual([{ id: "O1", alone: true }]);
    expect(explained(assessment, "O1", "item")).toMatchObject({ counts: true, about: [{ grade: "A2", likelihood: { A: { point: expect.closeTo(0.8515, 12) } } }] });
  });
});

it("says why an item does not count, and what an entry outside the forecast names", () => {
  const text = read("examples/harbour/assessment.md").replace("| O2 | 2026-03-01", "| O0 | 2025-11-20 | 3 paragraphs closed | I1 | quiet | [@sec1204] | A2 |\n| O2 | 2026-03-01");
  const assessment = assess(text);
  expect(explained(assessment, "O0", "item")).toMatchObject({ counts: false, why: "O1 is the reading of I1 that counts: a later look replaces those before it, a crossing all looks.", about: [], without: null });
  expect(explained(assessment, "K1", "outside")).toMatchObject({ what: "judgement", names: ["I1", "A1", "sec2025", "gazette2025"] });
  expect(explained(assessment, "stated", "opinion").opinions[0]).toMatchObject({ share: 1, probabilities: { A: expect.closeTo(0.55, 12) } });
  expect(explain(assessment, {}, "Z9")).toBeUndefined();
  expect(explain(assess("# Nothing\n"), {}, "A")).toBeUndefined();
});

it("shows the prior where the evidence excludes every state", () => {
  const table = (id: string, eliminates: string) => `| ${id} | A trace | hoop | ${eliminates} | failed, eliminates | ${eliminates === "H1" ? "90% | 50%" : "50% | 90%"} | 2026-01-0${id.slice(1)} | | |`;
  const text = `---\nquestion: Why?\nyardstick: icd203\n---\n## Process tracing\n\n### Hypotheses\n\n| ID | Hypothesis | Prior |\n|---|---|---|\n| H1 | One | 50-70% |\n| H2 | Two | 40% |\n\n### Tests\n\n| ID | Evidence | Test | For | Result | H1 | H2 | Date | Source | Grade |\n|---|---|---|---|---|---|---|---|---|---|\n${table("T1", "H1")}\n${table("T2", "H2")}\n`;
  const assessment = assess(text);
  expect(assessment.forecast!.evidence).toHaveLength(2);
  expect(assessment.forecast!.notes.join(" ")).toContain("excludes every one of the hypotheses");
  const state = assessment.forecast!.hypotheses[0]!;
  const explanation = explained(assessment, "H1", "hypothesis");
  expect(explanation).toMatchObject({ prior: state.prior, posterior: state.prior, low: state.low, high: state.high, steps: [], assumptions: null });
  for (const { low, high, narrower } of explanation.width) expect([low, high, narrower].every(Number.isFinite)).toBe(true);
});

it("explains the forecast as it was asked for", () => {
  const text = read("examples/laws/assessment.md");
  const options = { grades: false, dependence: false, until: "2026-09-05" } as const;
  const assessment = assess(text, options);
  const [leading] = assessment.forecast!.scenarios.toSorted((a, b) => b.posterior - a.posterior);
  const explanation = explain(assessment, options, leading!.id);
  if (explanation?.kind !== "scenario") throw new Error("no scenario");
  expect(explanation.posterior).toBe(leading!.posterior);
  expect(explanation.steps.every(({ reliability, share, date }) => reliability === 1 && share === 1 && date! <= "2026-09-05")).toBe(true);
});

describe("what a simulation is made of", () => {
  const text = read("examples/laws/assessment.md");
  const assessment = assess(text);
  const without = assess(text, { without: ["simulation"] }).forecast!;
  const share = explained(assessment, "C", "scenario").pool.opinions.find(({ id }) => id === "simulation")!.share;

  it.each([["simulation", "simulation"], ["M1", "outcome"], ["USA", "actor"], ["F1", "forum"]])("enters through the opinion of the simulation: %s", (id, what) => {
    const explanation = explained(assessment, id, "simulated");
    expect(explanation).toMatchObject({ what, through: "simulation", opinions: [{ kind: "simulation", share }] });
    expect(share).toBeGreaterThan(0.05);
    expect(explanation.without!.probabilities).toEqual(Object.fromEntries(without.scenarios.map((state) => [state.id, expect.closeTo(state.posterior, 12)])));
    expect(explanation.without!.shift).toBeGreaterThan(0.001);
  });

  it("enters nowhere where the simulation weighs nothing or is left out", () => {
    expect(explain(assess(text.replace("- Weight: 0.5", "- Weight: 0")), {}, "USA")?.kind).toBe("outside");
    expect(explain(assess(text, { without: ["simulation"] }), { without: ["simulation"] }, "M1")?.kind).toBe("outside");
  });
});
