import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { ask, compileNetwork } from "#bayes/infer";
import type { Network } from "#bayes/network";

it("answers to the last bit alike with an order taken over from a tree of the same structure (seed 27)", () => {
  fc.assert(
    fc.property(networks().chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net))), ([net, evidence]) => {
      const found = compileNetwork(net, { effort: 5 });
      if (found.kind !== "compiled") throw new Error("too large");
      const again = compileNetwork(net, { order: found.elimination.order });
      if (again.kind !== "compiled") throw new Error("too large");
      expect(again.elimination.entries).toBe(found.elimination.entries);
      expect(ask(again, evidence)).toEqual(ask(found, evidence));
    }),
    { seed: 27, numRuns: 60, verbose: 1 },
  );
});

it("finds smaller tables with more effort", () => {
  // Large and small variables by turns, among which the first heuristic is not the best.
  const sizes = [2, 7, 3, 5, 2, 7, 3, 5, 2, 7, 3, 5];
  const ids = sizes.map((_, at) => `v${at}`);
  const table = (at: number, parents: readonly number[]) => {
    const rows = parents.reduce((product, parent) => product * sizes[parent]!, 1);
    return { variable: ids[at]!, parents: parents.map((parent) => ids[parent]!), probabilities: Array.from({ length: rows }, () => Array.from({ length: sizes[at]! }, () => 1 / sizes[at]!)).flat() };
  };
  const net: Network = {
    variables: ids.map((id, at) => ({ id, states: Array.from({ length: sizes[at]! }, (_, state) => `s${state}`) })),
    tables: ids.map((_, at) => table(at, [at - 2, at - 5].filter((parent) => parent >= 0))),
  };
  const entries = [0, 1000].map((effort) => {
    const tree = compileNetwork(net, { effort });
    if (tree.kind !== "compiled") throw new Error("too large");
    return tree.elimination.entries;
  });
  expect(entries).toEqual([2247, 2037]);
});
