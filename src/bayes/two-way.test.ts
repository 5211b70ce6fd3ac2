import * as fc from "fast-check";
import { expect, it } from "vitest";
import { changed } from "../../tests/changed-network.ts";
import { evidenceAbout, networks, withoutTarget } from "../../tests/network-arbitraries.ts";
import { entryAt } from "#bayes/entries";
import { enumerateJoint } from "#bayes/enumerate";
import { compileNetwork } from "#bayes/infer";
import { noEvidence, type Evidence, type Network } from "#bayes/network";
import { analyse } from "#bayes/sensitivity";
import { bilinearAt, inValues, pairWith, posteriorAtBoth, rootAlongSecond, shareRow, twoWayTo } from "#bayes/two-way";

function analysed(network: Network, evidence: Evidence, target: string) {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return analyse(tree, evidence, target);
}

const cases = (zeros: boolean) => networks({ most: 5, zeros }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.nat(net.variables.length - 1), fc.nat(1e6), fc.nat(1e6)));

it("says how the posterior moves with two entries at once, as computing it anew does, at zero and one as well (seed 171)", () => {
  let [checked, bent, extreme] = [0, 0, 0];
  fc.assert(
    fc.property(cases(true), ([net, evidence, at, one, two]) => {
      const target = net.variables[at]!;
      const base = analysed(net, evidence, target.id);
      if (!base) return;
      const { network } = base.tree;
      const [x, y] = [one % network.entries, two % network.entries];
      const [first, second] = [entryAt(network, x)!, entryAt(network, y)!];
      const pairing = pairWith(base, evidence, x)!;
      for (const [state, name] of target.states.entries()) {
        const own = twoWayTo(pairing, name, y);
        if (shareRow(pairing, second)) {
          expect(own).toBeUndefined();
          continue;
        }
        for (const [dx, dy] of [first.value, second.value].map((value) => (value > 0.5 ? -0.3 : 0.2)).flatMap((d, place, all) => (place === 0 ? [[d, all[1]!], [d / 3, 0], [0, all[1]! / 2]] : []))) {
          const moved = changed(changed(net, first.table, first.at, dx!), second.table, second.at, dy!);
          const exact = enumerateJoint(moved, withoutTarget(evidence, target.id)).posteriors;
          if (!exact || !own) continue;
          checked++;
          bent += Number(Math.abs(own.below.both) + Math.abs(own.above.both) > 1e-6);
          extreme += Number([0, 1].includes(first.value) || [0, 1].includes(second.value));
          expect(posteriorAtBoth(own, dx!, dy!)).toBeCloseTo(exact.get(target.id)![state]!, 9);
        }
      }
    }),
    { seed: 171, numRuns: 400, verbose: 1 },
  );
  for (const count of [checked, bent, extreme]) expect(count).toBeGreaterThan(200);
});

it("has the second derivative that central differences of enumeration give (seed 172)", () => {
  let found = 0;
  fc.assert(
    fc.property(cases(false), ([net, evidence, at, one, two]) => {
      const target = net.variables[at]!;
      const base = analysed(net, evidence, target.id)!;
      const { network } = base.tree;
      const [x, y] = [entryAt(network, one % network.entries)!, entryAt(network, two % network.entries)!];
      const own = twoWayTo(pairWith(base, evidence, one % network.entries)!, target.states[0]!, two % network.entries);
      if (!own || [x, y].some(({ value }) => value < 0.05 || value > 0.95)) return;
      const step = 1e-3;
      const free = withoutTarget(evidence, target.id);
      const probability = (dx: number, dy: number): number => enumerateJoint(changed(changed(net, x.table, x.at, dx), y.table, y.at, dy), free).probability;
      // P(what is known) is bilinear, so the difference is the coefficient itself, but for rounding.
      const mixed = (probability(step, step) - probability(step, -step) - probability(-step, step) + probability(-step, -step)) / (4 * step * step);
      const now = probability(0, 0);
      found++;
      expect(Math.abs(own.below.both - mixed / now)).toBeLessThan(1e-6 * Math.max(1, Math.abs(own.below.both)));
    }),
    { seed: 172, numRuns: 300, verbose: 1 },
  );
  expect(found).toBeGreaterThan(50);
});

it("turns changes into values, and finds where a function of two entries is 0 (seed 173)", () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(number, number, number), fc.tuple(number, number), fc.tuple(number, number), ([first, second, both], [x, y], [u, v]) => {
      const [c0, cx, cy, cxy] = inValues({ first, second, both }, x, y);
      expect(c0 + cx * u + cy * v + cxy * u * v).toBeCloseTo(bilinearAt({ first, second, both }, u - x, v - y), 8);
      const root = rootAlongSecond([c0, cx, cy, cxy], u);
      if (root !== undefined && Math.abs(root) < 1e6) expect(bilinearAt({ first, second, both }, u - x, root - y)).toBeCloseTo(0, 5);
    }),
    { seed: 173, numRuns: 200, verbose: 1 },
  );
});

it("cannot move an entry of a variable with a single state", () => {
  const net: Network = { variables: [{ id: "a", states: ["only"] }, { id: "b", states: ["yes", "no"] }], tables: [{ variable: "a", parents: [], probabilities: [1] }, { variable: "b", parents: ["a"], probabilities: [0.5, 0.5] }] };
  expect(pairWith(analysed(net, noEvidence, "b")!, noEvidence, 0)).toBeUndefined();
});
