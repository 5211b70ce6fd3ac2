import { expect, it } from "vitest";
import { computeForecast } from "#workbench/forecast/compute";
import { requestFor, type TestDocument } from "./forecast-document.ts";

const compute = (document: TestDocument) => computeForecast(requestFor(document))!;
const posteriorOf = (document: TestDocument, id: string) => compute(document).hypotheses.find((state) => state.id === id)!.posterior;

/*
 * A civil war in a country with natural resources: did the resources cause it (H)? A straw in the wind (the army seizes the
 * resources: 0.8 if H, 0.2 if not) and a smoking gun (an armed group formed for them: 0.3 and 0), prior 0.5. Parameters of
 * the process-tracing design of DeclareDesign's DesignLibrary (Herron, Humphreys and others; process_tracing_designer),
 * after Fairfield and Charman 2017 and Collier 2011.
 */
const straw = { id: "T1", likelihood: { H: 0.8, "not H": 0.2 } };
const strawAbsent = { id: "T1", likelihood: { H: 0.2, "not H": 0.8 } };
const gun = { id: "T2", likelihood: { H: 0.3, "not H": 0 } };
const gunAbsent = { id: "T2", likelihood: { H: 0.7, "not H": 1 } };
const war = (...tests: NonNullable<TestDocument["tests"]>): TestDocument => ({ hypotheses: ["H", "not H"], priors: { H: 0.5, "not H": 0.5 }, tests });

it("updates on a straw in the wind and a smoking gun as Bayes' rule does on paper", () => {
  expect(posteriorOf(war(straw), "H")).toBeCloseTo(4 / 5, 12);
  expect(posteriorOf(war(strawAbsent), "H")).toBeCloseTo(1 / 5, 12);
  expect(posteriorOf(war(gun), "H")).toBe(1);
  // 0.7 / (0.7 + 1): a smoking gun that is not found weakens, and does not eliminate.
  expect(posteriorOf(war(gunAbsent), "H")).toBeCloseTo(7 / 17, 12);
  // 0.8 × 0.7 : 0.2 × 1 = 14 : 5.
  expect(posteriorOf(war(straw, gunAbsent), "H")).toBeCloseTo(14 / 19, 12);
  expect(posteriorOf(war(strawAbsent, gunAbsent), "H")).toBeCloseTo(7 / 47, 12);
});

it("says that a smoking gun of likelihood zero excludes for good", () => {
  const { evidence, notes } = compute(war(gun));
  expect(evidence[0]!.weight).toEqual({ H: 0, "not H": null });
  expect(notes).toContain("T2 is impossible under not H as stated, so it excludes it for good.");
});

/*
 * The lot of widgets of Jaynes, Probability Theory: The Logic of Science, section 4.2: a lot is bad (1/3 defective) with
 * probability 1/11 and good (1/6 defective) otherwise, so the evidence for bad starts at -10 dB. Each defective widget
 * drawn adds 10 log10 2 = 3.01 dB, each sound one 10 log10 (4/5) = -0.97 dB.
 */
const defective = { bad: 1 / 3, good: 1 / 6 };
const sound = { bad: 2 / 3, good: 5 / 6 };
const lot = (draws: readonly (typeof defective)[]): TestDocument => ({
  hypotheses: ["bad", "good"],
  priors: { bad: 1 / 11, good: 10 / 11 },
  tests: draws.map((likelihood, at) => ({ id: `T${at}`, likelihood })),
});

it("weighs widgets in decibels as Jaynes does, with Good's weight of evidence", () => {
  const { evidence, hypotheses } = compute(lot([defective, sound]));
  const [found, passed] = evidence.map(({ weight }) => weight["bad"]! - weight["good"]!);
  expect(found).toBeCloseTo(3.0102999566398, 12);
  expect(passed).toBeCloseTo(-0.9691001300806, 12);
  const [bad, good] = hypotheses;
  expect(10 * Math.log10(bad!.prior / good!.prior)).toBeCloseTo(-10, 12);
  expect(10 * Math.log10(bad!.posterior / good!.posterior)).toBeCloseTo(-10 + 3.0102999566398 - 0.9691001300806, 12);
});

/*
 * Section 4.4 of the same: a third, dead hypothesis (99 in 100 defective, prior one in a million) comes to life when widget
 * after widget is defective. With m of them its evidence is e(C) = -60 + 10 log10 [(99/100)^m / (1/11 (1/3)^m + 10/11 (1/6)^m)].
 */
it("lets evidence that all favoured hypotheses predicted badly revive one that nobody believed", () => {
  const rare = 1e-6;
  const document = (m: number): TestDocument => ({
    hypotheses: ["A", "B", "C"],
    priors: { A: (1 - rare) / 11, B: (10 * (1 - rare)) / 11, C: rare },
    tests: Array.from({ length: m }, (_, at) => ({ id: `T${at}`, likelihood: { A: 1 / 3, B: 1 / 6, C: 99 / 100 } })),
  });
  for (const m of [1, 5, 10, 20]) {
    const p = posteriorOf(document(m), "C");
    const jaynes = 10 * Math.log10(rare / (1 - rare)) + 10 * Math.log10(0.99 ** m / ((1 / 11) * (1 / 3) ** m + (10 / 11) * (1 / 6) ** m));
    expect(10 * Math.log10(p / (1 - p))).toBeCloseTo(jaynes, 8);
  }
  expect(posteriorOf(document(10), "C")).toBeLessThan(0.5);
  expect(posteriorOf(document(20), "C")).toBeGreaterThan(0.99);
});
