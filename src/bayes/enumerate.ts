import type { Marginal } from "#bayes/answer";
import type { Evidence, Network } from "#bayes/network";

/**
 * P(variable | evidence) for every variable, and P(evidence), by visiting every combination of states of all variables.
 * The definition itself, for checking faster engines: it shares no code with them, and its time grows with the product of
 * the numbers of states. `posteriors` is undefined where the evidence is impossible. The network must be sound.
 */
export function enumerateJoint(network: Network, evidence: Evidence): { readonly posteriors?: ReadonlyMap<string, Marginal>; readonly probability: number } {
  const sums = new Map(network.variables.map(({ id, states }) => [id, states.map(() => 0)]));
  let probability = 0;
  for (const world of worlds(network)) {
    const weight = weightOf(world, network, evidence);
    probability += weight;
    for (const [id, state] of world) {
      const sum = sums.get(id);
      if (sum) sum[state] = (sum[state] ?? 0) + weight;
    }
  }
  if (probability === 0) return { probability };
  const posteriors = new Map(Array.from(sums, ([id, sum]) => [id, sum.map((value) => value / probability)]));
  return { posteriors, probability };
}

type World = ReadonlyMap<string, number>;

function* worlds(network: Network): Generator<World> {
  const digits = network.variables.map(() => 0);
  for (;;) {
    yield new Map(network.variables.map(({ id }, at) => [id, digits[at] ?? 0]));
    let place = 0;
    while (place < digits.length) {
      const next = (digits[place] ?? 0) + 1;
      digits[place] = next < (network.variables[place]?.states.length ?? 0) ? next : 0;
      if (digits[place] !== 0) break;
      place++;
    }
    if (place === digits.length) return;
  }
}

function weightOf(world: World, network: Network, evidence: Evidence): number {
  let weight = 1;
  for (const { id, states } of network.variables) {
    const state = world.get(id) ?? 0;
    const observed = evidence.observed[id];
    if (observed !== undefined && states[state] !== observed) return 0;
    weight *= evidence.likelihoods[id]?.[state] ?? 1;
  }
  const widths = new Map(network.variables.map(({ id, states }) => [id, states.length]));
  for (const { variable, parents, probabilities } of network.tables) {
    const entry = [...parents, variable].reduce((at, id) => at * (widths.get(id) ?? 1) + (world.get(id) ?? 0), 0);
    weight *= probabilities[entry] ?? 0;
  }
  return weight;
}
