import fc from "fast-check";
import { expect, it } from "vitest";
import { completed, sumFault } from "#core/distribution";
import { exactly } from "#kit/interval";

const numbers = (...percentages: readonly number[]) => percentages.map((value) => exactly(value / 100));

it("says what numbers sum to where that is not 100", () => {
  expect(sumFault(numbers(25, 45, 45), true)).toBe("115%");
  expect(sumFault(numbers(55, 30, 15), true)).toBeUndefined();
  expect(sumFault(numbers(33.3, 33.3, 33.4), true)).toBeUndefined();
  expect(sumFault(numbers(33, 33, 33), true)).toBe("99%");
  expect(sumFault(numbers(50, 30), false)).toBeUndefined();
  expect(sumFault(numbers(80, 30), false)).toBe("110%");
});

it("finds fault with ranges only where no choice within them sums to 100", () => {
  const likely = { low: 0.55, point: 0.675, high: 0.8 };
  const unlikely = { low: 0.2, point: 0.325, high: 0.45 };
  expect(sumFault([likely, unlikely, { low: 0.05, point: 0.125, high: 0.2 }], true)).toBeUndefined();
  expect(sumFault([likely, likely], true)).toBe("110% to 160%");
  expect(sumFault([unlikely, unlikely], true)).toBe("40% to 90%");
});

it("shares what is left among the states without a number", () => {
  const whole = completed(new Map([["A", { low: 0.5, point: 0.6, high: 0.7 }]]), ["A", "B", "C"]);
  expect(whole?.filled).toEqual(["B", "C"]);
  expect(whole?.remainder).toBeCloseTo(0.4, 12);
  expect(whole?.probabilities["B"]?.low).toBeCloseTo(0.15, 12);
  expect(whole?.probabilities["B"]?.point).toBeCloseTo(0.2, 12);
  expect(whole?.probabilities["C"]?.high).toBeCloseTo(0.25, 12);
  expect(completed(new Map(), ["A"])).toBeUndefined();
});

it("a completed set sums to 1 unless the given numbers pass it (seed 52)", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 3 }), (given, more) => {
      const states = Array.from({ length: given.length + more }, (_, at) => `S${at}`);
      const whole = completed(new Map(given.map((value, at) => [`S${at}`, exactly(value)])), states);
      const sum = Object.values(whole?.probabilities ?? {}).reduce((total, { point }) => total + point, 0);
      expect(sum).toBeCloseTo(Math.max(1, given.reduce((total, value) => total + value, 0)), 9);
    }),
    { seed: 52, verbose: 1 },
  );
});
