import type { Collecting, Kernel, Store } from "#bayes/kernel/kernel";
import { addOver, mostOver, multiplyOver, type Numbers } from "#bayes/kernel/overlay";
import { nodeWords, pieceWords } from "#bayes/kernel/program";

/** The kernel in TypeScript: the reference, and what works where WebAssembly does not. */
export function typeScriptKernel(store: Store): Kernel {
  return new TypeScriptKernel(store);
}

/** After so many factors in one table it is brought back, so that long products do not vanish. */
const factorsBetweenShrinks = 8;

class TypeScriptKernel implements Kernel {
  readonly name = "TypeScript";
  private readonly store: Store;
  private readonly numbers: Numbers;
  /** By what power of two the table that is being made was divided so far. */
  private exponents = 0;

  constructor(store: Store) {
    this.store = store;
    this.numbers = { cells: store.cells, program: store.program };
  }

  up(how: Collecting): boolean {
    const { stale, open, read, program, cells, shrunk } = this.store;
    const collect = how === "largest" ? mostOver : addOver;
    read.fill(0);
    for (let place = stale.length - 1; place >= 0; place--) {
      if (stale[place] === 0) continue;
      const node = program[place] ?? 0;
      const told = program[node + nodeWords.told] ?? 0;
      const message = program[node + nodeWords.message] ?? 0;
      const rows = program[node + nodeWords.rows] ?? 0;
      fillCells(cells, message, message + rows, 0);
      this.exponents = 0;
      const chunks = program[node + nodeWords.chunks] ?? 0;
      const sums = program[node + nodeWords.sums] ?? 0;
      const reads = how === "sums, and read" && open[place] === 1 && this.isRoot(node);
      if (reads) this.clearAll(sums);
      for (let chunk = 0; chunk < chunks; chunk++) {
        const joint = this.tableOf(node, chunk);
        collect(this.numbers, this.start(told, chunk), joint, told + pieceWords.axes);
        if (reads) this.sumAll(sums, joint, chunk);
      }
      if (reads) read[place] = 1;
      shrunk[place] = this.exponents;
      if (!this.normalise(place, message, rows)) return false;
      stale[place] = 0;
    }
    return true;
  }

  down(derive: boolean): void {
    const { program, cells, visit, open } = this.store;
    for (let place = 0; place < visit.length; place++) {
      if (visit[place] === 0) continue;
      const node = program[place] ?? 0;
      const separator = program[node + nodeWords.separator] ?? 0;
      if ((program[node + nodeWords.parent] ?? 0) < 0) cells[separator] = 1;
      const heads = program[node + nodeWords.headSums] ?? 0;
      this.clearAll(heads);
      this.sumAll(heads, separator, 0);
      if (open[place] === 1) this.openNode(place, node, derive);
    }
  }

  product(place: number, chunk: number): number {
    const { program, room } = this.store;
    const node = program[place] ?? 0;
    return this.productIn(room.table, node, { factors: program[node + nodeWords.factors] ?? 0, chunk, omitted: -1 });
  }

