import * as fc from "fast-check";
import { expect, it } from "vitest";
import { networks } from "../../../tests/network-arbitraries.ts";
import type { Network } from "#bayes/network";
import { entryNames, entryText, findEntry } from "#workbench/network/entry";
import { readStatement } from "#workbench/network/read-statement";

it("finds every entry by the text that it is printed as (seed 231)", () => {
  fc.assert(
    fc.property(networks(), (network) => {
      const name = entryNames(network);
      for (const [table, { probabilities }] of network.tables.entries()) for (const entry of probabilities.keys()) expect(findEntry(network, entryText(name(table, entry)))).toEqual({ table, entry });
    }),
    { seed: 231, numRuns: 40, verbose: 1 },
  );
});

const odd: Network = {
  variables: [
    { id: "a", states: ["x", "x = y"] },
    { id: "a = x | b", states: ["1,2", "1"] },
    { id: "Große Frage?", states: ["<5 %", "P(1)"] },
  ],
  tables: [
    { variable: "a", parents: [], probabilities: [0.5, 0.5] },
    { variable: "a = x | b", parents: ["a"], probabilities: [0.1, 0.9, 0.2, 0.8] },
    { variable: "Große Frage?", parents: ["a", "a = x | b"], probabilities: [0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6] },
  ],
};

it("is not misled by signs in names, and takes parents in any order", () => {
  const name = entryNames(odd);
  for (const [table, { probabilities }] of odd.tables.entries()) for (const entry of probabilities.keys()) expect(findEntry(odd, entryText(name(table, entry)))).toEqual({ table, entry });
  expect(findEntry(odd, "Große Frage? = P(1) | a = x | b = 1,2 , a = x = y")).toEqual({ table: 2, entry: 5 });
  expect(findEntry(odd, "Große Frage?=<5 %|a=x,a = x | b=1")).toEqual({ table: 2, entry: 2 });
});

it("says what is wrong with a text that is none", () => {
  expect(findEntry(odd, "b = 1")).toEqual({ problem: "b = 1 names no variable of the network; write it like P(NODE = STATE | PARENT = STATE)." });
  expect(findEntry(odd, "a = z")).toEqual({ problem: "a = z is no entry of a, whose states are x, x = y and has no parents; write it like P(NODE = STATE | PARENT = STATE)." });
  expect(findEntry(odd, "Große Frage? = P(1) | a = x")).toEqual({ problem: "Große Frage? = P(1) | a = x is no entry of Große Frage?, whose states are <5 %, P(1) and its parents are a, a = x | b; write it like P(NODE = STATE | PARENT = STATE)." });
});

it.each([
  ["yes > no", { state: "yes", than: { kind: "state", state: "no" }, direction: "above", strict: true }],
  ["yes>=60%", { state: "yes", than: { kind: "probability", value: 0.6 }, direction: "above", strict: false }],
  ["not yes ≤ 2.5e-1", { state: "not yes", than: { kind: "probability", value: 0.25 }, direction: "below", strict: false }],
  [" no < yes ", { state: "no", than: { kind: "state", state: "yes" }, direction: "below", strict: true }],
])("reads the statement %s", (text, statement) => expect(readStatement(text, "x", ["yes", "no", "not yes"])).toEqual(statement));

it.each(["yes", "yes > yes", "yes > 1.5", "yes > 150%", "maybe > no", "yes = no", "> no", ""])("reads no statement in `%s`", (text) => {
  expect(readStatement(text, "x", ["yes", "no"])).toEqual({ problem: `\`${text}\` is no statement about x; write it like \`yes > no\` or \`yes >= 0.6\`. Its states are yes, no.` });
});
