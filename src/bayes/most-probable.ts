import { indexEvidence } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";
import { forget, know } from "#bayes/known";
import type { Evidence } from "#bayes/network";
import { logCollected, propagateUp } from "#bayes/propagate";

/**
 * The most probable explanation: a state for every variable, together as probable as any given what is known, and the
 * natural logarithm of the probability of all that and of what is known. `tied` where another one is as probable.
 */
export interface MostProbable {
  readonly states: Readonly<Record<string, string>>;
  readonly logProbability: number;
  readonly tied: boolean;
}

/** How far below the largest entry of a row another may be and count as equal: rounding. */
const equal = 1 - 1e-12;

/** undefined where what is known is impossible (Dawid 1992: the same tree with maxima in place of sums). */
export function mostProbable(tree: JunctionTree, evidence: Evidence): MostProbable | undefined {
  const { network, given, nodes } = tree;
  const possible = know(tree, indexEvidence(network, evidence));
  forget(tree);
  const found = possible && propagateUp(tree, "largest");
  const states = new Map(given);
  let tied = false;
  if (found) for (const place of nodes.keys()) tied = chooseStates(tree, place, states) || tied;
  // The messages now hold maxima, which no later question may use.
  forget(tree);
  if (!found) return undefined;
  const named = network.ids.map((id, variable) => [id, network.states[variable]?.[states.get(variable) ?? 0] ?? ""]);
  return { states: Object.fromEntries(named), logProbability: logCollected(tree), tied };
}

/** Gives a node's own variables their best states, where those it shares with its parent have theirs; true where others are as good. */
function chooseStates(tree: JunctionTree, place: number, states: Map<number, number>): boolean {
  const { sizes } = tree.network;
  const { scope = [], rows = 1 } = tree.nodes[place] ?? {};
  const sizeOf = (variable: number): number => sizes[variable] ?? 1;
  let row = 0;
  let covered = 1;
  let shared = 0;
  for (; covered < rows; shared++) {
    const variable = scope[shared] ?? 0;
    row = row * sizeOf(variable) + (states.get(variable) ?? 0);
    covered *= sizeOf(variable);
  }
  const { best, tied } = tree.memory.inLogarithms ? largestLog(logRowOf(tree, place, row)) : largestIn(rowOf(tree, place, row));
  let rest = best;
  for (let at = scope.length - 1; at >= shared; at--) {
    const variable = scope[at] ?? 0;
    const size = sizeOf(variable);
    if (!states.has(variable)) states.set(variable, rest % size);
    rest = Math.floor(rest / size);
  }
  return tied;
}

/** One row of the table of a node; a chunk holds whole rows, or a row whole chunks. */
function rowOf({ nodes, memory: { kernel, store } }: JunctionTree, place: number, row: number): Float64Array {
  const { width = 1, chunk = 1 } = nodes[place] ?? {};
  const first = row * width;
  const found = new Float64Array(width);
  for (let entry = 0; entry < width; entry += chunk) {
    const at = kernel.product(place, Math.floor((first + entry) / chunk)) + ((first + entry) % chunk);
    found.set(store.cells.subarray(at, at + Math.min(width, chunk)), entry);
  }
  return found;
}

function largestIn(row: Float64Array): { readonly best: number; readonly tied: boolean } {
  let best = 0;
  for (let entry = 1; entry < row.length; entry++) if ((row[entry] ?? 0) > (row[best] ?? 0)) best = entry;
  const enough = (row[best] ?? 0) * equal;
  return { best, tied: row.filter((value) => value >= enough).length > 1 };
}

/** The same row in logarithms, where the numbers would be too small. */
function logRowOf({ nodes, memory }: JunctionTree, place: number, row: number): Float64Array {
  const { width = 1 } = nodes[place] ?? {};
  return memory.inLogarithms?.tableOf(place).subarray(row * width, (row + 1) * width) ?? new Float64Array(width);
}

function largestLog(row: Float64Array): { readonly best: number; readonly tied: boolean } {
  let best = 0;
  for (let entry = 1; entry < row.length; entry++) if ((row[entry] ?? 0) > (row[best] ?? 0)) best = entry;
  const most = row[best] ?? 0;
  return { best, tied: row.filter((log) => log >= most - 1e-12 * Math.max(1, Math.abs(most))).length > 1 };
}
