import * as fc from "fast-check";
import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { computeForecast, type ForecastOptions } from "#workbench/forecast/compute";
import { asOf, documents, horizon, probability, sources, withAssumptions } from "./forecast-arbitraries.ts";
import { between, requestFor, type TestDocument, type TestObservation } from "./forecast-document.ts";

const compute = (document: TestDocument, options: ForecastOptions = {}) => computeForecast(requestFor(document, options))!;
const posteriors = (document: TestDocument, options: ForecastOptions = {}) => Object.fromEntries(compute(document, options).scenarios.map(({ id, posterior }) => [id, posterior]));
const expectClose = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) => {
  expect(Object.keys(one)).toEqual(Object.keys(other));
  for (const [id, value] of Object.entries(one)) expect(Math.abs(value - other[id]!)).toBeLessThan(1e-9);
};
const whole = withAssumptions(documents(probability));

it("a replayed day is the forecast of that day, and nothing happens between two of them (seed 521)", () => {
  fc.assert(
    fc.property(whole, (document) => {
      const { replay } = compute(document);
      const dates = replay.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].toSorted());
      expect(dates).toContain(asOf);
      for (const { date, probabilities } of replay) expectClose(probabilities, posteriors(document, { until: date }));
      for (const { date } of [...document.observations!, ...document.estimates!]) {
        const before = replay.findLast((day) => day.date <= date!);
        expectClose(before!.probabilities, posteriors(document, { until: date! }));
      }
    }),
    { seed: 521, numRuns: 12, verbose: 1 },
  );
});

it("the forecast without an item or a source is the forecast without it (seed 522)", () => {
  fc.assert(
    fc.property(whole, (document) => {
      const full = compute(document);
      const now = posteriors(document);
      const cited = new Set(full.evidence.flatMap((item) => item.sources));
      expect(full.without.map(({ kind, id }) => `${kind} ${id}`)).toEqual([...full.evidence.map(({ id }) => `item ${id}`), ...[...cited].map((id) => `source ${id}`)]);
      for (const { id, probabilities, shift } of full.without) {
        const then = posteriors(document, { without: [id] });
        expectClose(probabilities, then);
        expect(shift).toBeCloseTo(Object.entries(now).reduce((sum, [state, p]) => sum + Math.abs(p - then[state]!), 0) / 2, 9);
      }
    }),
    { seed: 522, numRuns: 15, verbose: 1 },
  );
});

it("brings back the look that a dropped one superseded, unless its source went too", () => {
  const look = (id: string, date: string, source: string): TestObservation => ({ id, date, bearsOn: "I1", reading: "quiet", sources: [source] });
  const document: TestDocument = {
    asOf,
    scenarios: ["A", "B"],
    stated: { A: 0.5, B: 0.5 },
    indicators: [{ id: "I1", horizon, crossing: { A: 0.8, B: 0.2 } }],
    observations: [look("O1", "2026-03-01", "s4"), look("O2", "2026-06-01", "s5"), look("O3", "2026-09-01", "s5")],
    sources: { s4: {}, s5: {} },
  };
  const only = (id: string) => posteriors({ ...document, observations: document.observations!.filter((item) => item.id === id) });
  expectClose(posteriors(document), only("O3"));
  expectClose(posteriors(document, { without: ["O3"] }), only("O2"));
  expectClose(posteriors(document, { without: ["s5"] }), only("O1"));
  expectClose(posteriors(document, { without: ["s5", "s4"] }), { A: 0.5, B: 0.5 });
  expect(compute(document).replay.map(({ date, items }) => [date, items])).toEqual([["2026-01-01", []], ["2026-03-01", ["O1"]], ["2026-06-01", ["O2"]], ["2026-09-01", ["O3"]]]);
});

it("keeps an item that has another source, graded and clustered by what is left", () => {
  const item = (id: string, cited: readonly string[]): TestObservation => ({ id, bearsOn: "scenarios", likelihood: { A: 0.9, B: 0.3 }, sources: cited });
  const document: TestDocument = { scenarios: ["A", "B"], stated: { A: 0.5, B: 0.5 }, observations: [item("E1", ["s1", "s5"]), item("E2", ["s1"])], sources };
  const kept = compute({ ...document, observations: [item("E1", ["s5"])] }).scenarios;
  expect(compute(document, { without: ["s1"] }).scenarios).toEqual(kept);
  expect(compute(document, { without: ["s1"] }).evidence).toMatchObject([{ id: "E1", sources: ["s5"], share: 1 }]);
});

