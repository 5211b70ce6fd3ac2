import type { Network } from "#bayes/network";

/**
 * The network with names that formats of plain identifiers accept, letters, digits and `_`, a letter first, for variables and
 * where asked for states; and what was renamed.
 */
export function withPlainNames({ variables, tables }: Network, { andStates }: { readonly andStates: boolean }): { readonly network: Network; readonly notes: readonly string[] } {
  const ids = plain(variables.map(({ id }) => id));
  const rename = new Map(variables.map(({ id }, at) => [id, ids[at] ?? id]));
  const renamed = (id: string): string => rename.get(id) ?? id;
  const network = {
    variables: variables.map(({ id, states }) => ({ id: renamed(id), states: andStates ? plain(states) : states })),
    tables: tables.map(({ variable, parents, probabilities }) => ({ variable: renamed(variable), parents: parents.map(renamed), probabilities })),
  };
  const changes = variables.flatMap(({ id, states }, at) => {
    const its = network.variables[at];
    return [...(its?.id === id ? [] : [`${id} is written ${its?.id ?? ""}`]), ...states.flatMap((state, place) => (its?.states[place] === state ? [] : [`state ${state} of ${id} is written ${its?.states[place] ?? ""}`]))];
  });
  return { network, notes: changes.length === 0 ? [] : [`The format takes plain identifiers only: ${shortened(changes).join("; ")}.`] };
}

/** A few of many. */
const shortened = (changes: readonly string[]): readonly string[] => (changes.length <= 6 ? changes : [...changes.slice(0, 5), `and ${changes.length - 5} more`]);

function plain(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return names.map((name) => {
    const base = name.replace(/[^A-Za-z0-9_]/gu, "_").replace(/^(?![A-Za-z])/u, "x");
    let free = base;
    for (let number = (last.get(base) ?? 1) + 1; taken.has(free); number++) {
      free = `${base}_${number}`;
      last.set(base, number);
    }
    taken.add(free);
    return free;
  });
}
