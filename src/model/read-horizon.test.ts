import { assert, array, constantFrom, oneof, property, string } from "fast-check";
import { expect, it } from "vitest";
import { readHorizon } from "./read-horizon.ts";

/** Phrase, first and last day, spoken on 15 June 2026; `~` marks what is approximate. Worked out by hand on a calendar. */
const phrases = `
2027-06-30                              | 2027-06-30 | 2027-06-30
2027-03                                 | 2027-03-01 | 2027-03-31
30 June 2027                            | 2027-06-30 | 2027-06-30
30th of June 2027                       | 2027-06-30 | 2027-06-30
June 30, 2027                           | 2027-06-30 | 2027-06-30
Friday, 20 November 2026                | 2026-11-20 | 2026-11-20
June 2027                               | 2027-06-01 | 2027-06-30
Aug. 2026                               | 2026-08-01 | 2026-08-31
August-September 2026                   | 2026-08-01 | 2026-09-30
October–November 2026                   | 2026-10-01 | 2026-11-30
December 2026 to February 2027          | 2026-12-01 | 2027-02-28
December to February 2027               | 2026-12-01 | 2027-02-28
By spring 2027                          | 2026-06-15 | 2027-05-31
spring of 2027                          | 2027-03-01 | 2027-05-31
summer 2027                             | 2027-06-01 | 2027-08-31
fall 2027                               | 2027-09-01 | 2027-11-30
winter 2026-27                          | 2026-12-01 | 2027-02-28
winter 2026/27                          | 2026-12-01 | 2027-02-28
winter 2027                             | 2027-12-01 | 2028-02-29
late spring 2027                        | 2027-05-01 | 2027-05-31 ~
Now through November 2026               | 2026-06-15 | 2026-11-30
Now through Q1 2027                     | 2026-06-15 | 2027-03-31
now until 2027-03-31                    | 2026-06-15 | 2027-03-31
Q2 2027                                 | 2027-04-01 | 2027-06-30
2027-Q2                                 | 2027-04-01 | 2027-06-30
second quarter of 2027                  | 2027-04-01 | 2027-06-30
Q3-Q4 2026                              | 2026-07-01 | 2026-12-31
end of Q2 2027                          | 2027-06-01 | 2027-06-30
by the end of Q2 2027                   | 2026-06-15 | 2027-06-30
H1 2027                                 | 2027-01-01 | 2027-06-30
second half of 2027                     | 2027-07-01 | 2027-12-31
second half of June 2027                | 2027-06-16 | 2027-06-30
the first six months of 2027            | 2027-01-01 | 2027-06-30
mid-2028                                | 2028-05-01 | 2028-08-31 ~
by mid-2028                             | 2026-06-15 | 2028-06-30 ~
mid-June 2027                           | 2027-06-11 | 2027-06-20 ~
early 2029                              | 2029-01-01 | 2029-04-30 ~
late 2026                               | 2026-09-01 | 2026-12-31 ~
late 2026 to early 2027                 | 2026-09-01 | 2027-04-30 ~
end of 2027                             | 2027-12-01 | 2027-12-31
year-end 2026                           | 2026-12-01 | 2026-12-31
by 2030                                 | 2026-06-15 | 2030-12-31
by end of 2030                          | 2026-06-15 | 2030-12-31
2030 at the latest                      | 2026-06-15 | 2030-12-31
2026-2028                               | 2026-01-01 | 2028-12-31
2026-28                                 | 2026-01-01 | 2028-12-31
from 2026 to 2028                       | 2026-01-01 | 2028-12-31
2027                                    | 2027-01-01 | 2027-12-31
in 2027                                 | 2027-01-01 | 2027-12-31
next 18 months                          | 2026-06-15 | 2027-12-15
next 12-18 months                       | 2026-06-15 | 2027-12-15
within six months                       | 2026-06-15 | 2026-12-15
within a year                           | 2026-06-15 | 2027-06-15
in the coming year                      | 2026-06-15 | 2027-06-15
over the next two years                 | 2026-06-15 | 2028-06-15
in 90 days                              | 2026-06-15 | 2026-09-13
next year                               | 2027-01-01 | 2027-12-31
this year                               | 2026-06-15 | 2026-12-31
by next spring                          | 2026-06-15 | 2027-05-31
by the end of the year                  | 2026-06-15 | 2026-12-31
end of next year                        | 2027-12-01 | 2027-12-31
by March                                | 2026-06-15 | 2027-03-31
by 30 September                         | 2026-06-15 | 2026-09-30
between January and June 2027           | 2027-01-01 | 2027-06-30
from May to September 2026              | 2026-05-01 | 2026-09-30
before June 2027                        | 2026-06-15 | 2027-05-31
before 31 March 2027                    | 2026-06-15 | 2027-03-30
before 2028                             | 2026-06-15 | 2027-12-31
before the end of 2027                  | 2026-06-15 | 2027-12-31
before the 2028 election                | 2026-06-15 | 2028-12-31 ~
by the November 2026 Review Conference  | 2026-06-15 | 2026-11-30 ~
August-September 2026 session           | 2026-08-01 | 2026-09-30 ~
around June 2027                        | 2027-06-01 | 2027-06-30 ~
until 31 March 2027                     | 2026-06-15 | 2027-03-31
no later than 31 March 2027             | 2026-06-15 | 2027-03-31
16-20 November 2026                     | 2026-11-16 | 2026-11-20
November 16-20, 2026                    | 2026-11-16 | 2026-11-20
16 November 2026 - 20 November 2026     | 2026-11-16 | 2026-11-20
2026-11-16/2026-11-20                   | 2026-11-16 | 2026-11-20
31 August to 4 September 2026           | 2026-08-31 | 2026-09-04
week of 16 November 2026                | 2026-11-16 | 2026-11-22
March 2027 (third session)              | 2027-03-01 | 2027-03-31
2026-09-30 (August-September 2026)      | 2026-08-01 | 2026-09-30
2026-11-20 (close of the session)       | 2026-11-20 | 2026-11-20
Ongoing                                 | 2026-06-15 |
continuous                              | 2026-06-15 |
open-ended                              | 2026-06-15 |
from January 2027 onwards               | 2027-01-01 |
after June 2027                         | 2027-07-01 |
Ongoing through 2027                    | 2026-06-15 | 2027-12-31
`;
const rows = phrases.trim().split("\n").map((line) => line.split("|").map((cell) => cell.trim()));

