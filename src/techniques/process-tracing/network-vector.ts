import { intervalOf, stateFinder, vectorOver, type State } from "#core/read-vector";
import { exactly, type Interval } from "#kit/interval";
import { plain } from "#model/prose";
import { testDefaults } from "./network-defaults.ts";
import type { Hypothesis, Test } from "./schema.ts";

/** P(the evidence of a test is found | hypothesis), by hypothesis. */
export interface TestVector {
  readonly test: Test;
  readonly likelihood: ReadonlyMap<string, Interval>;
  /** Hypotheses with a number of the author's own. */
  readonly given: ReadonlySet<string>;
  /** Hypotheses that have the default of the test's name. */
  readonly ours: readonly string[];
  /** Named hypotheses without any number: the test cannot be used. */
  readonly missing: readonly string[];
}

/** What the residual predicts of any evidence, where its column is empty. */
const residualDefault = exactly(1 / 2);

/** The vectors of all tests: the author's numbers, else the default of the test's name, else nothing. */
export function vectorsOf(tests: readonly Test[], hypotheses: readonly Hypothesis[]): readonly TestVector[] {
  const list = hypotheses.map(asState);
  const states = { list, find: stateFinder(list) };
  return tests.map((test) => vectorOf(test, hypotheses, vectorOver(states, test.cells).given));
}

const asState = ({ id, text, residual }: Hypothesis): State => ({ id, title: plain(text), ...(residual && { facts: { residual: "yes" } }) });

type Numbers = ReturnType<typeof vectorOver>["given"];

function vectorOf(test: Test, hypotheses: readonly Hypothesis[], numbers: Numbers): TestVector {
  const likelihood = new Map<string, Interval>();
  const ours: string[] = [];
  const missing: string[] = [];
  for (const { id, residual } of hypotheses) {
    const own = numbers.get(id);
    const value = own ? intervalOf(own) : residual ? residualDefault : defaultFor(test, id);
    if (value) likelihood.set(id, value);
    else missing.push(id);
    if (value && !own && !residual) ours.push(id);
  }
  return { test, likelihood, given: new Set(numbers.keys()), ours, missing };
}

/** Only a test that says what it is for has a default. */
function defaultFor({ kind, targets }: Test, id: string): Interval | undefined {
  if (!kind || targets.length === 0) return undefined;
  return targets.some((target) => target.id === id) ? testDefaults[kind].target : testDefaults[kind].rival;
}

/** The vector of what was in fact read: failed is the opposite of found; nothing for an open test. */
export function realised({ test, likelihood }: TestVector, reading = test.reading): ReadonlyMap<string, Interval> | undefined {
  if (reading === "passed") return likelihood;
  if (reading !== "failed" && reading !== "failed, eliminates") return undefined;
  return new Map(Array.from(likelihood, ([id, { low, point, high }]) => [id, { low: 1 - high, point: 1 - point, high: 1 - low }] as const));
}
