import * as fc from "fast-check";
import { expect, it } from "vitest";
import { dateText, decibels, monthAndYear, percent, percentRange, points, share, shortDate, signed, tellingBounds } from "./numbers.ts";

it("writes probabilities without false precision, and never rounds to certainty", () => {
  const written = [0, 0.001, 0.0049, 0.005, 0.02, 0.554, 0.555, 0.994, 0.995, 0.9999, 1].map(percent);
  expect(written).toEqual(["0%", "<1%", "<1%", "1%", "2%", "55%", "56%", "99%", ">99%", ">99%", "100%"]);
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

it("writes bounds as one number where both ends read the same", () => {
  expect([percentRange(0.48, 0.61), percentRange(0.481, 0.483), percentRange(0.001, 0.04), percentRange(0, 1)]).toEqual(["48–61%", "48%", "<1–4%", "0–100%"]);
  expect([tellingBounds({ low: 0.481, high: 0.483 }), tellingBounds({ low: 0.1 }), tellingBounds({ low: 0.1, high: 0.2 })]).toEqual([undefined, undefined, { low: 0.1, high: 0.2 }]);
});

it("counts points of difference", () => {
  expect([0, 0.001, -0.01, 0.07, -0.124].map(points)).toEqual(["0 points", "less than a point", "1 point", "7 points", "12 points"]);
});

it("signs decibels, except where they round to nothing", () => {
  expect([3.24, -0.4, 0, -0.04, 12].map(decibels)).toEqual(["+3.2 dB", "−0.4 dB", "0.0 dB", "0.0 dB", "+12.0 dB"]);
  expect(signed(-10)).toBe("−10.0");
});

it("writes days as a person does, and leaves other dates alone", () => {
  expect([dateText("2027-06-30"), dateText("autumn 2026"), dateText("2027-02-30")]).toEqual(["30 June 2027", "autumn 2026", "2027-02-30"]);
  expect([shortDate("2026-09-01"), monthAndYear("2026-09-01")]).toEqual(["1 Sep 2026", "Sep 2026"]);
});

it("gives lengths as shares of a width", () => {
  expect([share(0.5), share(1 / 3), share(0)]).toEqual(["50%", "33.33%", "0%"]);
});