it.each(rows)("reads %s as %s to %s", (text = "", from = "", to = "") => {
  const [last, mark] = to.split(" ");
  expect(readHorizon(text, "2026-06-15")).toEqual({ written: text, from, ...(last && { to: last }), ...(mark && { approximate: true }) });
});

it.each(["", " ", "n/a", "TBD", "unknown", "short term", "monthly", "likely", "41 brackets", "4.2 billion requested for FY2026", "six months after the vote", "2027-02-30", "31 June 2027", "03/04/2027", "2025/17", "2020s", "2026 or 2027 or 2028", "x".repeat(500)])(
  "makes no horizon of %j",
  (text) => {
    expect(readHorizon(text, "2026-06-15")).toBeUndefined();
  },
);

it("needs the day of speaking for phrases that count from it, and says nothing of a beginning it does not know", () => {
  for (const text of ["next 18 months", "within six months", "this year", "by March", "by next spring"]) expect(readHorizon(text)).toBeUndefined();
  expect(readHorizon("Now through Q1 2027")).toEqual({ written: "Now through Q1 2027", to: "2027-03-31" });
  expect(readHorizon("by spring 2027")).toEqual({ written: "by spring 2027", to: "2027-05-31" });
  expect(readHorizon("Ongoing")).toEqual({ written: "Ongoing" });
  expect(readHorizon("by 2025", "2026-06-15")).toEqual({ written: "by 2025", to: "2025-12-31" });
});

it("clamps months to the days they have", () => {
  expect(readHorizon("within six months", "2026-08-31")?.to).toBe("2027-02-28");
});

const pieces = constantFrom("by ", "before ", "end of ", "mid-", "Q2 ", "H1", "2027", "2026-", "16", " to ", "June", " ", "spring ", "next ", "six months", "-", "(", ")", "of ", "the ", "31 ", "winter ", "2026-02-30");

it("never throws, and no horizon ends before it begins (seed 7005)", () => {
  assert(
    property(oneof(string({ maxLength: 60 }), array(pieces, { maxLength: 8 }).map((parts) => parts.join(""))), constantFrom(undefined, "2026-06-15", "2028-02-29"), (text, asOf) => {
      const found = readHorizon(text, asOf);
      return found === undefined || found.from === undefined || found.to === undefined || found.from <= found.to;
    }),
    { seed: 7005, numRuns: 1000, verbose: 1 },
  );
});
