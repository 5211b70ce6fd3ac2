import type { ConditionalTable, Network, Variable } from "#bayes/network";
import { countNumbers, networkName, refuseLarge, refuseTwice, Unreadable, type Draft, type DraftTable, type DraftVariable, type Written } from "#exchange/network/draft";
import { Scanner } from "#exchange/network/scanner";

/**
 * Reads the Bayesian Interchange Format (Cozman 1998, version 0.15): network, variable and probability blocks. Rows are
 * matched by the labels of the parents' states; `table` lists the child's states slowest, `default` fills the rows that are
 * not given. Properties are not carried.
 */
export function readBif(text: string): Draft {
  const scanner = new Scanner(text, { signs: "{}()[],;|" });
  const variables: DraftVariable[] = [];
  const blocks: Block[] = [];
  const notCarried: string[] = [];
  while (scanner.token.kind !== "end") {
    const { at } = scanner.token;
    if (scanner.takeIf("network")) readHead(scanner, notCarried);
    else if (scanner.takeIf("variable")) variables.push(readVariable(scanner, at, notCarried));
    else if (scanner.takeIf("probability")) blocks.push(readBlock(scanner, at, notCarried));
    else throw scanner.unexpected("`network`, `variable` or `probability`");
  }
  if (variables.length === 0) throw new Unreadable("The file declares no variable.", 0);
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  const count = countNumbers();
  for (const { variable, parents, at } of blocks) {
    const size = [variable, ...parents].reduce((product, id) => product * (byId.get(id)?.states.length ?? 1), 1);
    refuseLarge(variable, size, at);
    count(size, at);
  }
  return { variables, tables: blocks.map((block) => tableOf(block, byId)), notCarried };
}

/** Passes over the block of the network; its name and its properties are kept as what is not carried. */
function readHead(scanner: Scanner, notCarried: string[]): void {
  if (scanner.token.kind !== "sign") notCarried.push(...networkName(scanner.token.text));
  scanner.skipPast("{");
  while (!scanner.takeIf("}")) {
    if (scanner.takeIf("property")) skipProperty(scanner, notCarried);
    else if (scanner.token.kind === "end") throw scanner.unexpected("`}`");
    else scanner.take();
  }
}

/** Passes over `NAME = anything;` and keeps the name. */
function skipProperty(scanner: Scanner, notCarried: string[]): void {
  const [name] = scanner.token.text.split("=");
  notCarried.push(`property ${name ?? ""}`.trim());
  scanner.skipPast(";");
}

function readVariable(scanner: Scanner, at: number, notCarried: string[]): DraftVariable {
  const id = scanner.name("the name of a variable");
  let states: readonly string[] = [];
  scanner.expect("{");
  while (!scanner.takeIf("}")) {
    if (!scanner.takeIf("type")) {
      if (!scanner.takeIf("property")) throw scanner.unexpected("`type`, `property` or `}`");
      skipProperty(scanner, notCarried);
      continue;
    }
    scanner.expect("discrete");
    scanner.expect("[");
    const counted = { count: scanner.number("the number of states"), at: scanner.token.at };
    scanner.expect("]");
    scanner.expect("{");
    states = readList(scanner, "}", "the name of a state");
    scanner.takeIf(";");
    if (states.length !== counted.count) throw new Unreadable(`${id} should have ${counted.count} states and names ${states.length}.`, counted.at);
  }
  return { id, states, at };
}

/** Names up to a closing sign; commas between them may be missing. */
function readList(scanner: Scanner, close: string, what: string): readonly string[] {
  const names: string[] = [];
  while (!scanner.takeIf(close)) {
    names.push(scanner.name(what));
    scanner.takeIf(",");
  }
  return names;
}

/** A line of a probability block: numbers for one combination of the parents' states, for all, or for those not given. */
interface Line {
  readonly kind: "row" | "table" | "default";
  readonly labels: readonly string[];
  readonly numbers: readonly number[];
  readonly at: number;
}

interface Block {
  readonly variable: string;
  readonly parents: readonly string[];
  readonly lines: readonly Line[];
  readonly at: number;
}

function readBlock(scanner: Scanner, at: number, notCarried: string[]): Block {
  scanner.expect("(");
  const variable = scanner.name("the name of a variable");
  if (!scanner.takeIf("|")) scanner.takeIf(",");
  const parents = readList(scanner, ")", "the name of a parent");
  const lines: Line[] = [];
  scanner.expect("{");
  while (!scanner.takeIf("}")) {
    const start = scanner.token.at;
    if (scanner.takeIf("property")) skipProperty(scanner, notCarried);
    else if (scanner.takeIf("table")) lines.push({ kind: "table", labels: [], numbers: readNumbers(scanner), at: start });
    else if (scanner.takeIf("default")) lines.push({ kind: "default", labels: [], numbers: readNumbers(scanner), at: start });
    else if (scanner.takeIf("(")) lines.push({ kind: "row", labels: readList(scanner, ")", "a state of a parent"), numbers: readNumbers(scanner), at: start });
    else throw scanner.unexpected("a row, `table`, `default` or `}`");
  }
  return { variable, parents, lines, at };
}

