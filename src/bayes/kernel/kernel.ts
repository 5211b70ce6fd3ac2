/** In what a kernel is written. */
export type KernelName = "TypeScript" | "WebAssembly";

/** The numbers of a tree and the program that says what to do with them. All lists keep their place and length. */
export interface Store {
  readonly cells: Float64Array;
  readonly program: Int32Array;
  /** What the message of each node was divided by: a power of two. */
  readonly scales: Float64Array;
  /** The power of two (its exponent) by which its table was divided before. */
  readonly shrunk: Float64Array;
  /** 1 for nodes whose message must be made anew. */
  readonly stale: Uint8Array;
  /** 1 for nodes whose separator is wanted on the way down, and for those whose table is. */
  readonly visit: Uint8Array;
  readonly open: Uint8Array;
  /** 1 for roots whose sums were made on the way up. */
  readonly read: Uint8Array;
  /** Cells with room for the largest chunk, the largest separator, and the largest factor of a table. */
  readonly room: { readonly table: number; readonly ratios: number; readonly factor: number };
}

/**
 * Messages are sums of tables, or their largest entries. With "sums, and read" stale roots, which are swept anyway, are summed for
 * all that is to be visited: `down` must follow, and finds that done.
 */
export type Collecting = "sums" | "sums, and read" | "largest";

/**
 * Does the sweeps of exact inference on a store. A sweep takes a node's table chunk by chunk: the product of its factors, in
 * the order of their list, multiplied from left to right; then the sums from it, each in the order of the entries; a root has
 * its sums multiplied by what it knows, another node its rows before. A run of
 * entries with one sum is summed in pairs: even and odd entries apart, from eight entries on in four such pairs, which are
 * added as (first + second) + (third + fourth); then even and odd, then a last entry; and all that to what the sum holds.
 * Runs of up to eight entries that are added to the same ones again and again are added to them in even places, and in odd
 * places apart; then both.
 * Every kernel does the same operations in the same order, so that the results are the same to the last bit.
 */
export interface Kernel {
  readonly name: KernelName;
  /**
   * Makes the messages of all stale nodes, children first. False where a message is all zero; what could not be told is stale
   * still.
   */
  up(how: Collecting): boolean;
  /** From the roots to what is to be visited: separators and posteriors; with `derive` also the sums over the probability tables. */
  down(derive: boolean): void;
  /** A chunk of a node's table; the cell it begins at, good until the next call. */
  product(place: number, chunk: number): number;
  /**
   * The table of a node without one of its parts, each row times its cell in `room.ratios`, summed as the piece `sum` says
   * but from the cell `to` on. Returns the power of two (its exponent) by which the table was divided.
   */
  without(place: number, omitted: number, target: { readonly sum: number; readonly to: number }): number;
}
