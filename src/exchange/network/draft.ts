import { variablesInCircles, type Network } from "#bayes/network";
import { shortened } from "#kit/short-text";

/** Why a file of a network cannot be read, and where: an offset into its text. Caught by `readNetwork`. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly at: number;

  constructor(what: string, at: number) {
    super(oneLine(what));
    this.at = at;
  }
}

/** A sentence without the line ends and the length that a file's names may have. */
function oneLine(what: string): string {
  const line = what.replace(/[\s\p{Cc}]+/gu, " ");
  return line.length <= longest ? line : `${shortened(line, longest - 1)}.`;
}

const longest = 400;

/** A variable as a file declares it, and where. */
export interface DraftVariable {
  readonly id: string;
  readonly states: readonly string[];
  readonly at: number;
}

/** A table as a file gives it, in the order of `ConditionalTable`; NaN where a number is missing. */
export interface DraftTable {
  readonly variable: string;
  readonly parents: readonly string[];
  readonly probabilities: readonly number[];
  readonly at: number;
  /** Where each row stands in the file, as far as that is known. */
  readonly rowsAt?: readonly (number | undefined)[];
}

export interface Draft {
  readonly variables: readonly DraftVariable[];
  readonly tables: readonly DraftTable[];
  /** What else the file says, by name, as often as it says it: `property position`, `label`. */
  readonly notCarried?: readonly string[];
  /** In sentences, what of the file seems amiss. */
  readonly notes?: readonly string[];
}

/** What the name of a network adds to `notCarried`; nothing where it is what formats write that have to name one. */
export const networkName = (name: string): readonly string[] => (/^(?:unknown|network\d*)?$/iu.test(name) ? [] : [`the network's name ${name}`]);

/** A network read from a file. */
export interface DraftedNetwork {
  readonly network: Network;
  /** In sentences, what was changed. */
  readonly notes: readonly string[];
  /** In sentences, what the file says that the network does not hold; it is lost where the network is written. */
  readonly notCarried: readonly string[];
}

/** How far a row may be from 1 without a note, and how far for each of its numbers as a sum of rounded ones, which is left as it is. */
const unnoticed = 1e-9;
const rounding = 2 ** -51;
/** Numbers that a table may have, and all tables together: 128 MB. */
const largestTable = 2 ** 24;

/** How far a row may be from 1 before its node and line are named. */
const named = 1e-3;

/** Checks what a file says and divides each row by its sum; `lineOf` tells the line of an offset. Throws `Unreadable`. */
export function finish({ variables, tables, notCarried = [], notes = [] }: Draft, lineOf: (at: number) => number): DraftedNetwork {
  const states = new Map<string, number>();
  for (const { id, states: list, at } of variables) {
    if (states.has(id)) throw new Unreadable(`There are two variables called ${id}.`, at);
    if (list.length === 0) throw new Unreadable(`${id} has no states.`, at);
    const seen = new Set<string>();
    const twice = list.find((state) => seen.size === seen.add(state).size);
    if (twice !== undefined) throw new Unreadable(`Two states of ${id} are called ${twice}.`, at);
    states.set(id, list.length);
  }
  const rescaled: Rescaled = { rows: 0, furthest: { by: 0, variable: "", at: 0 }, far: new Map() };
  const byVariable = new Map<string, DraftTable>();
  for (const table of tables) {
    if (byVariable.has(table.variable)) throw new Unreadable(`${table.variable} has two tables.`, table.at);
    byVariable.set(table.variable, table);
  }
  const finished = variables.map(({ id, at }) => {
    const table = byVariable.get(id);
    if (!table) throw new Unreadable(`${id} has no table.`, at);
    return { variable: id, parents: table.parents, probabilities: rowsOf(table, states, rescaled) };
  });
  const network = { variables: variables.map(({ id, states: list }) => ({ id, states: list })), tables: finished };
  const circle = circleIn(network);
  const [first] = circle;
  if (first !== undefined) throw new Unreadable(`${several(circle)} are among their own ancestors.`, byVariable.get(first)?.at ?? 0);
  return { network, notes: [...notes, ...rescaledNote(rescaled, lineOf)], notCarried: notCarriedNote(notCarried) };
}

/** Of the variables that are in a circle or below one, those above another of them: taking away the lowest leaves circles and what links them. */
function circleIn({ variables, tables }: Network): readonly string[] {
  const left = new Set(variablesInCircles({ variables, tables }));
  const parents = new Map(tables.map((table) => [table.variable, table.parents.filter((parent) => left.has(parent))]));
  const children = new Map<string, number>();
  for (const id of left) for (const parent of parents.get(id) ?? []) children.set(parent, (children.get(parent) ?? 0) + 1);
  const lowest = Array.from(left).filter((id) => !children.has(id));
  for (let id = lowest.pop(); id !== undefined; id = lowest.pop()) {
    left.delete(id);
    for (const parent of parents.get(id) ?? []) {
      const count = (children.get(parent) ?? 0) - 1;
      children.set(parent, count);
      if (count === 0) lowest.push(parent);
    }
  }
  return Array.from(left);
}

