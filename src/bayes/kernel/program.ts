import { stepIn } from "#bayes/axes";

/**
 * The words of a program: what a kernel reads of a tree, as one list of whole numbers. It begins with a pointer to each node.
 * Pointers count words from the start of the program, places of numbers count cells. A list is its length and that many
 * pointers.
 */
export const nodeWords = {
  /** Place of the parent, -1 for a root. */
  parent: 0,
  /** Entries of the node's table. */
  size: 1,
  /** The table is made, used and forgotten in so many entries at a time, which are whole combinations of the last variables. */
  chunk: 2,
  chunks: 3,
  /** Where the whole table is kept; -1 where it is made again each time it is needed. */
  table: 4,
  rows: 5,
  width: 6,
  message: 7,
  separator: 8,
  /** List of the pieces whose product is the table; where `shrunk`, it is divided by a power of two after each eight of them. */
  factors: 9,
  /** The same with each probability table on its own. */
  parts: 10,
  /** Piece: the message, as a sum of the table. */
  told: 11,
  /** Piece: what the rest of the tree says of each row. */
  outside: 12,
  /** List of pieces summed from the joint distribution: posteriors, separators of children. */
  sums: 13,
  /** List of posteriors summed from the separator. */
  headSums: 14,
  /** List of sums over the entries of the probability tables. */
  derivatives: 15,
} as const;

/** Words of a node. */
export const wordsOfNode = 16;

/** The words of a piece: a small table, and how a chunk of the node's table lies over it. */
export const pieceWords = {
  at: 0,
  /** For a factor 1 where it counts, 0 where nothing is known of it; for a sum the child it is for, or -1 where it is always wanted. */
  gate: 1,
  entries: 2,
  /** Where the list of starts in the small table begins, one for each chunk; -1 where all are 0. */
  offsets: 3,
  /** The axes of a chunk, the outermost first. */
  axes: 4,
} as const;

/** The words of an axis: states, how far one moves in the small table, entries of the chunk for each, and how many axes are left with it. */
export const axisWords = { count: 0, step: 1, span: 2, rest: 3 } as const;
export const wordsOfAxis = 4;

/** What a program is told of a piece before the table it lies in. */
export interface Small {
  readonly at: number;
  readonly gate: number;
  readonly scope: readonly number[];
  readonly entries: number;
}

/** The table that pieces lie in: its scope, and from which variable on its states are in one chunk. */
export interface Large {
  readonly scope: readonly number[];
  readonly split: number;
  readonly chunk: number;
  readonly chunks: number;
}

/** A node and its pieces take about so many words. */
const usualWords = 176;

/** The axis of a table of one entry. */
const oneEntry: readonly number[] = [1, 0, 1, 1];

/** Writes programs: words behind one another. */
export class ProgramWriter {
  private words: Int32Array;
  // The axes of the piece that is being written, the innermost first.
  private readonly counts: number[] = [];
  private readonly steps: number[] = [];
  length: number;
  private readonly sizes: readonly number[];

  /** For a tree of so many nodes, over variables of these sizes. */
  constructor(nodes: number, sizes: readonly number[]) {
    this.length = nodes;
    this.sizes = sizes;
    this.words = new Int32Array(nodes + (nodes + 1) * usualWords);
  }

  /** The program so far. */
  finish(): Int32Array {
    return this.words.subarray(0, this.length);
  }

  /** Writes the words of a node, and its pointer. */
  node(place: number, words: Readonly<Record<keyof typeof nodeWords, number>>): void {
    const at = this.take(wordsOfNode);
    this.words[place] = at;
    this.words[at] = words.parent;
    this.words[at + nodeWords.size] = words.size;
    this.words[at + nodeWords.chunk] = words.chunk;
    this.words[at + nodeWords.chunks] = words.chunks;
    this.words[at + nodeWords.table] = words.table;
    this.words[at + nodeWords.rows] = words.rows;
    this.words[at + nodeWords.width] = words.width;
    this.words[at + nodeWords.message] = words.message;
    this.words[at + nodeWords.separator] = words.separator;
    this.words[at + nodeWords.factors] = words.factors;
    this.words[at + nodeWords.parts] = words.parts;
    this.words[at + nodeWords.told] = words.told;
    this.words[at + nodeWords.outside] = words.outside;
    this.words[at + nodeWords.sums] = words.sums;
    this.words[at + nodeWords.headSums] = words.headSums;
    this.words[at + nodeWords.derivatives] = words.derivatives;
  }

