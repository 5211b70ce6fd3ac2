import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Grade } from "#model/grade";
import { computeForecast } from "#workbench/forecast/compute";
import { documents, probability, withAssumptions } from "./forecast-arbitraries.ts";
import { elapsedAt, requestFor, type TestDocument, type TestObservation } from "./forecast-document.ts";

/*
 * The definition of the forecast, written a second time without the product's code: every combination of a scenario,
 * the state of each assumption, the time at which each indicator is crossed and what its report says is a world with a
 * weight; every answer is a sum over worlds.
 */

interface World {
  readonly scenario: string;
  readonly assumptions: Readonly<Record<string, "holds" | "fails">>;
  readonly crossed: Readonly<Record<string, boolean>>;
  readonly weight: number;
}

const letters = { A: 0.98, B: 0.9, C: 0.75, D: 0.5, E: 0.2, F: 0.5 };
const digits = { 1: 1, 2: 0.95, 3: 0.8, 4: 0.5, 5: 0.2, 6: 0.75 };

function tells({ sources = {} }: TestDocument, item: TestObservation): number {
  const grade: Grade = item.grade ?? {};
  const known = (item.sources ?? []).flatMap((key) => (sources[key]?.["reliability"] ? [letters[sources[key]["reliability"] as "A"]] : []));
  const letter = grade.reliability ? letters[grade.reliability] : known.length > 0 ? Math.max(...known) : 1;
  return letter * (grade.credibility ? digits[grade.credibility] : 1);
}

/** Which readings count: per indicator the first that is final in the log, else the latest look. */
function countedReadings({ indicators = [], observations = [] }: TestDocument): ReadonlyMap<string, TestObservation> {
  const counted = new Map<string, TestObservation>();
  for (const { id } of indicators) {
    const readings = observations.filter(({ bearsOn }) => bearsOn === id);
    const final = readings.find(({ reading }) => reading !== "quiet");
    const looks = readings.toSorted((a, b) => (a.date! < b.date! ? -1 : 1));
    const reading = final ?? looks.at(-1);
    if (reading) counted.set(id, reading);
  }
  return counted;
}

function ownItems({ indicators = [], observations = [] }: TestDocument): readonly TestObservation[] {
  return observations.filter(({ bearsOn }) => !indicators.some(({ id }) => id === bearsOn));
}

/** P(what was reported | what is the case), the report being noise with 1 - r. */
const reported = (r: number, outcomes: number, likelihood: number): number => r * likelihood + (1 - r) / outcomes;

/** k_eff / k for each item, by merging groups until nothing merges any more. */
function sharesIn(document: TestDocument, items: readonly TestObservation[], silent: (item: TestObservation) => boolean): ReadonlyMap<string, number> {
  const keys = (item: TestObservation) => [
    ...(item.sources ?? []).flatMap((key) => [`s:${key}`, ...(document.sources?.[key]?.["origin"] ? [`o:${document.sources[key]["origin"].toLowerCase()}`] : [])]),
    ...(item.cluster ? [`c:${item.cluster}`] : []),
  ];
  let groups = items.map((item) => ({ ids: [item.id], keys: new Set(silent(item) ? [] : keys(item)) }));
  for (let merged = true; merged; ) {
    merged = false;
    for (let one = 0; one < groups.length && !merged; one++) {
      const other = groups.findIndex((group, at) => at > one && [...group.keys].some((key) => groups[one]!.keys.has(key)));
      if (other < 0) continue;
      const joint = { ids: [...groups[one]!.ids, ...groups[other]!.ids], keys: new Set([...groups[one]!.keys, ...groups[other]!.keys]) };
      groups = [...groups.filter((_, at) => at !== one && at !== other), joint];
      merged = true;
    }
  }
  return new Map(groups.flatMap(({ ids }) => ids.map((id) => [id, (1 + (ids.length - 1) * 0.2) / ids.length] as const)));
}

function priorOf({ scenarios = [], stated, estimates = [] }: TestDocument): Readonly<Record<string, number>> {
  const opinions = [...(stated ? [{ weight: 1, probabilities: stated }] : []), ...estimates];
  if (opinions.length === 0) return Object.fromEntries(scenarios.map((state) => [state, 1 / scenarios.length]));
  const total = opinions.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const raw = scenarios.map((state) => {
    const product = opinions.map(({ weight = 1, probabilities }) => {
      const sum = scenarios.reduce((all, other) => all + (probabilities[other] as number), 0);
      return ((probabilities[state] as number) / sum) ** (weight / total);
    });
    return product.reduce((a, b) => a * b, 1);
  });
  const sum = raw.reduce((a, b) => a + b, 0);
  return Object.fromEntries(scenarios.map((state, at) => [state, raw[at]! / sum]));
}

