import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Interval } from "#kit/interval";
import { computeForecast, type ForecastOptions } from "#workbench/forecast/compute";
import { documents, probability, range, withAssumptions } from "./forecast-arbitraries.ts";
import { between, elapsedAt, interval, requestFor, type TestDocument, type TestObservation } from "./forecast-document.ts";

type Choose = (value: Interval) => number;

const isNumber = (value: number | Interval): boolean => interval(value).low === interval(value).high;

/**
 * The document with each interval replaced by one number of it, kept apart from the others of the row by a hair: a row
 * that is the same for every state says nothing and leaves its cluster, which would be another document.
 */
function fixed(document: TestDocument, choose: Choose): TestDocument {
  const vector = (entries: Readonly<Record<string, number | Interval>>) => 
    Object.fromEntries(Object.entries(entries).map(([state, value], at) => [state, isNumber(value) ? choose(interval(value)) : choose(interval(value)) * (1 - (at + 1) * 1e-13)]));
  return {
    ...document,
    ...(document.stated && { stated: vector(document.stated) }),
    estimates: (document.estimates ?? []).map((estimate) => ({ ...estimate, probabilities: vector(estimate.probabilities) })),
    indicators: (document.indicators ?? []).map((indicator) => ({ ...indicator, crossing: vector(indicator.crossing) })),
    assumptions: (document.assumptions ?? []).map(({ id, holds, ifFails }) => ({ id, ...(holds !== undefined && { holds: choose(interval(holds)) }), ...(ifFails && { ifFails: vector(ifFails) }) })),
    observations: (document.observations ?? []).map((item): TestObservation => ({ ...item, ...(item.likelihood && { likelihood: vector(item.likelihood) }) })),
  };
}

const ends = (side: number): Choose => ({ low, high }) => low + (high - low) * side;
const somewhere = (numbers: readonly number[]): Choose => {
  let at = 0;
  return ({ low, high }) => low + (high - low) * numbers[at++ % numbers.length]!;
};

/** Row by row no contradiction, as the product finds it. */
const isCoherent = (document: TestDocument): boolean => !computeForecast(requestFor(document))!.notes.some((note) => note.includes("contradicts"));

function expectInside(document: TestDocument, options: ForecastOptions, choose: Choose): void {
  const { scenarios } = computeForecast(requestFor(document, options))!;
  const point = fixed(document, choose);
  if (!isCoherent(point)) return;
  for (const [at, { posterior }] of computeForecast(requestFor(point, options))!.scenarios.entries()) {
    expect(posterior).toBeGreaterThan(scenarios[at]!.low - 1e-9);
    expect(posterior).toBeLessThan(scenarios[at]!.high + 1e-9);
  }
}

const withRanges = documents(range).filter(({ stated, estimates = [] }) => stated !== undefined || estimates.length > 0);
/** Widens what an assumption says a little, so that most choices agree with the stated probabilities. */
const withUncertainAssumptions = (base: fc.Arbitrary<TestDocument>) =>
  fc.tuple(withAssumptions(base), fc.double({ min: 0, max: 0.05, noNaN: true })).map(([document, width]): TestDocument => {
    const wider = (value: number | Interval): Interval => {
      const { point } = interval(value);
      return { low: Math.max(0, point - width), point, high: Math.min(1, point + width) };
    };
    return {
      ...document,
      assumptions: document.assumptions!.map(({ id, holds = 1, ifFails = {} }) => ({ id, holds: wider(holds), ifFails: width < 0.02 ? Object.fromEntries(Object.entries(ifFails).map(([state, value]) => [state, wider(value)])) : ifFails })),
    };
  });

const choices = fc.array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 40, maxLength: 40 });

it.each(["geometric", "arithmetic"] as const)("no choice within the ranges leaves the bounds (%s pool, seed 311)", (pool) => {
  fc.assert(
    fc.property(withRanges, choices, (document, numbers) => {
      expect(computeForecast(requestFor(document, { pool }))!.bounds).toBe("exact");
      expectInside(document, { pool }, somewhere(numbers));
      expectInside(document, { pool }, somewhere(numbers.map(Math.round)));
    }),
    { seed: 311, numRuns: 25, verbose: 1 },
  );
});

it.each([undefined, "fails", "holds"])("nor where evidence on assumptions shares their numbers (A1 %s, seed 312)", (state) => {
  fc.assert(
    fc.property(withUncertainAssumptions(withRanges), choices, (document, numbers) => {
      const options = state && document.assumptions!.length > 0 ? { assumed: new Map([["A1", state]]) } : {};
      expectInside(document, options, somewhere(numbers));
      expectInside(document, options, somewhere(numbers.map(Math.round)));
    }),
    { seed: 312, numRuns: 25, verbose: 1 },
  );
});

