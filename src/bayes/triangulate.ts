import { appendBits, bitRows, bitsOf, clearBit, lowestBit, setBit, type BitRows } from "#bayes/bit-rows";
import { joinCliques, type CliqueForest } from "#bayes/cliques";
import { searchOrder, type Heuristic } from "#bayes/order-search";

/** An order in which to sum the variables out, and the cliques that it makes. */
export interface Elimination extends CliqueForest {
  readonly heuristic: Heuristic | "no links missing" | "an order found before";
  readonly order: readonly number[];
}

/**
 * A cheap elimination of the graph in which all variables of a scope are linked. Those that need no new link go first (no
 * order does better); for the rest an order is searched, with as much work as what it may save is worth, times `effort`.
 */
export function triangulate(scopes: readonly (readonly number[])[], sizes: readonly number[], effort: number): Elimination {
  const graph = linkedGraph(scopes, sizes.length);
  const cliques: (readonly number[])[] = [];
  const left = takeOutSafe(graph, cliques);
  if (left.length === 0) return eliminated("no links missing", cliques);
  const found = searchOrder(within(graph.links, left), left.map((variable) => sizes[variable] ?? 1), effort);
  for (const place of found.order) cliques.push(cliqueOf(found.neighbours, place).map((own) => left[own] ?? 0));
  return eliminated(found.heuristic, cliques);
}

const eliminated = (heuristic: Elimination["heuristic"], cliques: readonly (readonly number[])[]): Elimination => ({ heuristic, order: cliques.map((clique) => clique[0] ?? -1), ...joinCliques(cliques) });

/** The elimination of the same graph in an order that was found before; one of other variables is refused. */
export function triangulateAlong(scopes: readonly (readonly number[])[], count: number, order: readonly number[]): Elimination {
  const { links, present } = linkedGraph(scopes, count);
  const cliques: (readonly number[])[] = [];
  for (const variable of order) {
    if (present[variable] !== 1) throw new RangeError("The order names a variable twice, or one that no table has.");
    present[variable] = 0;
    const clique = cliqueOf(links, variable);
    cliques.push(clique);
    for (let at = 1; at < clique.length; at++) linkAll(links, clique[at] ?? 0, variable);
  }
  if (present.includes(1)) throw new RangeError("The order leaves out a variable of the tables.");
  return eliminated("an order found before", cliques);
}

/** Links a neighbour of `gone` with all its other neighbours. */
function linkAll(links: BitRows, one: number, gone: number): void {
  const { bits, words } = links;
  for (let word = 0; word < words; word++) bits[one * words + word] = (bits[one * words + word] ?? 0) | (bits[gone * words + word] ?? 0);
  clearBit(links, one, one);
  clearBit(links, one, gone);
}

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
      for (let at = 0; at < scope.length; at++) if (one !== scope[at]) setBit(links, one, scope[at] ?? 0);
    }
  }
  return { links, present };
}

/** Takes out, as long as there are such, variables whose neighbours are all linked; the others are returned. */
function takeOutSafe({ links, present }: Graph, cliques: (readonly number[])[]): readonly number[] {
  const open: number[] = [];
  for (let variable = present.length - 1; variable >= 0; variable--) if (present[variable] === 1) open.push(variable);
  for (let variable = open.pop(); variable !== undefined; variable = open.pop()) {
    if (present[variable] === 0 || !isSafe(links, variable)) continue;
    present[variable] = 0;
    const clique = cliqueOf(links, variable);
    cliques.push(clique);
    for (let at = 1; at < clique.length; at++) {
      clearBit(links, clique[at] ?? 0, variable);
      open.push(clique[at] ?? 0);
    }
  }
  const left: number[] = [];
  for (let variable = 0; variable < present.length; variable++) if (present[variable] === 1) left.push(variable);
  return left;
}

/** True where all neighbours of a variable are linked with one another. */
function isSafe(links: BitRows, variable: number): boolean {
  const { bits, words } = links;
  for (let word = 0; word < words; word++) {
    for (let left = bits[variable * words + word] ?? 0; left !== 0; left &= left - 1) if (!seesAll(links, word * 32 + lowestBit(left), variable)) return false;
  }
  return true;
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
  const places = new Int32Array(links.bits.length / links.words);
  for (let place = 0; place < variables.length; place++) places[variables[place] ?? 0] = place;
  const core = bitRows(variables.length);
  for (let place = 0; place < variables.length; place++) for (const other of bitsOf(links, variables[place] ?? 0)) setBit(core, place, places[other] ?? 0);
  return core;
}

function cliqueOf(links: BitRows, variable: number): readonly number[] {
  const clique = [variable];
  appendBits(clique, links, variable);
  return clique;
}
