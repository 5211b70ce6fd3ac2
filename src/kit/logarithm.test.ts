import fc from "fast-check";
import { expect, it } from "vitest";
import { exponential, logarithm } from "./logarithm.ts";

it("is the logarithm of the platform, to a unit or two of the last place (seed 7)", () => {
  const near = (x: number): void => {
    expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(2 * Number.EPSILON * Math.max(1, Math.abs(Math.log(x))));
  };
  fc.assert(fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), near), { seed: 7, verbose: 1 });
  fc.assert(fc.property(fc.double({ min: 2 ** -33, max: 4, noNaN: true }), near), { seed: 7, numRuns: 2000, verbose: 1 });
  for (let power = -40; power < 40; power++) near(2 ** power);
  expect([1, 2, 10].map(logarithm)).toEqual([0, Math.LN2, Math.LN10]);
});

it("is the exponential of the platform, to twelve digits (seed 8)", () => {
  fc.assert(
    fc.property(fc.double({ min: -500, max: 5, noNaN: true }), (x) => {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
    }),
    { seed: 8, numRuns: 500, verbose: 1 },
  );
  expect(exponential(0)).toBe(1);
});
