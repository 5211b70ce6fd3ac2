import type { JunctionTree, Placed, TreeNode } from "#bayes/junction-tree";
import { scaleRows, sumOver } from "#bayes/kernels";
import { makeTableWithout } from "#bayes/node-table";
import { propagateDown, putOutside, type Reach } from "#bayes/propagate";

/**
 * For each of the network's tables the derivative of P(what is known) with respect to each of its entries, every entry on
 * its own, over P(what is known) itself: for an entry above zero P(entry's states | known) / entry. In the order of the
 * tables; empty for tables that are not in the tree.
 */
export type LogDerivatives = readonly Float64Array[];

/**
 * Sends what is known down the tree, which writes all posteriors, and takes the derivatives on the way (Darwiche 2003; Park
 * and Darwiche 2004). What is known must have been sent up before.
 */
export function propagateDerivatives(tree: JunctionTree, reach: Reach): LogDerivatives {
  const { nodes, network, memory } = tree;
  const derivatives: Float64Array[] = network.tables.map(() => new Float64Array(0));
  propagateDown(tree, reach, (place, joint) => {
    const node = nodes[place];
    if (!node) return;
    const withZeros = node.tables.filter((table) => !divideByEntries(tree, table, { joint, derivatives }));
    const excluding = node.children.filter(({ subject }) => excludesRows(tree, nodes[subject]));
    if (withZeros.length + excluding.length > 0) putOutside(tree, place);
    for (const table of withZeros) derivatives[table.subject] = sumWithout(tree, place, table);
    for (const child of excluding) memory.outside.set(child.subject, outsideOf(tree, place, child));
  });
  memory.outside.clear();
  return derivatives;
}

/** Where no entry is zero, the joint distribution of a table's variables over its entries; false where some is. */
function divideByEntries({ cells, scratch }: JunctionTree, { subject, over, at }: Placed, { joint, derivatives }: { readonly joint: number; readonly derivatives: Float64Array[] }): boolean {
  const size = over.small;
  for (let entry = at; entry < at + size; entry++) if (cells[entry] === 0) return false;
  sumOver(cells, over, joint, scratch.factor);
  const found = new Float64Array(size);
  for (let entry = 0; entry < size; entry++) found[entry] = (cells[scratch.factor + entry] ?? 0) / (cells[at + entry] ?? 1);
  derivatives[subject] = found;
  return true;
}

/** The same by leaving the table out, so that nothing is divided by. The scratch rows hold what lies outside. */
function sumWithout(tree: JunctionTree, place: number, omitted: Placed): Float64Array {
  const { cells, scratch, nodes } = tree;
  const node = nodes[place];
  if (!node) return new Float64Array(0);
  makeTableWithout(tree, place, { omitted, at: scratch.table });
  scaleRows(cells, { table: scratch.table, rows: node.rows, width: node.width }, scratch.rows, scratch.table);
  sumOver(cells, omitted.over, scratch.table, scratch.factor);
  return cells.slice(scratch.factor, scratch.factor + omitted.over.small);
}

function excludesRows({ cells, nodes }: JunctionTree, child: TreeNode | undefined): boolean {
  if (!child || nodes.length === 0) return false;
  for (let at = child.message; at < child.message + child.rows; at++) if (cells[at] === 0) return true;
  return false;
}

/** What the tree outside a child says of each row that it shares, also of those that the child excludes. */
function outsideOf(tree: JunctionTree, place: number, child: Placed): Float64Array {
  const scale = tree.memory.scales[child.subject] ?? 1;
  return sumWithout(tree, place, child).map((value) => value / scale);
}
