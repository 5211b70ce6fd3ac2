import * as fc from "fast-check";
import { expect, it } from "vitest";
import { networks } from "../../tests/network-arbitraries.ts";
import { entryAt, entryNumber } from "#bayes/entries";
import { indexNetwork } from "#bayes/indexed";
import type { Network } from "#bayes/network";

it("numbers every entry by its names as the tables list them (seed 241)", () => {
  fc.assert(
    fc.property(networks(), (net) => {
      const indexed = indexNetwork(net);
      const statesOf = (id: string): readonly string[] => net.variables.find((variable) => variable.id === id)!.states;
      let next = 0;
      for (const { variable, parents, probabilities } of net.tables) {
        let rows: readonly Readonly<Record<string, string>>[] = [{}];
        for (const parent of parents) rows = rows.flatMap((row) => statesOf(parent).map((state) => ({ ...row, [parent]: state })));
        for (const given of rows) for (const state of statesOf(variable)) expect(entryNumber(indexed, { variable, state, given })).toBe(next++);
        expect(entryAt(indexed, next - 1)!.value).toBe(probabilities.at(-1));
      }
    }),
    { seed: 241, numRuns: 50, verbose: 1 },
  );
});

const net: Network = {
  variables: ["a", "b"].map((id) => ({ id, states: ["yes", "no"] })),
  tables: [
    { variable: "a", parents: [], probabilities: [0.6, 0.4] },
    { variable: "b", parents: ["a"], probabilities: [0.2, 0.8, 0.9, 0.1] },
  ],
};

it.each([
  [{ variable: "c", state: "yes" }, "The network has no variable called c."],
  [{ variable: "a", state: "maybe" }, "a has no state maybe; its states are yes, no."],
  [{ variable: "b", state: "yes" }, "An entry of b needs a state of its parent a."],
  [{ variable: "a", state: "yes", given: { b: "yes" } }, "b is no parent of a."],
])("refuses %j", (name, problem) => expect(() => entryNumber(indexNetwork(net), name)).toThrow(problem));
