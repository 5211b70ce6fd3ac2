import { expect, it } from "vitest";
import { oddsChange, oddsText } from "./odds.ts";

it("has the sign of the change, and adds up over steps", () => {
  expect(oddsChange(0.5, 10 / 11)).toBeCloseTo(10, 12);
  expect(oddsChange(1 / 3, 0.5)).toBeCloseTo(10 * Math.log10(2), 12);
  expect(oddsChange(0.2, 0.6)! + oddsChange(0.6, 0.1)!).toBeCloseTo(oddsChange(0.2, 0.1)!, 12);
});

it("has no decibels where something is certain, and says what excludes", () => {
  for (const [before, after] of [[0.5, 0], [0.5, 1], [0, 0], [1, 1]] as const) expect(oddsChange(before, after)).toBeNull();
  expect([oddsText(0.5, 10 / 11), oddsText(0.5, 0.25), oddsText(0.5, 0.5)]).toEqual(["+10.0 dB", "−4.8 dB", "0.0 dB"]);
  expect([oddsText(0.5, 0), oddsText(0.5, 1), oddsText(0, 0), oddsText(1, 1)]).toEqual(["excludes it", "excludes all else", "–", "–"]);
});
