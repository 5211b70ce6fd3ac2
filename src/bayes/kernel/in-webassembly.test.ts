import { expect, it, vi } from "vitest";
import { ask, compileNetwork } from "#bayes/infer";
import { prepareWebAssembly, settleInWebAssembly } from "#bayes/kernel/in-webassembly";
import type { Store } from "#bayes/kernel/kernel";

declare const WebAssembly: { Memory: new (pages: object) => object };

/** A store of numbers alone: no node, no program. */
const bare = (cells: Float64Array): Store => ({ cells, program: new Int32Array(0), scales: new Float64Array(0), shrunk: new Float64Array(0), stale: new Uint8Array(0), visit: new Uint8Array(0), open: new Uint8Array(0), read: new Uint8Array(0), room: { table: 0, ratios: 0, factor: 0 } });

it("is compiled ahead where that is wanted", async () => {
  expect(await prepareWebAssembly()).toBe(true);
  expect(await prepareWebAssembly()).toBe(true);
});

it("takes the numbers of a store along, in memory of no more than they need", () => {
  const store = bare(Float64Array.from({ length: 10_000 }, (_, at) => at / 7));
  const settled = settleInWebAssembly(store);
  if (typeof settled === "string") throw new Error(settled);
  expect(settled.store.cells).toEqual(store.cells);
  expect(settled.store.cells.buffer.byteLength - store.cells.byteLength).toBeLessThan(1 << 16);
});

it("leaves a store that does not fit its address space to TypeScript", () => {
  expect(settleInWebAssembly({ ...bare(new Float64Array(0)), cells: { byteLength: 2 ** 33 } as Float64Array<ArrayBuffer> })).toBe("no memory");
});

it("is asked for memory once by a tree for which there is none", () => {
  const net = { variables: [{ id: "a", states: ["yes", "no"] }], tables: [{ variable: "a", parents: [], probabilities: [0.25, 0.75] }] };
  const tree = compileNetwork(net);
  if (tree.kind !== "compiled") throw new Error(tree.kind);
  let times = 0;
  const refusing = vi.spyOn(WebAssembly, "Memory").mockImplementation(function refuse() {
    times++;
    throw new RangeError("could not allocate memory");
  });
  try {
    for (let question = 0; question < 3000; question++) ask(tree, { observed: { a: question % 2 === 0 ? "yes" : "no" }, likelihoods: {} });
  } finally {
    refusing.mockRestore();
  }
  expect([times, tree.memory.kernel.name]).toEqual([1, "TypeScript"]);
});