/** All documents with each interval at one of its ends. */
function* vertices(document: TestDocument): Generator<TestDocument> {
  let count = 0;
  fixed(document, ({ low, high }) => (low === high ? low : (count++, low)));
  for (let mask = 0; mask < 2 ** count; mask++) {
    let at = 0;
    yield fixed(document, ({ low, high }) => (low === high ? low : (mask >> at++) % 2 === 0 ? low : high));
  }
}

function expectAttained(document: TestDocument, options: ForecastOptions = {}): void {
  const { scenarios, bounds } = computeForecast(requestFor(document, options))!;
  expect(bounds).toBe("exact");
  const reached = Array.from(vertices(document), (vertex) => computeForecast(requestFor(vertex, options))!.scenarios.map(({ posterior }) => posterior));
  for (const [at, { low, high }] of scenarios.entries()) {
    expect(Math.min(...reached.map((list) => list[at]!))).toBeCloseTo(low, 9);
    expect(Math.max(...reached.map((list) => list[at]!))).toBeCloseTo(high, 9);
  }
}

const few = documents(fc.tuple(probability, fc.constantFrom(0, 0, 0, 0.1)).map(([point, width]): Interval => ({ low: Math.max(0.01, point - width), point, high: Math.min(1, point + width) }))).filter(({ stated, estimates = [] }) => stated !== undefined || estimates.length > 0);

it.each(["geometric", "arithmetic"] as const)("exact bounds are attained at ends of the ranges (%s pool, seed 313)", (pool) => {
  fc.assert(
    fc.property(few, (document) => {
      let count = 0;
      fixed(document, ({ low, high }) => (low === high ? low : (count++, low)));
      fc.pre(count <= 5);
      expectAttained(document, { pool });
    }),
    { seed: 313, numRuns: 15, verbose: 1 },
  );
});

const seen = (id: string, bearsOn: string, likelihood: TestObservation["likelihood"]): TestObservation => ({ id, bearsOn, likelihood: likelihood! });
const stated = { A: 0.5, B: 0.3, other: 0.2 };
const base: TestDocument = { scenarios: ["A", "B", "other"], stated, observations: [seen("E1", "scenarios", { A: between(0.3, 0.6), B: 0.5, other: between(0.2, 0.4) })] };

it("are exact for evidence on assumptions whose scenario numbers are single", () => {
  const assumptions = [{ id: "A1", holds: between(0.7, 0.9), ifFails: { A: 0.2, B: 0.5, other: 0.3 } }];
  expectAttained({ ...base, assumptions, observations: [...base.observations!, seen("S1", "A1", { holds: between(0.2, 0.4), fails: between(0.5, 0.9) })] });
  expectAttained({ ...base, assumptions }, { assumed: new Map([["A1", "holds"]]) });
  expectAttained({ ...base, assumptions: [{ ...assumptions[0]!, ifFails: { A: between(0.1, 0.3), B: between(0.4, 0.6), other: 0.3 } }] }, { assumed: new Map([["A1", "fails"]]) });
});

it("are exact for failures although the stated ranges stand above and below the fraction bar", () => {
  const assumptions = [
    { id: "A1", holds: 0.9, ifFails: { A: between(0.1, 0.3), B: 0.5, other: 0.3 } },
    { id: "A2", holds: 0.8, ifFails: { A: 0.3, B: between(0.3, 0.5), other: 0.3 } },
  ];
  const document = { ...base, stated: { A: between(0.4, 0.6), B: between(0.25, 0.35), other: 0.2 }, assumptions };
  expectAttained(document, { assumed: new Map([["A1", "fails"]]) });
  expectAttained(document, { assumed: new Map([["A1", "fails"], ["A2", "fails"]]) });
});

it("say that they are outer where an entry cannot be followed", () => {
  const assumptions = [{ id: "A1", holds: between(0.7, 0.9), ifFails: { A: 0.2, B: 0.5, other: 0.3 } }];
  const document = { ...base, stated: { A: between(0.4, 0.6), B: 0.3, other: 0.2 }, assumptions, observations: [seen("S1", "A1", { holds: 0.2, fails: 0.6 })] };
  const forecast = computeForecast(requestFor(document))!;
  expect(forecast.bounds).toBe("outer");
  for (const { low, posterior, high } of forecast.scenarios) expect(low < posterior && posterior < high).toBe(true);
});

