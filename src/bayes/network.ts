import { nearestTo } from "#kit/edit-distance";

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

/** What is known, without what it says of one variable. */
export function evidenceBeside({ observed, likelihoods }: Evidence, left: string): Evidence {
  const keep = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(record).filter(([id]) => id !== left));
  return { observed: keep(observed), likelihoods: keep(likelihoods) };
}

/** How far the sum of a row may be from 1. */
const tolerance = 1e-9;

/** What is wrong with a network, in sentences; empty where it is sound. */
export const networkProblems = (network: Network): readonly string[] => numberNetwork(network).problems;

/** A network with numbers for names. */
export interface Numbered {
  /** The place of each variable. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The parents of each table and then its variable, by their places. */
  readonly scopes: readonly (readonly number[])[];
  /** What is wrong with the network; the rest can be relied on only where this is empty. */
  readonly problems: readonly string[];
}

/** Numbers the variables of a network by their places, and says what is wrong with it. */
export function numberNetwork(network: Network): Numbered {
  const { variables, tables } = network;
  const numbers = new Map<string, number>();
  for (let number = variables.length - 1; number >= 0; number--) numbers.set(variables[number]?.id ?? "", number);
  const scopes = tables.map(({ variable, parents }) => scopeOf(parents, variable, numbers));
  const problems: string[] = [];
  for (const [number, variable] of variables.entries()) addVariableProblems(problems, variable, numbers.get(variable.id) === number);
  addCoverageProblems(problems, network, { numbers, scopes });
  if (problems.length > 0) return { numbers, scopes, problems };
  for (let table = 0; table < tables.length; table++) {
    const problem = problemOfTable(tables[table] ?? noTable, (scopes[table] ?? []).map((number) => variables[number]?.states.length ?? 0));
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > 0) return { numbers, scopes, problems };
  const circle = inCircles(scopes, variables.length);
  return { numbers, scopes, problems: circle.length === 0 ? [] : [`${circle.map((table) => tables[table]?.variable ?? "").join(", ")} are among their own ancestors.`] };
}

const noTable: ConditionalTable = { variable: "", parents: [], probabilities: [] };

function scopeOf(parents: readonly string[], variable: string, numbers: ReadonlyMap<string, number>): readonly number[] {
  const scope: number[] = [];
  for (const parent of parents) scope.push(numbers.get(parent) ?? -1);
  scope.push(numbers.get(variable) ?? -1);
  return scope;
}

/** What is wrong with evidence about a sound network, in sentences. */
export function evidenceProblems({ variables }: Pick<Network, "variables">, evidence: Evidence): readonly string[] {
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  return problemsOfEvidence((id) => byId.get(id)?.states, evidence, Array.from(byId.keys()));
}

/** The same where the states of a variable can be looked up; `ids` are names that may have been meant. */
export function problemsOfEvidence(statesOf: (id: string) => readonly string[] | undefined, evidence: Evidence, ids: readonly string[] = []): readonly string[] {
  const unknown = (id: string): string => `The evidence names ${id}, which the network does not have.${meant(id, ids)}`;
  const observed = Object.entries(evidence.observed).flatMap(([id, state]) => {
    const states = statesOf(id);
    if (!states) return [unknown(id)];
    return states.includes(state) ? [] : [noSuchState(id, state, states)];
  });
  const likelihoods = Object.entries(evidence.likelihoods).flatMap(([id, vector]) => {
    const states = statesOf(id);
    if (!states) return [unknown(id)];
    if (vector.length !== states.length) return [`The likelihoods of ${id} are ${vector.length}, its states ${states.length}.`];
    return vector.every(isWeight) ? [] : [`A likelihood of ${id} is negative or no number.`];
  });
  return [...observed, ...likelihoods];
}

/** Says that a variable lacks a state, and which it has. */
export const noSuchState = (id: string, state: string, states: readonly string[]): string =>
  `${id} has no state ${state}; its states are ${states.slice(0, mostListed).join(", ")}${states.length > mostListed ? `, and ${states.length - mostListed} more` : ""}.`;

const mostListed = 12;

