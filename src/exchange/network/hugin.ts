import type { Network } from "#bayes/network";
import { Unreadable, type Draft, type DraftTable, type DraftVariable, type Written } from "#exchange/network/draft";
import { withPlainNames } from "#exchange/network/plain-names";
import { Scanner } from "#exchange/network/scanner";

/**
 * Reads Hugin's .net language: `node` and `potential` blocks, data nested with the first parent outermost and the child
 * innermost. Attributes other than states and data are not carried; decisions, utilities and continuous nodes are refused.
 */
export function readHugin(text: string): Draft {
  const scanner = new Scanner(text, { signs: "{}()=;|", comment: "%" });
  const variables: DraftVariable[] = [];
  const tables: DraftTable[] = [];
  const notCarried: string[] = [];
  while (scanner.token.kind !== "end") {
    const { at } = scanner.token;
    scanner.takeIf("discrete");
    if (scanner.takeIf("net")) readAttributes(scanner, keep(notCarried));
    else if (scanner.takeIf("node")) variables.push(readNode(scanner, at, notCarried));
    else if (scanner.takeIf("potential")) tables.push(readPotential(scanner, at, notCarried));
    else throw other(scanner);
  }
  if (variables.length === 0) throw new Unreadable("The file declares no node.", 0);
  return { variables, tables, notCarried };
}

function other(scanner: Scanner): Unreadable {
  const { text, at } = scanner.token;
  const refused = ["decision", "utility", "continuous", "function", "class"].includes(text.toLowerCase());
  return refused ? new Unreadable(`\`${text}\` is no part of a discrete Bayesian network.`, at) : scanner.unexpected("`net`, `node` or `potential`");
}

/** Reads `name = value;` up to the closing brace; `take` may read a value itself and says whether it did. */
function readAttributes(scanner: Scanner, take: (name: string) => boolean): void {
  scanner.expect("{");
  while (!scanner.takeIf("}")) {
    const name = scanner.name("an attribute");
    scanner.expect("=");
    if (!take(name)) scanner.skipPast(";");
    else scanner.expect(";");
  }
}

/** Keeps the name of an attribute that is not read. */
const keep = (notCarried: string[]) => (name: string): boolean => {
  notCarried.push(name);
  return false;
};

function readNode(scanner: Scanner, at: number, notCarried: string[]): DraftVariable {
  const id = scanner.name("the name of a node");
  let states: readonly string[] = [];
  readAttributes(scanner, (name) => {
    // A label that is the name says nothing else; it is how we write it ourselves.
    if (name === "label" && scanner.token.text === id) return false;
    if (name !== "states") return keep(notCarried)(name);
    states = readNames(scanner);
    return true;
  });
  return { id, states, at };
}

function readNames(scanner: Scanner): readonly string[] {
  const names: string[] = [];
  scanner.expect("(");
  while (!scanner.takeIf(")")) names.push(scanner.name("the name of a state"));
  return names;
}

function readPotential(scanner: Scanner, at: number, notCarried: string[]): DraftTable {
  scanner.expect("(");
  const variable = scanner.name("the name of a node");
  const parents: string[] = [];
  scanner.takeIf("|");
  while (!scanner.takeIf(")")) parents.push(scanner.name("the name of a parent"));
  let probabilities: readonly number[] | undefined;
  readAttributes(scanner, (name) => {
    if (name !== "data") return keep(notCarried)(name);
    probabilities = readNested(scanner);
    return true;
  });
  if (!probabilities) throw new Unreadable(`The potential of ${variable} has no data.`, at);
  return { variable, parents, probabilities, at };
}

/** All numbers between parentheses, however nested: their order is that of the table. */
function readNested(scanner: Scanner): readonly number[] {
  const numbers: number[] = [];
  let depth = 0;
  do {
    if (scanner.takeIf("(")) depth++;
    else if (scanner.takeIf(")")) depth--;
    else numbers.push(scanner.number("a probability"));
  } while (depth > 0);
  return numbers;
}

/** Writes a network as a .net file; names of nodes that are no identifiers are changed, and a note says which. */
export function writeHugin(network: Network): Written {
  const { network: { variables, tables }, notes } = withPlainNames(network, { andStates: false });
  const sizes = new Map(variables.map(({ id, states }) => [id, states.length]));
  const nodes = variables.map(({ id, states }, at) => `node ${id}\n{\n  label = ${quoted(network.variables[at]?.id ?? id)};\n  states = (${states.map(quoted).join(" ")});\n}\n`);
  const potentials = tables.map(({ variable, parents, probabilities }) => {
    const head = parents.length === 0 ? variable : `${variable} | ${parents.join(" ")}`;
    return `potential (${head})\n{\n  data = ${nested(probabilities, [...parents, variable].map((id) => sizes.get(id) ?? 1))};\n}\n`;
  });
  return { text: ["net\n{\n}\n", ...nodes, ...potentials].join("\n"), notes };
}

const quoted = (name: string): string => `"${name.replaceAll('"', "'")}"`;

function nested(numbers: readonly number[], sizes: readonly number[]): string {
  const [size = 1, ...inner] = sizes;
  if (inner.length === 0) return `(${numbers.join(" ")})`;
  const step = numbers.length / size;
  return `(${Array.from({ length: size }, (_, state) => nested(numbers.slice(state * step, (state + 1) * step), inner)).join("\n    ")})`;
}
