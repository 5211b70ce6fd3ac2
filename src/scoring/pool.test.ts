import * as fc from "fast-check";
import { expect, it } from "vitest";
import { normalised, pool, type WeightedOpinion } from "#scoring/pool";

const closeTo = (vector: readonly number[] | undefined, expected: readonly number[]) => expected.forEach((value, state) => expect(vector?.[state]).toBeCloseTo(value, 12));
const probability = fc.double({ min: 0.01, max: 1, noNaN: true });
const opinions: fc.Arbitrary<readonly WeightedOpinion[]> = fc
  .integer({ min: 2, max: 5 })
  .chain((states) => fc.array(fc.record({ probabilities: fc.array(probability, { minLength: states, maxLength: states }), weight: fc.double({ min: 0.1, max: 3, noNaN: true }) }), { minLength: 1, maxLength: 4 }));

it("takes the geometric mean of odds for two states", () => {
  // Odds 4:1 and 1:1 have the geometric mean 2:1.
  closeTo(pool([{ probabilities: [0.8, 0.2], weight: 1 }, { probabilities: [0.5, 0.5], weight: 1 }]), [2 / 3, 1 / 3]);
});

it("weighs opinions: one of weight 2 counts as two alike (geometric 2^(2/3))", () => {
  const weighted = pool([{ probabilities: [0.8, 0.2], weight: 2 }, { probabilities: [0.5, 0.5], weight: 1 }]);
  const odds = 4 ** (2 / 3);
  closeTo(weighted, [odds / (1 + odds), 1 / (1 + odds)]);
});

it("takes the mean on request, each opinion divided by its sum first", () => {
  closeTo(pool([{ probabilities: [1.6, 0.4], weight: 1 }, { probabilities: [0.4, 0.6], weight: 3 }], "arithmetic"), [0.5, 0.5]);
});

it("lets a zero be a veto in the geometric pool only", () => {
  const split = [{ probabilities: [0, 0.5, 0.5], weight: 1 }, { probabilities: [0.5, 0.25, 0.25], weight: 1 }];
  expect(pool(split)?.[0]).toBe(0);
  expect(pool(split, "arithmetic")?.[0]).toBe(0.25);
});

it("has no pool without opinions or where the vetoes leave no state", () => {
  expect(pool([])).toBeUndefined();
  expect(pool([{ probabilities: [1, 0], weight: 1 }, { probabilities: [0, 1], weight: 1 }])).toBeUndefined();
});

it("extremises on request: exponent 2 squares the odds", () => {
  closeTo(pool([{ probabilities: [0.6, 0.4], weight: 1 }], "geometric", 2), [0.36 / 0.52, 0.16 / 0.52]);
});

it("sums to 1, ignores how an opinion is scaled and in which order opinions come (seed 7)", () => {
  fc.assert(
    fc.property(opinions, fc.constantFrom("geometric" as const, "arithmetic" as const), (list, law) => {
      const result = pool(list, law)!;
      expect(result.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      const scaled = list.toReversed().map(({ probabilities, weight }, at) => ({ probabilities: probabilities.map((p) => p * (at + 2)), weight }));
      closeTo(pool(scaled, law), result);
    }),
    { seed: 7, verbose: 1 },
  );
});

it("is externally Bayesian: to update the geometric pool is to pool the updates (seed 8)", () => {
  fc.assert(
    fc.property(opinions, fc.array(probability, { minLength: 5, maxLength: 5 }), (list, likelihood) => {
      const updated = (vector: readonly number[]) => normalised(vector.map((value, state) => value * likelihood[state]!))!;
      closeTo(pool(list.map(({ probabilities, weight }) => ({ probabilities: updated(probabilities), weight }))), updated(pool(list)!));
    }),
    { seed: 8, verbose: 1 },
  );
});
