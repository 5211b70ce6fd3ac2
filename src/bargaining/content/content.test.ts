import fc from "fast-check";
import { expect, it } from "vitest";
import { claimProblem, contentForecast, type ContentModel } from "./content.ts";
import { calibrate, centralDistance, centralInterval, contentIntervals } from "./intervals.ts";

const claim = fc.record({ position: fc.integer({ min: 0, max: 40 }), weight: fc.integer({ min: 0, max: 100 }) });
const claims = fc.array(claim, { minLength: 1, maxLength: 12 });
const chance = fc.integer({ min: 1, max: 99 }).map((hundredth) => hundredth / 100);

const held: ContentModel = { pullPower: 0.5, heldText: 1, textError: 0 };
const written: ContentModel = { pullPower: 1, heldText: 0, textError: 0.25 };

it("draws held positions by the power of all the weight behind them", () => {
  // 9 at 0 (4 and 5), 16 at 10: pulls 3 and 4.
  const { below, under, quantile, upperQuantile, compromise, centre } = contentForecast([{ position: 0, weight: 4 }, { position: 10, weight: 16 }, { position: 0, weight: 5 }], held);
  expect(compromise).toBeCloseTo(6.4, 12);
  expect(centre).toBeCloseTo(40 / 7, 12);
  expect([below(-1), below(0), below(9.9), under(10), below(10)].map((value) => Math.round(7 * value * 1e9) / 1e9)).toEqual([0, 3, 3, 3, 7]);
  expect([quantile(3 / 7), quantile(0.5), upperQuantile(0.2), upperQuantile(3 / 7)]).toEqual([0, 10, 0, 10]);
});

it("errs about the compromise as the normal distribution says, and cuts it at the extreme positions", () => {
  // Mean 4, deviation 2.5 on a range of 10; standard normal quantiles from tables.
  const { below, quantile, under } = contentForecast([{ position: 0, weight: 6 }, { position: 10, weight: 4 }], written);
  expect(below(4)).toBeCloseTo(0.5, 6);
  expect(below(4 + 2.5)).toBeCloseTo(0.841345, 6);
  expect(quantile(0.975)).toBeCloseTo(4 + 2.5 * 1.959964, 3);
  expect(quantile(0.25)).toBeCloseTo(4 - 2.5 * 0.67449, 3);
  // 1.6 deviations below the mean lies the end: all beyond it lies on it.
  expect([under(0), quantile(0.05)]).toEqual([0, 0]);
  expect(below(0)).toBeCloseTo(0.0548, 5);
});

it("is the position that all share, however much each counts", () => {
  for (const weights of [[1], [3, 4], [0, 0]]) {
    const { below, under, quantile, upperQuantile, compromise } = contentForecast(weights.map((weight) => ({ position: 7, weight })));
    expect([compromise, below(6.99), under(7), below(7), quantile(0.1), upperQuantile(0.9)]).toEqual([7, 0, 0, 1, 7, 7]);
  }
});

it("counts all alike where nobody counts", () => {
  const [none, alike] = [0, 1].map((weight) => contentForecast([0, 1, 5].map((position) => ({ position, weight }))));
  for (const point of [0, 0.5, 1, 2, 3, 4.9, 5]) expect(none!.below(point)).toBe(alike!.below(point));
  expect(none!.compromise).toBe(2);
});

it("rises from 0 to 1, and its quantiles undo it (seed 31)", () => {
  fc.assert(
    fc.property(claims, chance, (claims, chance) => {
      const { low, high, below, under, quantile, upperQuantile } = contentForecast(claims);
      expect([below(low - 1), below(high)]).toEqual([0, 1]);
      const rising = Array.from({ length: 50 }, (_, step) => below(low + (step * (high - low)) / 49));
      for (const [at, value] of rising.entries()) expect(value).toBeGreaterThanOrEqual(rising[at - 1] ?? 0);
      const [least, greatest] = [quantile(chance), upperQuantile(chance)];
      expect(below(least)).toBeGreaterThanOrEqual(chance - 1e-9);
      expect(under(least)).toBeLessThanOrEqual(chance + 1e-9);
      expect(under(greatest)).toBeLessThanOrEqual(chance + 1e-9);
      expect(below(greatest)).toBeGreaterThanOrEqual(chance - 1e-9);
      expect(greatest).toBeGreaterThanOrEqual(least - 1e-9);
    }),
    { seed: 31, verbose: 1 },
  );
});

it("does not depend on the order of the claims (seed 32)", () => {
  fc.assert(
    fc.property(claims, chance, (claims, chance) => {
      expect(contentForecast(claims.toReversed()).quantile(chance)).toBeCloseTo(contentForecast(claims).quantile(chance), 6);
    }),
    { seed: 32, verbose: 1 },
  );
});

