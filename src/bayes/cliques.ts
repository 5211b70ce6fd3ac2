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
  const places = new Int32Array(cliques.length).fill(-1);
  const kept: (readonly number[])[] = [];
  for (let clique = 0; clique < cliques.length; clique++) if (hosts[clique] === clique) places[clique] = kept.push(cliques[clique] ?? []) - 1;
  const neighbours: number[][] = kept.map(() => []);
  for (let clique = 0; clique < cliques.length; clique++) {
    const parent = above[clique] ?? -1;
    if (parent < 0 || hosts[clique] === hosts[parent]) continue;
    const [one, other] = [places[hosts[clique] ?? 0] ?? 0, places[hosts[parent] ?? 0] ?? 0];
    neighbours[one]?.push(other);
    neighbours[other]?.push(one);
  }
  return { cliques: kept, neighbours };
}

/** A clique hangs below that of the first of its other variables to go; -1 where it has none. */
function parentsOf(cliques: readonly (readonly number[])[]): Int32Array {
  const positions = new Map<number, number>();
  for (let position = 0; position < cliques.length; position++) positions.set(cliques[position]?.[0] ?? -1, position);
  const above = new Int32Array(cliques.length).fill(-1);
  for (let position = 0; position < cliques.length; position++) {
    const clique = cliques[position] ?? [];
    let first = cliques.length;
    for (let at = 1; at < clique.length; at++) first = Math.min(first, positions.get(clique[at] ?? -1) ?? first);
    if (first < cliques.length) above[position] = first;
  }
  return above;
}

/** For each clique the one that stands for it: itself, or a larger one below it that contains it. */
function absorb(cliques: readonly (readonly number[])[], above: Int32Array): Int32Array {
  const hosts = Int32Array.from(cliques, (_, clique) => clique);
  for (let clique = 0; clique < cliques.length; clique++) {
    const parent = above[clique] ?? -1;
    // All but the first variable of a clique are in its parent; where the parent has no more, it is contained.
    if (parent < 0 || hosts[parent] !== parent || (cliques[clique]?.length ?? 0) - 1 !== cliques[parent]?.length) continue;
    hosts[parent] = hosts[clique] ?? clique;
  }
  return hosts;
}
