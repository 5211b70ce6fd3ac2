import type { Network } from "#bayes/network";

/** An entry of a table, as a person names it: P(node = state | given) = value. */
export interface NamedEntry {
  readonly node: string;
  readonly state: string;
  /** The states of the parents in its row. */
  readonly given: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Names the entries of a network's tables. */
export function entryNames(network: Network): (table: number, entry: number) => NamedEntry {
  const byId = new Map(network.variables.map(({ id, states }) => [id, states]));
  const states = (id: string): readonly string[] => byId.get(id) ?? [];
  return (table, entry) => {
    const { variable = "", parents = [], probabilities = [] } = network.tables[table] ?? {};
    const width = states(variable).length;
    return { node: variable, state: states(variable)[entry % width] ?? "", given: rowStates(Math.floor(entry / width), parents, states), value: probabilities[entry] ?? 0 };
  };
}

/** The last parent changes fastest. */
function rowStates(row: number, parents: readonly string[], states: (id: string) => readonly string[]): Readonly<Record<string, string>> {
  let rest = row;
  const pairs = parents.toReversed().map((parent) => {
    const list = states(parent);
    const state = list[rest % list.length] ?? "";
    rest = Math.floor(rest / list.length);
    return [parent, state] as const;
  });
  return Object.fromEntries(pairs.toReversed());
}

/** An entry as it is printed, and as `findEntry` reads it. */
export function entryText({ node, state, given }: Omit<NamedEntry, "value">): string {
  const condition = Object.entries(given).map(([parent, its]) => `${parent} = ${its}`);
  return `P(${node} = ${state}${condition.length > 0 ? ` | ${condition.join(", ")}` : ""})`;
}

/**
 * Finds the entry that is written `P(NODE = STATE | PARENT = STATE, ...)`; `P(...)`, spaces and the order of the parents do
 * not matter, and names may hold any signs. Or says in one sentence what is wrong.
 */
export function findEntry(network: Network, written: string): { readonly table: number; readonly entry: number } | { readonly problem: string } {
  const text = /^\s*P\((?<inside>[\s\S]*)\)\s*$/u.exec(written)?.groups?.["inside"] ?? written;
  const byId = new Map(network.variables.map(({ id, states }) => [id, states]));
  for (const [table, { variable, parents }] of network.tables.entries()) {
    for (const { at: state, rest } of assignments(text, variable, byId)) {
      const row = rowIn(rest, parents, byId);
      if (row !== undefined) return { table, entry: row * (byId.get(variable)?.length ?? 1) + state };
    }
  }
  return { problem: problemOf(network, written, text) };
}

type States = ReadonlyMap<string, readonly string[]>;

/** The ways to read `NODE = STATE` at the beginning of a text. */
function assignments(text: string, id: string, byId: States): readonly { readonly at: number; readonly rest: string }[] {
  const value = after(after(text, id), "=");
  return (byId.get(id) ?? []).flatMap((state, at) => {
    const rest = after(value, state);
    return rest === undefined ? [] : [{ at, rest }];
  });
}

/** What follows a word at the beginning of a text, blanks aside. */
function after(text: string | undefined, word: string): string | undefined {
  const trimmed = text?.trimStart();
  return trimmed?.startsWith(word) ? trimmed.slice(word.length).trimStart() : undefined;
}

/** The number of the row of which the text names the states of all parents. */
function rowIn(text: string, parents: readonly string[], byId: States): number | undefined {
  if (parents.length === 0) return text === "" ? 0 : undefined;
  const conditions = after(text, "|");
  const found = conditions === undefined ? undefined : statesIn(conditions, parents, byId);
  return found && parents.reduce((row, parent) => row * (byId.get(parent)?.length ?? 1) + (found.get(parent) ?? 0), 0);
}

function statesIn(text: string, open: readonly string[], byId: States): ReadonlyMap<string, number> | undefined {
  if (open.length === 0) return text === "" ? new Map() : undefined;
  for (const parent of open) {
    for (const { at, rest } of assignments(text, parent, byId)) {
      const others = open.filter((id) => id !== parent);
      const next = others.length === 0 ? rest : after(rest, ",");
      const found = next === undefined ? undefined : statesIn(next, others, byId);
      if (found) return new Map([...found, [parent, at]]);
    }
  }
  return undefined;
}

function problemOf({ variables, tables }: Network, written: string, text: string): string {
  const named = tables.filter(({ variable }) => after(after(text, variable), "=") !== undefined).toSorted((a, b) => b.variable.length - a.variable.length)[0];
  if (!named) return `${written} names no variable of the network; write it like P(NODE = STATE | PARENT = STATE).`;
  const states = variables.find(({ id }) => id === named.variable)?.states.join(", ") ?? "";
  const parents = named.parents.length === 0 ? "and has no parents" : `and its parents are ${named.parents.join(", ")}`;
  return `${written} is no entry of ${named.variable}, whose states are ${states} ${parents}; write it like P(NODE = STATE | PARENT = STATE).`;
}
