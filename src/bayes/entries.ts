import type { IndexedNetwork } from "#bayes/indexed";
import { noSuchState } from "#bayes/network";

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

/** An entry by name: P(variable = state | its parents in these states). */
export interface EntryName {
  readonly variable: string;
  readonly state: string;
  /** The state of every parent; may be left out where there are none. */
  readonly given?: Readonly<Record<string, string>>;
}

/** The number of an entry in a row of all; a name that the network does not have is refused, and so is a parent without a state or a state of another variable. */
export function entryNumber({ ids, numbers, states, sizes, tables, starts }: IndexedNetwork, { variable, state, given = {} }: EntryName): number {
  const child = numbers.get(variable);
  const table = tables.findIndex(({ scope }) => scope.at(-1) === child);
  const { scope = [] } = tables[table] ?? {};
  if (child === undefined || table < 0) throw new RangeError(`The network has no variable called ${variable}.`);
  const stranger = Object.keys(given).find((id) => id === variable || !scope.includes(numbers.get(id) ?? -1));
  if (stranger !== undefined) throw new RangeError(`${stranger} is no parent of ${variable}.`);
  const place = scope.reduce((before, number) => {
    const id = ids[number] ?? "";
    const named = number === child ? state : given[id];
    if (named === undefined) throw new RangeError(`An entry of ${variable} needs a state of its parent ${id}.`);
    const at = states[number]?.indexOf(named) ?? -1;
    if (at < 0) throw new RangeError(noSuchState(id, named, states[number] ?? []));
    return before * (sizes[number] ?? 1) + at;
  }, 0);
  return (starts[table] ?? 0) + place;
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
