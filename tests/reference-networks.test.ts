import { expect, it } from "vitest";
import type { Answer } from "#bayes/answer";
import { logProbabilityOfEvidence, posteriors } from "#bayes/eliminate";
import { enumerateJoint } from "#bayes/enumerate";
import { valueOfInformation } from "#bayes/information";
import { ask, compileNetwork, infer } from "#bayes/infer";
import { mostProbable } from "#bayes/most-probable";
import { noEvidence, type Network } from "#bayes/network";
import { analyse, gradient } from "#bayes/sensitivity";
import { referenceCases, referenceNetwork, referenceSensitivities, withoutReferences as skip, type ReferenceCase } from "./reference-data.ts";

const why = skip ? " (skipped: no reference data beside the repository)" : "";

function expectReference(answer: Answer, { logPe, post }: ReferenceCase): void {
  if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
  expect(Math.abs(answer.logEvidence - logPe)).toBeLessThan(1e-9);
  expect(answer.posteriors.size).toBe(Object.keys(post).length);
  for (const [id, marginal] of Object.entries(post)) for (const [state, value] of marginal.entries()) expect(Math.abs(answer.posteriors.get(id)![state]! - value), `${id} ${state}`).toBeLessThan(1e-9);
}

function compiled(network: Network) {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return tree;
}

// Of the references, mildew (5 MB) is left to `npm run bench`.
it.skipIf(skip).each(["asia", "cancer", "earthquake", "survey", "child", "alarm", "insurance", "assess30", "assess60"])(`%s has the posteriors and the most probable explanation that other engines agree on${why}`, (name) => {
  const network = referenceNetwork(name);
  const tree = compiled(network);
  const cases = referenceCases(name);
  expect(cases.length).toBeGreaterThan(2);
  for (const [, reference] of cases) {
    expectReference(ask(tree, reference.evidence), reference);
    const single = infer(network, reference.evidence);
    if (single.kind === "too large") throw new Error("too large");
    expectReference(single, reference);
    if (reference.mpe) expect(Math.abs(mostProbable(tree, reference.evidence)!.logProbability - reference.mpe.logP)).toBeLessThan(1e-9);
  }
});

it.skipIf(skip).each(["asia", "cancer", "assess30"])(`%s has the sensitivities and mutual information that were found by central differences${why}`, (name) => {
  const network = referenceNetwork(name);
  const tree = compiled(network);
  const { target, cases } = referenceSensitivities(name);
  let worst = 0;
  for (const { evidence, prior, mi, d } of Object.values(cases)) {
    const analysis = analyse(tree, evidence, target)!;
    for (const { variable, bits } of valueOfInformation(analysis)) if (mi[network.variables[variable]!.id] !== undefined) worst = Math.max(worst, Math.abs(bits * Math.LN2 - mi[network.variables[variable]!.id]!));
    for (const [state, byTable] of Object.entries(d)) {
      const found = gradient(analysis, state);
      expect(analysis.hypotheticals.find((one) => one.state === state)!.probability).toBeCloseTo(prior[network.variables.find(({ id }) => id === target)!.states.indexOf(state)]!, 9);
      for (const [table, { variable }] of network.tables.entries()) {
        for (const [entry, slope] of byTable[variable]!.entries()) if (slope !== null) worst = Math.max(worst, Math.abs(found[tree.network.starts[table]! + entry]! - slope));
      }
    }
  }
  expect(worst).toBeLessThan(1e-7);
});

it.skipIf(skip).each(["asia", "cancer", "earthquake", "survey", "child"])(`%s has them by elimination as well${why}`, (name) => {
  const network = referenceNetwork(name);
  for (const [, reference] of referenceCases(name)) {
    expectReference({ kind: "possible", posteriors: posteriors(network, reference.evidence)!, logEvidence: logProbabilityOfEvidence(network, reference.evidence) }, reference);
  }
});

it.skipIf(skip).each(["hailfinder", "hepar2", "win95pts"])(`%s, for which there is no reference, has the posteriors that elimination finds${why}`, (name) => {
  const network = referenceNetwork(name);
  const ids = network.variables.map(({ id }) => id);
  const states = Object.fromEntries(network.variables.map((variable) => [variable.id, variable.states]));
  const evidence = { observed: Object.fromEntries(ids.filter((_, at) => at % 9 === 4).map((id) => [id, states[id]![0]!])), likelihoods: { [ids[0]!]: states[ids[0]!]!.map((_, at) => 1 / (at + 2)) } };
  const answer = ask(compiled(network), evidence);
  if (answer.kind !== "possible") throw new Error("impossible");
  const some = ids.filter((_, at) => at % 7 === 2);
  for (const [id, marginal] of posteriors(network, evidence, some)!) for (const [state, value] of marginal.entries()) expect(answer.posteriors.get(id)![state]).toBeCloseTo(value, 10);
  expect(answer.logEvidence).toBeCloseTo(logProbabilityOfEvidence(network, evidence), 9);
});

it.skipIf(skip)(`sachs has the posteriors of its joint distribution${why}`, () => {
  const network = referenceNetwork("sachs");
  const evidence = { ...noEvidence, observed: { Akt: "LOW", Jnk: "HIGH" } };
  const answer = ask(compiled(network), evidence);
  if (answer.kind !== "possible") throw new Error("impossible");
  for (const [id, marginal] of enumerateJoint(network, evidence).posteriors!) for (const [state, value] of marginal.entries()) expect(answer.posteriors.get(id)![state]).toBeCloseTo(value, 9);
});

it.skipIf(skip)(`sachs has the most probable explanation that visiting all of them finds${why}`, () => {
  const network = referenceNetwork("sachs");
  const evidence = { ...noEvidence, observed: { Akt: "LOW", PIP3: "LOW", PKC: "LOW" } };
  const places = new Map(network.variables.map(({ id }, at) => [id, at]));
  const scopes = network.tables.map(({ variable, parents }) => [...parents, variable].map((id) => places.get(id)!));
  const probability = (world: readonly number[]) => network.tables.reduce((product, { probabilities }, table) => product * probabilities[scopes[table]!.reduce((entry, at) => entry * 3 + world[at]!, 0)]!, 1);
  let best = 0;
  for (let number = 0; number < 3 ** 11; number++) {
    const world = network.variables.map((_, at) => Math.floor(number / 3 ** at) % 3);
    if (Object.keys(evidence.observed).every((id) => world[places.get(id)!] === 0)) best = Math.max(best, probability(world));
  }
  const found = mostProbable(compiled(network), evidence)!;
  expect(network.variables.every(({ states }) => states.length === 3 && states[0] === "LOW")).toBe(true);
  expect(found.logProbability).toBeCloseTo(Math.log(best), 9);
  expect(probability(network.variables.map(({ id, states }) => states.indexOf(found.states[id]!)))).toBeCloseTo(best, 12);
});
