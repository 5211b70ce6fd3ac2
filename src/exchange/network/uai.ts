import type { Network } from "#bayes/network";
import { Unreadable, type Draft, type DraftTable, type Written } from "#exchange/network/draft";
import { Scanner } from "#exchange/network/scanner";

/**
 * Reads the BAYES files of the UAI inference competitions: sizes, then scopes with the child last, then tables in which the
 * child changes fastest. The format has no names: variables become v0, v1, ..., states s0, s1, ....
 */
export function readUai(text: string): Draft {
  const scanner = new Scanner(text, { signs: "" });
  if (scanner.takeIf("markov")) throw new Unreadable("A MARKOV file is no Bayesian network.", 0);
  scanner.expect("bayes");
  const { at } = scanner.token;
  const sizes = Array.from({ length: count(scanner, "the number of variables") }, () => count(scanner, "the number of states of a variable"));
  // Each state has at least a number of its own in the file, so that a short file cannot ask for a large memory.
  if (sizes.reduce((sum, size) => sum + size, 0) > text.length) throw new Unreadable("The file is too short for as many states.", at);
  const variables = sizes.map((size, variable) => ({ id: `v${variable}`, states: Array.from({ length: size }, (_, state) => `s${state}`), at }));
  const scopes = Array.from({ length: count(scanner, "the number of tables") }, () => readScope(scanner, sizes.length));
  const tables = scopes.map((scope) => readTable(scanner, scope));
  if (scanner.token.kind !== "end") throw scanner.unexpected("the end of the file");
  return { variables, tables };
}

function count(scanner: Scanner, what: string): number {
  const { at } = scanner.token;
  const value = scanner.number(what);
  if (!Number.isInteger(value) || value < 0 || value > 1e8) throw new Unreadable(`${value} cannot be ${what}.`, at);
  return value;
}

function readScope(scanner: Scanner, variables: number): readonly string[] {
  return Array.from({ length: count(scanner, "the number of variables of a table") }, () => {
    const { at } = scanner.token;
    const variable = count(scanner, "the number of a variable");
    if (variable >= variables) throw new Unreadable(`There is no variable ${variable}; the first is 0.`, at);
    return `v${variable}`;
  });
}

function readTable(scanner: Scanner, scope: readonly string[]): DraftTable {
  const { at } = scanner.token;
  const size = count(scanner, "the number of entries of a table");
  const probabilities = Array.from({ length: size }, () => scanner.number("a probability"));
  return { variable: scope.at(-1) ?? "", parents: scope.slice(0, -1), probabilities, at };
}

/** Writes the tables in UAI order; names are lost, and a note says so. */
export function writeUai({ variables, tables }: Network): Written {
  const numbers = new Map(variables.map(({ id }, number) => [id, number]));
  const lines = [
    "BAYES",
    String(variables.length),
    variables.map(({ states }) => states.length).join(" "),
    String(tables.length),
    ...tables.map(({ variable, parents }) => [parents.length + 1, ...[...parents, variable].map((id) => numbers.get(id) ?? 0)].join(" ")),
    ...tables.map(({ probabilities }) => `\n${probabilities.length}\n${probabilities.join(" ")}`),
  ];
  return { text: `${lines.join("\n")}\n`, notes: ["UAI has no names: variables and states are numbered in their order."] };
}
