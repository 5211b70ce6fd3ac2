import { assert, array, constantFrom, oneof, property, string } from "fast-check";
import { expect, it } from "vitest";
import { datesIn } from "./dates-in-text.ts";
import { numbersIn } from "./numbers-in-text.ts";
import { unmarked } from "./prose.ts";

const dates = (text: string, asOf?: string) => datesIn(unmarked(text), asOf).map(({ written, from, to }) => [written, from, to]);

it.each([
  ["The session of 2026-11-16 is over.", [["2026-11-16", "2026-11-16", "2026-11-16"]]],
  ["It meets from 2-6 March 2026 and from 31 August to 4 September 2026.", [["2-6 March 2026", "2026-03-02", "2026-03-06"], ["31 August to 4 September 2026", "2026-08-31", "2026-09-04"]]],
  ["scheduled for 16 to 20 November 2026 in Geneva", [["16 to 20 November 2026", "2026-11-16", "2026-11-20"]]],
  ["on June 30, 2027, or in Q2 2027", [["June 30, 2027", "2027-06-30", "2027-06-30"], ["Q2 2027", "2027-04-01", "2027-06-30"]]],
  ["the August-September 2026 session", [["August-September 2026", "2026-08-01", "2026-09-30"]]],
  ["the November 2025 vote, in late 2026 and by spring 2027", [["November 2025", "2025-11-01", "2025-11-30"], ["late 2026", "2026-09-01", "2026-12-31"], ["spring 2027", "2027-03-01", "2027-05-31"]]],
  ["adopted in 1980 by 2000 delegates of 1997 vessels", [["1980", "1980-01-01", "1980-12-31"], ["2000", "2000-01-01", "2000-12-31"], ["1997", "1997-01-01", "1997-12-31"]]],
  ["Of the 30 may abstain, FY2026 budgets, resolution 2025/17, 31 June 2027 never comes.", []],
])("finds the dates of %j", (text, expected) => {
  expect(dates(text)).toEqual(expected);
});

it("reads a day without a year only where the day of speaking is known", () => {
  expect(dates("It closes on 3 March.")).toEqual([]);
  expect(datesIn(unmarked("It closes on 3 March."), "2026-06-15")).toMatchObject([{ from: "2027-03-03", to: "2027-03-03", approximate: true, written: "3 March" }]);
});

const numbers = (text: string) => numbersIn(unmarked(text)).map((number) => ({ ...number, span: undefined }));

it.each([
  ["a record $13.4 billion", [{ value: 13_400_000_000, written: "$13.4 billion", magnitude: "billion", currency: "USD" }]],
  ["€3m and 4.2 bn", [{ value: 3_000_000, written: "€3m", magnitude: "million", currency: "EUR" }, { value: 4_200_000_000, written: "4.2 bn", magnitude: "billion" }]],
  ["USD 250 or 250 dollars", [{ value: 250, written: "USD 250", currency: "USD" }, { value: 250, written: "250 dollars", currency: "USD" }]],
  ["More than 1,200 of 120 countries, 12% or 12.5 per cent", [{ value: 1200, written: "1,200" }, { value: 120, written: "120" }, { value: 12, written: "12%", percent: true }, { value: 12.5, written: "12.5 per cent", percent: true }]],
  ["adopted by 156 to 5 with 8 abstentions", [{ value: 156, written: "156" }, { value: 5, written: "5" }, { value: 8, written: "8" }]],
  ["vote (156-5)", [{ value: 156, written: "156" }, { value: 5, written: "5" }]],
  ["from 2-6 March 2026, in Q1 2027", []],
  ["the S-70, A1, 78/241 and v1.2.3", [{ value: 78, written: "78" }]],
])("finds the numbers of %j", (text, expected) => {
  expect(numbers(text)).toEqual(expected);
});

const pieces = constantFrom("16", " ", "-", "to", "November", "2026", "May", ",", "Q2", "late ", "$", "4.2", "billion", "%", "\n", "–");

it("never throws and stays inside the text (seed 7004)", () => {
  assert(
    property(oneof(string({ maxLength: 40 }), array(pieces, { maxLength: 12 }).map((parts) => parts.join(""))), (text) => {
      for (const { written, span } of [...datesIn(unmarked(text, 2, 5), "2026-06-15"), ...numbersIn(unmarked(text, 2, 5))]) {
        expect(text.slice(span.from - 5, span.to - 5)).toBe(written);
        expect(written.length).toBeGreaterThan(0);
      }
    }),
    { seed: 7004, verbose: 1 },
  );
});

it.each(["16 ", "2027-", "June ", "1 and ", "$ ", "1,111", "1 111 "])("comes back from 400 kB of %j (a search that backtracks would run into the suite's limit of time)", (unit) => {
  const prose = unmarked(unit.repeat(400_000 / unit.length));
  numbersIn(prose);
});
