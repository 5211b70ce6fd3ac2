import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { ask, compileNetwork, infer } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { useKernel } from "#bayes/kernel/choose";
import { mostProbable } from "#bayes/most-probable";
import type { Evidence, Network } from "#bayes/network";
import { analyse } from "#bayes/sensitivity";

function compiled(network: Network, kernel: "TypeScript" | "WebAssembly" = "TypeScript"): JunctionTree {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled" || !useKernel(tree, kernel)) throw new Error("no such tree");
  return tree;
}

const logSum = (logs: readonly number[]): number => {
  const most = Math.max(...logs);
  return most === -Infinity ? most : most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
};

/** ln of each world with what is known, by adding up logarithms. */
function worlds({ variables, tables }: Network, { observed, likelihoods }: Evidence): readonly { readonly states: readonly number[]; readonly log: number }[] {
  const sizes = variables.map(({ states }) => states.length);
  const indexes = new Map(variables.map(({ id }, at) => [id, at]));
  return Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, (_, number) => {
    let rest = number;
    const states = sizes.map((size) => {
      const state = rest % size;
      rest = Math.floor(rest / size);
      return state;
    });
    let log = 0;
    for (const { variable, parents, probabilities } of tables) log += Math.log(probabilities[[...parents, variable].reduce((at, id) => at * sizes[indexes.get(id)!]! + states[indexes.get(id)!]!, 0)]!);
    for (const [at, { id, states: names }] of variables.entries()) {
      if (observed[id] !== undefined && observed[id] !== names[states[at]!]) log = -Infinity;
      log += Math.log(likelihoods[id]?.[states[at]!] ?? 1);
    }
    return { states, log };
  });
}

/** The same network with most entries of each row far below 1. */
const steep = ({ variables, tables }: Network, powers: readonly number[]): Network => ({
  variables,
  tables: tables.map(({ variable, parents, probabilities }, table) => {
    const width = variables.find(({ id }) => id === variable)!.states.length;
    const rows = Array.from({ length: probabilities.length / width }, (_, row) => {
      const kept = powers[(table * 7 + row) % powers.length]! % 4 > 0 ? 0 : width - 1;
      const small = probabilities.slice(row * width, (row + 1) * width).map((value, state) => (state === kept ? 0 : value * 10 ** -powers[(table * 5 + row * 3 + state) % powers.length]!));
      return small.map((value, state) => (state === kept ? 1 - small.reduce((a, b) => a + b, 0) : value));
    });
    return { variable, parents, probabilities: rows.flat() };
  }),
});

it("agrees with sums of logarithms where probabilities lie far below what numbers multiply (seed 401)", () => {
  let [tiny, zero, wide] = [0, 0, 0];
  fc.assert(
    fc.property(networks({ most: 6, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 11, maxLength: 11 }))), ([plain, { observed, likelihoods }, powers]) => {
      const net = steep(plain, powers);
      const evidence: Evidence = { observed: { ...observed, ...Object.fromEntries(net.variables.filter((_, at) => powers[at]! % 2 === 0).map(({ id, states }) => [id, states.at(-1)!])) }, likelihoods };
      const all = worlds(net, evidence);
      const total = logSum(all.map(({ log }) => log));
      const tree = compiled(net);
      const answer = ask(tree, evidence);
      expect(ask(compiled(net, "WebAssembly"), evidence)).toEqual(answer);
      expect(answer.kind).toBe(total > -Infinity ? "possible" : "impossible");
      zero += Number(total === -Infinity);
      if (answer.kind !== "possible") return;
      tiny += Number(total < -745);
      wide += Number(tree.memory.inLogarithms !== undefined);
      expect(Math.abs(answer.logEvidence - total)).toBeLessThan(1e-10 * Math.max(1, Math.abs(total)));
      for (const [at, { id, states }] of net.variables.entries()) {
        for (const state of states.keys()) expect(answer.posteriors.get(id)![state]).toBeCloseTo(Math.exp(logSum(all.filter((world) => world.states[at] === state).map(({ log }) => log)) - total), 9);
      }
      expect(mostProbable(tree, evidence)!.logProbability).toBeCloseTo(Math.max(...all.map(({ log }) => log)), 8);
    }),
    { seed: 401, numRuns: 300, verbose: 1 },
  );
  expect(tiny).toBeGreaterThan(10);
  expect(zero).toBeGreaterThan(10);
  expect(wide).toBeGreaterThan(30);
});

const pair = (first: number, second: number): Network => ({
  variables: ["a", "b"].map((id) => ({ id, states: ["x", "y"] })),
  tables: [
    { variable: "a", parents: [], probabilities: [first, 1 - first] },
    { variable: "b", parents: ["a"], probabilities: [second, 1 - second, 0.5, 0.5] },
  ],
});
const both: Evidence = { observed: { a: "x", b: "x" }, likelihoods: {} };

it.each([1e-100, 1e-160, 1e-200, 1e-300])("answers where two findings of %s each are true", (small) => {
  const answer = ask(compiled(pair(small, small)), both);
  if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
  expect(answer.posteriors.get("b")).toEqual([1, 0]);
  expect(answer.logEvidence).toBeCloseTo(2 * Math.log(small), 8);
});

it.each(["TypeScript", "WebAssembly"] as const)("does not let the order of a thousand reports decide, in %s", (kernel) => {
  const reports = Array.from({ length: 1000 }, (_, at) => `r${at}`);
  const net: Network = {
    variables: ["cause", ...reports].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [{ variable: "cause", parents: [], probabilities: [0.5, 0.5] }, ...reports.map((variable, at) => ({ variable, parents: ["cause"], probabilities: at < 500 ? [0.01, 0.99, 0.001, 0.999] : [0.001, 0.999, 0.01, 0.99] }))],
  };
  const evidence: Evidence = { observed: Object.fromEntries(reports.map((id) => [id, "yes"])), likelihoods: {} };
  const tree = compiled(net, kernel);
  for (const answer of [ask(tree, evidence), infer(net, evidence)]) {
    if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
    expect(answer.posteriors.get("cause")![0]).toBeCloseTo(0.5, 9);
    expect(answer.logEvidence).toBeCloseTo(500 * Math.log(1e-5), 6);
  }
  expect(mostProbable(tree, evidence)!.tied).toBe(true);
  // The next question finds nothing left of it.
  expect(ask(tree, { observed: { r0: "yes" }, likelihoods: {} })).toEqual(ask(compiled(net, kernel), { observed: { r0: "yes" }, likelihoods: {} }));
});

it("refuses sensitivities that numbers cannot hold", () => {
  const tree = compiled({ variables: [...pair(1e-200, 1e-200).variables, { id: "c", states: ["x", "y"] }], tables: [...pair(1e-200, 1e-200).tables, { variable: "c", parents: ["b"], probabilities: [0.5, 0.5, 0.2, 0.8] }] });
  expect(() => analyse(tree, both, "c")).toThrow("beyond the range of numbers");
});
