import type { JunctionTree, PlacedTable, Reach } from "#bayes/junction-tree";
import { changeStore } from "#bayes/kernel/choose";
import { propagateDown } from "#bayes/propagate";
import { wholeReach } from "#bayes/reach";

/**
 * The derivative of P(what is known) with respect to each entry of the network's tables, every entry on its own, over P(what
 * is known) itself: for an entry above zero P(entry's states | known) / entry. Entries are numbered by `starts` of the
 * network; those of tables that are not in the tree have 0.
 */
export type LogDerivatives = Float64Array;

/** Where derivatives are taken: everywhere, with what is known of zeros in the tables. */
export interface DerivativeReach extends Reach {
  /** 1 for nodes that hold a table with a zero in it, and for those above them. */
  readonly zeros: Uint8Array;
}

/** All nodes with a posterior or a probability table. */
export function derivativeReach(tree: JunctionTree): DerivativeReach {
  const zeros = new Uint8Array(tree.nodes.length);
  for (let place = zeros.length - 1; place >= 0; place--) {
    const { tables = [], parent = -1 } = tree.nodes[place] ?? {};
    if (tables.some((table) => hasZero(tree, table))) zeros[place] = 1;
    if (zeros[place] === 1 && parent >= 0) zeros[parent] = 1;
  }
  return { ...wholeReach(tree), zeros };
}

/**
 * Sends what is known down the tree, which writes all posteriors, and takes the derivatives on the way (Darwiche 2003; Park
 * and Darwiche 2004). What is known must have been sent up before.
 */
export function propagateDerivatives(tree: JunctionTree, reach: DerivativeReach): LogDerivatives {
  const derivatives = new Float64Array(tree.network.entries);
  makeRoom(tree);
  propagateDown(tree, reach, true);
  for (const { tables } of tree.nodes) for (const table of tables) divideByEntries(tree, table, derivatives);
  besideZeros(tree, reach, derivatives);
  return derivatives;
}

/** The sums over the tables have cells from the first time that they are wanted. */
function makeRoom({ memory, network, derivatives }: JunctionTree): void {
  const { store } = memory;
  if (store.cells.length >= derivatives + network.entries) return;
  const cells = new Float64Array(derivatives + network.entries);
  cells.set(store.cells);
  changeStore(memory, { ...store, cells });
}

const hasZero = ({ memory: { store: { cells } } }: JunctionTree, { at, entries }: PlacedTable): boolean => cells.subarray(at, at + entries).includes(0);

/** Where no entry is zero: the joint distribution of a table's variables over its entries. */
function divideByEntries({ memory, network, derivatives: from }: JunctionTree, { subject, at, entries }: PlacedTable, derivatives: LogDerivatives): void {
  const { cells } = memory.store;
  const start = network.starts[subject] ?? 0;
  for (let entry = 0; entry < entries; entry++) derivatives[start + entry] = (cells[from + start + entry] ?? 0) / (cells[at + entry] ?? 1);
}

/** The tables with a zero: by leaving a table out of its node, so that nothing is divided by. */
function besideZeros(tree: JunctionTree, { zeros }: DerivativeReach, derivatives: LogDerivatives): void {
  const { nodes, memory: { store: { cells, scales } }, network } = tree;
  // What the rest of the tree says of rows that a node excludes.
  const excluded = new Map<number, Float64Array>();
  for (const [place, { tables, children }] of nodes.entries()) {
    if (zeros[place] === 0) continue;
    putOutside(tree, place, excluded.get(place));
    for (const table of tables) {
      if (hasZero(tree, table)) derivatives.set(sumWithout(tree, { place, omitted: table.factor, sum: table.derivative, entries: table.entries }), network.starts[table.subject] ?? 0);
    }
    for (const { subject, factor } of children) {
      const { message = 0, rows = 0 } = nodes[subject] ?? {};
      if (zeros[subject] === 0 || !cells.subarray(message, message + rows).includes(0)) continue;
      const scale = scales[subject] ?? 1;
      excluded.set(subject, sumWithout(tree, { place, omitted: factor, sum: factor, entries: rows }).map((value) => value / scale));
    }
  }
}

/**
 * Writes to the room for ratios what all the rest of the tree says of each row of a node: what the parent knows of it, over
 * what the node told. Of a row that the node excludes that cannot be said so; it is 0, unless that is known otherwise.
 */
function putOutside({ memory: { store: { cells, scales, room } }, nodes }: JunctionTree, place: number, excluded: Float64Array | undefined): void {
  const { rows = 0, message = 0, separator = 0 } = nodes[place] ?? {};
  const scale = scales[place] ?? 1;
  for (let row = 0; row < rows; row++) {
    const told = (cells[message + row] ?? 0) * scale;
    cells[room.ratios + row] = told > 0 ? (cells[separator + row] ?? 0) / told : (excluded?.[row] ?? 0);
  }
}

interface Omission {
  readonly place: number;
  /** The piece that is left out, and the one that says how to sum. */
  readonly omitted: number;
  readonly sum: number;
  readonly entries: number;
}

/** The joint distribution of a factor's variables without the factor, scaled as the table of its node is. */
function sumWithout({ memory: { store: { cells, shrunk, room }, kernel } }: JunctionTree, { place, omitted, sum, entries }: Omission): Float64Array {
  const exponent = kernel.without(place, omitted, { sum, to: room.factor }) - (shrunk[place] ?? 0);
  const found = cells.slice(room.factor, room.factor + entries);
  return exponent === 0 ? found : found.map((value) => value * 2 ** exponent);
}
