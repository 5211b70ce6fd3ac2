import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { compileTree } from "#bayes/compile";
import { indexNetwork } from "#bayes/indexed";
import { ask, compileNetwork } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { useKernel } from "#bayes/kernel/choose";
import type { KernelName } from "#bayes/kernel/kernel";
import { mostProbable } from "#bayes/most-probable";
import { noEvidence, type Network } from "#bayes/network";
import { analyse } from "#bayes/sensitivity";
import { setTable } from "#bayes/set-table";

function compiled(network: Network): JunctionTree {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return tree;
}

/** A network, and the same with other numbers in some of its tables. */
const changes = networks({ zeros: true }).chain((net) =>
  fc.tuple(fc.constant(net), fc.subarray(net.tables.map(({ variable }) => variable), { minLength: 1 }), fc.double({ min: 0.1, max: 5, noNaN: true })).map(([before, ids, power]) => {
    const tables = before.tables.map((table) => {
      const width = before.variables.find(({ id }) => id === table.variable)!.states.length;
      return ids.includes(table.variable) ? { ...table, probabilities: raised(table.probabilities, width, power) } : table;
    });
    return { before, after: { ...before, tables }, ids };
  }),
);

/** Each row to a power and turned by a place, and divided by its sum. */
function raised(probabilities: readonly number[], width: number, power: number): readonly number[] {
  return Array.from({ length: probabilities.length / width }, (_, row) => {
    const weights = probabilities.slice(row * width, (row + 1) * width).map((p) => p ** power);
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((_, state) => weights[(state + 1) % width]! / sum);
  }).flat();
}

it.each<KernelName>(["TypeScript", "WebAssembly"])("answers in %s to the last bit as a tree compiled with the new tables, whatever was asked before (seed 71)", (kernel) => {
  let moved = 0;
  fc.assert(
    fc.property(changes.chain((change) => fc.tuple(fc.constant(change), evidenceAbout(change.before))), ([{ before, after, ids }, evidence]) => {
      const used = compiled(before);
      expect(useKernel(used, kernel)).toBe(true);
      const was = ask(used, evidence);
      for (const id of ids) setTable(used, id, after.tables.find(({ variable }) => variable === id)!.probabilities);
      const anew = compiled(after);
      expect(used.network.tables).toEqual(anew.network.tables);
      for (const known of [evidence, noEvidence]) {
        const now = ask(used, known);
        expect(now).toEqual(ask(anew, known));
        expect(mostProbable(used, known)).toEqual(mostProbable(anew, known));
        const target = before.variables[0]!.id;
        const [one, other] = [analyse(used, known, target), analyse(anew, known, target)];
        expect(one?.slopes).toEqual(other?.slopes);
        expect(one?.hypotheticals).toEqual(other?.hypotheticals);
      }
      if (JSON.stringify(was) !== JSON.stringify(ask(used, evidence))) moved++;
    }),
    { seed: 71, numRuns: 100, verbose: 1 },
  );
  expect(moved).toBeGreaterThan(30);
});

it("makes only the tables anew that lie between the change and the root", () => {
  const links = Array.from({ length: 20 }, (_, at) => ({ variable: `v${at}`, parents: at === 0 ? [] : [`v${at - 1}`], probabilities: at === 0 ? [0.5, 0.5] : [0.9, 0.1, 0.2, 0.8] }));
  const chain: Network = { variables: links.map(({ variable }) => ({ id: variable, states: ["yes", "no"] })), tables: links };
  const tree = compileNetwork(chain, { root: "v0" });
  if (tree.kind !== "compiled") throw new Error("too large");
  ask(tree, noEvidence);
  setTable(tree, "v1", [0.7, 0.3, 0.4, 0.6]);
  expect(tree.memory.store.stale.reduce((sum, one) => sum + one, 0)).toBeLessThan(4);
});

const pair: Network = {
  variables: ["a", "b"].map((id) => ({ id, states: ["yes", "no"] })),
  tables: [
    { variable: "a", parents: [], probabilities: [0.5, 0.5] },
    { variable: "b", parents: ["a"], probabilities: [0.9, 0.1, 0.2, 0.8] },
  ],
};

it("refuses what is no table of the variable, and changes nothing then", () => {
  const tree = compiled(pair);
  const before = ask(tree, noEvidence);
  expect(() => setTable(tree, "c", [1])).toThrow("The network has no variable called c.");
  expect(() => setTable(tree, "b", [0.5, 0.5])).toThrow("The table of b has 2 numbers, not 4.");
  expect(() => setTable(tree, "b", [0.5, 0.5, 0.5, 0.6])).toThrow("Row 2 of the table of b sums to 1.1, not to 1.");
  expect(() => setTable(tree, "b", [1.5, -0.5, 0.5, 0.5])).toThrow("The table of b holds a number that is no probability.");
  const sliced = compileTree(indexNetwork(pair), { given: new Map([[0, 1]]) });
  expect(() => sliced.kind === "compiled" && setTable(sliced, "b", [0.5, 0.5, 0.5, 0.5])).toThrow("compiled for known states");
  expect(ask(tree, noEvidence)).toEqual(before);
});

it("changes what is known of the network where the tree leaves the table out", () => {
  const tree = compileTree(indexNetwork(pair), { relevant: new Set([0]) });
  if (tree.kind !== "compiled") throw new Error("too large");
  setTable(tree, "b", [0.3, 0.7, 0.2, 0.8]);
  expect(Array.from(tree.network.tables[1]!.values)).toEqual([0.3, 0.7, 0.2, 0.8]);
  expect(ask(tree, noEvidence, ["a"])).toMatchObject({ kind: "possible", logEvidence: 0 });
});
