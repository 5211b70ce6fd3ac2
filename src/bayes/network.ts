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
  return tables.length > 0 ? tables : cycleProblems(network);
}

/** What is wrong with evidence about a sound network, in sentences. */
export function evidenceProblems(network: Network, evidence: Evidence): readonly string[] {
  const byId = new Map(network.variables.map((variable) => [variable.id, variable]));
  const observed = Object.entries(evidence.observed).flatMap(([id, state]) => {
    const variable = byId.get(id);
    if (!variable) return [`The evidence names ${id}, which the network does not have.`];
    return variable.states.includes(state) ? [] : [`${id} has no state ${state}.`];
  });
  const likelihoods = Object.entries(evidence.likelihoods).flatMap(([id, vector]) => {
    const variable = byId.get(id);
    if (!variable) return [`The evidence names ${id}, which the network does not have.`];
    if (vector.length !== variable.states.length) return [`The likelihoods of ${id} are ${vector.length}, its states ${variable.states.length}.`];
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

/** Takes away, again and again, the variables that are nobody's child any more; what is left runs in a circle. */
function cycleProblems(network: Network): readonly string[] {
  const waiting = new Map(network.tables.map(({ variable, parents }) => [variable, new Set(parents)]));
  for (let ready = rootsAmong(waiting); ready.length > 0; ready = rootsAmong(waiting)) {
    for (const id of ready) waiting.delete(id);
    for (const parents of waiting.values()) for (const id of ready) parents.delete(id);
  }
  return waiting.size === 0 ? [] : [`${Array.from(waiting.keys()).join(", ")} are among their own ancestors.`];
}

const rootsAmong = (waiting: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] =>
  Array.from(waiting).flatMap(([id, parents]) => (parents.size === 0 ? [id] : []));
