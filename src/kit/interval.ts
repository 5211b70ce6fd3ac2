/** A number known to lie between two others, with the point it stands for: low <= point <= high. */
export interface Interval {
  readonly low: number;
  readonly point: number;
  readonly high: number;
}

/** The interval that holds one number only. */
export const exactly = (value: number): Interval => ({ low: value, point: value, high: value });

/** The interval after a function that never increases. */
export const falling = (interval: Interval, f: (value: number) => number): Interval => ({
  low: f(interval.high),
  point: f(interval.point),
  high: f(interval.low),
});
