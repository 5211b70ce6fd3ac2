import { expect, it } from "vitest";
import { readRule, ruleText } from "./read-rule.ts";

it.each([
  ["consensus", "consensus"],
  ["By consensus, one objection blocks", "consensus"],
  ["unanimous vote of all members", "unanimity"],
  ["simple majority", "majority of those voting"],
  ["absolute majority", "majority of members"],
  ["majority of members", "majority of members"],
  ["majority of members present and voting", "majority of those voting"],
  ["two-thirds", "two-thirds of those voting"],
  ["two-thirds majority of states parties", "two-thirds of members"],
  ["2/3 of those present and voting", "two-thirds of those voting"],
  ["three quarters of the members", "three-quarters of members"],
  ["60 % of votes cast", "three-fifths of those voting"],
  ["72%", "72% of those voting"],
  ["opt‑in", "opt-in"],
  ["enters into force after 40 ratifications", "opt-in"],
  ["opt-in, in force with 20 ratifications", "opt-in, in force with 20"],
])("reads the rule %j", (written, expected) => {
  const read = readRule(written);
  expect(read && ruleText(read.decides)).toBe(expected);
  expect(read?.lastResort).toBeUndefined();
});

it("reads what applies where consensus fails", () => {
  const read = readRule("consensus; two-thirds of those voting as a last resort");
  expect(read?.lastResort && ruleText(read.lastResort)).toBe("two-thirds of those voting");
  for (const text of ["two-thirds if consensus fails", "two-thirds, failing consensus", "consensus, then two-thirds"]) {
    expect(readRule(text)).toEqual({ decides: { kind: "consensus" }, lastResort: { kind: "majority", share: 2 / 3, of: "those voting" } });
  }
});

it("reads back what it writes", () => {
  for (const text of ["consensus", "unanimity", "majority of members", "two-thirds of those voting", "nine-tenths of members", "55% of members", "opt-in, in force with 3"]) {
    const read = readRule(text);
    expect(read && ruleText(read.decides)).toBe(text);
  }
});

it.each(["by acclamation", "", "as usual", "the chair decides"])("knows no rule %j", (written) => expect(readRule(written)).toBeUndefined());
