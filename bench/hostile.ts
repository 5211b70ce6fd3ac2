import { hostileTexts } from "../tests/hostile-texts.ts";
import { assess } from "#workbench/assess";
import { growth, median, milliseconds, type Measurement } from "./measure.ts";

const sizes = [20_000, 80_000, 320_000];

/** Texts made to be slow, through the whole pipeline: how time grows with their length. */
export function hostileBench(): readonly Measurement[] {
  return Object.entries(hostileTexts).map(([name, make]) => {
    const points = sizes.map((size) => {
      const text = `## Key findings\n\n${make(size)}`;
      return [size, Math.max(median([1, 2, 3].map(() => timeOf(text))), 0.1)] as const;
    });
    const slope = growth(points);
    const slowest = points.at(-1)?.[1] ?? 0;
    return { what: name, measured: `${milliseconds(slowest)} for ${sizes.at(-1)} characters, growth ${slope.toFixed(2)}`, target: "at most 1.6; a square law has 2", met: slope <= 1.6 || slowest < 50 };
  });
}

function timeOf(text: string): number {
  const started = performance.now();
  assess(text, { today: "2026-11-25" });
  return performance.now() - started;
}
