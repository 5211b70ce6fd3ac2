import { expect, it } from "vitest";
import { contradicts, failureTable } from "#core/failure-table";

it("turns round what the author says about the scenarios if an assumption fails", () => {
  // P(A | fails) = 10%, P(fails) = 12.5%, P(A) = 55%: 0.1 × 0.125 / 0.55 = 1/44; and so on for B (15/64) and other (3/8).
  const table = failureTable(0.125, [0.1, 0.75, 0.15], [0.55, 0.4, 0.05]);
  expect(table[0]).toBeCloseTo(1 / 44, 12);
  expect(table[1]).toBeCloseTo(15 / 64, 12);
  expect(table[2]).toBeCloseTo(3 / 8, 12);
  expect(table.some(contradicts)).toBe(false);
});

it("gives back P(fails) when weighed with the stated probabilities, whatever the vectors sum to", () => {
  const table = failureTable(0.3, [20, 50, 30], [1, 2, 2]);
  expect(table[0]! * 0.2 + table[1]! * 0.4 + table[2]! * 0.4).toBeCloseTo(0.3, 12);
});

it("shows a contradiction: failure at 30% with B then at 75% needs B at 22.5% or more", () => {
  expect(failureTable(0.3, [0.25, 0.75], [0.9, 0.1]).map(contradicts)).toEqual([false, true]);
  expect(failureTable(0.3, [0.25, 0.75], [0.775, 0.225]).map(contradicts)).toEqual([false, false]);
  expect(failureTable(0.3, [0.5, 0.5], [1, 0])).toEqual([0.15, Infinity]);
});

it("has nothing to say about states that are impossible anyway", () => {
  expect(failureTable(0.3, [1, 0], [1, 0])).toEqual([0.3, 0.3]);
  expect(failureTable(0, [0.5, 0.5], [1, 0])).toEqual([0, 0]);
});
