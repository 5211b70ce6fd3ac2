import { expect, it } from "vitest";
import { readRule } from "./read-rule.ts";
import { needs } from "./view-needs.ts";

it.each([
  ["consensus", undefined, "Adopted if nobody objects; each member can stop it."],
  ["majority", 193, "Adopted with more yes than no; abstentions do not count. If all 193 vote, it takes 97."],
  ["two-thirds of those voting", 193, "Adopted if at least two thirds of the votes are yes; abstentions do not count. If all 193 vote, it takes 129."],
  ["two-thirds of members", 99, "Adopted with 66 of 99 members; 34 block it."],
  ["majority of members", 10, "Adopted with 6 of 10 members; 5 block it."],
  ["majority of members", undefined, "Adopted if more than half of all members vote yes."],
  ["72%", undefined, "Adopted if at least 72% of the votes are yes; abstentions do not count."],
  ["consensus; two-thirds of those voting as a last resort", 9, "Adopted if nobody objects. As a last resort adopted if at least two thirds of the votes are yes; abstentions do not count. If all 9 vote, it takes 6."],
  ["opt-in, in force with 20 ratifications", 5, "Binds those who join; in force with 20, and only 5 members are given."],
  ["opt-in, in force with 50 ratifications", 193, "Binds those who join; in force with 50 of 193."],
  ["opt-in", undefined, "Binds those who join; how many it takes is not said."],
])("%s of %s", (written, members, expected) => {
  const rule = readRule(written);
  expect(rule && needs(rule.decides, members, rule.lastResort)).toBe(expected);
});
