import { expect, it } from "vitest";
import { boxProblems, keepCertain, widened } from "#bayes/bounds/boxes";
import { prepare } from "#bayes/bounds/prepare";
import { noEvidence, type Network } from "#bayes/network";

const binary = (id: string) => ({ id, states: ["yes", "no"] });

it("leaves rows alone that are certain, where that is asked for", () => {
  const net: Network = {
    variables: [binary("s"), binary("a")],
    tables: [
      { variable: "s", parents: [], probabilities: [0.5, 0.5] },
      { variable: "a", parents: ["s"], probabilities: [0.8, 0.2, 0, 1] },
    ],
  };
  expect(keepCertain(net, widened(net, 0.25))).toEqual(new Map([["s", { low: [0.25, 0.25], high: [0.75, 0.75] }], ["a", { low: [0.55, 0, 0, 1], high: [1, 0.45, 0, 1] }]]));
});

it.each([
  ["an unknown variable", new Map([["z", { low: [0], high: [1] }]]), "The intervals name z, which the network does not have."],
  ["too few", new Map([["s", { low: [0], high: [1] }]]), "The intervals of s are 1, its entries 2."],
  ["no probability", new Map([["s", { low: [0, 0], high: [1, 1.5] }]]), "Entry 2 of the table of s may be from 0 to 1.5, which are no probabilities."],
  ["ends upside down", new Map([["s", { low: [0.6, 0], high: [0.4, 1] }]]), "Entry 1 of the table of s may be from 0.6 to 0.4, which is upside down."],
  ["a point outside", new Map([["s", { low: [0.6, 0], high: [0.9, 1] }]]), "Entry 1 of the table of s is 0.5, outside its interval from 0.6 to 0.9."],
])("refuses boxes with %s", (_, boxes, sentence) => {
  const net: Network = { variables: [binary("s")], tables: [{ variable: "s", parents: [], probabilities: [0.5, 0.5] }] };
  expect(boxProblems(net, boxes)).toContain(sentence);
  expect(() => prepare({ network: net, boxes, evidence: noEvidence, target: "s" })).toThrow();
});
