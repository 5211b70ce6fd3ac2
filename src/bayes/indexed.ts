import type { Factor } from "#bayes/factor";
import { numberNetwork, problemsOfEvidence, type Evidence, type Network } from "#bayes/network";

/** A sound network with its variables as numbers, in the order of the network; tables in the order of the network's. */
export interface IndexedNetwork {
  readonly ids: readonly string[];
  readonly states: readonly (readonly string[])[];
  readonly numbers: ReadonlyMap<string, number>;
  /** How many states each variable has. */
  readonly sizes: readonly number[];
  /** The scope of each is the parents, then the child, which changes fastest. */
  readonly tables: readonly Factor[];
  /** Where each table begins when the entries of all are numbered in a row. */
  readonly starts: readonly number[];
  /** How many entries all tables have together. */
  readonly entries: number;
}

/** What is known, by the numbers of the variables. */
export interface IndexedEvidence {
  /** The observed state of a variable. */
  readonly observed: ReadonlyMap<number, number>;
  readonly likelihoods: ReadonlyMap<number, readonly number[]>;
}

/** Numbers the variables of a network; one with a problem is refused: ask `networkProblems` first. */
export function indexNetwork(network: Network): IndexedNetwork {
  const { numbers, scopes, problems } = numberNetwork(network);
  refuse(problems);
  const starts: number[] = [];
  let entries = 0;
  for (const { probabilities } of network.tables) {
    starts.push(entries);
    entries += probabilities.length;
  }
  const values = new Float64Array(entries);
  const tables = network.tables.map(({ probabilities }, table) => {
    const start = starts[table] ?? 0;
    for (let entry = 0; entry < probabilities.length; entry++) values[start + entry] = probabilities[entry] ?? 0;
    return { scope: scopes[table] ?? [], values: values.subarray(start, start + probabilities.length) };
  });
  return {
    ids: network.variables.map(({ id }) => id),
    states: network.variables.map(({ states }) => states),
    numbers,
    sizes: network.variables.map(({ states }) => states.length),
    tables,
    starts,
    entries,
  };
}

/** Numbers what is known; evidence with a problem is refused: ask `evidenceProblems` first. */
export function indexEvidence({ numbers, states }: Pick<IndexedNetwork, "numbers" | "states">, evidence: Evidence): IndexedEvidence {
  const observed = new Map<number, number>();
  for (const id of Object.keys(evidence.observed)) {
    const number = numbers.get(id) ?? -1;
    const state = states[number]?.indexOf(evidence.observed[id] ?? "") ?? -1;
    if (state < 0) refuse(problemsOfEvidence((one) => states[numbers.get(one) ?? -1], evidence));
    observed.set(number, state);
  }
  const ids = Object.keys(evidence.likelihoods);
  if (ids.length > 0) refuse(problemsOfEvidence((one) => states[numbers.get(one) ?? -1], evidence));
  return { observed, likelihoods: new Map(ids.map((id) => [numbers.get(id) ?? -1, evidence.likelihoods[id] ?? []])) };
}

function refuse([problem]: readonly string[]): void {
  if (problem !== undefined) throw new RangeError(problem);
}
