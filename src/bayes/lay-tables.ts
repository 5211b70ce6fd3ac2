import { entriesOver } from "#bayes/axes";
import type { Factor } from "#bayes/factor";
import type { Ground } from "#bayes/ground";
import type { JunctionTree, LaidTable, Product } from "#bayes/junction-tree";
import { multiplyOver } from "#bayes/kernel/overlay";
import { pieceWords, ProgramWriter } from "#bayes/kernel/program";
import { bitsOfTables } from "#bayes/number-range";

/** A product may have so many entries, and be of so many tables. */
const largestProduct = 1 << 11;
const mostInProduct = 8;

/**
 * What a node multiplies for the tables it holds: few factors, and none with its variables in another order than the
 * node's, which would be slow to walk. A table that is in order and has no company is its own product.
 */
export function productsOf(tables: readonly LaidTable[], scope: readonly number[], { sizes, ground }: { readonly sizes: readonly number[]; readonly ground: Ground }): readonly Product[] {
  const groups: { scope: readonly number[]; readonly of: LaidTable[] }[] = [];
  for (const table of tables) {
    const group = groups.find(({ scope: own, of }) => of.length < mostInProduct && entriesOver(union(scope, own, table.scope), sizes) <= largestProduct);
    if (group) {
      group.scope = union(scope, group.scope, table.scope);
      group.of.push(table);
    } else groups.push({ scope: scope.filter((variable) => table.scope.includes(variable)), of: [table] });
  }
  return groups.map(({ scope: own, of }) => {
    const [only] = of;
    const entries = entriesOver(own, sizes);
    const inOrder = of.length === 1 && only !== undefined && own.every((variable, place) => variable === only.scope[place]);
    return { scope: own, of, entries, at: inOrder ? only.at : ground.take(entries) };
  });
}

/** The variables of two scopes, in the order of a third that holds both. */
const union = (order: readonly number[], one: readonly number[], other: readonly number[]): readonly number[] => order.filter((variable) => one.includes(variable) || other.includes(variable));

/** Copies the network's tables into the cells. */
export function fillTables(cells: Float64Array, factors: readonly Factor[], tables: readonly LaidTable[]): void {
  for (const [at, table] of tables.entries()) if (table.at >= 0) cells.set(factors[at]?.values ?? [], table.at);
}

/** Multiplies the tables of nodes where they are multiplied beforehand; to be done again when one of them changes. */
export function makeProducts({ nodes, network: { sizes }, memory: { store: { cells }, divided, bits } }: Pick<JunctionTree, "nodes" | "network" | "memory">, places: Iterable<number>): void {
  const writer = new ProgramWriter(0, sizes);
  const makings: { readonly place: number; readonly product: Product; readonly pieces: readonly number[] }[] = [];
  for (const place of places) {
    divided[place] = 0;
    const node = nodes[place];
    if (node) bits[place] = bitsOfTables(cells, node);
    for (const product of node?.products ?? []) {
      const { scope, entries, of, at } = product;
      // The table itself.
      if (of[0]?.at === at) continue;
      makings.push({ place, product, pieces: of.map((table) => writer.piece({ ...table, gate: 1 }, { scope, split: 0, chunk: entries, chunks: 1 })) });
    }
  }
  const numbers = { cells, program: writer.finish() };
  for (const { place, product: { at, entries, of }, pieces } of makings) {
    cells.fill(1, at, at + entries);
    for (const piece of pieces) multiplyOver(numbers, { to: at, from: at, small: numbers.program[piece] ?? 0 }, piece + pieceWords.axes);
    if (of.length > 1) divided[place] = (divided[place] ?? 0) + bringBack(cells, at, entries);
  }
}

/** Products of tables that were cut by what is given can be tiny. */
const tiny = -64;

/** Divides a tiny product by a power of two, and says which (its exponent). */
function bringBack(cells: Float64Array, at: number, entries: number): number {
  let most = 0;
  for (let cell = at; cell < at + entries; cell++) most = Math.max(most, cells[cell] ?? 0);
  const exponent = most > 0 ? Math.max(-1000, Math.floor(Math.log2(most))) : 0;
  if (exponent > tiny) return 0;
  for (let cell = at; cell < at + entries; cell++) cells[cell] = (cells[cell] ?? 0) * 2 ** -exponent;
  return exponent;
}
