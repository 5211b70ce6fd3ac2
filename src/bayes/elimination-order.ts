import type { Factor } from "#bayes/factor";

/**
 * An order in which to sum variables out: each time the one whose neighbours need the fewest new links between them
 * (min-fill), of equals the one that makes the smallest factor, then the first. Variables of `kept` stay.
 */
export function eliminationOrder(factors: readonly Factor[], kept: ReadonlySet<number>, sizes: readonly number[]): readonly number[] {
  const neighbours = interactionGraph(factors);
  const waiting = new Set(Array.from(neighbours.keys()).filter((variable) => !kept.has(variable)));
  const order: number[] = [];
  while (waiting.size > 0) {
    const next = cheapest(waiting, neighbours, sizes);
    order.push(next);
    waiting.delete(next);
    connectNeighbours(next, neighbours);
  }
  return order;
}

type Graph = Map<number, Set<number>>;

function interactionGraph(factors: readonly Factor[]): Graph {
  const graph: Graph = new Map();
  for (const { scope } of factors) {
    for (const variable of scope) {
      const linked = graph.get(variable) ?? new Set<number>();
      graph.set(variable, linked);
      for (const other of scope) if (other !== variable) linked.add(other);
    }
  }
  return graph;
}

function cheapest(waiting: ReadonlySet<number>, graph: Graph, sizes: readonly number[]): number {
  let best = -1;
  let fewest = Infinity;
  let smallest = Infinity;
  for (const variable of waiting) {
    const fill = fillOf(variable, graph);
    const size = Array.from(graph.get(variable) ?? []).reduce((product, other) => product * (sizes[other] ?? 1), sizes[variable] ?? 1);
    if (fill > fewest || (fill === fewest && size >= smallest)) continue;
    [best, fewest, smallest] = [variable, fill, size];
    // Nothing new and at most one neighbour: no other choice can be better.
    if (fill === 0 && (graph.get(variable)?.size ?? 0) <= 1) break;
  }
  return best;
}

function fillOf(variable: number, graph: Graph): number {
  const linked = Array.from(graph.get(variable) ?? []);
  let missing = 0;
  for (const [at, one] of linked.entries()) {
    const known = graph.get(one);
    for (let other = at + 1; other < linked.length; other++) if (!known?.has(linked[other] ?? -1)) missing++;
  }
  return missing;
}

function connectNeighbours(variable: number, graph: Graph): void {
  const linked = Array.from(graph.get(variable) ?? []);
  for (const one of linked) {
    const known = graph.get(one);
    known?.delete(variable);
    for (const other of linked) if (other !== one) known?.add(other);
  }
  graph.delete(variable);
}
