import type { IndexedNetwork } from "#bayes/indexed";

/** The variables and all their ancestors; every other table sums to 1 (Shachter 1988: barren nodes). */
export function ancestorsOf({ tables }: IndexedNetwork, variables: readonly number[]): ReadonlySet<number> {
  const parents = new Map(tables.map(({ scope }) => [scope.at(-1) ?? -1, scope.slice(0, -1)]));
  const found = new Set<number>();
  const open = variables.slice();
  for (let variable = open.pop(); variable !== undefined; variable = open.pop()) {
    if (found.has(variable)) continue;
    found.add(variable);
    open.push(...(parents.get(variable) ?? []));
  }
  return found;
}
