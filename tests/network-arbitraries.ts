import * as fc from "fast-check";
import type { Evidence, Network } from "#bayes/network";

const positive = fc.double({ min: 0.001, max: 1, noNaN: true });
const row = (width: number, entry: fc.Arbitrary<number>) =>
  fc.array(entry, { minLength: width, maxLength: width }).map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight, state) => (sum === 0 ? Number(state === 0) : weight / sum));
  });

/** Random networks of up to `most` variables with two or three states and up to three parents each; `zeros` lets tables hold 0 and 1. */
export const networks = ({ most = 7, zeros = false }: { readonly most?: number; readonly zeros?: boolean } = {}): fc.Arbitrary<Network> =>
  fc.array(fc.record({ width: fc.integer({ min: 2, max: 3 }), links: fc.infiniteStream(fc.boolean()) }), { minLength: 1, maxLength: most }).chain((shapes) => {
    const entry = zeros ? fc.oneof({ weight: 3, arbitrary: positive }, { weight: 1, arbitrary: fc.constant(0) }) : positive;
    const variables = shapes.map(({ width }, at) => ({ id: `v${at}`, states: Array.from({ length: width }, (_, state) => `s${state}`) }));
    const parents = shapes.map(({ links }, at) => Array.from({ length: at }, (_, other) => other).filter(() => links.next().value === true).slice(0, 3));
    const tables = variables.map(({ id, states }, at) => {
      const rows = parents[at]!.reduce((product, parent) => product * variables[parent]!.states.length, 1);
      return fc.array(row(states.length, entry), { minLength: rows, maxLength: rows }).map((list) => ({ variable: id, parents: parents[at]!.map((parent) => `v${parent}`), probabilities: list.flat() }));
    });
    return fc.tuple(...tables).map((list) => ({ variables, tables: list }));
  });

/** Nothing, an observed state or likelihoods about each variable of a network. */
export const evidenceAbout = (net: Network): fc.Arbitrary<Evidence> =>
  fc
    .tuple(...net.variables.map(({ states }) => fc.oneof({ weight: 3, arbitrary: fc.constant("none") }, { weight: 1, arbitrary: fc.constantFrom(...states) }, fc.array(positive, { minLength: states.length, maxLength: states.length }))))
    .map((choices) => {
      const entries = choices.map((choice, at) => [net.variables[at]!.id, choice] as const);
      return {
        observed: Object.fromEntries(entries.flatMap(([id, choice]) => (typeof choice === "string" && choice !== "none" ? [[id, choice]] : []))),
        likelihoods: Object.fromEntries(entries.flatMap(([id, choice]) => (typeof choice === "string" ? [] : [[id, choice]]))),
      };
    });

/** Evidence about all other variables. */
export const withoutTarget = ({ observed, likelihoods }: Evidence, target: string): Evidence => ({
  observed: Object.fromEntries(Object.entries(observed).filter(([id]) => id !== target)),
  likelihoods: Object.fromEntries(Object.entries(likelihoods).filter(([id]) => id !== target)),
});