/** A question after a name that was probably meant; empty where none is near. */
export function meant(name: string, names: readonly string[]): string {
  const near = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearestTo(name, names, Math.max(1, Math.floor(name.length / 3)));
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0;

function addVariableProblems(problems: string[], { id, states }: Variable, first: boolean): void {
  if (!first) problems.push(`There are two variables called ${id}.`);
  else if (states.length === 0) problems.push(`${id} has no states.`);
  else if (repeats(states)) problems.push(`Two states of ${id} have the same name.`);
}

/** True where something stands twice in a list; the short ones are compared one by one, which is quicker. */
function repeats(list: readonly (string | number)[]): boolean {
  if (list.length > 8) return new Set(list).size < list.length;
  for (let at = 1; at < list.length; at++) if (list.indexOf(list[at] ?? "") < at) return true;
  return false;
}

function addCoverageProblems(problems: string[], { variables, tables }: Network, { numbers, scopes }: Omit<Numbered, "problems">): void {
  const covered = new Uint8Array(variables.length);
  const strangers = new Set<string>();
  for (let table = 0; table < tables.length; table++) {
    const { variable, parents } = tables[table] ?? noTable;
    const scope = scopes[table] ?? [];
    const number = scope[scope.length - 1] ?? -1;
    const twice = number < 0 ? strangers.has(variable) : covered[number] === 1;
    if (number < 0) strangers.add(variable);
    else covered[number] = 1;
    if (twice) problems.push(`${variable} has two tables.`);
    else if (repeats(parents)) problems.push(`${variable} names a parent twice.`);
    else if (scope.includes(-1)) for (const id of [variable, ...parents].filter((_, place) => scope.at(place - 1) === -1)) problems.push(`A table names ${id}, which is no variable.`);
  }
  for (const [number, { id }] of variables.entries()) if (covered[number] === 0 && numbers.get(id) === number) problems.push(`${id} has no table.`);
}

/** What is wrong with the numbers of a table, given how many states its parents and then its variable have. */
export function problemOfTable({ variable, probabilities }: Pick<ConditionalTable, "variable" | "probabilities">, sizes: readonly number[]): string | undefined {
  const width = sizes.at(-1) ?? 0;
  let size = 1;
  for (const count of sizes) size *= count;
  if (probabilities.length !== size) return `The table of ${variable} has ${probabilities.length} numbers, not ${size}.`;
  for (let entry = 0; entry < size; entry++) if (!isWeight(probabilities[entry] ?? Number.NaN)) return `The table of ${variable} holds a number that is no probability.`;
  for (let row = 0; row < size; row += width) {
    let sum = 0;
    for (let state = 0; state < width; state++) sum += probabilities[row + state] ?? 0;
    if (Math.abs(sum - 1) > tolerance) return `Row ${row / width + 1} of the table of ${variable} sums to ${sum}, not to 1.`;
  }
  return undefined;
}

/** The variables that run in a circle, or hang below one. */
export function variablesInCircles({ variables, tables }: Network): readonly string[] {
  const numbers = new Map(variables.map(({ id }, number) => [id, number]));
  const scopes = tables.map(({ variable, parents }) => scopeOf(parents, variable, numbers));
  return inCircles(scopes, variables.length).map((table) => tables[table]?.variable ?? "");
}

/** Takes away the tables all of whose parents are gone; what is left is returned. */
function inCircles(scopes: readonly (readonly number[])[], count: number): readonly number[] {
  const waiting = new Int32Array(scopes.length);
  const children: number[][] = Array.from({ length: count }, () => []);
  const ready: number[] = [];
  for (let table = 0; table < scopes.length; table++) {
    const scope = scopes[table] ?? [];
    waiting[table] = scope.length - 1;
    for (let place = 0; place < scope.length - 1; place++) children[scope[place] ?? -1]?.push(table);
    if (scope.length === 1) ready.push(table);
  }
  let left = scopes.length;
  for (let table = ready.pop(); table !== undefined; table = ready.pop()) {
    left--;
    for (const child of children[scopes[table]?.at(-1) ?? -1] ?? []) {
      waiting[child] = (waiting[child] ?? 0) - 1;
      if (waiting[child] === 0) ready.push(child);
    }
  }
  return left === 0 ? [] : scopes.flatMap((_, table) => ((waiting[table] ?? 0) > 0 ? [table] : []));
}