  without(place: number, omitted: number, { sum, to }: { readonly sum: number; readonly to: number }): number {
    const { program, cells, room } = this.store;
    const node = program[place] ?? 0;
    const outside = program[node + nodeWords.outside] ?? 0;
    const away = to - (program[sum] ?? 0);
    fillCells(cells, to, to + (program[sum + pieceWords.entries] ?? 0), 0);
    this.exponents = 0;
    const chunks = program[node + nodeWords.chunks] ?? 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = this.productIn(room.table, node, { factors: program[node + nodeWords.parts] ?? 0, chunk, omitted });
      multiplyOver(this.numbers, { to: room.table, from, small: this.start(outside, chunk) }, outside + pieceWords.axes);
      addOver(this.numbers, this.start(sum, chunk) + away, room.table, sum + pieceWords.axes);
    }
    return this.exponents;
  }

  /** Where the cells of a piece begin for a chunk of the table. */
  private start(piece: number, chunk: number): number {
    const { program } = this.store;
    const offsets = program[piece + pieceWords.offsets] ?? -1;
    return (program[piece] ?? 0) + (offsets < 0 ? 0 : (program[offsets + chunk] ?? 0));
  }

  /** The product of a node's factors, kept where the node keeps it. */
  private tableOf(node: number, chunk: number): number {
    const { program, cells, room } = this.store;
    const kept = program[node + nodeWords.table] ?? -1;
    const size = program[node + nodeWords.chunk] ?? 0;
    const to = kept < 0 ? room.table : kept + chunk * size;
    const from = this.productIn(to, node, { factors: program[node + nodeWords.factors] ?? 0, chunk, omitted: -1 });
    if (kept < 0 || from === to) return from;
    cells.copyWithin(to, from, from + size);
    return to;
  }

  private productIn(to: number, node: number, { factors, chunk, omitted }: { readonly factors: number; readonly chunk: number; readonly omitted: number }): number {
    const { program, cells } = this.store;
    const size = program[node + nodeWords.chunk] ?? 0;
    const shrinks = program[node + nodeWords.chunks] === 1;
    const end = factors + 1 + (program[factors] ?? 0);
    let from = -1;
    let done = 0;
    for (let at = factors + 1; at < end; at++) {
      const factor = program[at] ?? 0;
      if (program[factor + pieceWords.gate] === 0 || factor === omitted) continue;
      const small = this.start(factor, chunk);
      const axes = factor + pieceWords.axes;
      if (from < 0 && program[axes + 1] === 1 && program[axes + 3] === 1) from = small;
      else {
        if (from < 0) fillCells(cells, to, to + size, 1);
        multiplyOver(this.numbers, { to, from: from < 0 ? to : from, small }, axes);
        from = to;
      }
      if (++done % factorsBetweenShrinks === 0 && shrinks) this.exponents += shrink(cells, to, size);
    }
    if (from >= 0) return from;
    fillCells(cells, to, to + size, 1);
    return to;
  }

  /** Divides a message by a power of two, so that its largest entry lies from 1 up to 2. */
  private normalise(place: number, message: number, rows: number): boolean {
    const { cells, scales } = this.store;
    const most = largest(cells, message, rows);
    if (!(most > 0)) return false;
    const exponent = exponentOf(most);
    scales[place] = 2 ** exponent;
    if (exponent !== 0) scaleCells(cells, message, message + rows, 2 ** -exponent);
    return true;
  }

  private openNode(place: number, node: number, derive: boolean): void {
    const { program, read } = this.store;
    const sums = program[node + nodeWords.sums] ?? 0;
    const derivatives = program[node + nodeWords.derivatives] ?? 0;
    const narrow = program[node + nodeWords.width] === 1;
    if (!narrow) this.outside(place, node);
    if (read[place] === 0) this.sumNode(node, derive);
    read[place] = 0;
    if (!this.isRoot(node)) return;
    this.scaleAll(sums);
    if (derive) this.scaleAll(derivatives);
  }

  private sumNode(node: number, derive: boolean): void {
    const { program } = this.store;
    const sums = program[node + nodeWords.sums] ?? 0;
    const derivatives = program[node + nodeWords.derivatives] ?? 0;
    this.clearAll(sums);
    if (derive) this.clearAll(derivatives);
    const chunks = program[node + nodeWords.chunks] ?? 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const joint = this.jointOf(node, chunk);
      this.sumAll(sums, joint, chunk);
      if (derive) this.sumAll(derivatives, joint, chunk);
    }
  }

  /** Such a node has one row: what the rest of the tree says of it is one number, by which its sums are multiplied when they are made. */
  private isRoot(node: number): boolean {
    const { program } = this.store;
    return (program[node + nodeWords.parent] ?? 0) < 0 && (program[node + nodeWords.width] ?? 0) > 1;
  }

  /** A chunk of the joint distribution of a node's variables: its table, each row times what the rest of the tree says of it. */
  private jointOf(node: number, chunk: number): number {
    const { program, room } = this.store;
    const kept = program[node + nodeWords.table] ?? -1;
    const size = program[node + nodeWords.chunk] ?? 0;
    // A table no wider than its separator is the separator.
    if (program[node + nodeWords.width] === 1) return (program[node + nodeWords.separator] ?? 0) + chunk * size;
    const from = kept < 0 ? this.productIn(room.table, node, { factors: program[node + nodeWords.factors] ?? 0, chunk, omitted: -1 }) : kept + chunk * size;
    if (this.isRoot(node)) return from;
    const outside = program[node + nodeWords.outside] ?? 0;
    multiplyOver(this.numbers, { to: room.table, from, small: this.start(outside, chunk) }, outside + pieceWords.axes);
    return room.table;
  }

  /** What all the rest of the tree says of each row of a node; 0 for rows that the node excludes. */
  private outside(place: number, node: number): void {
    const { program, cells, scales, room } = this.store;
    const rows = program[node + nodeWords.rows] ?? 0;
    const message = program[node + nodeWords.message] ?? 0;
    const separator = program[node + nodeWords.separator] ?? 0;
    const scale = scales[place] ?? 1;
    for (let row = 0; row < rows; row++) {
      const told = (cells[message + row] ?? 0) * scale;
      cells[room.ratios + row] = told > 0 ? (cells[separator + row] ?? 0) / told : 0;
    }
  }

  private wanted(sum: number): boolean {
    const { program, visit } = this.store;
    const gate = program[sum + pieceWords.gate] ?? -1;
    return gate < 0 || visit[gate] === 1;
  }

  private clearAll(sums: number): void {
    const { program, cells } = this.store;
    const end = sums + 1 + (program[sums] ?? 0);
    for (let at = sums + 1; at < end; at++) {
      const sum = program[at] ?? 0;
      const to = program[sum] ?? 0;
      if (this.wanted(sum)) fillCells(cells, to, to + (program[sum + pieceWords.entries] ?? 0), 0);
    }
  }

  /** Multiplies what was summed with the first ratio. */
  private scaleAll(sums: number): void {
    const { program, cells, room } = this.store;
    const end = sums + 1 + (program[sums] ?? 0);
    for (let at = sums + 1; at < end; at++) {
      const sum = program[at] ?? 0;
      const to = program[sum] ?? 0;
      if (this.wanted(sum)) scaleCells(cells, to, to + (program[sum + pieceWords.entries] ?? 0), cells[room.ratios] ?? 1);
    }
  }

  private sumAll(sums: number, joint: number, chunk: number): void {
    const { program } = this.store;
    const end = sums + 1 + (program[sums] ?? 0);
    for (let at = sums + 1; at < end; at++) {
      const sum = program[at] ?? 0;
      if (this.wanted(sum)) addOver(this.numbers, this.start(sum, chunk), joint, sum + pieceWords.axes);
    }
  }
}

function fillCells(cells: Float64Array, from: number, to: number, value: number): void {
  for (let at = from; at < to; at++) cells[at] = value;
}

function scaleCells(cells: Float64Array, from: number, to: number, factor: number): void {
  for (let at = from; at < to; at++) cells[at] = (cells[at] ?? 0) * factor;
}

function largest(cells: Float64Array, from: number, count: number): number {
  let most = 0;
  for (let at = from; at < from + count; at++) if ((cells[at] ?? 0) > most) most = cells[at] ?? 0;
  return most;
}

/** Brings a table back to between 1 and 2; by which power of two it was divided. */
function shrink(cells: Float64Array, at: number, size: number): number {
  const most = largest(cells, at, size);
  if (most === 0) return 0;
  const exponent = exponentOf(most);
  scaleCells(cells, at, at + size, 2 ** -exponent);
  return exponent;
}

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);
const upper = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** The power of two (its exponent) at or below a positive number, within what has an inverse. */
function exponentOf(value: number): number {
  number[0] = value;
  const bits = (halves[upper] ?? 0) >>> 20;
  return Math.min(2045, Math.max(1, bits)) - 1023;
}
