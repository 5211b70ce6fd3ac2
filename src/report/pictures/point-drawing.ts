import type { Markup } from "../markup.ts";

/** A point with its name; `error` is one standard error on each axis, `correlation` how the errors on the first two go together. */
export interface MapPoint {
  readonly label: string;
  readonly position: readonly number[];
  readonly error: readonly number[];
  readonly correlation?: number;
  /** The number of its group in `groups`. */
  readonly group?: number;
}

/** What is drawn between the title and the key, from a given height down. */
export interface Drawing {
  readonly height: number;
  readonly shapes: Markup;
}

export const mapWidth = 960;
export const margin = 56;

/** A linear scale from values to places, with the round values to mark on it. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Half the width of an interval of 90 %, in standard errors. */
export const ninety = 1.645;

/** A scale that spans some values; ticks stand a half, one, two or five apart. */
export function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = high - low || 1;
  const step = [0.5, 1, 2, 5, 10, 20, 50, 100].find((one) => range / one <= 8) ?? range;
  const first = Math.ceil(low / step);
  return {
    at: (value) => Number((from + ((value - low) / range) * (to - from)).toFixed(1)),
    ticks: Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, index) => (first + index) * step),
  };
}

/** A number with the minus sign of print. */
export const signed = (value: number, digits = 2): string => `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(digits)}`;
