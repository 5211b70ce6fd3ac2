import fc from "fast-check";
import { expect, it } from "vitest";
import { editDistance, nearestTo } from "./edit-distance.ts";

/** The textbook's recursion, without a limit. */
const plainDistance = (a: string, b: string): number => {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const edited = Math.min(plainDistance(x, b) + 1, plainDistance(a, y) + 1, plainDistance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1));
  return a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1) ? Math.min(edited, plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1) : edited;
};

it("is the textbook's, cut off at the limit (seed 20261125)", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  const property = fc.property(word, word, fc.nat(4), (a, b, limit) => {
    expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
  });
  fc.assert(property, { seed: 20261125, numRuns: 200 });
});

it("gives the nearest, the first of several, or none", () => {
  expect(nearestTo("scenarois", ["sources", "scenarios", "scenario"], 2)).toBe("scenarios");
  expect(nearestTo("ab", ["ac", "ad"], 1)).toBe("ac");
  expect(nearestTo("background", ["sources"], 2)).toBeUndefined();
});
