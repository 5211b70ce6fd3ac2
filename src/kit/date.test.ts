import { expect, it } from "vitest";
import { addDays, addMonths, calendarDate, dateParts, daysBetween, firstDayOfMonth, lastDayOfMonth, parseCalendarDate, relativeDays } from "./date.ts";

it("knows which days there are", () => {
  expect(calendarDate(2028, 2, 29)).toBe("2028-02-29");
  expect(calendarDate(2027, 2, 29)).toBeUndefined();
  expect(calendarDate(2027, 13, 1)).toBeUndefined();
  expect(parseCalendarDate(" 2027-06-30 ")).toBe("2027-06-30");
  expect(parseCalendarDate("2027-06-31")).toBeUndefined();
});

it("counts days across years and months", () => {
  expect(daysBetween("2026-11-01", "2027-06-30")).toBe(241);
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(lastDayOfMonth(2028, 2)).toBe("2028-02-29");
  expect(lastDayOfMonth(2026, 14)).toBe("2027-02-28");
  expect(firstDayOfMonth(2027, 0)).toBe("2026-12-01");
  expect(dateParts("2027-06-30")).toEqual({ year: 2027, month: 6, day: 30 });
});

it.each([
  ["2026-11-01", 6, "2027-05-01"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-10-31", 4, "2028-02-29"],
  ["2026-11-15", 18, "2028-05-15"],
  ["2026-01-31", -2, "2025-11-30"],
])("goes from %s by %d months to %s", (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

it.each([
  ["2026-11-01", "today"],
  ["2026-11-02", "tomorrow"],
  ["2026-10-31", "yesterday"],
  ["2026-10-27", "5 days ago"],
  ["2026-11-22", "in 3 weeks"],
  ["2027-03-01", "in 4 months"],
  ["2028-05-01", "in 18 months"],
  ["2023-11-01", "3 years ago"],
])("says how far %s lies from 1 November 2026", (date, expected) => {
  expect(relativeDays("2026-11-01", date)).toBe(expected);
});
