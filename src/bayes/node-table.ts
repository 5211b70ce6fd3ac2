import type { JunctionTree, Placed } from "#bayes/junction-tree";
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
export function makeTable({ nodes, cells, memory }: Workplace, place: number): void {
  const node = nodes[place];
  if (!node) return;
  const target = { at: node.table, size: node.size };
  let shrunk = 0;
  if (node.base >= 0) {
    copyCells(cells, node.base, target);
    shrunk = memory.shrunkBase[place] ?? 0;
  } else {
    for (let at = target.at; at < target.at + target.size; at++) cells[at] = 1;
    shrunk = multiplyAll(cells, target, node.tables);
  }
  for (const { subject, over, at } of node.findings) if (memory.known.has(subject)) multiplyOver(cells, over, target.at, at);
  memory.shrunk[place] = shrunk + multiplyAll(cells, target, node.children);
}

interface Stretch {
  readonly at: number;
  readonly size: number;
}

/** Multiplies factors into a table; the logarithm of what the table was divided by on the way. */
export function multiplyAll(cells: Float64Array, target: Stretch, factors: readonly Placed[]): number {
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
