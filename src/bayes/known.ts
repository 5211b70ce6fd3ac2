import type { IndexedEvidence } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";

/**
 * Puts what is known into a tree, instead of what was known before; only the tables between what changed and the roots
 * become stale. False where it contradicts itself: a state is observed whose likelihood is zero.
 */
export function know(tree: JunctionTree, { observed, likelihoods }: IndexedEvidence): boolean {
  const { known } = tree.memory;
  for (const variable of Array.from(known.keys())) if (!observed.has(variable) && !likelihoods.has(variable)) unlearn(tree, variable);
  let possible = true;
  for (const variable of new Set([...observed.keys(), ...likelihoods.keys()])) {
    const vector = combined({ states: tree.network.sizes[variable] ?? 0, state: observed.get(variable), likelihood: likelihoods.get(variable) });
    possible = learn(tree, variable, vector) && possible;
  }
  return possible;
}

interface Finding {
  readonly states: number;
  readonly state: number | undefined;
  readonly likelihood: readonly number[] | undefined;
}

const combined = ({ states, state, likelihood }: Finding): readonly number[] =>
  Array.from({ length: states }, (_, at) => (state === undefined || at === state ? (likelihood?.[at] ?? 1) : 0));

/** Sets the likelihoods of one variable. */
function learn(tree: JunctionTree, variable: number, vector: readonly number[]): boolean {
  const { slots, memory, given } = tree;
  const { cells, program } = memory.store;
  const fixed = given.get(variable);
  const largest = fixed === undefined ? Math.max(...vector) : (vector[fixed] ?? 0);
  const { likelihood = 0, node = -1, gate = 0 } = slots[variable] ?? {};
  const before = memory.known.has(variable);
  memory.known.set(variable, Math.log(largest));
  if (largest === 0 || node < 0) return largest > 0;
  let changed = !before;
  program[gate] = 1;
  for (const [state, value] of vector.entries()) {
    const share = value / largest;
    if (cells[likelihood + state] === share) continue;
    cells[likelihood + state] = share;
    changed = true;
  }
  if (changed) makeStale(tree, node);
  return true;
}

function unlearn(tree: JunctionTree, variable: number): void {
  const { slots, memory } = tree;
  memory.known.delete(variable);
  const { node = -1, gate = 0 } = slots[variable] ?? {};
  if (node < 0) return;
  memory.store.program[gate] = 0;
  makeStale(tree, node);
}

/** The message of a node, and of all above it, must be made again. */
export function makeStale({ nodes, memory: { store: { stale } } }: JunctionTree, from: number): void {
  for (let place = from; place >= 0 && stale[place] === 0; place = nodes[place]?.parent ?? -1) stale[place] = 1;
}

/** All messages must be made again. */
export function forget({ memory }: JunctionTree): void {
  memory.store.stale.fill(1);
}
