import { entriesOver } from "#bayes/axes";
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
  for (const [node, { scope }] of branches.entries()) for (const variable of scope) holders[variable]?.push(node);
  const whole = branches.map(({ scope }) => entriesOver(scope, sizes));
  const rows = branches.map(({ scope, shared }) => entriesOver(scope.slice(0, shared), sizes));
  const smallest = (nodes: readonly number[]): number => nodes.reduce((best, node) => (best < 0 || (whole[node] ?? 0) < (whole[best] ?? 0) ? node : best), -1);
  const tables: number[][] = branches.map(() => []);
  for (const [table, { scope }] of factors.entries()) {
    if (scope.length === 0) continue;
    const rarest = scope.reduce((rare, variable) => ((holders[variable]?.length ?? 0) < (holders[rare]?.length ?? 0) ? variable : rare));
    tables[smallest((holders[rarest] ?? []).filter((node) => scope.every((variable) => branches[node]?.scope.includes(variable))))]?.push(table);
  }
  return { tables, findings: holders.map(smallest), readers: readersOf(branches, holders, { whole, rows }) };
}

/** For each variable the node that reads its posterior from the fewest cells. */
function readersOf(branches: readonly Branch[], holders: readonly (readonly number[])[], sizes: { readonly whole: readonly number[]; readonly rows: readonly number[] }): Homes["readers"] {
  return holders.map((nodes, variable) => {
    const inTable = (node: number): boolean => (branches[node]?.scope.indexOf(variable) ?? 0) >= (branches[node]?.shared ?? 0);
    const cost = (node: number): number => (inTable(node) ? sizes.whole[node] : sizes.rows[node]) ?? 0;
    if (nodes.length === 0) return undefined;
    const reader = nodes.reduce((one, other) => (cost(other) < cost(one) ? other : one));
    return { reader, fromTable: inTable(reader) };
  });
}