it("moves with the scale: shifted, stretched and turned round (seed 33)", () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: -100, max: 100 }), fc.constantFrom(-2, -1, 0.5, 4), (claims, shift, factor) => {
      const to = (point: number): number => shift + factor * point;
      const [before, after] = [contentForecast(claims), contentForecast(claims.map(({ position, weight }) => ({ position: to(position), weight })))];
      for (const [level, one] of contentIntervals(before).entries()) {
        const other = contentIntervals(after)[level]!;
        const ends = [to(one.low), to(one.high)].toSorted((a, b) => a - b);
        // Numerically flat tails: the ends may differ by what has no chance.
        expect(Math.abs(after.below(other.low) - after.below(ends[0]!))).toBeLessThan(1e-5);
        expect(Math.abs(after.below(other.high) - after.below(ends[1]!))).toBeLessThan(1e-5);
      }
      expect(after.centre).toBeCloseTo(to(before.centre), 6);
      expect(after.compromise).toBeCloseTo(to(before.compromise), 6);
    }),
    { seed: 33, verbose: 1 },
  );
});

it("goes to whoever counts more (seed 34)", () => {
  fc.assert(
    fc.property(fc.array(claim, { minLength: 2, maxLength: 10 }), fc.integer({ min: 1, max: 200 }), (claims, more) => {
      const [first, ...others] = claims;
      const heavier = contentForecast([{ ...first!, weight: first!.weight + more }, ...others]);
      const before = contentForecast(claims);
      if (claims.every(({ weight }) => weight === 0)) return;
      expect(Math.abs(heavier.centre - first!.position)).toBeLessThanOrEqual(Math.abs(before.centre - first!.position) + 1e-9);
      expect(Math.abs(heavier.compromise - first!.position)).toBeLessThanOrEqual(Math.abs(before.compromise - first!.position) + 1e-9);
    }),
    { seed: 34, verbose: 1 },
  );
});

it("finds the narrowest central interval that holds an outcome (seed 35)", () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: -5, max: 45 }), (claims, outcome) => {
      const forecast = contentForecast(claims);
      if (outcome < forecast.low || outcome > forecast.high) return;
      const distance = centralDistance(forecast, outcome);
      const holds = ({ low, high }: { readonly low: number; readonly high: number }): boolean => outcome >= low - 1e-9 && outcome <= high + 1e-9;
      expect(holds(centralInterval(forecast, distance))).toBe(true);
      if (distance > 1e-3) expect(holds(centralInterval(forecast, distance - 1e-3))).toBe(false);
    }),
    { seed: 35, verbose: 1 },
  );
});

it("holds both of two positions that share the chance", () => {
  const forecast = contentForecast([{ position: 0, weight: 3 }, { position: 10, weight: 3 }], held);
  expect([centralDistance(forecast, 0), centralDistance(forecast, 10)]).toEqual([0, 0]);
  expect(centralInterval(forecast, 0)).toEqual({ low: 0, high: 10 });
});

it("calibrates as split conformal prediction does: the rank of the level among one more", () => {
  const distances = [0.4, 0.1, 0.3, 0.2];
  expect(calibrate(distances, 0.6)).toEqual({ level: 0.6, distance: 0.3 });
  expect(calibrate(distances, 0.61).distance).toBe(0.4);
  expect(calibrate(distances, 0.9).distance).toBe(0.5);
});

it("holds nine in ten with a wider interval than one in two", () => {
  for (const positions of [[0, 100], [0, 20, 100], [0, 20, 45, 100]]) {
    const intervals = contentIntervals(contentForecast(positions.map((position, number) => ({ position, weight: 5 - number }))));
    expect(intervals.map(({ level }) => level)).toEqual([0.5, 0.8, 0.9]);
    const widths = intervals.map(({ low, high }) => high - low);
    expect(widths).toEqual(widths.toSorted((one, other) => one - other));
    expect(widths[0]).toBeGreaterThan(0);
  }
});

it.each([
  [[], "There are no claims."],
  [[{ position: 1, weight: 1 }, { position: Number.NaN, weight: 1 }], "The position of claim 2 is NaN; it must be a number."],
  [[{ position: 1, weight: Number.NaN }], "The weight of claim 1 is NaN; it must be a number from 0 up."],
  [[{ position: 1, weight: -2 }], "The weight of claim 1 is -2; it must be a number from 0 up."],
])("refuses %j in one sentence", (claims, sentence) => {
  expect(claimProblem(claims)).toBe(sentence);
  expect(() => contentForecast(claims)).toThrow(new RangeError(sentence));
});
