import type { IndexedNetwork } from "#bayes/indexed";

/** Where an entry of the tables stands, by its number in a row of all (`starts` of the network). */
export interface EntryPlace {
  /** The number of its table. */
  readonly table: number;
  /** Its place in the table, and the place at which its row begins. */
  readonly at: number;
  readonly row: number;
  readonly width: number;
  readonly value: number;
}

/** Finds an entry; undefined where the tables have fewer. */
export function entryAt({ tables, starts, sizes }: IndexedNetwork, entry: number): EntryPlace | undefined {
  const table = starts.findLastIndex((start) => start <= entry);
  const { scope = [], values = none } = tables[table] ?? {};
  const at = entry - (starts[table] ?? 0);
  const width = sizes[scope.at(-1) ?? 0] ?? 1;
  return at >= 0 && at < values.length ? { table, at, row: at - (at % width), width, value: values[at] ?? 0 } : undefined;
}

const none = new Float64Array(0);

/**
 * The network with one entry changed. The others of its row keep their proportions; where all of them are 0 they share what
 * the entry loses in equal parts.
 */
export function withEntryChanged(network: IndexedNetwork, { table, at, row, width, value }: EntryPlace, change: number): IndexedNetwork {
  const values = Float64Array.from(network.tables[table]?.values ?? none);
  let others = 0;
  for (let entry = row; entry < row + width; entry++) if (entry !== at) others += values[entry] ?? 0;
  for (let entry = row; entry < row + width; entry++) {
    if (entry === at) values[entry] = value + change;
    else values[entry] = others > 0 ? ((values[entry] ?? 0) * (others - change)) / others : -change / (width - 1);
  }
  return { ...network, tables: network.tables.map((one, place) => (place === table ? { ...one, values } : one)) };
}
