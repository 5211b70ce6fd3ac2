import type { Span } from "#kit/span";

/** A probability as the author gave it: a point and the interval it stands for, all from 0 to 1. */
export interface Likelihood {
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** As written, white space trimmed: `likely`, `60-75%`, `~55 %`, `3:1`. */
  readonly written: string;
  /** The yardstick's word, where it was one. */
  readonly word?: string;
  readonly span: Span;
}
