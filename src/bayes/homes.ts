import type { Factor } from "#bayes/factor";
import type { Slot } from "#bayes/junction-tree";
import type { Branch } from "#bayes/tree-shape";

/** For each table, likelihood and posterior the node that handles it: always the smallest that can. */
export interface Homes {
  /** The tables of each node, by their places in the list of factors. */
  readonly tables: readonly (readonly number[])[];
  /** For each variable the node that multiplies its likelihood in, -1 for none; and who reads its posterior. */
  readonly findings: readonly number[];
  readonly readers: readonly (Pick<Slot, "reader" | "fromTable"> | undefined)[];
}

/** Finds a node for everything. */
export function homesOf(factors: readonly Factor[], branches: readonly Branch[], sizes: readonly number[]): Homes {
  const holders: number[][] = sizes.map(() => []);
  const whole = new Float64Array(branches.length);
  const rows = new Float64Array(branches.length);
  for (let node = 0; node < branches.length; node++) {
    const { scope = [], shared = 0 } = branches[node] ?? {};
    let size = 1;
    for (let place = 0; place < scope.length; place++) {
      if (place === shared) rows[node] = size;
      size *= sizes[scope[place] ?? 0] ?? 1;
      holders[scope[place] ?? 0]?.push(node);
    }
    if (shared === scope.length) rows[node] = size;
    whole[node] = size;
  }
  const tables: number[][] = branches.map(() => []);
  for (let table = 0; table < factors.length; table++) {
    const scope = factors[table]?.scope ?? [];
    if (scope.length > 0) tables[smallestWith(scope, { branches, holders, whole })]?.push(table);
  }
  return { tables, findings: holders.map((nodes) => smallest(nodes, whole)), readers: holders.map((nodes, variable) => readerOf(variable, nodes, { branches, whole, rows })) };
}

function smallest(nodes: readonly number[], sizes: Float64Array): number {
  let best = -1;
  for (const node of nodes) if (best < 0 || (sizes[node] ?? 0) < (sizes[best] ?? 0)) best = node;
  return best;
}

interface Holders {
  readonly branches: readonly Branch[];
  readonly holders: readonly (readonly number[])[];
  readonly whole: Float64Array;
}

/** The smallest node that has all these variables. */
function smallestWith(scope: readonly number[], { branches, holders, whole }: Holders): number {
  let rarest = holders[scope[0] ?? 0] ?? [];
  for (const variable of scope) if ((holders[variable]?.length ?? 0) < rarest.length) rarest = holders[variable] ?? [];
  let best = -1;
  for (const node of rarest) {
    if (best >= 0 && (whole[node] ?? 0) >= (whole[best] ?? 0)) continue;
    const own = branches[node]?.scope ?? [];
    if (scope.every((variable) => own.includes(variable))) best = node;
  }
  return best;
}

interface Readers {
  readonly branches: readonly Branch[];
  readonly whole: Float64Array;
  readonly rows: Float64Array;
}

/** The node that reads a variable's posterior from the fewest cells. */
function readerOf(variable: number, nodes: readonly number[], { branches, whole, rows }: Readers): Homes["readers"][number] {
  let [reader, fromTable, least] = [-1, false, Infinity];
  for (const node of nodes) {
    const { scope = [], shared = 0 } = branches[node] ?? {};
    const inTable = scope.indexOf(variable) >= shared;
    const cost = (inTable ? whole[node] : rows[node]) ?? 0;
    if (cost < least) [reader, fromTable, least] = [node, inTable, cost];
  }
  return reader < 0 ? undefined : { reader, fromTable };
}
