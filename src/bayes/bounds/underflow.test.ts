import { expect, it } from "vitest";
import { boundsOf } from "#bayes/bounds/posterior-bounds";
import { prepare } from "#bayes/bounds/prepare";
import type { Network } from "#bayes/network";

const binary = (id: string) => ({ id, states: ["yes", "no"] });

it("does not lose bounds to underflow: 1000 reports of one cause", () => {
  const reports = Array.from({ length: 1000 }, (_, at) => `r${at}`);
  const net: Network = {
    variables: [binary("cause"), ...reports.map(binary)],
    tables: [{ variable: "cause", parents: [], probabilities: [0.5, 0.5] }, ...reports.map((variable, at) => ({ variable, parents: ["cause"], probabilities: at % 2 === 0 ? [0.01, 0.99, 0.001, 0.999] : [0.001, 0.999, 0.01, 0.99] }))],
  };
  const evidence = { observed: Object.fromEntries(reports.map((id) => [id, "yes"])), likelihoods: {} };
  const [, first] = net.tables;
  const ready = prepare({ network: net, boxes: new Map([[first!.variable, { low: [0.005, 0.98, 0.001, 0.999], high: [0.02, 0.995, 0.001, 0.999] }]]), evidence, target: "cause" });
  if (ready.kind !== "prepared") throw new Error(ready.kind);
  const { states } = boundsOf(ready);
  expect(states[0]).toMatchObject({ exact: true, low: { attained: expect.closeTo(1 / 3, 10) }, high: { attained: expect.closeTo(2 / 3, 10) } });
});
