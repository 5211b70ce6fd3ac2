import { bitRows, bitsOf, clearBit, setBit, type BitRows } from "#bayes/bit-rows";
import { joinCliques, type CliqueForest } from "#bayes/cliques";
import { EliminationCosts } from "#bayes/elimination-costs";
import { searchOrder, type Heuristic } from "#bayes/order-search";

/** An order in which to sum the variables out, and the cliques that it makes. */
export interface Elimination extends CliqueForest {
  readonly heuristic: Heuristic | "no links missing";
  readonly order: readonly number[];
}

/**
 * A cheap elimination of the graph in which all variables of a scope are linked. Those that need no new link go first (no
 * order does better); for the rest an order is searched, with as much work as `effort` allows: a multiple of the entries
 * of the best tables so far, so that the search never takes long beside what it saves.
 */
export function triangulate(scopes: readonly (readonly number[])[], sizes: readonly number[], effort: number): Elimination {
  const graph = linkedGraph(scopes, sizes.length);
  const cliques: (readonly number[])[] = [];
  const left = takeOutSafe(graph, cliques);
  if (left.length === 0) return eliminated("no links missing", cliques);
  const core = within(graph.links, left);
  const found = searchOrder(new EliminationCosts(core, left.map((variable) => sizes[variable] ?? 1)), (entries) => effort * entries);
  for (const place of found.order) cliques.push([place, ...bitsOf(found.neighbours, place)].map((own) => left[own] ?? 0));
  return eliminated(found.heuristic, cliques);
}

const eliminated = (heuristic: Elimination["heuristic"], cliques: readonly (readonly number[])[]): Elimination => ({ heuristic, order: cliques.map(([variable = -1]) => variable), ...joinCliques(cliques) });

interface Graph {
  readonly links: BitRows;
  readonly present: Uint8Array;
}

function linkedGraph(scopes: readonly (readonly number[])[], count: number): Graph {
  const links = bitRows(count);
  const present = new Uint8Array(count);
  for (const scope of scopes) {
    for (const one of scope) {
      present[one] = 1;
      for (const other of scope) if (one !== other) setBit(links, one, other);
    }
  }
  return { links, present };
}

/** Takes out, as long as there are such, variables whose neighbours are all linked; the others are returned. */
function takeOutSafe({ links, present }: Graph, cliques: (readonly number[])[]): readonly number[] {
  const open: number[] = [];
  for (let variable = present.length - 1; variable >= 0; variable--) if (present[variable] === 1) open.push(variable);
  for (let variable = open.pop(); variable !== undefined; variable = open.pop()) {
    if (present[variable] === 0) continue;
    const neighbours = bitsOf(links, variable);
    if (!neighbours.every((one) => seesAll(links, one, variable))) continue;
    present[variable] = 0;
    cliques.push([variable, ...neighbours]);
    for (const one of neighbours) {
      clearBit(links, one, variable);
      open.push(one);
    }
  }
  return Array.from(present.keys()).filter((variable) => present[variable] === 1);
}

/** True where a neighbour of `centre` is linked with all its other neighbours. */
function seesAll({ bits, words }: BitRows, one: number, centre: number): boolean {
  for (let word = 0; word < words; word++) {
    let lacking = (bits[centre * words + word] ?? 0) & ~(bits[one * words + word] ?? 0);
    if (one >>> 5 === word) lacking &= ~(1 << (one & 31));
    if (lacking !== 0) return false;
  }
  return true;
}

/** The graph among some variables, numbered by their places. */
function within(links: BitRows, variables: readonly number[]): BitRows {
  const places = new Map(variables.map((variable, place) => [variable, place]));
  const core = bitRows(variables.length);
  for (const [place, variable] of variables.entries()) for (const other of bitsOf(links, variable)) setBit(core, place, places.get(other) ?? 0);
  return core;
}
