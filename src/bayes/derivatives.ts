import type { JunctionTree, Placed, Reach, TreeNode } from "#bayes/junction-tree";
import { scaleRows, sumOver } from "#bayes/kernels";
import { makeTableWithout } from "#bayes/node-table";
import { propagateDown, putOutside } from "#bayes/propagate";
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
    if (tables.some(({ at, over }) => hasZero(tree.cells, at, over.small))) zeros[place] = 1;
    if (zeros[place] === 1 && parent >= 0) zeros[parent] = 1;
  }
  return { ...wholeReach(tree), zeros };
}

/**
 * Sends what is known down the tree, which writes all posteriors, and takes the derivatives on the way (Darwiche 2003; Park
 * and Darwiche 2004). What is known must have been sent up before.
 */
export function propagateDerivatives(tree: JunctionTree, reach: DerivativeReach): LogDerivatives {
  const { nodes, network, memory } = tree;
  const derivatives = new Float64Array(network.entries);
  propagateDown(tree, reach, (place, joint) => {
    const node = nodes[place];
    if (!node) return;
    if (reach.zeros[place] === 0) {
      for (const table of node.tables) divideByEntries(tree, { table, joint, derivatives });
      return;
    }
    // Those without a zero first: they read the joint distribution, which the others write over.
    for (const table of node.tables) if (!hasZero(tree.cells, table.at, table.over.small)) divideByEntries(tree, { table, joint, derivatives });
    putOutside(tree, place);
    for (const table of node.tables) if (hasZero(tree.cells, table.at, table.over.small)) derivatives.set(sumWithout(tree, { node, place, omitted: table }), network.starts[table.subject] ?? 0);
    for (const child of node.children) {
      if (reach.zeros[child.subject] === 0 || !hasZero(tree.cells, child.at, child.over.small)) continue;
      const scale = memory.scales[child.subject] ?? 1;
      memory.outside.set(child.subject, sumWithout(tree, { node, place, omitted: child }).map((value) => value / scale));
    }
  });
  memory.outside.clear();
  return derivatives;
}

function hasZero(cells: Float64Array, at: number, count: number): boolean {
  for (let cell = at; cell < at + count; cell++) if (cells[cell] === 0) return true;
  return false;
}

/** Where no entry is zero: the joint distribution of a table's variables over its entries. */
function divideByEntries({ cells, scratch, network }: JunctionTree, { table, joint, derivatives }: { readonly table: Placed; readonly joint: number; readonly derivatives: LogDerivatives }): void {
  const { subject, over, at } = table;
  const start = network.starts[subject] ?? 0;
  sumOver(cells, over, joint, scratch.factor);
  for (let entry = 0; entry < over.small; entry++) derivatives[start + entry] = (cells[scratch.factor + entry] ?? 0) / (cells[at + entry] ?? 1);
}

/** The same by leaving a factor of a node out, so that nothing is divided by. The scratch rows hold what lies outside the node. */
function sumWithout({ cells, scratch, nodes, memory }: JunctionTree, { node, place, omitted }: { readonly node: TreeNode; readonly place: number; readonly omitted: Placed }): Float64Array {
  makeTableWithout({ cells, nodes, memory }, place, { omitted, at: scratch.table });
  scaleRows(cells, { table: scratch.table, rows: node.rows, width: node.width }, scratch.rows, scratch.table);
  sumOver(cells, omitted.over, scratch.table, scratch.factor);
  return cells.slice(scratch.factor, scratch.factor + omitted.over.small);
}
