import type { JunctionTree, Placed, TreeNode } from "#bayes/junction-tree";
import { multiplyOver } from "#bayes/kernels";

/** After so many factors in one table it is brought back to at most 1, so that long products do not vanish. */
const factorsBetweenScalings = 8;

type Workplace = Pick<JunctionTree, "nodes" | "cells" | "memory">;

/** The product of a node's probability tables, where it is kept. */
export function makeBase({ nodes, cells, memory }: Workplace, place: number): void {
  const { base = -1, size = 0, tables = [] } = nodes[place] ?? {};
  if (base < 0) return;
  cells.fill(1, base, base + size);
  memory.shrunkBase[place] = multiplyAll(cells, { at: base, size }, tables);
}

/** A node's table: its probability tables, times what is known, times what its children tell. */
export function makeTable(tree: Workplace, place: number): void {
  const node = tree.nodes[place];
  if (!node) return;
  const target = { at: node.table, size: node.size };
  const shrunk = node.base >= 0 ? copyBase(tree, place, target) : startAnew(tree.cells, target, node.tables);
  multiplyKnown(tree, node, target);
  tree.memory.shrunk[place] = shrunk + multiplyAll(tree.cells, target, node.children);
}

/**
 * Writes to `at` the table of a node as it would be without one of its factors, a probability table or what a child tells,
 * scaled as the table itself is.
 */
export function makeTableWithout(tree: Workplace, place: number, { omitted, at }: { readonly omitted: Placed; readonly at: number }): void {
  const node = tree.nodes[place];
  if (!node) return;
  const target = { at, size: node.size };
  const others = [...node.tables, ...node.children].filter((factor) => factor !== omitted);
  const shrunk = startAnew(tree.cells, target, others);
  multiplyKnown(tree, node, target);
  const factor = Math.exp(shrunk - (tree.memory.shrunk[place] ?? 0));
  if (factor !== 1) for (let cell = at; cell < at + node.size; cell++) tree.cells[cell] = (tree.cells[cell] ?? 0) * factor;
}

function multiplyKnown({ cells, memory }: Workplace, { findings }: TreeNode, target: Stretch): void {
  for (const { subject, over, at } of findings) if (memory.known.has(subject)) multiplyOver(cells, over, target.at, at);
}

function startAnew(cells: Float64Array, target: Stretch, factors: readonly Placed[]): number {
  for (let at = target.at; at < target.at + target.size; at++) cells[at] = 1;
  return multiplyAll(cells, target, factors);
}

function copyBase({ nodes, cells, memory }: Workplace, place: number, target: Stretch): number {
  copyCells(cells, nodes[place]?.base ?? 0, target);
  return memory.shrunkBase[place] ?? 0;
}

interface Stretch {
  readonly at: number;
  readonly size: number;
}

/** Multiplies factors into a table; the logarithm of what the table was divided by on the way. */
function multiplyAll(cells: Float64Array, target: Stretch, factors: readonly Placed[]): number {
  let shrunk = 0;
  let count = 0;
  for (const { over, at } of factors) {
    multiplyOver(cells, over, target.at, at);
    if (++count % factorsBetweenScalings === 0) shrunk += shrink(cells, target);
  }
  return shrunk;
}

function shrink(cells: Float64Array, { at: first, size }: Stretch): number {
  let largest = 0;
  for (let at = first; at < first + size; at++) if ((cells[at] ?? 0) > largest) largest = cells[at] ?? 0;
  if (largest === 0) return 0;
  for (let at = first; at < first + size; at++) cells[at] = (cells[at] ?? 0) / largest;
  return Math.log(largest);
}

function copyCells(cells: Float64Array, from: number, { at, size }: Stretch): void {
  if (size > 64) cells.copyWithin(at, from, from + size);
  else for (let entry = 0; entry < size; entry++) cells[at + entry] = cells[from + entry] ?? 0;
}