/** All smallest sets of open indicators whose assumed crossing changes the leader, by trying every set. */
function flipsByTrying(document: TestDocument): readonly (readonly string[])[] {
  const leaderOf = (options: ForecastOptions) => {
    const sorted = compute(document, options).scenarios.toSorted((a, b) => b.posterior - a.posterior);
    return sorted[0]!.posterior - sorted[1]!.posterior > 1e-12 ? sorted[0]!.id : undefined;
  };
  const open = compute(document).watchNext.map(({ id }) => id).toSorted();
  const leader = leaderOf({});
  const sets = Array.from({ length: 2 ** open.length }, (_, mask) => open.filter((__, at) => (mask >> at) % 2 === 1));
  const flips = sets.filter((set) => set.length > 0 && ![leader, undefined].includes(leaderOf({ assumed: new Map(set.map((id) => [id, "crossed"])) })));
  const smallest = Math.min(...flips.map((set) => set.length));
  return leader === undefined ? [] : flips.filter((set) => set.length === smallest);
}

const sortedSets = (sets: readonly (readonly string[])[]) => sets.map((set) => set.join(" ")).toSorted();

/** Several indicators of little weight, with looks that share sources, and one scenario ahead. */
const moderate = fc.double({ min: 0.3, max: 0.75, noNaN: true });
const contested: fc.Arbitrary<TestDocument> = fc
  .tuple(
    fc.array(fc.record({ A: moderate, B: moderate, other: moderate, day: fc.integer({ min: 1, max: 300 }), source: fc.constantFrom("s1", "s2", "s3", "s4"), quiet: fc.boolean() }), { minLength: 4, maxLength: 5 }),
    fc.double({ min: 0.4, max: 0.85, noNaN: true }),
  )
  .map(([rows, lead]) => ({
    asOf,
    scenarios: ["A", "B", "other"],
    stated: { A: lead, B: (1 - lead) * 0.7, other: (1 - lead) * 0.3 },
    indicators: rows.map(({ A, B, other }, at) => ({ id: `I${at}`, horizon, crossing: { A, B, other } })),
    observations: rows.flatMap(({ day, source, quiet }, at): readonly TestObservation[] =>
      quiet ? [{ id: `O${at}`, bearsOn: `I${at}`, reading: "quiet", sources: [source], date: new Date(Date.parse(asOf) + day * 86_400_000).toISOString().slice(0, 10) }] : [],
    ),
    sources,
  }));

it("finds all smallest sets of crossings that change the leader (seed 523)", () => {
  const sizes = new Set<number>();
  fc.assert(
    fc.property(contested, (document) => {
      const { flip } = compute(document);
      expect(sortedSets(flip)).toEqual(sortedSets(flipsByTrying(document)));
      sizes.add(flip[0]?.length ?? 0);
    }),
    { seed: 523, numRuns: 15, verbose: 1 },
  );
  // The documents tried must have asked for sets of several sizes, and for none.
  expect([...sizes].toSorted()).toEqual(expect.arrayContaining([0, 1, 2, 3]));
});

it("counts anew what the replaced look shared its source with: crossing I1 lets O2 count whole", () => {
  const look = (id: string, bearsOn: string): TestObservation => ({ id, bearsOn, reading: "quiet", date: horizon, sources: ["s4"] });
  const document: TestDocument = {
    asOf,
    scenarios: ["A", "B"],
    stated: { A: 5 / 6, B: 1 / 6 },
    // O1 says next to nothing. O2 is worth 9:1 for B, but 9^0.6 = 3.7 beside O1: too little against 5:1.
    indicators: [{ id: "I1", horizon, crossing: { A: 0.5, B: 0.5001 } }, { id: "I2", horizon, crossing: { A: 0.9, B: 0.1 } }],
    observations: [look("O1", "I1"), look("O2", "I2")],
    sources: { s4: {} },
  };
  expect(posteriors(document)["A"]).toBeCloseTo(5 / (5 + 9 ** 0.6), 3);
  expect(compute(document).flip).toEqual([["I1"]]);
  expect(posteriors(document, { assumed: new Map([["I1", "crossed"]]) })["A"]).toBeCloseTo(5 / (5 + 9), 3);
  expect(flipsByTrying(document)).toEqual([["I1"]]);
});

it("lists no more than a thousand sets and says so", () => {
  const ids = Array.from({ length: 24 }, (_, at) => `I${at}`);
  const document: TestDocument = {
    asOf,
    scenarios: ["A", "B"],
    stated: { A: 0.8, B: 0.2 },
    // Each crossing is worth 2:1 for B, so any three of them turn 4:1 round: 2,024 sets.
    indicators: ids.map((id) => ({ id, horizon, crossing: { A: 0.3, B: 0.6 } })),
  };
  const { flip, notes } = compute(document);
  expect(flip).toHaveLength(1000);
  expect(flip.every((set) => set.length === 3)).toBe(true);
  expect(notes).toContain("Only some of the sets of crossings that change the leading scenario are listed.");
});

