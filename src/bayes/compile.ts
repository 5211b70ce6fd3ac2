import { entriesOver } from "#bayes/axes";
import type { CliqueForest } from "#bayes/cliques";
import { restrict, type Factor } from "#bayes/factor";
import type { IndexedNetwork } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";
import { layOut } from "#bayes/lay-out";
import { shapeTree } from "#bayes/tree-shape";
import { triangulate, triangulateAlong, type Elimination } from "#bayes/triangulate";

/** A network whose clique tables would have more entries than are allowed, or for whose messages there is no memory. */
export interface TooLarge {
  readonly kind: "too large";
  readonly entries: number;
  /** What so many entries would take, were they stored. */
  readonly bytes: number;
  /** The variables of the largest table. */
  readonly widest: readonly string[];
}

export interface CompileOptions {
  /** The variable asked for most: what is known travels to it first. */
  readonly root?: number;
  /** Known states that are put in before compiling; the tree then answers for these alone. */
  readonly given?: ReadonlyMap<number, number>;
  /** The tables that matter, by the number of their child; all where it is left out. */
  readonly relevant?: ReadonlySet<number>;
  /** Most entries of all clique tables together; 2^28 unless said otherwise. */
  readonly mostEntries?: number;
  /** How long a good order is searched, as a multiple of what its tables are worth; 1 unless said otherwise, 0 takes the first. More is spent before a network is refused. */
  readonly effort?: number;
  /** The order of a tree whose network had the same variables and parents: none is searched then. */
  readonly order?: readonly number[];
  /** False where it may be said at once that the tables are too large; else other orders are tried first, for seconds. */
  readonly persistent?: boolean;
}

/** A question goes through so many in about a second; of memory it takes a third to a half of the 2 GiB that they would fill. */
const mostEntriesByDefault = 2 ** 28;

/** Compiles a network, or says how large its tables would be. */
export function compileTree(network: IndexedNetwork, options: CompileOptions = {}): JunctionTree | TooLarge {
  const { given = new Map<number, number>(), relevant, mostEntries = mostEntriesByDefault, effort = 1 } = options;
  const factors = network.tables.map((table) => (relevant && !relevant.has(table.scope.at(-1) ?? -1) ? nothing : putIn(table, given, network.sizes)));
  const scopes = factors.map(({ scope }) => scope);
  const along = options.order && triangulateAlong(scopes, network.sizes.length, options.order);
  let elimination = along ?? triangulate(scopes, network.sizes, effort);
  let sized = sizesOf(network, elimination);
  if (sized.entries > mostEntries && !along && (options.persistent ?? true)) {
    elimination = tryHarder(elimination, { network, scopes, mostEntries, effort });
    sized = sizesOf(network, elimination);
  }
  if (sized.entries > mostEntries) return sized;
  const { heuristic, order, ...forest } = elimination;
  const branches = shapeTree(forest, network.sizes, options.root);
  return layOut({ network, given, factors, branches, elimination: { heuristic, order, entries: sized.entries } }) ?? sized;
}

/** What a search is worth before a network is refused. Tables more than so many times too large were never found to become small enough. */
const lastResort = { efforts: [32, 128], within: 64 };

interface Attempts {
  readonly network: IndexedNetwork;
  readonly scopes: readonly (readonly number[])[];
  readonly mostEntries: number;
  readonly effort: number;
}

/** The first elimination that is small enough, of the order of the variables, its reverse and longer searches; else the best of all. */
function tryHarder(found: Elimination, { network, scopes, mostEntries, effort }: Attempts): Elimination {
  const entriesOf = (elimination: Elimination): number => sizesOf(network, elimination).entries;
  let best = { elimination: found, entries: entriesOf(found) };
  const consider = (elimination: Elimination): void => {
    const entries = entriesOf(elimination);
    if (entries < best.entries) best = { elimination, entries };
  };
  const present = new Set(scopes.flat());
  const given = network.ids.flatMap((_, variable) => (present.has(variable) ? [variable] : []));
  for (const order of [given, given.toReversed()]) if (best.entries > mostEntries) consider(triangulateAlong(scopes, network.sizes.length, order));
  for (const longer of lastResort.efforts) {
    if (longer > effort && best.entries > mostEntries && best.entries <= mostEntries * lastResort.within) consider(triangulate(scopes, network.sizes, longer));
  }
  return best.elimination;
}

const nothing: Factor = { scope: [], values: Float64Array.of(1) };

function putIn(table: Factor, given: ReadonlyMap<number, number>, sizes: readonly number[]): Factor {
  let known = table;
  for (const variable of table.scope) {
    const state = given.get(variable);
    if (state !== undefined) known = restrict(known, variable, state, sizes);
  }
  return known;
}

/** How large the tables of a forest are, were they too large. */
function sizesOf({ ids, sizes }: IndexedNetwork, { cliques }: CliqueForest): TooLarge {
  let widest: readonly number[] = [];
  let [entries, most] = [0, 0];
  for (const clique of cliques) {
    const size = entriesOver(clique, sizes);
    entries += size;
    if (size <= most) continue;
    [widest, most] = [clique, size];
  }
  return { kind: "too large", entries, bytes: entries * 8, widest: widest.map((variable) => ids[variable] ?? "") };
}
