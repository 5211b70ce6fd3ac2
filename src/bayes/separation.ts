import type { IndexedNetwork } from "#bayes/indexed";

/**
 * Which variables can tell of one another once some are known: the number of the part that each present variable is in.
 * Parts are those of the moral graph of the present variables (a set with all its ancestors) without the known ones, so
 * different parts are independent given these (Lauritzen and others 1990).
 */
export function partsGiven({ tables, ids }: Pick<IndexedNetwork, "tables" | "ids">, present: ReadonlySet<number>, known: ReadonlySet<number>): readonly number[] {
  const leader = ids.map((_, variable) => variable);
  const find = (variable: number): number => {
    let top = variable;
    while (leader[top] !== top) top = leader[top] ?? top;
    for (let at = variable; at !== top; ) {
      const next = leader[at] ?? top;
      leader[at] = top;
      at = next;
    }
    return top;
  };
  for (const { scope } of tables) {
    if (!present.has(scope.at(-1) ?? -1)) continue;
    const [first, ...others] = scope.filter((variable) => !known.has(variable));
    if (first !== undefined) for (const other of others) leader[find(other)] = find(first);
  }
  return ids.map((_, variable) => find(variable));
}
