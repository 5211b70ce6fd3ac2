import { expect, it } from "vitest";
import { posteriors } from "#bayes/eliminate";
import { evidenceProblems, networkProblems, noEvidence, type Network } from "#bayes/network";

const sound: Network = {
  variables: [
    { id: "rain", states: ["yes", "no"] },
    { id: "wet", states: ["yes", "no"] },
  ],
  tables: [
    { variable: "rain", parents: [], probabilities: [0.2, 0.8] },
    { variable: "wet", parents: ["rain"], probabilities: [0.9, 0.1, 0.3, 0.7] },
  ],
};
const withTables = (...tables: Network["tables"]): Network => ({ ...sound, tables });

it("finds nothing wrong with a sound network", () => {
  expect(networkProblems(sound)).toEqual([]);
});

it.each<[string, Network, string]>([
  ["a row that does not sum to 1", withTables(sound.tables[0]!, { variable: "wet", parents: ["rain"], probabilities: [0.9, 0.1, 0.3, 0.6] }), "Row 2 of the table of wet sums to 0.8999999999999999, not to 1."],
  ["a table of the wrong size", withTables(sound.tables[0]!, { variable: "wet", parents: ["rain"], probabilities: [0.9, 0.1] }), "The table of wet has 2 numbers, not 4."],
  ["a negative number", withTables({ variable: "rain", parents: [], probabilities: [1.2, -0.2] }, sound.tables[1]!), "The table of rain holds a number that is no probability."],
  ["a missing table", withTables(sound.tables[0]!), "wet has no table."],
  ["two tables", withTables(sound.tables[0]!, sound.tables[0]!, sound.tables[1]!), "rain has two tables."],
  ["an unknown parent", withTables(sound.tables[0]!, { variable: "wet", parents: ["snow"], probabilities: [1, 0] }), "A table names snow, which is no variable."],
  ["a parent named twice", withTables(sound.tables[0]!, { variable: "wet", parents: ["rain", "rain"], probabilities: [1, 0] }), "wet names a parent twice."],
  ["a circle", withTables({ variable: "rain", parents: ["wet"], probabilities: [0.5, 0.5, 0.5, 0.5] }, sound.tables[1]!), "rain, wet are among their own ancestors."],
  ["two variables of one name", { ...sound, variables: [...sound.variables, sound.variables[0]!] }, "There are two variables called rain."],
  ["two states of one name", { ...sound, variables: [{ id: "rain", states: ["yes", "yes"] }, sound.variables[1]!] }, "Two states of rain have the same name."],
  ["a variable without states", { ...sound, variables: [{ id: "rain", states: [] }, sound.variables[1]!] }, "rain has no states."],
])("names %s", (_, network, problem) => {
  expect(networkProblems(network)).toEqual([problem]);
  expect(() => posteriors(network, noEvidence)).toThrow(problem);
});

it("names evidence that the network cannot hold", () => {
  expect(evidenceProblems(sound, { observed: { rain: "maybe", snow: "yes" }, likelihoods: { wet: [1], rain: [-1, 1], hail: [1] } })).toEqual([
    "rain has no state maybe; its states are yes, no.",
    "The evidence names snow, which the network does not have.",
    "The likelihoods of wet are 1, its states 2.",
    "A likelihood of rain is negative or no number.",
    "The evidence names hail, which the network does not have.",
  ]);
});