  /** Leaves room for so many words, and says where. */
  take(count: number): number {
    const at = this.length;
    this.reserve(count);
    this.length += count;
    return at;
  }

  list(pointers: readonly number[]): number {
    const at = this.take(pointers.length + 1);
    this.words[at] = pointers.length;
    for (let place = 0; place < pointers.length; place++) this.words[at + 1 + place] = pointers[place] ?? 0;
    return at;
  }

  /** Writes how a small table lies in a large one. */
  piece(small: Small, large: Large): number {
    const offsets = large.chunks === 1 ? -1 : this.offsets(small.scope, large);
    const at = this.take(pieceWords.axes);
    this.words[at + pieceWords.at] = small.at;
    this.words[at + pieceWords.gate] = small.gate;
    this.words[at + pieceWords.entries] = small.entries;
    this.words[at + pieceWords.offsets] = offsets;
    this.axes(small.scope, large);
    return at;
  }

  /** Writes a piece for another table over the same variables as one that was written for the same large table. */
  like(piece: number, at: number, gate: number): number {
    const length = pieceWords.axes + wordsOfAxis * (this.words[piece + pieceWords.axes + axisWords.rest] ?? 1);
    const to = this.take(length);
    for (let word = 0; word < length; word++) this.words[to + word] = this.words[piece + word] ?? 0;
    this.words[to + pieceWords.at] = at;
    this.words[to + pieceWords.gate] = gate;
    return to;
  }

  /** Neighbouring variables that run as one are one axis; those of one state are left out. */
  private axes(small: readonly number[], { scope, split, chunk }: Large): void {
    const { sizes, counts, steps } = this;
    let last = -1;
    for (let place = scope.length - 1; place >= split; place--) {
      const variable = scope[place] ?? 0;
      const count = sizes[variable] ?? 1;
      if (count === 1) continue;
      const step = stepIn(small, variable, sizes);
      if (last >= 0 && step === (steps[last] ?? 0) * (counts[last] ?? 1)) counts[last] = (counts[last] ?? 1) * count;
      else {
        last++;
        counts[last] = count;
        steps[last] = step;
      }
    }
    let at = this.take(Math.max(1, last + 1) * wordsOfAxis);
    const { words } = this;
    if (last < 0) words.set(oneEntry, at);
    for (let axis = last, span = chunk; axis >= 0; axis--, at += wordsOfAxis) {
      const count = counts[axis] ?? 1;
      span /= count;
      words[at] = count;
      words[at + axisWords.step] = steps[axis] ?? 0;
      words[at + axisWords.span] = span;
      words[at + axisWords.rest] = axis + 1;
    }
  }

  /** Where each chunk begins in the small table. */
  private offsets(small: readonly number[], { scope, split, chunks }: Large): number {
    const at = this.take(chunks);
    let filled = 1;
    this.words[at] = 0;
    for (let place = split - 1; place >= 0; place--) {
      const variable = scope[place] ?? 0;
      const count = this.sizes[variable] ?? 1;
      const step = stepIn(small, variable, this.sizes);
      for (let state = 1, to = at + filled; state < count; state++) {
        for (let entry = 0; entry < filled; entry++, to++) this.words[to] = (this.words[at + entry] ?? 0) + state * step;
      }
      filled *= count;
    }
    return at;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.words.length) return;
    const more = new Int32Array(Math.max(this.words.length * 2, this.length + count));
    more.set(this.words);
    this.words = more;
  }
}
