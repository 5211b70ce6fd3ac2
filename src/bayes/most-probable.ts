import { indexEvidence } from "#bayes/indexed";
import type { JunctionTree, TreeNode } from "#bayes/junction-tree";
import { maximiseRows } from "#bayes/kernels";
import { know } from "#bayes/known";
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
  const { network, given, memory, nodes } = tree;
  const possible = know(tree, indexEvidence(network, evidence));
  memory.stale.fill(1);
  const found = possible && propagateUp(tree, maximiseRows);
  const states = new Map(given);
  let tied = false;
  if (found) for (const node of nodes) tied = chooseStates(tree, node, states) || tied;
  // The tables now hold maxima, which no later question may use.
  memory.stale.fill(1);
  if (!found) return undefined;
  const named = network.ids.map((id, variable) => [id, network.states[variable]?.[states.get(variable) ?? 0] ?? ""]);
  return { states: Object.fromEntries(named), logProbability: logCollected(tree), tied };
}

/** Gives a node's own variables their best states, where those it shares with its parent have theirs; true where others are as good. */
function chooseStates({ cells, network: { sizes } }: JunctionTree, { table, scope, width, rows }: TreeNode, states: Map<number, number>): boolean {
  const sizeOf = (variable: number): number => sizes[variable] ?? 1;
  let row = 0;
  let covered = 1;
  let shared = 0;
  for (; covered < rows; shared++) {
    const variable = scope[shared] ?? 0;
    row = row * sizeOf(variable) + (states.get(variable) ?? 0);
    covered *= sizeOf(variable);
  }
  const { best, tied } = largestIn(cells, table + row * width, width);
  let rest = best;
  for (let place = scope.length - 1; place >= shared; place--) {
    const variable = scope[place] ?? 0;
    const size = sizeOf(variable);
    if (!states.has(variable)) states.set(variable, rest % size);
    rest = Math.floor(rest / size);
  }
  return tied;
}

function largestIn(cells: Float64Array, at: number, width: number): { readonly best: number; readonly tied: boolean } {
  let best = 0;
  for (let entry = 1; entry < width; entry++) if ((cells[at + entry] ?? 0) > (cells[at + best] ?? 0)) best = entry;
  const enough = (cells[at + best] ?? 0) * equal;
  let as = 0;
  for (let entry = 0; entry < width; entry++) if ((cells[at + entry] ?? 0) >= enough) as++;
  return { best, tied: as > 1 };
}
