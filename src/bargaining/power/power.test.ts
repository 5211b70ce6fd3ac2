import { expect, it } from "vitest";
import { powerIndices, ruleProblem } from "./weighted-power.ts";

const repeat = (count: number, weight: number): readonly number[] => Array.from({ length: count }, () => weight);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it("agrees with the published indices of the Council of the six, 1958 (quota 12 of 17)", () => {
  const { banzhaf, shapley } = powerIndices({ weights: [4, 4, 4, 2, 2, 1], quota: 12 });
  [5 / 21, 5 / 21, 5 / 21, 1 / 7, 1 / 7, 0].forEach((value, player) => expect(banzhaf[player]).toBeCloseTo(value, 12));
  [14 / 60, 14 / 60, 14 / 60, 9 / 60, 9 / 60, 0].forEach((value, player) => expect(shapley[player]).toBeCloseTo(value, 12));
});

it("agrees with the published indices of a council with five vetoes among fifteen", () => {
  const { banzhaf, shapley } = powerIndices({ weights: [...repeat(5, 7), ...repeat(10, 1)], quota: 39 });
  expect(shapley[0]).toBeCloseTo(421 / 2145, 12);
  expect(shapley[14]).toBeCloseTo(4 / 2145, 12);
  expect(banzhaf[0]).toBeCloseTo(106 / 635, 12);
  expect(banzhaf[14]).toBeCloseTo(21 / 1270, 12);
});

/** By counting all coalitions and all orders. */
function counted(weights: readonly number[], quota: number): { readonly banzhaf: readonly number[]; readonly shapley: readonly number[] } {
  const swings = weights.map(() => 0);
  const shapley = weights.map(() => 0);
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  for (let coalition = 0; coalition < 2 ** weights.length; coalition++) {
    const inside = weights.map((_, player) => ((coalition >> player) & 1) === 1);
    const total = sum(weights.filter((_, player) => inside[player]));
    const size = inside.filter(Boolean).length;
    weights.forEach((weight, player) => {
      if (inside[player] || total >= quota || total + weight < quota) return;
      swings[player]!++;
      shapley[player]! += (factorial(size) * factorial(weights.length - size - 1)) / factorial(weights.length);
    });
  }
  return { banzhaf: swings.map((count) => count / sum(swings)), shapley };
}

it("agrees with counting all coalitions and orders", () => {
  for (const [weights, quota] of [[[8, 7, 5, 3, 3, 2, 0, 1], 15], [[1, 1, 1], 3], [[9, 1, 1, 1], 9], [[29, 29, 27, 14, 13, 12, 10, 7, 4, 3], 100], [[5], 2]] as const) {
    const [found, expected] = [powerIndices({ weights, quota }), counted(weights, quota)];
    weights.forEach((_, player) => {
      expect(found.banzhaf[player]).toBeCloseTo(expected.banzhaf[player]!, 11);
      expect(found.shapley[player]).toBeCloseTo(expected.shapley[player]!, 11);
    });
  }
});

it("sums to 1 with 193 players of different weights, where counts would run to 10 to the 57", () => {
  const weights = Array.from({ length: 193 }, (_, player) => 1 + ((player * player) % 23));
  const { banzhaf, shapley } = powerIndices({ weights, quota: Math.floor(sum(weights) * 0.65) });
  expect(sum(banzhaf)).toBeCloseTo(1, 12);
  expect(sum(shapley)).toBeCloseTo(1, 10);
  expect(shapley.every((value, player) => value > 0 && Math.abs(value / (weights[player]! / sum(weights)) - 1) < 0.25)).toBe(true);
});

it("says in a sentence what is wrong with a rule", () => {
  expect(ruleProblem({ weights: [3, 2], quota: 6 })).toBe("The quota of 6 can never be met: all weights together are 5.");
  expect(ruleProblem({ weights: [3, Number.NaN], quota: 2 })).toMatch(/whole numbers/);
  expect(ruleProblem({ weights: [], quota: 2 })).toMatch(/no players/);
  expect(ruleProblem({ weights: [1], quota: 0.5 })).toMatch(/quota/);
  expect(ruleProblem({ weights: [1, 1], quota: 2 })).toBeUndefined();
});
