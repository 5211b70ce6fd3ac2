import type { Overlay } from "#bayes/axes";
import type { IndexedNetwork } from "#bayes/indexed";
import type { Rows } from "#bayes/kernels";
import type { Elimination } from "#bayes/triangulate";

/** A small table somewhere in the cells, and how the table of its node lies over it. */
export interface Placed {
  /** The number of the variable, of the network's table or of the child that it is about. */
  readonly subject: number;
  readonly over: Overlay;
  readonly at: number;
}

/** A node of the tree: a table of `rows` x `width` cells at `table`; the rows are what it shares with its parent. */
export interface TreeNode extends Rows {
  readonly parent: number;
  /** What the children tell, by their places. */
  readonly children: readonly Placed[];
  readonly scope: readonly number[];
  readonly size: number;
  /** The product of its probability tables, so that it need not be made again; -1 where none is kept. */
  readonly base: number;
  /** What it tells its parent about the rows, and what the parent knows of them in the end: `rows` cells each. */
  readonly message: number;
  readonly separator: number;
  readonly tables: readonly Placed[];
  readonly findings: readonly Placed[];
  /** Posteriors that are read from the separator, and from the table. */
  readonly fromSeparator: readonly Placed[];
  readonly fromTable: readonly Placed[];
}

/** Where the likelihood and the posterior of a variable are, and who reads them; nodes are -1 where it is given from the start. */
export interface Slot {
  readonly likelihood: number;
  /** The node that multiplies the likelihood in. */
  readonly node: number;
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
  readonly cells: Float64Array;
  /** Room for the largest table, the largest separator, and the largest factor of a table. */
  readonly scratch: { readonly table: number; readonly rows: number; readonly factor: number };
  /** All that is visited where every posterior is asked for. */
  readonly reach: Reach;
  readonly memory: TreeMemory;
}

/** What is to be visited on the way down from the roots: nodes whose separator is needed, and those whose table is. */
export interface Reach {
  readonly visit: Uint8Array;
  readonly open: Uint8Array;
}

/** What a tree remembers between two questions. */
export interface TreeMemory {
  /** Nodes whose table must be made anew. */
  readonly stale: Uint8Array;
  /** What the message of each node was divided by. */
  readonly scales: Float64Array;
  /** The logarithm of what its table was divided by before, and the product of its probability tables. */
  readonly shrunk: Float64Array;
  readonly shrunkBase: Float64Array;
  /** For some nodes, while derivatives are taken: what the rest of the tree says of rows that the node excludes. */
  readonly outside: Map<number, Float64Array>;
  /** Variables about which something is known, with the logarithm of what their likelihoods were divided by. */
  readonly known: Map<number, number>;
  /** The logarithm of the tables that have no variable left. */
  readonly constant: number;
}
