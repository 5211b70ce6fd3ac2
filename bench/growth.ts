import { assess } from "#workbench/assess";
import { growth, median, milliseconds, type Measurement } from "./measure.ts";

const sizes = [30_000, 100_000, 300_000, 1_000_000, 3_000_000];

/** Time and memory from 30 KB to 3 MB: the document's own sections over and over, with ids of their own. */
export function growthBench(text: string): readonly Measurement[] {
  const points = sizes.map((size) => measureSize(grown(text, size)));
  const rows = points.map(({ size, time, memory }) => ({ what: `  ${(size / 1000).toFixed(0)} KB`, measured: `${milliseconds(time)}, ${(memory / 1e6).toFixed(0)} MB held` }));
  const slope = (pick: "time" | "memory"): number => growth(points.map((point) => [point.size, point[pick]]));
  return [
    ...rows,
    { what: "growth of time with size (1 is linear)", measured: slope("time").toFixed(2), target: "at most 1.15", met: slope("time") <= 1.15 },
    { what: "growth of memory with size (1 is linear)", measured: slope("memory").toFixed(2), target: "at most 1.15", met: slope("memory") <= 1.15 },
  ];
}

function measureSize(text: string): { readonly size: number; readonly time: number; readonly memory: number } {
  const rounds = text.length > 500_000 ? 3 : 9;
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    assess(text, { today: "2026-11-25" });
    return performance.now() - started;
  });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = assess(text, { today: "2026-11-25" });
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed - before;
  return { size: kept.outline.text.length, time: median(times), memory };
}

/** Prose, lists and tables of the document, repeated under numbered headings until the size is reached. */
export function grown(text: string, size: number): string {
  const pieces = text.split(/^(?=## )/mu);
  const body = pieces.slice(1).map((piece) => piece.replace(/^## /u, "## Part: ")).join("\n");
  let result = text.slice(0, size);
  for (let copy = 1; result.length < size; copy++) result += `\n\n${body.replace(/\b([A-Z])(\d{1,2})\b/gu, `$1$2${copy}`)}`;
  return result.slice(0, size);
}
