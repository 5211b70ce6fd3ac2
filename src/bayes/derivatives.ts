import type { JunctionTree, Placed, Reach, TreeNode } from "#bayes/junction-tree";
import { scaleRows, sumOver } from "#bayes/kernels";
import { makeTableWithout } from "#bayes/node-table";
import { propagateDown, putOutside } from "#bayes/propagate";

/**
 * The derivative of P(what is known) with respect to each entry of the network's tables, every entry on its own, over P(what
 * is known) itself: for an entry above zero P(entry's states | known) / entry. Entries are numbered by `starts` of the
 * network; those of tables that are not in the tree have 0.
 */
export type LogDerivatives = Float64Array;

/**
 * Sends what is known down the tree, which writes all posteriors, and takes the derivatives on the way (Darwiche 2003; Park
 * and Darwiche 2004). What is known must have been sent up before.
 */
export function propagateDerivatives(tree: JunctionTree, reach: Reach): LogDerivatives {
  const { nodes, network, memory } = tree;
  const derivatives = new Float64Array(network.entries);
  propagateDown(tree, reach, (place, joint) => {
    const node = nodes[place];
    if (!node) return;
    let outside = false;
    const putOnce = (): void => {
      if (!outside) putOutside(tree, place);
      outside = true;
    };
    // Those that need no room first: they read the joint distribution, which the others write over.
    for (const table of node.tables) if (!hasZero(tree.cells, table.at, table.over.small)) divideByEntries(tree, { table, joint, derivatives });
    for (const table of node.tables) {
      if (!hasZero(tree.cells, table.at, table.over.small)) continue;
      putOnce();
      derivatives.set(sumWithout(tree, { node, place, omitted: table }), network.starts[table.subject] ?? 0);
    }
    for (const child of node.children) {
      if (!hasZero(tree.cells, child.at, child.over.small)) continue;
      putOnce();
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
