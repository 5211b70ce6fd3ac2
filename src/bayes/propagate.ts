import { sweepInLogarithms } from "#bayes/in-logarithms";
import type { JunctionTree, Reach, TreeMemory } from "#bayes/junction-tree";
import { countWork } from "#bayes/kernel/choose";
import type { Collecting } from "#bayes/kernel/kernel";
import { staysInRange } from "#bayes/number-range";
import { BeyondNumbers } from "#kit/beyond-numbers";

/**
 * Sends what is known towards the roots, for the nodes whose message is stale; with "largest", the most probable completion in
 * place of the sum of all. False where what is known is impossible under the network; what could not be told is stale still.
 * Where a product may have become too small for a number, all is swept again in logarithms.
 */
export function propagateUp(tree: JunctionTree, how: Exclude<Collecting, "sums, and read"> = "sums"): boolean {
  countWork(tree);
  return collect(tree, how);
}

/** Both ways at once, for the posteriors within reach; a little quicker. */
export function propagate(tree: JunctionTree, reach: Reach): boolean {
  const { memory } = tree;
  countWork(tree);
  setReach(memory, reach);
  if (!collect(tree, "sums, and read")) return false;
  if (memory.inLogarithms) memory.inLogarithms.writePosteriors();
  else memory.kernel.down(false);
  return true;
}

function collect(tree: JunctionTree, how: Collecting): boolean {
  const { memory } = tree;
  memory.inLogarithms = undefined;
  if (memory.constant === -Infinity) return false;
  const sent = memory.kernel.up(how);
  if (staysInRange(tree)) return sent;
  const sweep = sweepInLogarithms(tree, how === "largest" ? how : "sums");
  memory.inLogarithms = sweep;
  return sweep.logTotal > -Infinity;
}

/**
 * The natural logarithm of what was collected at the roots: of the probability of what is known where rows were summed, of
 * that of the most probable explanation where they were maximised.
 */
export function logCollected({ nodes, memory: { store: { cells, scales, shrunk }, logs, divided, constant, inLogarithms } }: JunctionTree): number {
  if (inLogarithms) return inLogarithms.logTotal;
  let total = constant;
  let product = 1;
  let exponents = 0;
  for (let place = 0; place < scales.length; place++) {
    exponents += (shrunk[place] ?? 0) + (divided[place] ?? 0);
    const { parent = 0, message = 0 } = nodes[place] ?? {};
    product *= (scales[place] ?? 1) * (parent < 0 ? (cells[message] ?? 1) : 1);
    // Scales are rarely far from 1; a logarithm is taken only before their product leaves the safe range.
    if (product > 1e100 || product < 1e-100) {
      total += Math.log(product);
      product = 1;
    }
  }
  for (let variable = 0; variable < logs.length; variable++) total += logs[variable] ?? 0;
  return total + exponents * Math.LN2 + Math.log(product);
}

/**
 * Sends all that is known from the roots to the nodes within reach, and writes the posteriors found there (each sums to 1
 * but for rounding); with `derive`, also the joint distributions of the variables of each table. What is known must have
 * been sent up before. Refuses what had to be sent in logarithms, of which no derivatives are taken.
 */
export function propagateDown({ memory }: JunctionTree, reach: Reach, derive = false): void {
  if (memory.inLogarithms) throw new BeyondNumbers("Probabilities here lie beyond the range of numbers (below 1e-289), so no sensitivities can be computed.");
  setReach(memory, reach);
  memory.kernel.down(derive);
}

function setReach(memory: TreeMemory, reach: Reach): void {
  if (memory.reach === reach) return;
  memory.store.visit.set(reach.visit);
  memory.store.open.set(reach.open);
  memory.reach = reach;
}