/** A few names of many. */
const several = (names: readonly string[]): string => (names.length <= 8 ? names.join(", ") : `${names.slice(0, 7).join(", ")} and ${names.length - 7} more`);

function notCarriedNote(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = Array.from(counts, ([name, count]) => (count === 1 ? shortened(name, 60) : `${shortened(name, 60)} (${count} times)`));
  return listed.length === 0 ? [] : [`Not carried: ${several(listed)}.`];
}

/** Refuses a table whose scope names a variable twice, such as its own among the parents. */
export function refuseTwice({ variable, parents, at }: Pick<DraftTable, "variable" | "parents" | "at">): void {
  if (new Set([variable, ...parents]).size <= parents.length) throw new Unreadable(`The table of ${variable} names a variable twice.`, at);
}

/** Refuses a table that is larger than any file could mean. */
export function refuseLarge(variable: string, size: number, at: number): void {
  if (size > largestTable) throw new Unreadable(`The table of ${variable} would have ${size} numbers; more than ${largestTable} are not read.`, at);
}

/** Counts the numbers of one table after another, and refuses the one with which they are more together than are read. */
export function countNumbers(): (size: number, at: number) => void {
  let together = 0;
  return (size, at) => {
    together += size;
    if (together > largestTable) throw new Unreadable(`The tables up to here would have ${together} numbers together; more than ${largestTable} are not read.`, at);
  };
}

/** How many rows did not sum to 1, which by most, and of which variables some were far off, with the first place of each. */
interface Rescaled {
  rows: number;
  furthest: { readonly by: number; readonly variable: string; readonly at: number };
  readonly far: Map<string, number>;
}

function rowsOf(table: DraftTable, states: ReadonlyMap<string, number>, rescaled: Rescaled): readonly number[] {
  const { variable, parents, probabilities, at, rowsAt = [] } = table;
  const sizeOf = (id: string): number => {
    const size = states.get(id);
    if (size === undefined) throw new Unreadable(`The table of ${variable} names ${id}, which is no variable.`, at);
    return size;
  };
  refuseTwice(table);
  const width = sizeOf(variable);
  const size = parents.reduce((product, parent) => product * sizeOf(parent), width);
  if (probabilities.length !== size) throw new Unreadable(`The table of ${variable} has ${probabilities.length} numbers, not ${size}.`, at);
  const rows = probabilities.slice();
  for (let row = 0; row < size / width; row++) divideRow(rows, { variable, row, width, at: rowsAt[row] ?? at }, rescaled);
  return rows;
}

function divideRow(rows: number[], { variable, row, width, at }: { readonly variable: string; readonly row: number; readonly width: number; readonly at: number }, rescaled: Rescaled): void {
  let sum = 0;
  for (let entry = row * width; entry < (row + 1) * width; entry++) {
    const value = rows[entry] ?? Number.NaN;
    if (Number.isNaN(value)) throw new Unreadable(`Row ${row + 1} of the table of ${variable} is missing.`, at);
    if (value < 0 || value === Infinity) throw new Unreadable(`The table of ${variable} holds ${value}, which is no probability.`, at);
    sum += value;
  }
  if (sum === 0) throw new Unreadable(`Row ${row + 1} of the table of ${variable} sums to 0.`, at);
  if (Math.abs(sum - 1) <= rounding * Math.max(4, width)) return;
  for (let entry = row * width; entry < (row + 1) * width; entry++) rows[entry] = (rows[entry] ?? 0) / sum;
  if (Math.abs(sum - 1) <= unnoticed) return;
  rescaled.rows++;
  const by = Math.abs(sum - 1);
  if (by > rescaled.furthest.by) rescaled.furthest = { by, variable, at };
  if (by > named && !rescaled.far.has(variable)) rescaled.far.set(variable, at);
}

function rescaledNote({ rows, furthest, far }: Rescaled, lineOf: (at: number) => number): readonly string[] {
  if (rows === 0) return [];
  const place = (variable: string, at: number): string => `${shortened(variable, 60)} in line ${lineOf(at)}`;
  const most = `${place(furthest.variable, furthest.at)}, ${rows === 1 ? "which " : ""}was off by ${Number(furthest.by.toPrecision(2))}`;
  const others = Array.from(far).filter(([variable]) => variable !== furthest.variable).map(([variable, at]) => place(variable, at));
  const too = others.length === 0 ? "" : ` By more than ${named} also some of ${several(others)}.`;
  return [rows === 1 ? `One row did not sum to 1, of ${most}; it was divided by its sum.` : `${rows} rows did not sum to 1 (the furthest, of ${most}); each was divided by its sum.${too}`];
}

/** A network as text, and in sentences what the format cannot carry. */
export interface Written {
  readonly text: string;
  readonly notes: readonly string[];
}
