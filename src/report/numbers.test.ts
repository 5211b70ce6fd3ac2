import { expect, it } from "vitest";
import { dateText, monthAndYear, share, shortDate, tellingBounds } from "./numbers.ts";

it("shows bounds where their ends read differently", () => {
  expect([tellingBounds({ low: 0.481, high: 0.483 }), tellingBounds({ low: 0.1 }), tellingBounds({ low: 0.1, high: 0.2 })]).toEqual([undefined, undefined, { low: 0.1, high: 0.2 }]);
});

it("writes days as a person does, and leaves other dates alone", () => {
  expect([dateText("2027-06-30"), dateText("autumn 2026"), dateText("2027-02-30")]).toEqual(["30 June 2027", "autumn 2026", "2027-02-30"]);
  expect([shortDate("2026-09-01"), monthAndYear("2026-09-01")]).toEqual(["1 Sep 2026", "Sep 2026"]);
});

it("gives lengths as shares of a width", () => {
  expect([share(0.5), share(1 / 3), share(0)]).toEqual(["50%", "33.33%", "0%"]);
});
