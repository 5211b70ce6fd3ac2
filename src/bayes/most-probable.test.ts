import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { ask, compileNetwork } from "#bayes/infer";
import { mostProbable } from "#bayes/most-probable";
import type { Evidence, Network } from "#bayes/network";

function compiled(network: Network) {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return tree;
}

/** P(all variables in these states, and the evidence), by the definition. */
const probabilityOf = (net: Network, { likelihoods }: Evidence, states: Readonly<Record<string, string>>): number => enumerateJoint(net, { observed: states, likelihoods }).probability;

/** The largest of them, by visiting all worlds. */
function largest(net: Network, evidence: Evidence): number {
  const assign = (at: number, states: Readonly<Record<string, string>>): number => {
    const variable = net.variables[at];
    if (!variable) return probabilityOf(net, evidence, states);
    const observed = evidence.observed[variable.id];
    return Math.max(...(observed === undefined ? variable.states : [observed]).map((state) => assign(at + 1, { ...states, [variable.id]: state })));
  };
  return assign(0, {});
}

it("finds an explanation that none surpasses, and leaves the tree fit for other questions (seed 61)", () => {
  fc.assert(
    fc.property(networks({ most: 4, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net))), ([net, evidence]) => {
      const tree = compiled(net);
      const before = ask(tree, evidence);
      const found = mostProbable(tree, evidence);
      const best = largest(net, evidence);
      if (best === 0) {
        expect(found).toBeUndefined();
        return;
      }
      expect(found!.logProbability).toBeCloseTo(Math.log(best), 9);
      expect(Math.log(probabilityOf(net, evidence, found!.states))).toBeCloseTo(Math.log(best), 9);
      expect(ask(tree, evidence)).toEqual(before);
    }),
    { seed: 61, numRuns: 60, verbose: 1 },
  );
});

it("says that explanations tie", () => {
  const coin = (heads: number): Network => ({ variables: [{ id: "coin", states: ["heads", "tails"] }], tables: [{ variable: "coin", parents: [], probabilities: [heads, 1 - heads] }] });
  expect(mostProbable(compiled(coin(0.5)), { observed: {}, likelihoods: {} })).toEqual({ states: { coin: "heads" }, logProbability: Math.log(0.5), tied: true });
  expect(mostProbable(compiled(coin(0.4)), { observed: {}, likelihoods: {} })).toEqual({ states: { coin: "tails" }, logProbability: Math.log(0.6), tied: false });
});
