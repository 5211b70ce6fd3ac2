import type { JunctionTree } from "#bayes/junction-tree";
import { typeScriptKernel } from "#bayes/kernel/in-typescript";
import type { KernelName, Store } from "#bayes/kernel/kernel";
import { settleInWebAssembly, type Unsettled } from "#bayes/kernel/in-webassembly";

/**
 * A WebAssembly kernel with its memory takes some fifty microseconds to make, so a tree gets one when it has been asked for
 * so many table entries; a node counts as so many besides.
 */
const worthSettling = { entries: 1 << 14, node: 32 };

/** Counts the work of a tree, and gives it a WebAssembly kernel as soon as that pays. */
export function countWork({ elimination, nodes, memory }: JunctionTree): void {
  if (memory.worked === Infinity) return;
  memory.worked += elimination.entries + nodes.length * worthSettling.node;
  // Where WebAssembly is still being prepared, it is tried again after as much work; where memory is short, it is not asked for again.
  if (memory.worked >= worthSettling.entries && settle(memory) === "no module") memory.worked = 0;
}

/** Lets a tree work with this kernel from now on, whatever pays; false where there is none here, and refused where there is no kernel of that name. The answers are the same. */
export function useKernel({ memory }: JunctionTree, name: KernelName): boolean {
  if (name === "WebAssembly") return settle(memory) === "settled";
  if (name !== "TypeScript") throw new RangeError("The kernels are called TypeScript and WebAssembly.");
  memory.worked = Infinity;
  memory.kernel = typeScriptKernel(memory.store);
  return true;
}

/** Lets a tree go on with another store in which the same numbers lie, and room for more. */
export function changeStore(memory: JunctionTree["memory"], store: Store): void {
  const { name } = memory.kernel;
  Object.assign(memory, { store, kernel: typeScriptKernel(store) });
  if (name === "WebAssembly") settle(memory);
}

function settle(memory: JunctionTree["memory"]): "settled" | Unsettled {
  memory.worked = Infinity;
  if (memory.kernel.name === "WebAssembly") return "settled";
  const settled = settleInWebAssembly(memory.store);
  if (typeof settled === "string") return settled;
  Object.assign(memory, settled);
  return "settled";
}