function readNumbers(scanner: Scanner): readonly number[] {
  const numbers: number[] = [];
  while (!scanner.takeIf(";")) {
    numbers.push(scanner.number("a probability"));
    scanner.takeIf(",");
  }
  return numbers;
}

function tableOf({ variable, parents, lines, at }: Block, byId: ReadonlyMap<string, DraftVariable>): DraftTable {
  const find = (id: string): DraftVariable => {
    const found = byId.get(id);
    if (!found) throw new Unreadable(`A table names ${id}, which is no variable.`, at);
    return found;
  };
  const width = find(variable).states.length;
  refuseTwice({ variable, parents, at });
  const places = parents.map((parent) => new Map(find(parent).states.map((state, place) => [state, place])));
  const count = places.reduce((product, { size }) => product * size, 1);
  const again = [...lines.filter(({ kind }) => kind === "default").slice(1), ...lines.filter(({ kind }) => kind === "table").slice(1)][0];
  if (again) throw new Unreadable(`${variable} has two lines \`${again.kind}\`.`, again.at);
  const table = { variable, width, count, places, parents, probabilities: Array.from({ length: count * width }, () => Number.NaN), rowsAt: Array.from({ length: count }, (): number | undefined => undefined) };
  for (const line of lines) if (line.kind === "default") for (let row = 0; row < count; row++) fillRow(table, row, line);
  for (const line of lines) {
    if (line.kind === "table") fillTable(table, line);
    if (line.kind === "row") fillRow(table, rowOf(table, line), line);
  }
  return { variable, parents, probabilities: table.probabilities, rowsAt: table.rowsAt, at };
}

interface Filling {
  readonly variable: string;
  readonly parents: readonly string[];
  readonly width: number;
  readonly count: number;
  readonly places: readonly ReadonlyMap<string, number>[];
  readonly probabilities: number[];
  readonly rowsAt: (number | undefined)[];
}

function rowOf({ variable, parents, places, rowsAt }: Filling, { labels, at }: Line): number {
  if (labels.length !== parents.length) throw new Unreadable(`A row of ${variable} names ${labels.length} states for ${parents.length} parents.`, at);
  let row = 0;
  for (const [place, label] of labels.entries()) {
    const state = places[place]?.get(label);
    if (state === undefined) throw new Unreadable(`${parents[place] ?? ""} has no state ${label}.`, at);
    row = row * (places[place]?.size ?? 1) + state;
  }
  if (rowsAt[row] !== undefined) throw new Unreadable(`The row (${labels.join(", ")}) of ${variable} is given twice.`, at);
  rowsAt[row] = at;
  return row;
}

function fillRow({ variable, width, probabilities }: Filling, row: number, { numbers, at }: Line): void {
  if (numbers.length !== width) throw new Unreadable(`A row of ${variable} has ${numbers.length} numbers, not ${width}.`, at);
  for (const [state, value] of numbers.entries()) probabilities[row * width + state] = value;
}

/** The first name of the block, the child, changes slowest. */
function fillTable({ variable, width, count, probabilities }: Filling, { numbers, at }: Line): void {
  if (numbers.length !== width * count) throw new Unreadable(`The table of ${variable} has ${numbers.length} numbers, not ${width * count}.`, at);
  for (const [entry, value] of numbers.entries()) probabilities[(entry % count) * width + Math.floor(entry / count)] = value;
}

/** Writes a network as BIF; names that are no plain words are quoted. */
export function writeBif({ variables, tables }: Network): Written {
  const states = new Map(variables.map((variable) => [variable.id, variable.states]));
  return { text: ["network unknown {\n}\n", ...variables.map(variableText), ...tables.map((table) => probabilityText(table, states))].join(""), notes: [] };
}

const word = (name: string): string => (/^[^\s{}()[\],;|"/]+$/u.test(name) ? name : `"${name.replaceAll('"', "'")}"`);
const words = (names: readonly string[]): string => names.map(word).join(", ");

const variableText = ({ id, states }: Variable): string => `variable ${word(id)} {\n  type discrete [ ${states.length} ] { ${words(states)} };\n}\n`;

function probabilityText({ variable, parents, probabilities }: ConditionalTable, states: ReadonlyMap<string, readonly string[]>): string {
  if (parents.length === 0) return `probability ( ${word(variable)} ) {\n  table ${probabilities.join(", ")};\n}\n`;
  const width = states.get(variable)?.length ?? 1;
  const lists = parents.map((parent) => states.get(parent) ?? []);
  const rows = Array.from({ length: probabilities.length / width }, (_, row) => `  (${words(labelsOf(row, lists))}) ${probabilities.slice(row * width, (row + 1) * width).join(", ")};\n`);
  return `probability ( ${word(variable)} | ${words(parents)} ) {\n${rows.join("")}}\n`;
}

/** The states of the parents in a row; the last parent changes fastest. */
function labelsOf(row: number, lists: readonly (readonly string[])[]): readonly string[] {
  let rest = row;
  const labels = lists.toReversed().map((list) => {
    const label = list[rest % list.length] ?? "";
    rest = Math.floor(rest / list.length);
    return label;
  });
  return labels.toReversed();
}
