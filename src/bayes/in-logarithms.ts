import { entriesOver, stepIn } from "#bayes/axes";
import type { JunctionTree, LogSweep, TreeNode } from "#bayes/junction-tree";
import { BeyondNumbers } from "#kit/beyond-numbers";

/** Tables with more entries than this together are not swept in logarithms. */
const mostEntries = 2 ** 24;

/**
 * Sweeps up with the logarithm of every number: sums of rows, or their largest entries. Far slower than the kernels, and right whatever
 * the tables hold: -Infinity is 0, and nothing else becomes it.
 */
export function sweepInLogarithms(tree: JunctionTree, how: "sums" | "largest"): LogSweep {
  if (tree.elimination.entries > mostEntries) throw new BeyondNumbers("Probabilities here lie beyond the range of numbers, and the tables are too large to be taken in logarithms.");
  return new Sweep(tree, how);
}

class Sweep implements LogSweep {
  readonly logTotal: number;
  readonly #tree: JunctionTree;
  readonly #messages: Float64Array[] = [];
  readonly #findings: readonly (readonly number[])[];

  constructor(tree: JunctionTree, how: "sums" | "largest") {
    const { nodes, slots, memory: { known, logs, constant } } = tree;
    this.#tree = tree;
    const findings: number[][] = nodes.map(() => []);
    for (const variable of known) findings[slots[variable]?.node ?? -1]?.push(variable);
    this.#findings = findings;
    let total = logs.reduce((sum, log) => sum + log, constant);
    for (let place = nodes.length - 1; place >= 0; place--) {
      const { rows = 1, parent = -1 } = nodes[place] ?? {};
      const message = this.#rowsOf(place, this.tableOf(place), how);
      this.#messages[place] = message;
      if (parent < 0) for (let row = 0; row < rows; row++) total += message[row] ?? 0;
    }
    this.logTotal = Number.isNaN(total) ? -Infinity : total;
  }

  tableOf(place: number): Float64Array {
    const { nodes, network: { tables, sizes }, given, slots, memory: { store: { cells } } } = this.#tree;
    const node = nodes[place] ?? noNode;
    const table = new Float64Array(node.rows * node.width);
    for (const { subject, at, entries } of node.tables) {
      const scope = (tables[subject]?.scope ?? []).filter((variable) => !given.has(variable));
      this.#add(table, node, { scope, logs: cells.slice(at, at + entries).map(Math.log) });
    }
    for (const variable of this.#findings[place] ?? []) {
      const { likelihood = 0 } = slots[variable] ?? {};
      this.#add(table, node, { scope: [variable], logs: cells.slice(likelihood, likelihood + (sizes[variable] ?? 0)).map(Math.log) });
    }
    for (const { subject } of node.children) this.#add(table, node, { scope: this.#shared(nodes[subject] ?? noNode), logs: this.#messages[subject] ?? none });
    return table;
  }

  writePosteriors(): void {
    const { nodes, slots, network: { sizes }, memory: { store: { cells } } } = this.#tree;
    const outside: Float64Array[] = [];
    const read = nodes.map((): number[] => []);
    for (const [variable, { reader }] of slots.entries()) read[reader]?.push(variable);
    for (const [place, node] of nodes.entries()) {
      const joint = this.tableOf(place);
      const rest = outside[place];
      if (rest) this.#add(joint, node, { scope: this.#shared(node), logs: rest });
      for (const { subject } of node.children) {
        const told = this.#messages[subject] ?? none;
        // Of a row that the child excludes nothing need be known.
        outside[subject] = this.#sumsOf(joint, node, this.#shared(nodes[subject] ?? noNode)).map((log, row) => (told[row] === -Infinity ? -Infinity : log - (told[row] ?? 0)));
      }
      for (const variable of read[place] ?? []) {
        const logs = this.#sumsOf(joint, node, [variable]);
        const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
        for (let state = 0; state < (sizes[variable] ?? 0); state++) cells[(slots[variable]?.posterior ?? 0) + state] = Math.exp((logs[state] ?? 0) - most);
      }
    }
  }

  /** The variables that a node shares with its parent, which come first in it. */
  #shared({ scope, rows }: TreeNode): readonly number[] {
    const { sizes } = this.#tree.network;
    let [shared, covered] = [0, 1];
    for (; covered < rows; shared++) covered *= sizes[scope[shared] ?? 0] ?? 1;
    return scope.slice(0, shared);
  }

  #add(table: Float64Array, { scope }: TreeNode, small: { readonly scope: readonly number[]; readonly logs: Float64Array }): void {
    const places = placesIn(small.scope, scope, this.#tree.network.sizes);
    for (let entry = 0; entry < table.length; entry++) table[entry] = (table[entry] ?? 0) + (small.logs[places[entry] ?? 0] ?? 0);
  }

  #rowsOf(place: number, table: Float64Array, how: "sums" | "largest"): Float64Array {
    const node = this.#tree.nodes[place] ?? noNode;
    return how === "sums" ? this.#sumsOf(table, node, this.#shared(node)) : this.#largestOf(table, node, this.#shared(node)).most;
  }

  #largestOf(table: Float64Array, { scope }: TreeNode, onto: readonly number[]): { readonly most: Float64Array; readonly places: Int32Array } {
    const { sizes } = this.#tree.network;
    const places = placesIn(onto, scope, sizes);
    const most = new Float64Array(entriesOver(onto, sizes)).fill(-Infinity);
    for (let entry = 0; entry < table.length; entry++) most[places[entry] ?? 0] = Math.max(most[places[entry] ?? 0] ?? 0, table[entry] ?? 0);
    return { most, places };
  }

  /** The logarithms of the sums over all other variables, each taken relative to its largest term. */
  #sumsOf(table: Float64Array, node: TreeNode, onto: readonly number[]): Float64Array {
    const { most, places } = this.#largestOf(table, node, onto);
    const sums = new Float64Array(most.length);
    for (let entry = 0; entry < table.length; entry++) {
      const place = places[entry] ?? 0;
      const log = table[entry] ?? 0;
      if (log > -Infinity) sums[place] = (sums[place] ?? 0) + Math.exp(log - (most[place] ?? 0));
    }
    return sums.map((sum, place) => (sum === 0 ? -Infinity : Math.log(sum) + (most[place] ?? 0)));
  }
}

const none = new Float64Array(0);
const noNode: TreeNode = { parent: -1, children: [], tables: [], products: [], scope: [], rows: 1, width: 1, chunk: 1, message: 0, separator: 0 };

/** Which entry of a small table each entry of a large one lies over. */
function placesIn(small: readonly number[], large: readonly number[], sizes: readonly number[]): Int32Array {
  const places = new Int32Array(entriesOver(large, sizes));
  let filled = 1;
  for (let at = large.length - 1; at >= 0; at--) {
    const variable = large[at] ?? 0;
    const step = stepIn(small, variable, sizes);
    for (let state = 1, to = filled; state < (sizes[variable] ?? 1); state++) {
      for (let entry = 0; entry < filled; entry++, to++) places[to] = (places[entry] ?? 0) + state * step;
    }
    filled *= sizes[variable] ?? 1;
  }
  return places;
}