it("contain every choice where they are outer, however wide the likelihoods are", () => {
  for (const [holds, fails] of [[between(0.05, 0.95), 0.5], [0.5, between(0.05, 0.95)]] as const) {
    const document: TestDocument = {
      ...base,
      stated: { A: between(0.45, 0.55), B: 0.3, other: 0.2 },
      assumptions: [{ id: "A1", holds: 0.6, ifFails: { A: 0.7, B: 0.2, other: 0.1 } }],
      observations: [seen("S1", "A1", { holds, fails })],
    };
    const { scenarios, bounds } = computeForecast(requestFor(document))!;
    expect(bounds).toBe("outer");
    for (const vertex of vertices(document))
      for (const [at, { posterior }] of computeForecast(requestFor(vertex))!.scenarios.entries()) expect(posterior >= scenarios[at]!.low - 1e-12 && posterior <= scenarios[at]!.high + 1e-12).toBe(true);
  }
});

it("leave out the choices that contradict themselves: A1 cannot fail with more than 30 % / 75 % = 40 %", () => {
  // P(fails) may be 10 to 60 % as written; with B at 30 % and at 75 % if it fails, 40 % is the most that is possible.
  const assumptions = [{ id: "A1", holds: { low: 0.4, point: 0.8, high: 0.9 }, ifFails: { A: 0.2, B: 0.75, other: 0.05 } }];
  const document = (holds: number | Interval): TestDocument => ({ ...base, assumptions: [{ ...assumptions[0]!, holds }], observations: [seen("S1", "A1", { holds: 0.2, fails: 0.6 })] });
  const { scenarios } = computeForecast(requestFor(document(assumptions[0]!.holds)))!;
  const [sure, unsure] = [0.9, 0.6].map((holds) => computeForecast(requestFor(document(holds)))!.scenarios[1]!.posterior);
  expect(scenarios[1]!.low).toBeCloseTo(sure!, 9);
  expect(scenarios[1]!.high).toBeCloseTo(unsure!, 9);
});

it("grow with the ranges (seed 314)", () => {
  fc.assert(
    fc.property(withRanges, fc.double({ min: 0, max: 1, noNaN: true }), (document, part) => {
      const wide = computeForecast(requestFor(document))!.scenarios;
      const narrow = computeForecast(requestFor(fixedRanges(document, part)))!.scenarios;
      for (const [at, { low, high }] of narrow.entries()) {
        expect(low).toBeGreaterThan(wide[at]!.low - 1e-9);
        expect(high).toBeLessThan(wide[at]!.high + 1e-9);
      }
    }),
    { seed: 314, numRuns: 25, verbose: 1 },
  );
});

/** Every interval cut to a part of its width on both sides of its point. */
function fixedRanges(document: TestDocument, part: number): TestDocument {
  const cut = (value: number | Interval): Interval => {
    const { low, point, high } = interval(value);
    return { low: point - (point - low) * part, point, high: point + (high - point) * part };
  };
  const vector = (entries: Readonly<Record<string, number | Interval>>) => Object.fromEntries(Object.entries(entries).map(([state, value]) => [state, cut(value)]));
  return {
    ...document,
    ...(document.stated && { stated: vector(document.stated) }),
    estimates: document.estimates!.map((estimate) => ({ ...estimate, probabilities: vector(estimate.probabilities) })),
    indicators: document.indicators!.map((indicator) => ({ ...indicator, crossing: vector(indicator.crossing) })),
    observations: document.observations!.map((item): TestObservation => ({ ...item, ...(item.likelihood && { likelihood: vector(item.likelihood) }) })),
  };
}

it("use the ends of a quiet look's range the right way round", () => {
  const document: TestDocument = {
    asOf: "2026-01-01",
    scenarios: ["A", "B"],
    stated: { A: 0.5, B: 0.5 },
    indicators: [{ id: "I1", horizon: "2026-12-31", crossing: { A: between(0.6, 0.8), B: between(0.1, 0.2) } }],
    observations: [{ id: "O1", date: "2026-07-02", bearsOn: "I1", reading: "quiet" }],
  };
  const F = elapsedAt("2026-01-01", "2026-07-02", "2026-12-31");
  const { low, high } = computeForecast(requestFor(document))!.scenarios[0]!;
  expect(low).toBeCloseTo((1 - 0.8 * F) / (1 - 0.8 * F + 1 - 0.1 * F), 12);
  expect(high).toBeCloseTo((1 - 0.6 * F) / (1 - 0.6 * F + 1 - 0.2 * F), 12);
  expectInside(document, {}, ends(0.5));
});
