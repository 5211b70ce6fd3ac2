import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { compileTree } from "#bayes/compile";
import { indexNetwork } from "#bayes/indexed";
import { ask, compileNetwork } from "#bayes/infer";
import { useKernel } from "#bayes/kernel/choose";
import type { Network } from "#bayes/network";
import { analyse, sensitivityTo } from "#bayes/sensitivity";

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

/** A grid of variables of two states, row by row, each below its neighbours above and to the left. */
function grid(side: number): Network {
  const places = Array.from({ length: side * side }, (_, place) => place);
  const parentsOf = (place: number) => [...(place >= side ? [`v${place - side}`] : []), ...(place % side > 0 ? [`v${place - 1}`] : [])];
  return {
    variables: places.map((place) => ({ id: `v${place}`, states: ["yes", "no"] })),
    tables: places.map((place) => ({ variable: `v${place}`, parents: parentsOf(place), probabilities: Array.from({ length: 2 ** (parentsOf(place).length + 1) }, () => 0.5) })),
  };
}

it.each([
  ["the order of the file", { side: 14, effort: 0, mostEntries: 6e6, heuristic: /^an order found before$/u }],
  ["a longer search", { side: 10, effort: 1, mostEntries: 75e3, heuristic: /min/u }],
])("tries %s before it says that the tables are too large", (_, { side, effort, mostEntries, heuristic }) => {
  const net = grid(side);
  expect(compileTree(indexNetwork(net), { effort, mostEntries, persistent: false }).kind).toBe("too large");
  const tree = compileNetwork(net, { effort, mostEntries });
  expect(tree.kind === "compiled" && tree.elimination).toMatchObject({ heuristic: expect.stringMatching(heuristic) });
  expect(compileNetwork(net, { effort, mostEntries: mostEntries / 1000 }).kind).toBe("too large");
});

it("refuses a root, an entry and a kernel that there are not", () => {
  const net = grid(2);
  expect(() => compileNetwork(net, { root: "typo" })).toThrow("The network has no variable called typo");
  const tree = compileNetwork(net);
  if (tree.kind !== "compiled") throw new Error("too large");
  const analysis = analyse(tree, { observed: {}, likelihoods: {} }, "v0")!;
  expect(() => sensitivityTo(analysis, "yes", 9999)).toThrow("The tables have no entry 9999; they have 18, from 0.");
  expect(() => useKernel(tree, JSON.parse('"Rust"'))).toThrow("The kernels are called TypeScript and WebAssembly.");
});
