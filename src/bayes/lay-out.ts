import { entriesOver, overlay } from "#bayes/axes";
import type { Factor } from "#bayes/factor";
import type { IndexedNetwork } from "#bayes/indexed";
import type { JunctionTree, Placed, Slot, TreeNode } from "#bayes/junction-tree";
import { makeBase } from "#bayes/node-table";
import { reachOf } from "#bayes/reach";
import type { Branch } from "#bayes/tree-shape";

/** Products of tables above this size are made again each time rather than kept twice. */
const largestBase = 1 << 16;

/** A network, its tables with what is given put in, and the tree that is to hold them. */
export interface Plan {
  readonly network: IndexedNetwork;
  readonly given: ReadonlyMap<number, number>;
  readonly factors: readonly Factor[];
  readonly branches: readonly Branch[];
  readonly elimination: JunctionTree["elimination"];
}

/** Hands out places in the cells. */
class Ground {
  length = 0;

  take(count: number): number {
    const at = this.length;
    this.length += count;
    return at;
  }
}

/** Gives every table of the tree its place and fills in the network's; undefined where there is no memory for them. */
export function layOut(plan: Plan): JunctionTree | undefined {
  const { network, given, factors, elimination } = plan;
  const { sizes } = network;
  const ground = new Ground();
  const values = factors.map((factor) => (factor.scope.length === 0 ? -1 : ground.take(factor.values.length)));
  const homes = homesOf(plan);
  const slots = sizes.map((size, variable) => ({ node: homes.findings[variable] ?? -1, likelihood: ground.take(size), posterior: ground.take(size), ...(homes.readers[variable] ?? noReader) }));
  const nodes = layNodes({ plan, ground, homes, values, slots });
  const most = (counts: readonly number[]): number => counts.reduce((largest, count) => Math.max(largest, count), 1);
  const scratch = {
    table: ground.take(most(nodes.map(({ size }) => size))),
    rows: ground.take(most(nodes.map(({ rows }) => rows))),
    factor: ground.take(most([...factors.map((factor) => factor.values.length), ...nodes.map(({ rows }) => rows)])),
  };
  const cells = allocate(ground.length);
  if (!cells) return undefined;
  for (const [at, factor] of factors.entries()) if (factor.scope.length > 0) cells.set(factor.values, values[at] ?? 0);
  for (const [variable, { likelihood }] of slots.entries()) cells.fill(1, likelihood, likelihood + (sizes[variable] ?? 0));
  const constant = factors.reduce((sum, { scope, values: [value = 1] }) => (scope.length === 0 ? sum + Math.log(value) : sum), 0);
  const memory = { stale: new Uint8Array(nodes.length).fill(1), scales: new Float64Array(nodes.length), shrunk: new Float64Array(nodes.length), shrunkBase: new Float64Array(nodes.length), outside: new Map<number, Float64Array>(), known: new Map<number, number>(), constant };
  const tree: JunctionTree = { kind: "compiled", network, given, elimination, nodes, slots, cells, scratch, reach: reachOf({ nodes, slots }, sizes.map((_, variable) => variable)), memory };
  for (const place of nodes.keys()) makeBase(tree, place);
  return tree;
}

function allocate(length: number): Float64Array | undefined {
  try {
    return new Float64Array(length);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** For each table, likelihood and posterior the node that handles it: always the smallest that can. */
interface Homes {
  readonly tables: ReadonlyMap<number, readonly number[]>;
  readonly findings: readonly number[];
  readonly readers: readonly (Pick<Slot, "reader" | "fromTable"> | undefined)[];
}

function homesOf({ network: { sizes }, factors, branches }: Plan): Homes {
  const holders: number[][] = sizes.map(() => []);
  for (const [node, { scope }] of branches.entries()) for (const variable of scope) holders[variable]?.push(node);
  const whole = branches.map(({ scope }) => entriesOver(scope, sizes));
  const rows = branches.map(({ scope, shared }) => entriesOver(scope.slice(0, shared), sizes));
  const smallest = (nodes: readonly number[]): number => nodes.reduce((best, node) => (best < 0 || (whole[node] ?? 0) < (whole[best] ?? 0) ? node : best), -1);
  const tables = new Map<number, number[]>();
  for (const [table, { scope }] of factors.entries()) {
    if (scope.length === 0) continue;
    const rarest = scope.reduce((rare, variable) => ((holders[variable]?.length ?? 0) < (holders[rare]?.length ?? 0) ? variable : rare));
    push(tables, smallest((holders[rarest] ?? []).filter((node) => scope.every((variable) => branches[node]?.scope.includes(variable)))), table);
  }
  return { tables, findings: holders.map(smallest), readers: readersOf(branches, holders, { whole, rows }) };
}

const noReader = { reader: -1, fromTable: false };

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

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

interface Site {
  readonly plan: Plan;
  readonly ground: Ground;
  readonly homes: Homes;
  readonly values: readonly number[];
  readonly slots: readonly Slot[];
}

/** Children before their parents, who must know where they are told. */
function layNodes(site: Site): readonly TreeNode[] {
  const { branches } = site.plan;
  const children: Placed[][] = branches.map(() => []);
  const nodes = branches.toReversed().map((branch, fromEnd) => {
    const place = branches.length - 1 - fromEnd;
    const node = layNode(site, { place, branch, children: (children[place] ?? []).toReversed() });
    children[branch.parent]?.push({ subject: place, over: overlay(branches[branch.parent]?.scope ?? [], branch.scope.slice(0, branch.shared), site.plan.network.sizes), at: node.message });
    return node;
  });
  return nodes.toReversed();
}

interface Place {
  readonly place: number;
  readonly branch: Branch;
  readonly children: readonly Placed[];
}

function layNode({ plan, ground, homes, values, slots }: Site, { place, branch, children }: Place): TreeNode {
  const { parent, scope, shared } = branch;
  const { factors, network: { sizes } } = plan;
  const rows = entriesOver(scope.slice(0, shared), sizes);
  const size = entriesOver(scope, sizes);
  const head = scope.slice(0, shared);
  const held = homes.tables.get(place) ?? [];
  const about = (variable: number, within: readonly number[], at: number): Placed => ({ subject: variable, over: overlay(within, [variable], sizes), at });
  const reads = (table: boolean) => (variable: number): boolean => slots[variable]?.reader === place && slots[variable].fromTable === table;
  return {
    parent,
    children,
    scope,
    table: ground.take(size),
    size,
    rows,
    width: size / rows,
    base: held.length > 0 && size <= largestBase ? ground.take(size) : -1,
    message: ground.take(rows),
    separator: ground.take(rows),
    tables: held.map((table) => ({ subject: table, over: overlay(scope, factors[table]?.scope ?? [], sizes), at: values[table] ?? 0 })),
    findings: scope.filter((variable) => homes.findings[variable] === place).map((variable) => about(variable, scope, slots[variable]?.likelihood ?? 0)),
    fromSeparator: head.filter(reads(false)).map((variable) => about(variable, head, slots[variable]?.posterior ?? 0)),
    fromTable: scope.filter(reads(true)).map((variable) => about(variable, scope, slots[variable]?.posterior ?? 0)),
  };
}
