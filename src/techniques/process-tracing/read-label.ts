import type { Interval } from "#kit/interval";
import type { TestVector } from "./network-vector.ts";
import type { Hypothesis, TestKind } from "./schema.ts";

/** A hoop is nearly certain to be found if the hypothesis holds; the threshold is ours. */
export const certainFrom = 0.9;
/** A smoking gun is hardly ever found if a rival holds; the threshold is ours. */
export const uniqueUpTo = 0.1;

/** What the author's numbers say of a test. */
export interface Numbers {
  readonly target: Interval;
  readonly rivals: readonly Interval[];
}

/** P(found | hypothesis) and P(found | each named rival); undefined where the author gave no such numbers. */
export function numbersOf({ test, likelihood, given }: TestVector, hypotheses: readonly Hypothesis[]): Numbers | undefined {
  const [only, ...others] = test.targets;
  const target = only && given.has(only.id) ? likelihood.get(only.id) : undefined;
  if (!target || others.length > 0) return undefined;
  const rivals = hypotheses.filter(({ id, residual }) => id !== only?.id && !residual && given.has(id)).flatMap(({ id }) => likelihood.get(id) ?? []);
  return rivals.length > 0 ? { target, rivals } : undefined;
}

/** The test that the numbers make, at their points. */
export function kindOf({ target, rivals }: Numbers): TestKind {
  return nameOf(target.point >= certainFrom, rivals.every(({ point }) => point <= uniqueUpTo));
}

const nameOf = (certain: boolean, unique: boolean): TestKind => {
  if (certain) return unique ? "doubly decisive" : "hoop";
  return unique ? "smoking gun" : "straw in the wind";
};

/** True where some numbers within the ranges make the test of this name. */
export function mayBe(kind: TestKind, { target, rivals }: Numbers): boolean {
  const certain = kind === "hoop" || kind === "doubly decisive";
  const unique = kind === "smoking gun" || kind === "doubly decisive";
  const certainFits = certain ? target.high >= certainFrom : target.low < certainFrom;
  const uniqueFits = unique ? rivals.every(({ low }) => low <= uniqueUpTo) : rivals.some(({ high }) => high > uniqueUpTo);
  return certainFits && uniqueFits;
}
