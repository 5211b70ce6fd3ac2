import * as fc from "fast-check";
import { expect, it } from "vitest";
import { changed } from "../../tests/changed-network.ts";
import { evidenceAbout, networks, withoutTarget } from "../../tests/network-arbitraries.ts";
import { entryAt } from "#bayes/entries";
import { enumerateJoint } from "#bayes/enumerate";
import { compileNetwork } from "#bayes/infer";
import { noEvidence, type Evidence, type Network } from "#bayes/network";
import { analyse, changeFor, sensitivityTo } from "#bayes/sensitivity";
import { changeToTurn, statementHolds, type Statement } from "#bayes/statement";

function analysed(network: Network, evidence: Evidence, target: string) {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return analyse(tree, evidence, target);
}

const cases = networks({ most: 5, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.nat(net.variables.length - 1), fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.boolean()));

it("says where a statement turns, and that it does so there and nowhere else (seed 181)", () => {
  let [turned, never] = [0, 0];
  fc.assert(
    fc.property(cases, ([net, evidence, at, value, againstState]) => {
      const target = net.variables[at]!;
      const base = analysed(net, evidence, target.id);
      if (!base || base.hypotheticals.length < 2) return;
      const [one, two] = base.hypotheticals.map(({ state }) => state);
      const statement: Statement = { state: one!, than: againstState ? { kind: "state", state: two! } : { kind: "probability", value }, direction: "above", strict: true };
      const free = withoutTarget(evidence, target.id);
      for (let entry = 0; entry < base.tree.network.entries; entry++) {
        const place = entryAt(base.tree.network, entry)!;
        const change = changeToTurn(base, statement, entry);
        const margin = (moved: number): number | undefined => {
          const marginal = enumerateJoint(changed(net, place.table, place.at, moved - place.value), free).posteriors?.get(target.id);
          return marginal && marginal[target.states.indexOf(one!)]! - (againstState ? marginal[target.states.indexOf(two!)]! : value);
        };
        const boundary = change === undefined ? undefined : place.value + change;
        if (boundary !== undefined && boundary > 0.001 && boundary < 0.999) {
          expect(margin(boundary)).toBeCloseTo(0, 8);
          const [below, above] = [margin(boundary - 0.001)!, margin(boundary + 0.001)!];
          expect(below * above).toBeLessThanOrEqual(1e-18);
          turned++;
        } else if (boundary === undefined || boundary < -0.001 || boundary > 1.001) {
          // The statement is then as true at one end as at the other.
          const [low, high] = [margin(0.001), margin(0.999)];
          if (low !== undefined && high !== undefined && Math.min(Math.abs(low), Math.abs(high)) > 1e-9) expect(low > 0).toBe(high > 0);
          never++;
        }
      }
    }),
    { seed: 181, numRuns: 80, verbose: 1 },
  );
  expect(turned).toBeGreaterThan(50);
  expect(never).toBeGreaterThan(500);
});

const rain: Network = {
  variables: [
    { id: "season", states: ["dry", "rainy"] },
    { id: "rain", states: ["no", "yes"] },
  ],
  tables: [
    { variable: "season", parents: [], probabilities: [0.5, 0.5] },
    { variable: "rain", parents: ["season"], probabilities: [0.9, 0.1, 0.4, 0.6] },
  ],
};

it("turns at the number that one finds by hand", () => {
  const base = analysed(rain, noEvidence, "rain")!;
  const statement: Statement = { state: "yes", than: { kind: "state", state: "no" }, direction: "above", strict: true };
  expect(statementHolds(base, statement)).toBe(false);
  expect(statementHolds(base, { ...statement, direction: "below" })).toBe(true);
  // 0.5 x + 0.5 * 0.6 = 0.5, so P(yes | dry) = 0.4; and P(dry) 0.1 + (1 - P(dry)) 0.6 = 0.5, so P(dry) = 0.2.
  expect(0.1 + changeToTurn(base, statement, 3)!).toBeCloseTo(0.4, 12);
  expect(0.5 + changeToTurn(base, statement, 0)!).toBeCloseTo(0.2, 12);
});

it("is reached by no entry that only makes what is known impossible", () => {
  // With the season known, its own probability moves nothing; at 0 the finding itself would be impossible.
  const base = analysed(rain, { observed: { season: "dry" }, likelihoods: {} }, "rain")!;
  expect(changeFor(sensitivityTo(base, "yes", 0)!, 0.5)).toBeUndefined();
  expect(changeToTurn(base, { state: "yes", than: { kind: "state", state: "no" }, direction: "above", strict: true }, 0)).toBeUndefined();
});
