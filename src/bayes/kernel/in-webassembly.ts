import type { Collecting, Kernel, Store } from "#bayes/kernel/kernel";
import { kernelModule } from "#bayes/kernel/module";

/** The part of WebAssembly that is used here, with what kernel.as.ts exports. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: Module, imports: { readonly env: { readonly memory: { readonly buffer: ArrayBuffer } } }) => { readonly exports: Exports };
  readonly compile: (bytes: Uint8Array<ArrayBuffer>) => Promise<Module>;
};

interface Module {
  readonly [Symbol.toStringTag]: string;
}

interface Exports {
  settle(count: number, program: number, scales: number, shrunk: number, flags: number, table: number, ratios: number): void;
  up(how: number): number;
  down(derive: number): void;
  productOf(place: number, chunk: number): number;
  without(place: number, omitted: number, sum: number, to: number): number;
}

/** A store that lies in the memory of a kernel. */
export interface Settled {
  readonly store: Store;
  readonly kernel: Kernel;
}

let compiled: Module | "refused" | undefined;

/**
 * Compiles the WebAssembly kernel, and says whether there is one now. It is compiled when it is first wanted; only where that is not
 * allowed at once, as on the main thread of some browsers, must this be awaited before, or the kernel in TypeScript works.
 */
export async function prepareWebAssembly(): Promise<boolean> {
  if (typeof compiled === "object") return true;
  try {
    compiled = await WebAssembly.compile(bytesOf(kernelModule));
    return true;
  } catch {
    return false;
  }
}

function moduleAtOnce(): Module | undefined {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(bytesOf(kernelModule));
    } catch {
      // No WebAssembly, no SIMD, a policy against it, or a main thread that must not wait for it.
      compiled = "refused";
    }
  }
  return compiled === "refused" ? undefined : compiled;
}

const page = 1 << 16;
const mostPages = 1 << 16;

/** Why a store stays where it is: WebAssembly is not there, or not yet; or it has no memory so large, which costs time to find out. */
export type Unsettled = "no module" | "no memory";

/** Moves a store into the memory of a WebAssembly kernel. */
export function settleInWebAssembly(store: Store): Settled | Unsettled {
  const module = moduleAtOnce();
  if (!module) return "no module";
  const { cells, program, scales, shrunk, stale, visit, open, read, room } = store;
  const nodes = stale.length;
  const [scalesAt, shrunkAt] = [cells.byteLength, cells.byteLength + scales.byteLength];
  const programAt = shrunkAt + shrunk.byteLength;
  const flagsAt = programAt + program.byteLength;
  const memory = memoryOf(Math.ceil((flagsAt + 4 * nodes) / page));
  if (!memory) return "no memory";
  const { buffer } = memory;
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  exports.settle(nodes, programAt, scalesAt, shrunkAt, flagsAt, room.table * 8, room.ratios * 8);
  const moved: Store = {
    cells: new Float64Array(buffer, 0, cells.length),
    scales: new Float64Array(buffer, scalesAt, nodes),
    shrunk: new Float64Array(buffer, shrunkAt, nodes),
    program: new Int32Array(buffer, programAt, program.length),
    stale: new Uint8Array(buffer, flagsAt, nodes),
    visit: new Uint8Array(buffer, flagsAt + nodes, nodes),
    open: new Uint8Array(buffer, flagsAt + 2 * nodes, nodes),
    read: new Uint8Array(buffer, flagsAt + 3 * nodes, nodes),
    room,
  };
  moved.cells.set(cells);
  moved.program.set(program);
  moved.scales.set(scales);
  moved.shrunk.set(shrunk);
  moved.stale.set(stale);
  moved.visit.set(visit);
  moved.open.set(open);
  moved.read.set(read);
  return { store: moved, kernel: kernelOf(exports) };
}

function memoryOf(pages: number): { readonly buffer: ArrayBuffer } | undefined {
  if (pages > mostPages) return undefined;
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const codes: Readonly<Record<Collecting, number>> = { sums: 0, "sums, and read": 1, largest: 2 };

const kernelOf = (exports: Exports): Kernel => ({
  name: "WebAssembly",
  up: (how) => exports.up(codes[how]) === 1,
  down: (derive) => exports.down(derive ? 1 : 0),
  product: (place, chunk) => exports.productOf(place, chunk),
  without: (place, omitted, { sum, to }) => exports.without(place, omitted, sum, to),
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Decodes base64. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  const letters = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((letters * 3) / 4));
  let [buffer, bits, at] = [0, 0, 0];
  for (let letter = 0; letter < letters; letter++) {
    buffer = ((buffer << 6) | (values[text.charCodeAt(letter)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = buffer >> bits;
  }
  return bytes;
}
