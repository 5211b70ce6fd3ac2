import { decibels } from "./number-text.ts";

/**
 * Decibels by which the odds of something against all else change where its probability does: 10 log10 of their ratio. It has
 * the sign of the change, and those of steps add up. null where either probability is 0 or 1.
 */
export function oddsChange(before: number, after: number): number | null {
  const change = 10 * (Math.log10(after / (1 - after)) - Math.log10(before / (1 - before)));
  return Number.isFinite(change) ? change : null;
}

/** The same as a person reads it. */
export function oddsText(before: number, after: number): string {
  const change = oddsChange(before, after);
  if (change !== null) return decibels(change);
  if (before > 0 && after === 0) return "excludes it";
  return before < 1 && after === 1 ? "excludes all else" : "–";
}
