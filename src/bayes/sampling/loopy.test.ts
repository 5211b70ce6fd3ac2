import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout } from "../../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { indexEvidence, indexNetwork } from "#bayes/indexed";
import type { Network } from "#bayes/network";
import { whatFollows } from "#bayes/sampling/loopy";

const share = fc.integer({ min: 5, max: 95 }).map((percent) => percent / 100);

/** Random forests: every variable has one parent or none. */
const forests: fc.Arbitrary<Network> = fc.array(fc.record({ parent: fc.nat(6), rows: fc.tuple(share, share) }), { minLength: 2, maxLength: 7 }).map((shapes) => ({
  variables: shapes.map((_, at) => ({ id: `v${at}`, states: ["yes", "no"] })),
  tables: shapes.map(({ parent, rows }, at) => ({ variable: `v${at}`, parents: parent < at ? [`v${parent}`] : [], probabilities: rows.slice(0, parent < at ? 2 : 1).flatMap((p) => [p, 1 - p]) })),
}));

it("knows exactly what follows from a state where the network has no loops (seed 95)", () => {
  fc.assert(
    fc.property(forests.chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net))), ([net, evidence]) => {
      const { sizes, tables, ...indexed } = indexNetwork(net);
      const follows = whatFollows({ sizes, tables, known: indexEvidence(indexed, evidence) });
      for (const [at, { variable, parents: [parent], probabilities }] of net.tables.entries()) {
        // P(variable | parent, evidence) is its row times what follows.
        const row = parent !== undefined && evidence.observed[parent] === "no" ? 2 : 0;
        const weights = [0, 1].map((state) => probabilities[row + state]! * follows[at]![state]!);
        const given = parent === undefined ? evidence : { ...evidence, observed: { ...evidence.observed, [parent]: row === 2 ? "no" : "yes" } };
        const exact = enumerateJoint(net, given).posteriors!.get(variable)!;
        for (const [state, weight] of weights.entries()) expect(weight / (weights[0]! + weights[1]!)).toBeCloseTo(exact[state]!, 10);
      }
    }),
    { seed: 95, numRuns: 80, verbose: 1 },
  );
});
