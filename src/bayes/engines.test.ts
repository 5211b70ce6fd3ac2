import * as fc from "fast-check";
import { expect, it } from "vitest";
import { logProbabilityOfEvidence, posteriors } from "#bayes/eliminate";
import { enumerateJoint } from "#bayes/enumerate";
import type { Evidence, Network } from "#bayes/network";

const positive = fc.double({ min: 0.001, max: 1, noNaN: true });
const row = (width: number) => fc.array(positive, { minLength: width, maxLength: width }).map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0)));

/** A random network of up to seven variables with two or three states and up to three parents each. */
const network: fc.Arbitrary<Network> = fc.array(fc.record({ width: fc.integer({ min: 2, max: 3 }), links: fc.infiniteStream(fc.boolean()) }), { minLength: 1, maxLength: 7 }).chain((shapes) => {
  const variables = shapes.map(({ width }, at) => ({ id: `v${at}`, states: Array.from({ length: width }, (_, state) => `s${state}`) }));
  const parents = shapes.map(({ links }, at) => Array.from({ length: at }, (_, other) => other).filter(() => links.next().value === true).slice(0, 3));
  const tables = variables.map(({ id, states }, at) => {
    const rows = parents[at]!.reduce((product, parent) => product * variables[parent]!.states.length, 1);
    return fc.array(row(states.length), { minLength: rows, maxLength: rows }).map((list) => ({ variable: id, parents: parents[at]!.map((parent) => `v${parent}`), probabilities: list.flat() }));
  });
  return fc.tuple(...tables).map((list) => ({ variables, tables: list }));
});

const withEvidence = network.chain((net) =>
  fc
    .tuple(...net.variables.map(({ states }) => fc.oneof({ weight: 3, arbitrary: fc.constant("none") }, { weight: 1, arbitrary: fc.constantFrom(...states) }, fc.array(positive, { minLength: states.length, maxLength: states.length }))))
    .map((choices): { net: Network; evidence: Evidence } => {
      const entries = choices.map((choice, at) => [net.variables[at]!.id, choice] as const);
      const observed = Object.fromEntries(entries.flatMap(([id, choice]) => (typeof choice === "string" && choice !== "none" ? [[id, choice]] : [])));
      const likelihoods = Object.fromEntries(entries.flatMap(([id, choice]) => (typeof choice === "string" ? [] : [[id, choice]])));
      return { net, evidence: { observed, likelihoods } };
    }),
);

it("elimination agrees with the joint distribution, whatever the evidence (seed 41)", () => {
  fc.assert(
    fc.property(withEvidence, ({ net, evidence }) => {
      const exact = enumerateJoint(net, evidence);
      const fast = posteriors(net, evidence)!;
      expect(logProbabilityOfEvidence(net, evidence)).toBeCloseTo(Math.log(exact.probability), 9);
      for (const [id, marginal] of exact.posteriors!) for (const [state, value] of marginal.entries()) expect(fast.get(id)![state]).toBeCloseTo(value, 10);
    }),
    { seed: 41, numRuns: 150, verbose: 1 },
  );
});

it("says that evidence is impossible instead of dividing by zero", () => {
  const net: Network = {
    variables: [{ id: "a", states: ["x", "y"] }],
    tables: [{ variable: "a", parents: [], probabilities: [1, 0] }],
  };
  const evidence: Evidence = { observed: { a: "y" }, likelihoods: {} };
  expect(posteriors(net, evidence)).toBeUndefined();
  expect(enumerateJoint(net, evidence)).toEqual({ probability: 0 });
  expect(logProbabilityOfEvidence(net, evidence)).toBe(-Infinity);
});

it("does not lose a product of a thousand small likelihoods", () => {
  const reports = Array.from({ length: 1000 }, (_, at) => `r${at}`);
  const net: Network = {
    variables: ["cause", ...reports].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [
      { variable: "cause", parents: [], probabilities: [0.5, 0.5] },
      ...reports.map((variable) => ({ variable, parents: ["cause"], probabilities: [0.01, 0.99, 0.01, 0.99] })),
    ],
  };
  const evidence: Evidence = { observed: Object.fromEntries(reports.map((id) => [id, "yes"])), likelihoods: {} };
  expect(posteriors(net, evidence, ["cause"])!.get("cause")).toEqual([0.5, 0.5]);
  expect(logProbabilityOfEvidence(net, evidence)).toBeCloseTo(1000 * Math.log(0.01), 6);
});
