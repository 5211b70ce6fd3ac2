import * as fc from "fast-check";
import { expect, it } from "vitest";
import { boundsText, decibels, exactPercent, percent, points, signed } from "./number-text.ts";

it("writes probabilities without false precision, and never rounds to certainty", () => {
  const written = [0, 0.0005, 0.001, 0.0049, 0.0095, 0.01, 0.024, 0.554, 0.555, 0.9, 0.994, 0.9951, 0.9999, 1].map(percent);
  expect(written).toEqual(["0%", "<0.1%", "0.1%", "0.5%", "0.9%", "1%", "2%", "55%", "56%", "90%", "99.4%", "99.5%", ">99.9%", "100%"]);
  expect([percent(Number.NaN), percent(1.455), percent(1.15)]).toEqual(["–", "145.5%", "115%"]);
});

it("reads 0% and 100% only where they are meant (seed 7)", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
      const text = percent(probability);
      expect(text === "0%").toBe(probability === 0);
      expect(text === "100%").toBe(probability === 1);
    }),
    { seed: 7, verbose: 1 },
  );
});

it("keeps the decimal of a number that an author wrote", () => {
  expect([0.125, 1.15, 1 / 3, 0.3 + 0.6].map(exactPercent)).toEqual(["12.5%", "115%", "33.3%", "90%"]);
});

it("writes bounds as one number where both ends read the same", () => {
  const texts = [[0.48, 0.61], [0.481, 0.483], [0.0004, 0.04], [0, 1]].map(([low = 0, high = 0]) => boundsText({ low, high }));
  expect(texts).toEqual(["48–61%", "48%", "<0.1–4%", "0–100%"]);
});

it("counts points of difference", () => {
  expect([0, 0.001, -0.01, 0.07, -0.124].map(points)).toEqual(["0 points", "less than a point", "1 point", "7 points", "12 points"]);
});

it("signs decibels, except where they round to nothing", () => {
  expect([3.24, -0.4, 0, -0.04, 12].map(decibels)).toEqual(["+3.2 dB", "−0.4 dB", "0.0 dB", "0.0 dB", "+12.0 dB"]);
  expect(signed(-10)).toBe("−10.0");
});
