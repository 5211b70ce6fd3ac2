import type { IndexedNetwork } from "#bayes/indexed";
import type { Kernel, Store } from "#bayes/kernel/kernel";
import type { Elimination } from "#bayes/triangulate";

/** A table in the cells. */
export interface LaidTable {
  readonly scope: readonly number[];
  readonly at: number;
  readonly entries: number;
}

/** Tables that are multiplied once, when they are laid out, and from then on are one factor of a node. */
export interface Product extends LaidTable {
  readonly of: readonly LaidTable[];
}

/** A probability table of a node: which of the network's, where it is, and the pieces of the program that multiply it in and sum over it. */
export interface PlacedTable {
  readonly subject: number;
  readonly at: number;
  readonly factor: number;
  readonly derivative: number;
  readonly entries: number;
}

/** A child of a node, by its place, and the piece of the program that multiplies its message in. */
export interface PlacedChild {
  readonly subject: number;
  readonly factor: number;
}

/** A node of the tree: a table of `rows` x `width` entries; the rows are what it shares with its parent. */
export interface TreeNode {
  readonly parent: number;
  readonly children: readonly PlacedChild[];
  readonly tables: readonly PlacedTable[];
  /** What is multiplied in their place. */
  readonly products: readonly Product[];
  readonly scope: readonly number[];
  readonly rows: number;
  readonly width: number;
  /** The table is made in so many entries at a time. */
  readonly chunk: number;
  /** What it tells its parent about the rows, and what the parent knows of them in the end: `rows` cells each. */
  readonly message: number;
  readonly separator: number;
}

/** Where the likelihood and the posterior of a variable are, and who reads them; nodes are -1 where it is given from the start. */
export interface Slot {
  readonly likelihood: number;
  /** The node that multiplies the likelihood in, and the word of the program that says whether it does. */
  readonly node: number;
  readonly gate: number;
  readonly posterior: number;
  /** The node from whose table, or else separator, the posterior is read. */
  readonly reader: number;
  readonly fromTable: boolean;
}

/**
 * A network compiled for exact inference (Lauritzen and Spiegelhalter 1988; Jensen, Lauritzen and Olesen 1990). All
 * numbers lie in one list of cells. What was asked last is remembered in the cells, so that the next question costs only
 * what changed; the answers do not depend on it.
 */
export interface JunctionTree {
  readonly kind: "compiled";
  readonly network: IndexedNetwork;
  /** Variables that were put in before compiling, with their states. */
  readonly given: ReadonlyMap<number, number>;
  /** The order in which variables were summed out, and the sum of the sizes of the cliques' tables. */
  readonly elimination: Pick<Elimination, "heuristic" | "order"> & { readonly entries: number };
  readonly nodes: readonly TreeNode[];
  readonly slots: readonly Slot[];
  /** Where the sums over the probability tables are, by the numbers of their entries; there are cells for them when they are wanted. */
  readonly derivatives: number;
  /** All that is visited where every posterior is asked for. */
  readonly reach: Reach;
  readonly memory: TreeMemory;
}

/** What is to be visited on the way down from the roots: nodes whose separator is needed, and those whose table is. */
export interface Reach {
  readonly visit: Uint8Array;
  readonly open: Uint8Array;
}

/** What was sent up in logarithms, where the numbers themselves would become too small. */
export interface LogSweep {
  /** ln P(what is known); -Infinity where that is impossible. */
  readonly logTotal: number;
  /** The logarithms of the product of a node's tables, findings and messages from below. */
  tableOf(place: number): Float64Array;
  /** Writes the posteriors of all variables to their cells, each with 1 for its largest entry. */
  writePosteriors(): void;
}

/** What a tree remembers between two questions. */
export interface TreeMemory {
  store: Store;
  kernel: Kernel;
  /** Whose flags lie in the store. */
  reach: Reach | undefined;
  /** Table entries that were asked of the kernel in TypeScript; Infinity where it stays. */
  worked: number;
  /** Variables about which something is known; for each variable the logarithm of what its likelihoods were divided by, else 0. */
  readonly known: Set<number>;
  readonly logs: Float64Array;
  /** By what power of two (its exponent) the products of each node's probability tables were divided. */
  readonly divided: Float64Array;
  /** For each node the bits by which a product of its probability tables may lie below 1. */
  readonly bits: Float64Array;
  /** What was sent up last, where it had to be in logarithms. */
  inLogarithms: LogSweep | undefined;
  /** The logarithm of the tables that have no variable left. */
  readonly constant: number;
}
