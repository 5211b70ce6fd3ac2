import { expect, it } from "vitest";
import { readPairs } from "./read-pairs.ts";

it.each([
  ["F1 60; F2 = 40, F3: 5 and F4 at -2.5", [["F1", 60], ["F2", 40], ["F3", 5], ["F4", -2.5]], []],
  ["Trinidad and Tobago 90", [["Trinidad and Tobago", 90]], []],
  ["NO 10 and Trinidad and Tobago 90; and CL 5", [["NO", 10], ["Trinidad and Tobago", 90], ["CL", 5]], []],
  ["A1 0; A2", [["A1", 0]], ["A2"]],
  ["gavel 0; noise and more", [["gavel", 0]], ["noise and more"]],
  ["", [], []],
])("reads %j", (text, pairs, unread) => expect(readPairs(text)).toEqual({ pairs, unread }));

it("reads long white space in no time to speak of", () => {
  expect(readPairs(`${" ".repeat(200_000)}x${" ".repeat(200_000)}`)).toEqual({ pairs: [], unread: ["x"] });
});
