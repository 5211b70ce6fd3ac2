import * as fc from "fast-check";
import type { Interval } from "#kit/interval";
import type { Grade } from "#model/grade";
import type { TestDocument, TestObservation } from "./forecast-document.ts";

export const asOf = "2026-01-01";
export const horizon = "2026-12-31";

export const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined });

const grade: fc.Arbitrary<Grade> = fc
  .record({ reliability: maybe(fc.constantFrom("A", "B", "C", "D", "E", "F")), credibility: maybe(fc.constantFrom(1, 2, 3, 4, 5, 6)) })
  .map(({ reliability, credibility }) => ({ ...(reliability && { reliability }), ...(credibility && { credibility }) }));

const day = fc.integer({ min: 0, max: 330 }).map((days) => new Date(Date.parse(asOf) + days * 86_400_000).toISOString().slice(0, 10));

/** Six sources; three of them go back to one origin, and one is not graded. */
export const sources: NonNullable<TestDocument["sources"]> = {
  s1: { reliability: "A", origin: "ministry" },
  s2: { reliability: "C", origin: "Ministry" },
  s3: { origin: "ministry" },
  s4: { reliability: "B" },
  s5: { reliability: "E", origin: "paper" },
  s6: { reliability: "F" },
};
const cited = fc.uniqueArray(fc.constantFrom(...Object.keys(sources)), { maxLength: 2 });

/** `entry` is how a number of a row is made: a single number, or an interval around one. */
export const documents = <Entry extends number | Interval>(entry: fc.Arbitrary<Entry>): fc.Arbitrary<TestDocument> =>
  fc.integer({ min: 2, max: 4 }).chain((count) => {
    const scenarios = ["A", "B", "C", "other"].slice(4 - count);
    const vector = fc.tuple(...scenarios.map(() => entry)).map((entries) => Object.fromEntries(scenarios.map((state, at) => [state, entries[at]!])));
    const reading = fc.record({ date: day, sources: cited, grade, reading: fc.constantFrom("quiet" as const, "quiet" as const, "quiet" as const, "crossed" as const, "not crossed" as const) });
    const indicator = fc.record({ crossing: vector, readings: fc.array(reading, { maxLength: 3 }) });
    const own = fc.record({ date: day, sources: cited, grade, likelihood: vector, outcomes: fc.integer({ min: 2, max: 3 }), cluster: maybe(fc.constant("same dinner")) });
    return fc
      .record({
        stated: maybe(vector),
        estimates: fc.array(fc.record({ probabilities: vector, weight: fc.double({ min: 0.2, max: 2, noNaN: true }), date: day }), { maxLength: 2 }),
        indicators: fc.array(indicator, { maxLength: 3 }),
        own: fc.array(own, { maxLength: 3 }),
      })
      .map(({ stated, estimates, indicators, own: items }) => ({
        asOf,
        scenarios,
        ...(stated && { stated }),
        estimates: estimates.map((estimate, at) => ({ id: `F${at + 1}`, ...estimate })),
        indicators: indicators.map(({ crossing }, at) => ({ id: `I${at + 1}`, horizon, crossing })),
        observations: [
          ...indicators.flatMap(({ readings }, at) => readings.map((item, number): TestObservation => ({ id: `O${at + 1}${number + 1}`, bearsOn: `I${at + 1}`, ...item }))),
          ...items.map(({ cluster, ...item }, at): TestObservation => ({ id: `E${at + 1}`, bearsOn: "scenarios", ...item, ...(cluster && { cluster }) })),
        ],
        sources,
      }));
  });

/**
 * Adds up to two assumptions whose rows agree with the stated probabilities (or with equal ones, where none are stated
 * these are stated first), and observations that bear on them.
 */
export const withAssumptions = (base: fc.Arbitrary<TestDocument>): fc.Arbitrary<TestDocument> =>
  fc
    .tuple(base, fc.array(fc.record({ table: fc.tuple(probability, probability, probability, probability), seen: fc.array(fc.record({ holds: probability, fails: probability, sources: cited, grade, date: day }), { maxLength: 2 }) }), { maxLength: 2 }))
    .map(([document, rows]) => {
      const scenarios = document.scenarios ?? [];
      const stated = document.stated ?? Object.fromEntries(scenarios.map((state) => [state, 1 / scenarios.length]));
      const points = scenarios.map((state) => pointOf(stated[state]!));
      const sum = points.reduce((a, b) => a + b, 0);
      return {
        ...document,
        stated,
        assumptions: rows.map(({ table }, at) => {
          const joint = points.map((p, state) => (p / sum) * table[state]!);
          const fails = joint.reduce((a, b) => a + b, 0);
          return { id: `A${at + 1}`, holds: 1 - fails, ifFails: Object.fromEntries(scenarios.map((state, number) => [state, joint[number]! / fails])) };
        }),
        observations: [
          ...(document.observations ?? []),
          ...rows.flatMap(({ seen }, at) => seen.map(({ holds, fails, ...item }, number): TestObservation => ({ id: `S${at + 1}${number + 1}`, bearsOn: `A${at + 1}`, likelihood: { holds, fails }, ...item }))),
        ],
      };
    });

export const pointOf = (value: number | Interval): number => (typeof value === "number" ? value : value.point);

/** An interval of some width around a probability, now and then a single number. */
export const range: fc.Arbitrary<Interval> = fc
  .tuple(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.04, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true })))
  .map(([point, width]) => ({ low: Math.max(0.01, point - width), point, high: Math.min(0.99, point + width) }));
