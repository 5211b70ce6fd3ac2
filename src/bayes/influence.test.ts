import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { compileNetwork } from "#bayes/infer";
import { influencesOn, type Influences } from "#bayes/influence";
import type { Evidence, Network } from "#bayes/network";

function influences(network: Network, evidence: Evidence, target: string): Influences | undefined {
  const tree = compileNetwork(network, { root: target });
  if (tree.kind !== "compiled") throw new Error("too large");
  return influencesOn(tree, evidence, target);
}

const pick = ({ observed, likelihoods }: Evidence, keep: (id: string) => boolean): Evidence => ({
  observed: Object.fromEntries(Object.entries(observed).filter(([id]) => keep(id))),
  likelihoods: Object.fromEntries(Object.entries(likelihoods).filter(([id]) => keep(id))),
});

it("leaves out each finding as the joint distribution without it does (seed 91)", () => {
  let compared = 0;
  fc.assert(
    fc.property(networks({ most: 6, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net))), ([net, evidence]) => {
      const { id: target } = net.variables[0]!;
      const found = influences(net, evidence, target);
      const whole = enumerateJoint(net, evidence);
      if (!whole.posteriors) {
        expect(found).toBeUndefined();
        return;
      }
      for (const { variable, without, decibels } of found!.influences) {
        compared++;
        const exact = enumerateJoint(net, pick(evidence, (id) => id !== variable)).posteriors!.get(target)!;
        for (const [state, value] of exact.entries()) expect(without[state]).toBeCloseTo(value, 9);
        const [first, second] = [0, 1].map((state) => Math.log10(whole.posteriors!.get(target)![state]! / exact[state]!) * 10);
        if (Number.isFinite(first) && Number.isFinite(second)) expect(decibels[0]! - decibels[1]!).toBeCloseTo(first! - second!, 6);
      }
      const findings = Array.from(new Set([...Object.keys(evidence.observed), ...Object.keys(evidence.likelihoods)])).filter((id) => id !== target);
      const alone = findings.reduce((sum, one) => sum + Math.log(enumerateJoint(net, pick(evidence, (id) => id === one)).probability), 0);
      expect(found!.conflict).toBeCloseTo(alone - Math.log(enumerateJoint(net, pick(evidence, (id) => id !== target)).probability), 8);
    }),
    { seed: 91, numRuns: 150, verbose: 1 },
  );
  expect(compared).toBeGreaterThan(80);
});

it("says that findings conflict, and which excludes a state", () => {
  const net: Network = {
    variables: ["cause", "one", "other"].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [
      { variable: "cause", parents: [], probabilities: [0.5, 0.5] },
      { variable: "one", parents: ["cause"], probabilities: [0.9, 0.1, 0.1, 0.9] },
      { variable: "other", parents: ["cause"], probabilities: [0.8, 0.2, 0, 1] },
    ],
  };
  const agreeing = influences(net, { observed: { one: "yes", other: "yes" }, likelihoods: {} }, "cause")!;
  const clashing = influences(net, { observed: { one: "no", other: "yes" }, likelihoods: {} }, "cause")!;
  expect(agreeing.conflict).toBeLessThan(0);
  expect(clashing.conflict).toBeGreaterThan(0);
  expect(clashing.influences[1]).toEqual({ variable: "other", without: [expect.closeTo(0.1, 12), expect.closeTo(0.9, 12)], decibels: [0, -Infinity] });
});
