import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Box } from "#bayes/bounds/boxes";
import { boundsOf } from "#bayes/bounds/posterior-bounds";
import { prepare } from "#bayes/bounds/prepare";
import type { ConditionalTable, Network } from "#bayes/network";
import type { Interval } from "#kit/interval";
import { computeForecast, type ForecastOptions } from "#workbench/forecast/compute";
import { requestFor, type TestDocument } from "./forecast-document.ts";

/** The forecast's bounds of star-shaped documents are closed forms; the bounds of networks know nothing of these. */
const options: ForecastOptions = { grades: false, dependence: false };

type Vector = Readonly<Record<string, Interval>>;

const range = fc.tuple(fc.integer({ min: 2, max: 98 }), fc.integer({ min: 0, max: 20 })).map(([percent, width]): Interval => ({ low: Math.max(1, percent - width) / 100, point: percent / 100, high: Math.min(99, percent + width) / 100 }));

const scenarios = ["A", "B", "other"];
const vector = fc.tuple(range, range, range).map((entries): Vector => Object.fromEntries(scenarios.map((state, at) => [state, entries[at]!])));

interface Star {
  readonly stated: Vector;
  readonly items: readonly Vector[];
}

const stars: fc.Arbitrary<Star> = fc.record({ stated: vector, items: fc.array(vector, { maxLength: 4 }) });

const documentOf = ({ stated, items }: Star): TestDocument => ({
  scenarios,
  stated,
  observations: items.map((likelihood, at) => ({ id: `E${at + 1}`, bearsOn: "scenarios", likelihood })),
});

/** All scenarios equal at first; each vector is what is seen of a child: the author's own probabilities as well, divided by their sum. */
function networkOf({ stated, items }: Star): { readonly network: Network; readonly boxes: ReadonlyMap<string, Box> } {
  const children = [stated, ...items].map((entries, at) => ({ id: `seen${at}`, entries: scenarios.map((state) => entries[state]!) }));
  const rows = (entries: readonly Interval[], end: "low" | "point" | "high", other: "low" | "point" | "high"): readonly number[] => entries.flatMap((entry) => [entry[end], 1 - entry[other]]);
  const tables = children.map(({ id, entries }): ConditionalTable => ({ variable: id, parents: ["s"], probabilities: rows(entries, "point", "point") }));
  return {
    network: { variables: [{ id: "s", states: scenarios }, ...children.map(({ id }) => ({ id, states: ["yes", "no"] }))], tables: [{ variable: "s", parents: [], probabilities: [1 / 3, 1 / 3, 1 / 3] }, ...tables] },
    boxes: new Map(children.map(({ id, entries }) => [id, { low: rows(entries, "low", "high"), high: rows(entries, "high", "low") }])),
  };
}

it("has the same bounds as the network with intervals that it stands for (seed 321)", () => {
  let wide = 0;
  fc.assert(
    fc.property(stars, (star) => {
      const { network, boxes } = networkOf(star);
      const ready = prepare({ network, boxes, evidence: { observed: Object.fromEntries(Array.from(boxes.keys(), (id) => [id, "yes"])), likelihoods: {} }, target: "s" });
      if (ready.kind !== "prepared") throw new Error(ready.kind);
      const { states } = boundsOf(ready);
      const forecast = computeForecast(requestFor(documentOf(star), options))!;
      expect(forecast.bounds).toBe("exact");
      for (const [at, { posterior, low, high }] of forecast.scenarios.entries()) {
        const found = states[at]!;
        expect(found.exact).toBe(true);
        expect(found.point).toBeCloseTo(posterior, 9);
        for (const end of [found.low.attained, found.low.proven]) expect(end).toBeCloseTo(low, 9);
        for (const end of [found.high.attained, found.high.proven]) expect(end).toBeCloseTo(high, 9);
        wide += Number(high - low > 0.05);
      }
    }),
    { seed: 321, numRuns: 60, verbose: 1 },
  );
  expect(wide).toBeGreaterThan(60);
});
