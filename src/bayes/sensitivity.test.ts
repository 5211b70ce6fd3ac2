import * as fc from "fast-check";
import { expect, it } from "vitest";
import { changed } from "../../tests/changed-network.ts";
import { evidenceAbout, networks, withoutTarget as free } from "../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { valueOfInformation } from "#bayes/information";
import { ask, compileNetwork } from "#bayes/infer";
import type { Evidence, Network } from "#bayes/network";
import { analyse, changeFor, derivativeOf, gradient, posteriorAfter, sensitivityTo, type Analysis } from "#bayes/sensitivity";

function analysed(network: Network, evidence: Evidence, target: string): Analysis | undefined {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return analyse(tree, evidence, target);
}

/** Every entry of the tables with its sensitivity function; none for an impossible state. */
const everyEntry = (network: Network, analysis: Analysis, state: string) =>
  network.tables.flatMap(({ probabilities }, table) =>
    probabilities.flatMap((value, entry) => {
      const own = sensitivityTo(analysis, state, analysis.tree.network.starts[table]! + entry);
      return own ? [{ table, entry, value, own }] : [];
    }),
  );

const cases = networks({ most: 5, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.nat(net.variables.length - 1)));

it("says how the posterior moves with every entry, as computing it anew does, at zero and one as well (seed 71)", () => {
  let checked = { inside: 0, zero: 0, one: 0 };
  fc.assert(
    fc.property(cases, ([net, evidence, at]) => {
      const target = net.variables[at]!;
      const analysis = analysed(net, evidence, target.id);
      if (!analysis) return;
      for (const [state, name] of target.states.entries()) {
        for (const { table, entry, value, own } of everyEntry(net, analysis, name)) {
          const change = value > 0.5 ? -0.2 : 0.3;
          const exact = enumerateJoint(changed(net, table, entry, change), free(evidence, target.id)).posteriors;
          if (!exact) continue;
          checked = { inside: checked.inside + Number(value > 0 && value < 1), zero: checked.zero + Number(value === 0), one: checked.one + Number(value === 1) };
          expect(posteriorAfter(own, change)).toBeCloseTo(exact.get(target.id)![state]!, 9);
        }
      }
    }),
    { seed: 71, numRuns: 60, verbose: 1 },
  );
  for (const count of Object.values(checked)) expect(count).toBeGreaterThan(100);
});

it("gives the slope, and the change that makes a statement true (seed 72)", () => {
  fc.assert(
    fc.property(networks({ most: 5 }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.nat(net.variables.length - 1))), ([net, evidence, at]) => {
      const target = net.variables[at]!;
      const [name = ""] = target.states;
      const analysis = analysed(net, evidence, target.id)!;
      const slopes = gradient(analysis, name);
      for (const [number, { own, value }] of everyEntry(net, analysis, name).entries()) {
        const slope = derivativeOf(own);
        expect(slopes[number]).toBeCloseTo(slope, 12);
        expect(Math.abs((posteriorAfter(own, 1e-6) - posteriorAfter(own, -1e-6)) / 2e-6 - slope)).toBeLessThan(1e-6 * (1 + own.below ** 2));
        const change = value > 0.5 ? -0.01 : 0.01;
        const wanted = posteriorAfter(own, change);
        if (Math.abs(wanted - own.probability) > 1e-9) expect(changeFor(own, wanted)).toBeCloseTo(change, 5);
      }
    }),
    { seed: 72, numRuns: 40, verbose: 1 },
  );
});

it("values learning a variable as asking once for each of its states does (seed 73)", () => {
  fc.assert(
    fc.property(cases, ([net, given, at]) => {
      const target = net.variables[at]!;
      const evidence = free(given, target.id);
      const tree = compileNetwork(net);
      if (tree.kind !== "compiled") throw new Error("too large");
      const now = ask(tree, evidence);
      if (now.kind !== "possible") return;
      const prior = now.posteriors.get(target.id)!;
      const values = valueOfInformation(analyse(tree, evidence, target.id)!);
      expect(values.map(({ variable }) => net.variables[variable]!.id).toSorted()).toEqual(net.variables.map(({ id }) => id).filter((id) => id !== target.id && !(id in evidence.observed)).toSorted());
      for (const { variable, bits, quadratic } of values) {
        const { id, states } = net.variables[variable]!;
        let [fall, rise] = [entropy(prior), -score(prior)];
        for (const [state, p] of now.posteriors.get(id)!.entries()) {
          const after = p === 0 ? undefined : ask(tree, { ...evidence, observed: { ...evidence.observed, [id]: states[state]! } });
          if (after?.kind !== "possible") continue;
          fall -= p * entropy(after.posteriors.get(target.id)!);
          rise += p * score(after.posteriors.get(target.id)!);
        }
        expect(bits).toBeCloseTo(fall, 9);
        expect(quadratic).toBeCloseTo(rise, 9);
      }
    }),
    { seed: 73, numRuns: 60, verbose: 1 },
  );
});

const entropy = (values: readonly number[]): number => values.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
const score = (values: readonly number[]): number => values.reduce((sum, p) => sum + p * p, 0);

it("is exact beside 1, where a difference of sums is nothing but rounding", () => {
  // P(s) = 1 - t: what the first state of s loses goes to the others as 1 to 3; only the third of them shows as x = yes.
  const t = 1e-13;
  const net: Network = {
    variables: [
      { id: "s", states: ["a", "b", "c"] },
      { id: "x", states: ["yes", "no"] },
    ],
    tables: [
      { variable: "s", parents: [], probabilities: [1 - t, t / 4, (3 * t) / 4] },
      { variable: "x", parents: ["s"], probabilities: [0, 1, 0.5, 0.5, 0.25, 0.75] },
    ],
  };
  const own = sensitivityTo(analysed(net, { observed: {}, likelihoods: {} }, "x")!, "yes", 0)!;
  // P(x = yes) = (1 - P(a)) (0.5 / 4 + 0.25 * 3 / 4).
  expect(derivativeOf(own)).toBeCloseTo(-0.3125, 9);
  expect(posteriorAfter(own, -0.4)).toBeCloseTo(0.4 * 0.3125, 9);
});

it("says how likely another state is to lead once a variable is known", () => {
  const net: Network = {
    variables: [
      { id: "s", states: ["a", "b"] },
      { id: "x", states: ["yes", "no"] },
    ],
    tables: [
      { variable: "s", parents: [], probabilities: [0.6, 0.4] },
      { variable: "x", parents: ["s"], probabilities: [0.25, 0.75, 0.75, 0.25] },
    ],
  };
  const [value] = valueOfInformation(analysed(net, { observed: {}, likelihoods: {} }, "s")!);
  // P(x = yes) = 0.15 + 0.30, and then b leads with 2/3.
  expect(value!.changesLeader).toBeCloseTo(0.45, 12);
});
