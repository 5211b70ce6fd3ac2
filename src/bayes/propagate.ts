import type { JunctionTree, Reach, TreeNode } from "#bayes/junction-tree";
import { scaleRows, sumOver, sumRows, type Rows } from "#bayes/kernels";
import { makeTable } from "#bayes/node-table";

/** How a table is told to the parent: the sum of each row, or its largest entry. Returns the largest of them. */
export type Collect = (cells: Float64Array, rows: Rows, target: number) => number;

/**
 * Sends what is known towards the roots, for the nodes whose table is stale. False where that is impossible under the
 * network; what could not be told is stale still.
 */
export function propagateUp({ nodes, cells, memory }: JunctionTree, collect: Collect = sumRows): boolean {
  if (memory.constant === -Infinity) return false;
  const { stale, scales } = memory;
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place];
    if (!node || stale[place] === 0) continue;
    makeTable({ nodes, cells, memory }, place);
    const largest = collect(cells, node, node.message);
    if (!(largest > 0)) return false;
    divide(cells, node, largest);
    scales[place] = largest;
    stale[place] = 0;
  }
  return true;
}

function divide(cells: Float64Array, { message, rows }: TreeNode, divisor: number): void {
  for (let at = message; at < message + rows; at++) cells[at] = (cells[at] ?? 0) / divisor;
}

/**
 * The natural logarithm of what was collected at the roots: of the probability of what is known where rows were summed, of
 * that of the most probable explanation where they were maximised.
 */
export function logCollected({ memory: { scales, shrunk, known, constant } }: JunctionTree): number {
  let total = constant;
  let product = 1;
  for (let place = 0; place < scales.length; place++) {
    total += shrunk[place] ?? 0;
    product *= scales[place] ?? 1;
    // Scales are rarely far from 1; a logarithm is taken only before their product leaves the safe range.
    if (product > 1e100 || product < 1e-100) {
      total += Math.log(product);
      product = 1;
    }
  }
  for (const log of known.values()) total += log;
  return total + Math.log(product);
}

/** Told of each node whose table is opened, by its place; the joint distribution of its variables given all that is known lies at `joint`. */
export type Visitor = (place: number, joint: number) => void;

/**
 * Sends all that is known from the roots to the nodes within reach, and writes the posteriors found there (each sums to 1
 * but for rounding). What is known must have been sent up before.
 */
export function propagateDown(tree: JunctionTree, { visit, open }: Reach, visitor?: Visitor): void {
  const { nodes, cells } = tree;
  for (let place = 0; place < nodes.length; place++) {
    const node = nodes[place];
    if (!node || visit[place] === 0) continue;
    if (node.parent < 0) cells[node.separator] = 1;
    for (const { over, at } of node.fromSeparator) sumOver(cells, over, node.separator, at);
    if (open[place] === 0) continue;
    const joint = jointOf(tree, node, place);
    for (const { over, at } of node.fromTable) sumOver(cells, over, joint, at);
    for (const { subject, over } of node.children) if (visit[subject] === 1) sumOver(cells, over, joint, nodes[subject]?.separator ?? 0);
    visitor?.(place, joint);
  }
}

/** Where the joint distribution of the node's variables is put: its own table with each row scaled to what the parent knows. */
function jointOf(tree: JunctionTree, node: TreeNode, place: number): number {
  // A table no wider than its separator is the separator.
  if (node.width === 1) return node.separator;
  const { cells, scratch } = tree;
  putOutside(tree, place);
  scaleRows(cells, node, scratch.rows, scratch.table);
  return scratch.table;
}

/**
 * Writes to the scratch rows what all the rest of the tree says of each row of a node: what the parent knows of it, over what
 * the node told. Of a row that the node excludes that cannot be said so; it is 0, unless `memory.outside` knows better.
 */
export function putOutside({ cells, scratch, memory, nodes }: JunctionTree, place: number): void {
  const { rows = 0, message = 0, separator = 0 } = nodes[place] ?? {};
  const scale = memory.scales[place] ?? 1;
  const excluded = memory.outside.get(place);
  for (let row = 0; row < rows; row++) {
    const told = (cells[message + row] ?? 0) * scale;
    cells[scratch.rows + row] = told > 0 ? (cells[separator + row] ?? 0) / told : (excluded?.[row] ?? 0);
  }
}