it("has no leader to change where two scenarios tie", () => {
  const document: TestDocument = { asOf, scenarios: ["A", "B"], stated: { A: 0.5, B: 0.5 }, indicators: [{ id: "I1", horizon, crossing: { A: 0.3, B: 0.6 } }] };
  expect(compute(document).flip).toEqual([]);
});

it("extremises a geometric pool of several opinions only where asked", () => {
  const document: TestDocument = { asOf, scenarios: ["A", "B"], stated: { A: between(0.6, 0.8), B: 0.3 }, estimates: [{ id: "F", weight: 3, probabilities: { A: 0.6, B: 0.4 } }] };
  const odds = (0.7 / 0.3) ** 0.25 * 1.5 ** 0.75;
  const at = (extremise: number) => compute(document, { extremise }).scenarios[0]!;
  expect(at(1).posterior).toBeCloseTo(odds / (1 + odds), 9);
  expect(at(2).posterior).toBeCloseTo(odds ** 2 / (1 + odds ** 2), 9);
  const ends = [0.6, 0.8].map((p) => ((p / 0.3) ** 0.25 * 1.5 ** 0.75) ** 2);
  expect([at(2).low, at(2).high].map((p) => p / (1 - p))).toEqual(ends.map((value) => expect.closeTo(value, 9)));
  const { estimates: _, ...alone } = document;
  expect(compute(alone, { extremise: 2 }).scenarios[0]!.posterior).toBeCloseTo(0.7, 9);
});

it("counts reports of one origin as far apart as the author says", () => {
  const item = (id: string): TestObservation => ({ id, bearsOn: "scenarios", likelihood: { A: 0.9, B: 0.1 }, sources: ["s"] });
  const document: TestDocument = { asOf, scenarios: ["A", "B"], stated: { A: 0.5, B: 0.5 }, observations: [item("O1"), item("O2")], sources: { s: {} } };
  const forecast = (correlation: number) => compute({ ...document, correlation });
  for (const correlation of [0, 0.25, 1]) expect(forecast(correlation).scenarios[0]!.posterior).toBeCloseTo(9 ** (2 - correlation) / (1 + 9 ** (2 - correlation)), 9);
  expect(forecast(0.25).notes).toContain("O1 and O2 share an origin and count as 1.75 items, not 2; by the correlation of 25% that the document states.");
  expect(posteriors({ ...document, correlation: 0.8 })).toEqual(posteriors(document));
});

it("grades an item by the sources that are left", () => {
  const document: TestDocument = {
    asOf,
    scenarios: ["A", "B"],
    stated: { A: 0.5, B: 0.5 },
    observations: [{ id: "O1", bearsOn: "scenarios", likelihood: { A: 0.9, B: 0.1 }, sources: ["good", "weak", "poor"], citedGrades: { good: { reliability: "A", credibility: 1 }, weak: { credibility: 4 } } }],
    sources: { good: {}, weak: { reliability: "C" }, poor: { reliability: "E" } },
  };
  const heard = (reliability: number) => reliability * 0.9 + (1 - reliability) / 2;
  expect(posteriors(document)["A"]).toBeCloseTo(heard(0.98), 9);
  expect(posteriors(document, { without: ["good"] })["A"]).toBeCloseTo(heard(0.75 * 0.5), 9);
  expect(posteriors(document, { without: ["good", "weak"] })["A"]).toBeCloseTo(heard(0.2), 9);
});

it("replays the day on which a reading without numbers ends a look that had some", () => {
  const text = `---
as-of: 2026-01-01
---
## Scenarios

### A: Opened (50%) {#A}
### B: Another session (50%) {#B}

## Indicators

| ID | Indicator | Threshold | Horizon |
|---|---|---|---|
| I1 | Brackets | fewer than 10 | 2026-12-31 |

## Observations

| ID | Date | Observation | Bears on | Reading | A | B |
|---|---|---|---|---|---|---|
| O1 | 2026-03-01 | 40 remain | I1 | quiet | 20% | 80% |
| O2 | 2026-06-01 | 9 remain | I1 | crossed | | |
`;
  const replayed = assess(text).forecast!.replay.map(({ date, probabilities }) => [date, Number(probabilities["A"]!.toFixed(9))]);
  expect(replayed).toEqual([["2026-01-01", 0.5], ["2026-03-01", 0.2], ["2026-06-01", 0.5]]);
});
