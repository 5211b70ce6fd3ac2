import fc from "fast-check";
import { expect, it } from "vitest";
import { parameters } from "./parameters.ts";
import { countsByDraw, drawnShare, runOverParameters, valueAt } from "./uncertain.ts";
import type { Negotiation } from "./negotiation.ts";
import { delivers, runNegotiation } from "./run.ts";
import { parametersWith } from "./parameters.ts";

const negotiation = {
  parties: [
    { id: "A", position: 0.2, salience: 0.9, capability: 0.9 },
    { id: "B", position: 0.8, salience: 0.7, capability: 0.4 },
    { id: "C", position: 0.6, salience: 0.5, capability: 0.5 },
  ],
  forums: [
    { id: "F1", rule: { kind: "consensus" as const }, members: ["A", "B", "C"] },
    { id: "F2", rule: { kind: "majority" as const, share: 1 / 2, of: "those voting" as const }, members: ["A", "B", "C"] },
  ],
};

it("draws from the triangle over the range, by its distribution (seed 20261127)", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (share, place, width) => {
      const range = { from: 0.25, value: 0.25 + place * width, to: 0.25 + width };
      const x = valueAt(range, share);
      const below = x <= range.value ? (x - range.from) ** 2 / (width * Math.max(range.value - range.from, 1e-300)) : 1 - (range.to - x) ** 2 / (width * Math.max(range.to - range.value, 1e-300));
      expect(x).toBeGreaterThanOrEqual(range.from);
      expect(x).toBeLessThanOrEqual(range.to + 1e-12);
      if (x > range.from && x < range.to) expect(below).toBeCloseTo(share, 6);
    }),
    { seed: 20261127 },
  );
});

it("keeps every drawn parameter within what it can be", () => {
  for (const parameter of parameters) for (const share of [0, 0.1, 0.5, 0.9, 1]) {
    expect(valueAt(parameter, share)).toBeGreaterThanOrEqual(parameter.low);
    expect(valueAt(parameter, share)).toBeLessThanOrEqual(parameter.high);
  }
  expect(valueAt({ value: 10, from: 2, to: 20 }, 0.31) % 1).toBe(0);
});

it("is the plain simulation where every parameter is known", () => {
  const known = parametersWith({});
  const [drawn] = runOverParameters(negotiation, { runs: 300, seed: 5, draws: 3, known });
  const plain = [0, 100, 200].map((from) => runNegotiation(negotiation, { runs: 100, from, seed: 5, parameters: known, pilot: 50 })[0]);
  expect([...(drawn?.outcomes ?? [])]).toEqual(plain.flatMap((account) => [...(account?.outcomes ?? [])]));
});

it("tells luck from what the parameters do", () => {
  expect(drawnShare([50, 50, 50, 50], 100)).toEqual({ share: 0.5, error: 0, spread: 0 });
  const { share, error, spread } = drawnShare([0, 100, 0, 100], 100);
  expect([share, error]).toEqual([0.5, Math.sqrt(1 / 3 / 4)]);
  expect(spread).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(drawnShare([1, 0, 1, 0], 1).spread).toBe(0);
  expect(drawnShare([1, 1, 1, 1], 2).spread).toBe(0);
  // Each draw of two runs has half a variance of luck: 0.5 * 0.5 / (2 - 1), or none.
  expect(drawnShare([0, 2, 1, 1], 2).spread).toBeCloseTo(Math.sqrt(1 / 6 - 1 / 8), 12);
  expect(drawnShare([30], 100).error).toBeCloseTo(Math.sqrt(0.21 / 100), 12);
  expect(countsByDraw(6, 3, (run) => run !== 1 && run !== 5)).toEqual([1, 2, 1]);
});

/** A consensus that hangs on where the text of a threat lies on average: 0.01 there is worth more than ten points here. */
const threatened: Negotiation = {
  parties: [0, 0.2, 0.3, 0.45, 0.5, 0.6, 0.7, 1].map((position, at) => ({ id: `P${at}`, position, salience: 0.9, capability: at === 0 ? 0.9 : 0.4 })),
  forums: ["F", "V"].map((id) => ({ id, rule: id === "F" ? { kind: "consensus" } : { kind: "majority", share: 2 / 3, of: "those voting" }, members: Array.from({ length: 8 }, (_, at) => `P${at}`), ...(id === "F" && { text: 0.5 }) })),
};

it("states an error as large as the seeds make it, with what the threats of the draws leave to luck (seeds 1 to 60)", () => {
  const known = parametersWith({ resolutionForce: 1, heldText: 0, sharedShock: 0, coalitionShock: 0, regimeChange: 0, positionSpread: 0.05, noise: 0.01, sidePayments: 0, gavel: 0 });
  const [runs, draws] = [1000, 20];
  const found = Array.from({ length: 60 }, (_, at) => {
    const account = runOverParameters(threatened, { runs, seed: at + 1, draws, known })[0]!;
    return drawnShare(countsByDraw(runs, draws, (run) => delivers(account, run)), runs / draws);
  });
  const centre = found.reduce((sum, { share }) => sum + share / 60, 0);
  const deviation = Math.sqrt(found.reduce((sum, { share }) => sum + (share - centre) ** 2 / 59, 0));
  const stated = found.reduce((sum, { error }) => sum + error / 60, 0);
  expect(deviation / stated).toBeGreaterThan(0.7);
  expect(deviation / stated).toBeLessThan(1.3);
});
