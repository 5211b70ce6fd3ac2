import type { IndexedEvidence } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";

/**
 * Puts what is known into a tree, instead of what was known before; only the tables between what changed and the roots
 * become stale. False where it contradicts itself: a state is observed whose likelihood is zero.
 */
export function know(tree: JunctionTree, { observed, likelihoods }: IndexedEvidence): boolean {
  for (const variable of tree.memory.known) if (!observed.has(variable) && !likelihoods.has(variable)) unlearn(tree, variable);
  let possible = true;
  for (const [variable, state] of observed) possible = learn(tree, variable, { state, likelihood: likelihoods.get(variable) }) && possible;
  for (const [variable, likelihood] of likelihoods) if (!observed.has(variable)) possible = learn(tree, variable, { state: -1, likelihood }) && possible;
  return possible;
}

/** What is known of one variable: a state, or -1, and likelihoods. */
interface Finding {
  readonly state: number;
  readonly likelihood: readonly number[] | undefined;
}

/** Sets the likelihoods of one variable; a finding that contradicts itself leaves it as if nothing were known of it. */
function learn(tree: JunctionTree, variable: number, { state, likelihood }: Finding): boolean {
  const { slots, memory, given, nodes, network } = tree;
  const { cells, program } = memory.store;
  const { likelihood: at = 0, node = -1, gate = 0 } = slots[variable] ?? {};
  const certain = given.get(variable) ?? state;
  const largest = certain >= 0 ? likelihoodOf({ state, likelihood }, certain) : Math.max(...(likelihood ?? [1]));
  if (largest === 0) {
    unlearn(tree, variable);
    return false;
  }
  let changed = !memory.known.has(variable);
  if (changed) memory.known.add(variable);
  memory.logs[variable] = largest === 1 ? 0 : Math.log(largest);
  if (node < 0) return true;
  program[gate] = 1;
  const states = network.sizes[variable] ?? 0;
  for (let one = 0; one < states; one++) {
    const share = likelihoodOf({ state, likelihood }, one) / largest;
    if (cells[at + one] === share) continue;
    cells[at + one] = share;
    changed = true;
  }
  if (changed) makeStale({ nodes, memory }, node);
  return true;
}

const likelihoodOf = ({ state, likelihood }: Finding, of: number): number => (state >= 0 && of !== state ? 0 : likelihood ? (likelihood[of] ?? 1) : 1);

function unlearn(tree: JunctionTree, variable: number): void {
  const { slots, memory } = tree;
  memory.known.delete(variable);
  memory.logs[variable] = 0;
  const { node = -1, gate = 0 } = slots[variable] ?? {};
  if (node < 0) return;
  memory.store.program[gate] = 0;
  makeStale(tree, node);
}

/** The message of a node, and of all above it, must be made again. */
export function makeStale({ nodes, memory: { store: { stale } } }: Pick<JunctionTree, "nodes" | "memory">, from: number): void {
  for (let place = from; place >= 0 && stale[place] === 0; place = nodes[place]?.parent ?? -1) stale[place] = 1;
}

/** All messages must be made again. */
export function forget({ memory }: JunctionTree): void {
  memory.store.stale.fill(1);
}
