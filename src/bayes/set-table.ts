import type { JunctionTree } from "#bayes/junction-tree";
import { makeStale } from "#bayes/known";
import { makeProducts } from "#bayes/lay-tables";
import { problemOfTable } from "#bayes/network";

/**
 * Puts other probabilities into the table of a variable, in the order of `ConditionalTable`: the tree, and the network that
 * it holds, change in place. Nothing is triangulated or laid out again, and the next question costs only what lies between
 * the table and the root; its answer is the same to the last bit as that of a tree compiled anew. Numbers that make no table
 * are refused, and so is a tree into which states were put before it was compiled.
 */
export function setTable(tree: JunctionTree, variable: string, probabilities: readonly number[]): void {
  const { network, nodes, given, memory } = tree;
  const table = network.tables.findIndex(({ scope }) => network.ids[scope.at(-1) ?? -1] === variable);
  const { scope = [], values } = network.tables[table] ?? {};
  if (!values) throw new RangeError(`The network has no variable called ${variable}.`);
  if (given.size > 0) throw new RangeError("The tree was compiled for known states, of which its tables keep no other.");
  const problem = problemOfTable({ variable, probabilities }, scope.map((one) => network.sizes[one] ?? 0));
  if (problem !== undefined) throw new RangeError(problem);
  values.set(probabilities);
  const place = nodes.findIndex(({ tables }) => tables.some(({ subject }) => subject === table));
  const placed = nodes[place]?.tables.find(({ subject }) => subject === table);
  // A table that does not bear on what the tree was compiled for is not in it.
  if (!placed) return;
  memory.store.cells.set(values, placed.at);
  makeProducts(tree, [place]);
  makeStale(tree, place);
}
