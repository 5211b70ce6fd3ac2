import type { JunctionTree, TreeNode } from "#bayes/junction-tree";

/** Products that may lose so many bits keep all of them above the smallest normal number, 2^-1022, and what is divided by them below the largest. */
const mostBits = 960;

/** A message whose entries lose at most so many bits is not looked into. */
const fewBits = 32;

/** The bits by which the smallest positive number of these may lie below 1. */
export function bitsBelowOne(cells: Float64Array, at: number, entries: number): number {
  let least = 1;
  for (let cell = at; cell < at + entries; cell++) {
    const value = cells[cell] ?? 0;
    if (value > 0 && value < least) least = value;
  }
  return least < 1 ? -Math.log2(least) : 0;
}

/** The same for all tables of a node multiplied. */
export const bitsOfTables = (cells: Float64Array, { tables }: TreeNode): number => tables.reduce((sum, { at, entries }) => sum + bitsBelowOne(cells, at, entries), 0);

/**
 * True where no product of positive numbers in any table can have become too small to be told from 0, or to keep its digits:
 * each takes at most the sum of what its factors lose. Where a message came out as all 0, that holds of it and of all below it.
 */
export function staysInRange(tree: JunctionTree): boolean {
  const { nodes, slots, network, memory: { store: { cells }, known, bits } } = tree;
  let total = 0;
  for (let place = 0; place < nodes.length; place++) total += (bits[place] ?? 0) + 1;
  const findings = new Map<number, number>();
  for (const variable of known) {
    const { node = -1, likelihood = 0 } = slots[variable] ?? {};
    const lost = node < 0 ? 0 : bitsBelowOne(cells, likelihood, network.sizes[variable] ?? 0);
    if (lost > 0) findings.set(node, (findings.get(node) ?? 0) + lost);
    total += lost;
  }
  return total <= mostBits || nodesStayInRange(tree, findings);
}

function nodesStayInRange({ nodes, memory: { store: { cells, stale }, bits } }: JunctionTree, findings: ReadonlyMap<number, number>): boolean {
  const lost = Float64Array.from(bits);
  for (const [node, more] of findings) lost[node] = (lost[node] ?? 0) + more;
  for (let place = nodes.length - 1; place >= 0; place--) {
    const own = lost[place] ?? 0;
    if (own > mostBits) return false;
    // Its message could not be made: nothing above it was looked at.
    if (stale[place] === 1) return true;
    const { parent = -1, message = 0, rows = 0 } = nodes[place] ?? {};
    // A message was divided by its largest entry, which may be as large as 2 for each factor.
    if (parent >= 0) lost[parent] = (lost[parent] ?? 0) + 1 + (own <= fewBits ? own : bitsBelowOne(cells, message, rows));
  }
  return true;
}
