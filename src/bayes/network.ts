/** A discrete variable. The order of its states is the order of every vector about it. */
export interface Variable {
  readonly id: string;
  readonly states: readonly string[];
}

/**
 * P(variable | parents) as one list of numbers: a row for each combination of the parents' states (the last parent
 * changes fastest), in each row one probability for each state of the variable. Without parents it is one row.
 */
export interface ConditionalTable {
  readonly variable: string;
  readonly parents: readonly string[];
  readonly probabilities: readonly number[];
}

/** A Bayesian network: each variable has exactly one table, and no variable is its own ancestor. */
export interface Network {
  readonly variables: readonly Variable[];
  readonly tables: readonly ConditionalTable[];
}

/**
 * What is known. `observed` gives the state of a variable (hard evidence); `likelihoods` gives for each of its states
 * how probable what was seen is in that state (soft or virtual evidence, Pearl 1988): only the ratios matter. A variable
 * may carry both.
 */
export interface Evidence {
  readonly observed: Readonly<Record<string, string>>;
  readonly likelihoods: Readonly<Record<string, readonly number[]>>;
}

export const noEvidence: Evidence = { observed: {}, likelihoods: {} };

/** How far the sum of a row may be from 1. */
const tolerance = 1e-9;

/** What is wrong with a network, in sentences; empty where it is sound. */
export function networkProblems(network: Network): readonly string[] {
  const byId = new Map(network.variables.map((variable) => [variable.id, variable]));
  const shape = [...variableProblems(network.variables), ...coverageProblems(network, byId)];
  if (shape.length > 0) return shape;
  const tables = network.tables.flatMap((table) => tableProblems(table, byId));
  if (tables.length > 0) return tables;
  const circle = variablesInCircles(network);
  return circle.length === 0 ? [] : [`${circle.join(", ")} are among their own ancestors.`];
}

/** What is wrong with evidence about a sound network, in sentences. */
export function evidenceProblems({ variables }: Pick<Network, "variables">, evidence: Evidence): readonly string[] {
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  return problemsOfEvidence((id) => byId.get(id)?.states, evidence);
}

/** The same where the states of a variable can be looked up. */
export function problemsOfEvidence(statesOf: (id: string) => readonly string[] | undefined, evidence: Evidence): readonly string[] {
  const observed = Object.entries(evidence.observed).flatMap(([id, state]) => {
    const states = statesOf(id);
    if (!states) return [`The evidence names ${id}, which the network does not have.`];
    return states.includes(state) ? [] : [`${id} has no state ${state}.`];
  });
  const likelihoods = Object.entries(evidence.likelihoods).flatMap(([id, vector]) => {
    const states = statesOf(id);
    if (!states) return [`The evidence names ${id}, which the network does not have.`];
    if (vector.length !== states.length) return [`The likelihoods of ${id} are ${vector.length}, its states ${states.length}.`];
    return vector.every(isWeight) ? [] : [`A likelihood of ${id} is negative or no number.`];
  });
  return [...observed, ...likelihoods];
}

const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0;

function variableProblems(variables: readonly Variable[]): readonly string[] {
  const seen = new Set<string>();
  return variables.flatMap(({ id, states }) => {
    const twice = seen.has(id);
    seen.add(id);
    if (twice) return [`There are two variables called ${id}.`];
    if (states.length === 0) return [`${id} has no states.`];
    return new Set(states).size === states.length ? [] : [`Two states of ${id} have the same name.`];
  });
}

function coverageProblems(network: Network, byId: ReadonlyMap<string, Variable>): readonly string[] {
  const covered = new Set<string>();
  const tables = network.tables.flatMap(({ variable, parents }) => {
    const twice = covered.has(variable);
    covered.add(variable);
    if (twice) return [`${variable} has two tables.`];
    if (new Set(parents).size < parents.length) return [`${variable} names a parent twice.`];
    return [variable, ...parents].filter((id) => !byId.has(id)).map((id) => `A table names ${id}, which is no variable.`);
  });
  const bare = network.variables.filter(({ id }) => !covered.has(id)).map(({ id }) => `${id} has no table.`);
  return [...tables, ...bare];
}

function tableProblems(table: ConditionalTable, byId: ReadonlyMap<string, Variable>): readonly string[] {
  const width = byId.get(table.variable)?.states.length ?? 0;
  const size = table.parents.reduce((product, parent) => product * (byId.get(parent)?.states.length ?? 0), width);
  const { variable, probabilities } = table;
  if (probabilities.length !== size) return [`The table of ${variable} has ${probabilities.length} numbers, not ${size}.`];
  if (!probabilities.every(isWeight)) return [`The table of ${variable} holds a number that is no probability.`];
  for (let row = 0; row < size; row += width) {
    let sum = 0;
    for (let state = 0; state < width; state++) sum += probabilities[row + state] ?? 0;
    if (Math.abs(sum - 1) > tolerance) return [`Row ${row / width + 1} of the table of ${variable} sums to ${sum}, not to 1.`];
  }
  return [];
}

/** Takes away the variables all of whose parents are gone; what is left runs in a circle, or hangs below one. */
export function variablesInCircles(network: Network): readonly string[] {
  const waiting = new Map(network.tables.map(({ variable, parents }) => [variable, parents.length]));
  const children = new Map<string, string[]>(network.tables.map(({ variable }) => [variable, []]));
  for (const { variable, parents } of network.tables) for (const parent of parents) children.get(parent)?.push(variable);
  const ready = network.tables.flatMap(({ variable, parents }) => (parents.length === 0 ? [variable] : []));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    waiting.delete(id);
    for (const child of children.get(id) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) ready.push(child);
    }
  }
  return Array.from(waiting.keys());
}
