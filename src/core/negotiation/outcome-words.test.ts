import { expect, it } from "vitest";
import { classesOf, type Rule } from "#bargaining/forums/rules";
import { isMeant, readOutcomeTest } from "./outcome-words.ts";

const consensus: Rule = { kind: "consensus" };
const vote: Rule = { kind: "majority", share: 1 / 2, of: "those voting" };
const optIn: Rule = { kind: "opt-in" };
const meant = (words: string, rule: Rule) => {
  const test = readOutcomeTest(words, rule);
  return test && classesOf(rule).filter((_, at) => test.classes.has(at)).map(({ name }) => name);
};

it.each([
  ["agreed", consensus, ["agreed as proposed", "agreed after dilution", "agreed over one objection"]],
  ["Agreed as proposed", consensus, ["agreed as proposed"]],
  ["blocked or refused", consensus, ["blocked as too strong", "refused as too weak"]],
  ["blocked / refused; procedure", consensus, ["blocked as too strong", "refused as too weak", "procedure fails"]],
  ["not delivers", consensus, ["blocked as too strong", "refused as too weak", "procedure fails"]],
  ["fails", vote, ["rejected", "no quorum"]],
  ["adopted", vote, ["adopted, no major actor against", "adopted against a major actor"]],
  ["adopted, no major actor against", vote, ["adopted, no major actor against"]],
  ["not in force", optIn, ["signed, not in force", "too few sign", "no conference"]],
  ["in force with a major actor", optIn, ["in force with a major actor"]],
  ["any", vote, classesOf(vote).map(({ name }) => name)],
  ["", vote, classesOf(vote).map(({ name }) => name)],
  ["text from 63", consensus, classesOf(consensus).filter(({ delivers }) => delivers).map(({ name }) => name)],
])("%j of %o means %j", (words, rule, names) => expect(meant(words, rule)).toEqual(names));

it.each([["in force", consensus], ["agreed or in force", consensus], ["ag", consensus], ["not known", vote]])("%j is no outcome of %o", (words, rule) => {
  expect(meant(words, rule)).toBeUndefined();
});

it.each([
  ["agreed, text from 63", 0.63, true],
  ["agreed, text from 63", 0.6299, false],
  ["agreed, text at least 63", 0.7, true],
  ["agreed, text below 63", 0.63, false],
  ["agreed; a text under 63", 0.62, true],
  ["agreed, text from 40 below 63", 0.39, false],
  ["agreed, text from 40 and below 63", 0.5, true],
  ["agreed, text from 40 below 63", 0.63, false],
])("%j takes a text at %d: %s", (words, place, expected) => {
  const test = readOutcomeTest(words, consensus);
  expect(test && isMeant(test, 0, place)).toBe(expected);
});

it("asks for a text where its place is asked for", () => {
  const test = readOutcomeTest("any, text below 50", consensus);
  expect(test && isMeant(test, 4, Number.NaN)).toBe(false);
});
