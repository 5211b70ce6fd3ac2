import type { Interval } from "#kit/interval";
import type { TestKind } from "./schema.ts";

/** P(the evidence is found) under the hypothesis that a test is for, and under each rival. */
export interface TestDefault {
  readonly target: Interval;
  readonly rival: Interval;
}

const between = (low: number, high: number): Interval => ({ low, point: (low + high) / 2, high });

/**
 * What a test's name stands for where the author gives no number. The ranges are ours. They follow the order of Van
 * Evera's axes (1997, pp. 31-32): certainty is P(E | H), high for a hoop; uniqueness is that rivals predict the
 * evidence seldom, so that it convicts like a smoking gun. Any number in the table replaces them.
 */
export const testDefaults: Readonly<Record<TestKind, TestDefault>> = {
  "straw in the wind": { target: between(0.5, 0.7), rival: between(0.3, 0.5) },
  hoop: { target: between(0.9, 0.99), rival: between(0.4, 0.8) },
  "smoking gun": { target: between(0.2, 0.6), rival: between(0.01, 0.1) },
  "doubly decisive": { target: between(0.9, 0.99), rival: between(0.01, 0.1) },
};
