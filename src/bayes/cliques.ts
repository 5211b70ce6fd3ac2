/** The maximal cliques of a triangulated graph, joined so that what two share is in every clique between them. */
export interface CliqueForest {
  readonly cliques: readonly (readonly number[])[];
  /** For each clique, the cliques it is joined with. */
  readonly neighbours: readonly (readonly number[])[];
}

/**
 * Joins the cliques of an elimination as a forest: each variable followed by its neighbours at the moment it went, in that
 * order. Those contained in another are absorbed by it.
 */
export function joinCliques(cliques: readonly (readonly number[])[]): CliqueForest {
  const above = parentsOf(cliques);
  const hosts = absorb(cliques, above);
  const kept = Array.from(new Set(hosts));
  const places = new Map(kept.map((clique, place) => [clique, place]));
  const place = (clique: number): number => places.get(hosts[clique] ?? -1) ?? -1;
  const neighbours: number[][] = kept.map(() => []);
  for (const [clique, parent] of above.entries()) {
    if (parent < 0 || hosts[clique] === hosts[parent]) continue;
    neighbours[place(clique)]?.push(place(parent));
    neighbours[place(parent)]?.push(place(clique));
  }
  return { cliques: kept.map((clique) => cliques[clique] ?? []), neighbours };
}

/** A clique hangs below that of the first of its other variables to go; -1 where it has none. */
function parentsOf(cliques: readonly (readonly number[])[]): readonly number[] {
  const positions = new Map(cliques.map(([variable = -1], position) => [variable, position]));
  return cliques.map((clique) => {
    let first = Infinity;
    for (let at = 1; at < clique.length; at++) first = Math.min(first, positions.get(clique[at] ?? -1) ?? Infinity);
    return first === Infinity ? -1 : first;
  });
}

/** For each clique the one that stands for it: itself, or a larger one below it that contains it. */
function absorb(cliques: readonly (readonly number[])[], above: readonly number[]): readonly number[] {
  const hosts = cliques.map((_, clique) => clique);
  const absorbed = new Set<number>();
  for (const [clique, parent] of above.entries()) {
    // All but the first variable of a clique are in its parent; where the parent has no more, it is contained.
    if (parent < 0 || absorbed.has(parent) || (cliques[clique]?.length ?? 0) - 1 !== cliques[parent]?.length) continue;
    absorbed.add(parent);
    hosts[parent] = hosts[clique] ?? clique;
  }
  return hosts;
}
