import type { Factor } from "#bayes/factor";
import { Ground } from "#bayes/ground";
import { homesOf, type Homes } from "#bayes/homes";
import type { IndexedNetwork } from "#bayes/indexed";
import type { JunctionTree, LaidTable, TreeMemory } from "#bayes/junction-tree";
import { typeScriptKernel } from "#bayes/kernel/in-typescript";
import type { Store } from "#bayes/kernel/kernel";
import { ProgramWriter } from "#bayes/kernel/program";
import { layNodes, type LaidNodes } from "#bayes/lay-nodes";
import { fillTables, makeProducts } from "#bayes/lay-tables";
import { reachOf } from "#bayes/reach";
import type { Branch } from "#bayes/tree-shape";

/** A network, its tables with what is given put in, and the tree that is to hold them. */
export interface Plan {
  readonly network: IndexedNetwork;
  readonly given: ReadonlyMap<number, number>;
  readonly factors: readonly Factor[];
  readonly branches: readonly Branch[];
  readonly elimination: JunctionTree["elimination"];
}

/** Gives every table of the tree its place and fills in the network's; undefined where there is no memory for them. */
export function layOut({ network, given, factors, branches, elimination }: Plan): JunctionTree | undefined {
  const { sizes, starts } = network;
  const ground = new Ground();
  const writer = new ProgramWriter(branches.length, sizes);
  const homes = homesOf(factors, branches, sizes);
  const tables = factors.map(({ scope, values }): LaidTable => ({ scope, entries: values.length, at: scope.length === 0 ? -1 : ground.take(values.length) }));
  const places = slotsOf(sizes, homes, ground);
  const laid = layNodes({ sizes, branches, homes, tables, slots: places, ground, writer, starts });
  const store = storeFor({ laid, length: ground.length, program: writer.finish() });
  if (!store) return undefined;
  fillTables(store.cells, factors, tables);
  const { nodes, derivatives } = laid;
  const slots = places.map((place, variable) => ({ ...place, gate: laid.gates[variable] ?? -1 }));
  for (const [variable, { likelihood }] of slots.entries()) store.cells.fill(1, likelihood, likelihood + (sizes[variable] ?? 0));
  const memory: TreeMemory = { store, kernel: typeScriptKernel(store), reach: undefined, worked: 0, known: new Set(), logs: new Float64Array(sizes.length), divided: new Float64Array(nodes.length), bits: new Float64Array(nodes.length), inLogarithms: undefined, constant: constantOf(factors) };
  makeProducts({ nodes, network, memory }, nodes.keys());
  return { kind: "compiled", network, given, elimination, nodes, slots, derivatives, reach: reachOf({ nodes, slots }, sizes.map((_, variable) => variable)), memory };
}

/** The logarithm of the tables that have no variable left. */
const constantOf = (factors: readonly Factor[]): number => factors.reduce((sum, { scope, values }) => (scope.length === 0 ? sum + Math.log(values[0] ?? 1) : sum), 0);

const noReader = { reader: -1, fromTable: false };

const slotsOf = (sizes: readonly number[], { findings, readers }: Homes, ground: Ground) =>
  sizes.map((size, variable) => ({ node: findings[variable] ?? -1, likelihood: ground.take(size), posterior: ground.take(size), ...(readers[variable] ?? noReader) }));

interface Needs {
  readonly laid: LaidNodes;
  readonly length: number;
  readonly program: Int32Array;
}

function storeFor({ laid: { nodes, room }, length, program }: Needs): Store | undefined {
  const flags = () => new Uint8Array(nodes.length);
  try {
    return { cells: new Float64Array(length), program, scales: new Float64Array(nodes.length), shrunk: new Float64Array(nodes.length), stale: flags().fill(1), visit: flags(), open: flags(), read: flags(), room };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
