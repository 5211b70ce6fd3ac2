import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const body = "\n## Scenarios\n\n### A: Opened for signature (55%)\n\n### B: Another session (45%)\n";
const found = (lines: string, today = "2027-07-01") =>
  assess(`---\nquestion: Which?\n${lines}\n---\n${body}`, { today }).findings.filter(({ rule }) => rule.startsWith("document/"));
const told = (lines: string, today?: string): readonly string[] => found(lines, today).map(({ rule, what }) => `${rule}: ${what}`);

const dates = "as-of: 2026-11-01\nresolves: 2027-06-30";

it("has nothing against a question that was resolved", () => {
  expect(told(`${dates}\nresolved: b\nresolved-on: 2027-05-20`)).toEqual([]);
  expect(told(`${dates}\nresolved: another session\nresolved-on: 2027-05-20`)).toEqual([]);
});

it.each([
  ["resolved: Z\nresolved-on: 2027-05-20", "document/unknown-outcome: `resolved: Z` names no scenario of this document."],
  ["resolved: A", "document/no-resolved-on: The question is resolved, but the day on which it was is not given."],
  ["resolved: A\nresolved-on: 2027-02-30", "document/impossible-date: `resolved-on: 2027-02-30` is not a date of the calendar."],
  ["resolved: A\nresolved-on: 20 May 2027", "document/unreadable-date: `resolved-on: 20 May 2027` is not written as YYYY-MM-DD."],
  ["resolved: A\nresolved-on: 2027-07-02", "document/resolved-in-the-future: The question is said to be resolved on 2 July 2027, which has not come yet."],
  ["resolved: A\nresolved-on: 2026-10-31", "document/resolved-before-as-of: The question was resolved on 31 October 2026, before the author speaks on 1 November 2026."],
])("reports %j", (lines, expected) => expect(told(`${dates}\n${lines}`)).toEqual([expected]));

it.each([
  ["resolves: 31 December 2026", "document/unreadable-date", "Write `resolves: 2026-12-31`, if that is the day that is meant."],
  ["resolves: 2026-9-1", "document/unreadable-date", "Write `resolves: 2026-09-01`, if that is the day that is meant."],
  ["resolves: next year", "document/unreadable-date", "Write the day as YYYY-MM-DD."],
  ["resolves: 2026-09-31", "document/impossible-date", "Write a day that the calendar has, as YYYY-MM-DD."],
])("says of `%s` how it should be written", (line, rule, remedy) => expect(found(`as-of: 2026-08-01\n${line}`)).toMatchObject([{ rule, remedy }]));

it("says once that the block is broken", () => {
  expect(found("title: WTO: the second agreement\nas-of: soon").map(({ rule }) => rule)).toEqual(["document/broken-yaml"]);
});
