import fc from "fast-check";
import { expect, it } from "vitest";
import { sameData } from "#kit/same-data";

it("agrees with JSON on what JSON can write (seed 77)", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(sameData(one, structuredClone(one))).toBe(true);
      if (JSON.stringify(one) !== JSON.stringify(other) && JSON.stringify(other) !== JSON.stringify(one)) expect(sameData(one, other)).toBe(sameData(other, one));
    }),
    { seed: 77, numRuns: 300, verbose: 1 },
  );
});

it.each([
  [{ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 }, true],
  [{ a: undefined }, {}, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [1, 2, 3], false],
  [[1], { 0: 1 }, false],
  [NaN, NaN, true],
  [null, {}, false],
  ["1", 1, false],
  [new Map(), new Map(), false],
  [new Set([1]), new Set([2]), false],
])("compares %o with %o: %s", (one, other, same) => {
  expect(sameData(one, other)).toBe(same);
  expect(sameData(other, one)).toBe(same);
});
