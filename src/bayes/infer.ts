import { ancestorsOf } from "#bayes/ancestors";
import type { Answer, Marginal } from "#bayes/answer";
import { compileTree, type CompileOptions, type TooLarge } from "#bayes/compile";
import { indexEvidence, indexNetwork, type IndexedEvidence, type IndexedNetwork } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";
import { know } from "#bayes/known";
import type { Evidence, Network } from "#bayes/network";
import { logCollected, propagate, propagateUp } from "#bayes/propagate";
import { reachOf } from "#bayes/reach";

interface NetworkOptions extends Pick<CompileOptions, "mostEntries" | "effort" | "order"> {
  readonly root?: string;
}

/**
 * Compiles a network once, to ask it many times with `ask`; or says how large its tables would be. `root` names the
 * variable asked for most. A network with a problem is refused: ask `networkProblems` first.
 */
export function compileNetwork(network: Network, options: NetworkOptions = {}): JunctionTree | TooLarge {
  const indexed = indexNetwork(network);
  const { root: id, ...others } = options;
  const root = id === undefined ? undefined : indexed.numbers.get(id);
  if (id !== undefined && root === undefined) throw new RangeError(`The network has no variable called ${id}, to root the tree at.`);
  return compileTree(indexed, { ...others, ...(root !== undefined && { root }) });
}

/**
 * The exact posteriors of the queried variables (all, where none is named) given what is known. Only what changed since
 * the last question is computed again; the answer is the same to the last bit whatever was asked before.
 */
export function ask(tree: JunctionTree, evidence: Evidence, queries: readonly string[] = tree.network.ids): Answer {
  const all = queries === tree.network.ids;
  const numbers = all ? [] : queries.map((id) => numberOf(tree.network, id));
  const known = indexEvidence(tree.network, evidence);
  if (!know(tree, known) || !propagate(tree, all ? tree.reach : reachOf(tree, numbers))) return { kind: "impossible", conflict: conflictIn(tree, known) };
  const posteriors = new Map<string, Marginal>();
  for (let at = 0; at < queries.length; at++) posteriors.set(queries[at] ?? "", posteriorOf(tree, all ? at : (numbers[at] ?? 0)));
  return { kind: "possible", logEvidence: tree.memory.known.size === 0 ? 0 : logCollected(tree), posteriors };
}

function numberOf({ numbers }: IndexedNetwork, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new RangeError(`A query names ${id}, which the network does not have.`);
  return number;
}

/** The posterior of a variable that the last propagation reached. */
export function posteriorOf({ network, slots, memory, given }: JunctionTree, variable: number): Marginal {
  const { cells } = memory.store;
  const size = network.sizes[variable] ?? 0;
  const at = slots[variable]?.posterior ?? 0;
  const state = given.size === 0 ? undefined : given.get(variable);
  if (state !== undefined) return Array.from({ length: size }, (_, place) => Number(place === state));
  let sum = 0;
  for (let cell = at; cell < at + size; cell++) sum += cells[cell] ?? 0;
  // Most variables have two or three states, and a list of known length is made faster.
  if (size === 2) return [(cells[at] ?? 0) / sum, (cells[at + 1] ?? 0) / sum];
  if (size === 3) return [(cells[at] ?? 0) / sum, (cells[at + 1] ?? 0) / sum, (cells[at + 2] ?? 0) / sum];
  const posterior: number[] = [];
  for (let cell = at; cell < at + size; cell++) posterior.push((cells[cell] ?? 0) / sum);
  return posterior;
}

/** Findings that cannot be true together, each of which is needed for that; all findings where some were put in before compiling. */
function conflictIn(tree: JunctionTree, { observed, likelihoods }: IndexedEvidence): readonly string[] {
  const all = new Set([...observed.keys(), ...likelihoods.keys()]);
  let needed: IndexedEvidence = { observed, likelihoods };
  for (const variable of tree.given.size > 0 ? [] : all) {
    const fewer = { observed: without(needed.observed, variable), likelihoods: without(needed.likelihoods, variable) };
    if (!know(tree, fewer) || !propagateUp(tree)) needed = fewer;
  }
  return Array.from(new Set([...needed.observed.keys(), ...needed.likelihoods.keys()]), (variable) => tree.network.ids[variable] ?? "");
}

const without = <Value>(map: ReadonlyMap<number, Value>, left: number): ReadonlyMap<number, Value> => new Map(Array.from(map).filter(([key]) => key !== left));

/** A tree with observed states put in pays where the tree without them is large, and this many times larger. */
const worthPuttingIn = { entries: 2 ** 20, times: 3 };

/**
 * One question to a network that is asked no other: only the tables that bear on the queries (all variables, where none is
 * named) are compiled, and where the tree is large, with the observed states put in first.
 */
export function infer(network: Network, evidence: Evidence, queries?: readonly string[], options: Pick<CompileOptions, "mostEntries" | "effort"> = {}): Answer | TooLarge {
  const indexed = indexNetwork(network);
  const { observed, likelihoods } = indexEvidence(indexed, evidence);
  const asked = queries?.map((id) => numberOf(indexed, id));
  const relevant = asked && ancestorsOf(indexed, [...asked, ...observed.keys(), ...likelihoods.keys()]);
  const pruned = { ...options, ...(relevant && { relevant }) };
  const tree = compileTree(indexed, { ...pruned, mostEntries: Math.min(worthPuttingIn.entries, options.mostEntries ?? Infinity), persistent: false });
  if (tree.kind === "compiled") return ask(tree, evidence, queries);
  const sliced = compileTree(indexed, { ...pruned, given: observed, persistent: false });
  if (sliced.kind === "compiled" && sliced.elimination.entries * worthPuttingIn.times < tree.entries) return ask(sliced, evidence, queries);
  const whole = compileTree(indexed, { ...pruned, persistent: false });
  if (whole.kind === "compiled") return ask(whole, evidence, queries);
  const last = sliced.kind === "compiled" ? sliced : compileTree(indexed, { ...pruned, given: observed });
  return last.kind === "compiled" ? ask(last, evidence, queries) : last;
}
