import type { Interval } from "#kit/interval";
import { exactPercent } from "#kit/number-text";

/** Half a point: what rounding to whole percentages may cost is more, but then the numbers should say so. */
const tolerance = 0.005 + 1e-9;

/**
 * What a set of probabilities sums to, where that cannot be 1: `115%`, or `105% to 130%` for ranges. Ranges are at
 * fault only where no choice within them sums to 1. A set that does not name every state may sum to less.
 */
export function sumFault(intervals: readonly Interval[], complete: boolean): string | undefined {
  const low = total(intervals, "low");
  const high = total(intervals, "high");
  if (low <= 1 + tolerance && (!complete || high >= 1 - tolerance)) return undefined;
  return Math.abs(high - low) < 1e-9 ? exactPercent(low) : `${exactPercent(low)} to ${exactPercent(high)}`;
}

const total = (intervals: readonly Interval[], end: keyof Interval): number => intervals.reduce((sum, interval) => sum + interval[end], 0);

/** A probability for every state, and the states whose number is ours: an equal share of what the others leave to 1. */
export interface Completed {
  readonly probabilities: Readonly<Record<string, Interval>>;
  readonly filled: readonly string[];
  /** What was left to share, at the points; 0 where the given numbers already reach 1. */
  readonly remainder: number;
}

/** Completes given numbers over all states; undefined where no number is given. */
export function completed(given: ReadonlyMap<string, Interval>, states: readonly string[]): Completed | undefined {
  if (given.size === 0) return undefined;
  const filled = states.filter((id) => !given.has(id));
  const values = [...given.values()];
  const left = (end: keyof Interval): number => Math.max(0, 1 - total(values, end));
  const share = { low: left("high") / filled.length, point: left("point") / filled.length, high: left("low") / filled.length };
  return { probabilities: Object.fromEntries(states.map((id) => [id, given.get(id) ?? share])), filled, remainder: left("point") };
}