function worldsOf(document: TestDocument): readonly World[] {
  const { scenarios = [], indicators = [], assumptions = [], stated = {}, asOf = "" } = document;
  const prior = priorOf(document);
  const readings = countedReadings(document);
  const q = (id: string, scenario: string) => indicators.find((indicator) => indicator.id === id)!.crossing[scenario] as number;
  const elapsed = (id: string) => elapsedAt(asOf, readings.get(id)!.date!, indicators.find((indicator) => indicator.id === id)!.horizon);
  const onScenarios = [...readings.values(), ...ownItems(document).filter(({ bearsOn }) => bearsOn === "scenarios")];
  const flat = (values: readonly unknown[]) => values.every((value) => value === values[0]);
  const silent = (item: TestObservation) => (item.reading === "quiet" && elapsed(item.bearsOn) === 0) || flat(scenarios.map((state) => likelihood(item, state)));
  const likelihood = (item: TestObservation, scenario: string): number => {
    if (item.reading === "crossed") return q(item.bearsOn, scenario);
    if (item.reading === "not crossed") return 1 - q(item.bearsOn, scenario);
    if (item.reading === "quiet") return 1 - q(item.bearsOn, scenario) * elapsed(item.bearsOn);
    return item.likelihood![scenario] as number;
  };
  const shares = sharesIn(document, onScenarios, silent);
  const statedSum = scenarios.reduce((sum, state) => sum + (stated[state] as number), 0);
  const failsGiven = (at: number, scenario: string) => {
    const { ifFails = {}, holds } = assumptions[at]!;
    const sum = scenarios.reduce((all, state) => all + (ifFails[state] as number), 0);
    return (((ifFails[scenario] as number) / sum) * (1 - (holds as number))) / ((stated[scenario] as number) / statedSum);
  };
  const worlds: World[] = [];
  for (const scenario of scenarios) {
    // Items without a quiet look, and what dependence takes from or leaves to each item.
    let base = prior[scenario]!;
    for (const item of onScenarios) {
      const whole = reported(tells(document, item), item.outcomes ?? 2, likelihood(item, scenario));
      base *= item.reading === "quiet" ? whole ** (shares.get(item.id)! - 1) : whole ** shares.get(item.id)!;
    }
    const recurse = (at: number, world: World): void => {
      const assumption = assumptions[at];
      const indicator = indicators[at - assumptions.length];
      if (assumption) {
        const items = ownItems(document).filter(({ bearsOn }) => bearsOn === assumption.id);
        const own = sharesIn(document, items, (item) => item.likelihood!["holds"] === item.likelihood!["fails"]);
        for (const state of ["holds", "fails"] as const) {
          const p = state === "fails" ? failsGiven(at, scenario) : 1 - failsGiven(at, scenario);
          const seen = items.reduce((product, item) => product * reported(tells(document, item), item.outcomes ?? 2, item.likelihood![state] as number) ** own.get(item.id)!, 1);
          recurse(at + 1, { ...world, assumptions: { ...world.assumptions, [assumption.id]: state }, weight: world.weight * p * seen });
        }
      } else if (indicator) {
        const reading = readings.get(indicator.id);
        const F = reading?.reading === "quiet" ? elapsed(indicator.id) : 0;
        const r = reading ? tells(document, reading) : 1;
        const probability = q(indicator.id, scenario);
        const times = [
          { p: probability * F, crossed: true, quiet: false },
          { p: probability * (1 - F), crossed: true, quiet: true },
          { p: 1 - probability, crossed: false, quiet: true },
        ];
        for (const { p, crossed, quiet } of times) {
          const says = reading?.reading === "quiet" ? (quiet ? r : 0) + (1 - r) / 2 : 1;
          recurse(at + 1, { ...world, crossed: { ...world.crossed, [indicator.id]: crossed }, weight: world.weight * p * says });
        }
      } else worlds.push(world);
    };
    recurse(0, { scenario, assumptions: {}, crossed: {}, weight: base });
  }
  return worlds;
}

const total = (worlds: readonly World[]): number => worlds.reduce((sum, { weight }) => sum + weight, 0);
const shareOf = (worlds: readonly World[], holds: (world: World) => boolean): number => total(worlds.filter(holds)) / total(worlds);
const bits = (values: readonly number[]): number => values.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);

it("is the sum over all worlds: scenarios, assumptions, linchpins, information (seed 1998)", () => {
  fc.assert(
    fc.property(withAssumptions(documents(probability)), (document) => {
      const scenarios = document.scenarios!;
      const worlds = worldsOf(document);
      const forecast = computeForecast(requestFor(document))!;
      for (const { id, posterior, low, high } of forecast.scenarios) {
        expect(Math.abs(posterior - shareOf(worlds, ({ scenario }) => scenario === id))).toBeLessThan(1e-9);
        expect(high - low).toBeLessThan(1e-9);
      }
      for (const { id, posterior, ifFalse } of forecast.assumptions) {
        expect(Math.abs(posterior! - shareOf(worlds, ({ assumptions }) => assumptions[id] === "holds"))).toBeLessThan(1e-9);
        const failed = worlds.filter(({ assumptions }) => assumptions[id] === "fails");
        for (const state of scenarios) expect(Math.abs(ifFalse![state]! - shareOf(failed, ({ scenario }) => scenario === state))).toBeLessThan(1e-9);
      }
      for (const { id, bits: information } of forecast.watchNext) {
        const halves = [true, false].map((crossed) => worlds.filter((world) => world.crossed[id] === crossed));
        const entropies = [worlds, ...halves].map((list) => bits(scenarios.map((state) => shareOf(list, ({ scenario }) => scenario === state))));
        const weighted = halves.reduce((sum, half, at) => sum + (total(half) / total(worlds)) * entropies[at + 1]!, 0);
        expect(Math.abs(information - (entropies[0]! - weighted))).toBeLessThan(1e-9);
      }
    }),
    { seed: 1998, numRuns: 150, verbose: 1 },
  );
});

it("takes assumptions as given: the same worlds, fewer of them (seed 1999)", () => {
  fc.assert(
    fc.property(withAssumptions(documents(probability)), fc.constantFrom("holds" as const, "fails" as const), (document, state) => {
      fc.pre(document.assumptions!.length > 0);
      const worlds = worldsOf(document).filter(({ assumptions }) => assumptions["A1"] === state);
      const forecast = computeForecast(requestFor(document, { assumed: new Map([["A1", state]]) }))!;
      for (const { id, posterior } of forecast.scenarios) expect(Math.abs(posterior - shareOf(worlds, ({ scenario }) => scenario === id))).toBeLessThan(1e-9);
    }),
    { seed: 1999, numRuns: 60, verbose: 1 },
  );
});
