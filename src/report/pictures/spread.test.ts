import * as fc from "fast-check";
import { expect, it } from "vitest";
import { rowsFor, spread } from "./spread.ts";

it("leaves labels alone that do not touch", () => {
  expect(spread([10, 100, 50], 17, [0, 200])).toEqual([10, 100, 50]);
});

it("moves two that touch apart around their middle", () => {
  expect(spread([50, 52], 10, [0, 200])).toEqual([46, 56]);
});

it("keeps its distance, its bounds and its order, for any wishes (seed 11)", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 12 }), (wishes) => {
      const places = spread(wishes, 17, [0, 300]);
      const order = wishes.map((_, index) => index).toSorted((a, b) => wishes[a]! - wishes[b]! || a - b);
      for (const place of places) expect(place).toBeGreaterThanOrEqual(-1e-9);
      for (const place of places) expect(place).toBeLessThanOrEqual(300 + 1e-9);
      for (const [step, index] of order.slice(1).entries()) expect(places[index]! - places[order[step]!]!).toBeGreaterThanOrEqual(17 - 1e-9);
    }),
    { seed: 11, verbose: 1 },
  );
});

it("shrinks the distance where there is no room", () => {
  expect(spread([5, 5, 5], 17, [0, 20])).toEqual([0, 10, 20]);
});

it("moves labels no further in all than any other order-keeping layout on a grid would (seed 12)", () => {
  const effort = (wishes: readonly number[], places: readonly number[]) => wishes.reduce((sum, wish, index) => sum + (wish - places[index]!) ** 2, 0);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), (wishes) => {
      const sorted = wishes.toSorted((a, b) => a - b);
      const ours = effort(sorted, spread(sorted, 6, [0, 30]));
      let least = Number.POSITIVE_INFINITY;
      for (let a = 0; a <= 30; a++) for (let b = a + 6; b <= 30; b++) for (let c = b + 6; c <= 30; c++) least = Math.min(least, effort(sorted, [a, b, c]));
      expect(ours).toBeLessThanOrEqual(least + 1e-6);
    }),
    { seed: 12, numRuns: 50, verbose: 1 },
  );
});

it("puts labels into rows without an overlap, the first row first (seed 13)", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), width: fc.double({ min: 0.01, max: 0.3, noNaN: true }) }), { maxLength: 20 }), (labels) => {
      const rows = rowsFor(labels, 4);
      for (const [index, row] of rows.entries()) {
        if (row === undefined) continue;
        expect(row).toBeLessThan(4);
        for (const [other, otherRow] of rows.slice(0, index).entries()) {
          if (row === otherRow) expect(Math.abs(labels[index]!.at - labels[other]!.at)).toBeGreaterThanOrEqual((labels[index]!.width + labels[other]!.width) / 2 - 1e-9);
        }
      }
    }),
    { seed: 13, verbose: 1 },
  );
  expect(rowsFor([{ at: 0.1, width: 0.1 }, { at: 0.5, width: 0.1 }, { at: 0.12, width: 0.1 }], 2)).toEqual([0, 0, 1]);
});
