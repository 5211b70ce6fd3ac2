import { assess, type Assessment } from "#workbench/assess";
import { growth, milliseconds, perCall, type Measurement } from "./measure.ts";

const sizes = [30_000, 100_000, 300_000, 1_000_000, 3_000_000];

/** Time and memory from 30 KB to 3 MB: the document's own sections over and over, with ids of their own. */
export function growthBench(text: string): readonly Measurement[] {
  const points = sizes.map((size) => measureSize(grown(text, size)));
  const rows = points.map(({ size, time, memory }) => ({ what: `  ${(size / 1000).toFixed(0)} KB`, measured: `${milliseconds(time)}, ${(memory / 1e6).toFixed(1)} MB held` }));
  const slope = (pick: "time" | "memory"): number => growth(points.map((point) => [point.size, point[pick]]));
  return [
    ...rows,
    { what: "growth of time with size (1 is linear)", measured: slope("time").toFixed(2), target: "at most 1.15", met: slope("time") <= 1.15 },
    { what: "growth of memory with size (1 is linear)", measured: slope("memory").toFixed(2), target: "at most 1.15", met: slope("memory") <= 1.15 },
  ];
}

const measureSize = (text: string): { readonly size: number; readonly time: number; readonly memory: number } => ({
  size: text.length,
  time: perCall((round) => assessed(text, round)),
  memory: heldBy(text),
});

/** Findings and forecast, from a text that no round has seen before. */
function assessed(text: string, round: number): Assessment {
  const assessment = assess(`${text}\n<!-- ${round} -->`, { today: "2026-11-25" });
  void assessment.forecast;
  return assessment;
}

/** Bytes that an assessment holds, from as many as make the largest size together: one small one is lost in the noise. */
function heldBy(text: string): number {
  if (!globalThis.gc) throw new Error("What is held can only be measured with `node --expose-gc`, as `npm run bench` starts it.");
  const copies = Math.ceil((sizes.at(-1) ?? 1) / text.length);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: copies }, (_, copy) => assessed(text, copy));
  globalThis.gc();
  return (process.memoryUsage().heapUsed - before) / kept.length;
}

/** Prose, lists and tables of the document, repeated under numbered headings until the size is reached. */
export function grown(text: string, size: number): string {
  const pieces = text.split(/^(?=## )/mu);
  const body = pieces.slice(1).map((piece) => piece.replace(/^## /u, "## Part: ")).join("\n");
  let result = text.slice(0, size);
  for (let copy = 1; result.length < size; copy++) result += `\n\n${body.replace(/\b([A-Z])(\d{1,2})\b/gu, `$1$2${copy}`)}`;
  return result.slice(0, size);
}
