import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../../tests/network-arbitraries.ts";
import { widened, type Box, type Boxes } from "#bayes/bounds/boxes";
import { carriersOf } from "#bayes/bounds/carriers";
import { dominancesOf } from "#bayes/bounds/dominance";
import { boundsOf, networkOf } from "#bayes/bounds/posterior-bounds";
import { prepare, type IntervalQuestion, type Prepared } from "#bayes/bounds/prepare";
import { enumerateJoint } from "#bayes/enumerate";
import type { Evidence, Network } from "#bayes/network";

function prepared(question: IntervalQuestion): Prepared {
  const ready = prepare(question);
  if (ready.kind !== "prepared") throw new Error(ready.kind);
  return ready;
}

/** The posterior by the definition, a sum over all worlds; undefined where what is known is impossible. */
function posteriorOf(network: Network, { observed, likelihoods }: Evidence, target: string): readonly number[] | undefined {
  const free = <Value>(record: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(record).filter(([id]) => id !== target));
  return enumerateJoint(network, { observed: free(observed), likelihoods: free(likelihoods) }).posteriors?.get(target);
}

/** All corners of one row: every entry but one at an end, and that one what is left of 1. */
function corners(low: readonly number[], high: readonly number[]): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  for (const rest of low.keys()) {
    for (let mask = 0; mask < 2 ** low.length; mask++) {
      const row = low.map((least, at) => (at === rest ? 0 : (mask >> at) % 2 === 1 ? high[at]! : least));
      row[rest] = 1 - row.reduce((sum, value) => sum + value, 0);
      if (row[rest]! >= low[rest]! - 1e-12 && row[rest]! <= high[rest]! + 1e-12) found.set(row.map((value) => value.toFixed(10)).join(), row);
    }
  }
  return Array.from(found.values());
}

function rowsOf(network: Network, boxes: Boxes) {
  return network.tables.flatMap(({ variable, probabilities }, table) => {
    const width = network.variables.find(({ id }) => id === variable)!.states.length;
    const box = boxes.get(variable) ?? { low: probabilities, high: probabilities };
    return Array.from({ length: probabilities.length / width }, (_, row) => ({ table, at: row * width, corners: corners(box.low.slice(row * width, (row + 1) * width), box.high.slice(row * width, (row + 1) * width)) }));
  });
}

/** All networks whose rows are corners of their boxes. */
function* vertices(network: Network, boxes: Boxes): Generator<Network> {
  const rows = rowsOf(network, boxes);
  const count = rows.reduce((product, row) => product * row.corners.length, 1);
  for (let number = 0; number < count; number++) yield vertex(network, rows, number);
}

const possible = (models: Iterable<Network>, posterior: (model: Network) => readonly number[] | undefined): readonly (readonly number[])[] =>
  Array.from(models).flatMap((model) => {
    const found = posterior(model);
    return found ? [found] : [];
  });

function vertex(network: Network, rows: ReturnType<typeof rowsOf>, number: number): Network {
  const tables = network.tables.map((table) => ({ ...table, probabilities: table.probabilities.slice() }));
  let rest = number;
  for (const { table, at, corners: choices } of rows) {
    for (const [state, value] of choices[rest % choices.length]!.entries()) tables[table]!.probabilities[at + state] = value;
    rest = Math.floor(rest / choices.length);
  }
  return { ...network, tables };
}

/** Boxes round the entries of some tables; `most` bounds the number of vertices. */
const boxesFor = (network: Network, most = Infinity): fc.Arbitrary<Boxes> =>
  fc.tuple(fc.shuffledSubarray(network.tables.slice()), fc.infiniteStream(fc.integer({ min: 0, max: 30 }).map((percent) => percent / 100))).map(([tables, widths]) => {
    let boxes: Boxes = new Map();
    for (const { variable, probabilities } of tables) {
      const box: Box = { low: probabilities.map((value) => Math.max(0, value - widths.next().value!)), high: probabilities.map((value) => Math.min(1, value + widths.next().value!)) };
      const wider = new Map(boxes).set(variable, box);
      if (rowsOf(network, wider).reduce((product, row) => product * row.corners.length, 1) <= most) boxes = wider;
    }
    return boxes;
  });

interface Case {
  readonly net: Network;
  readonly evidence: Evidence;
  readonly target: string;
  readonly boxes: Boxes;
}

const cases = (options: Parameters<typeof networks>[0], most?: number): fc.Arbitrary<Case> =>
  networks(options).chain((net) => fc.record({ net: fc.constant(net), evidence: evidenceAbout(net), target: fc.constantFrom(...net.variables.map(({ id }) => id)), boxes: boxesFor(net, most) }));

it("finds what visiting every vertex of the boxes finds (seed 81)", () => {
  let [wide, ends, climbed] = [0, 0, 0];
  fc.assert(
    fc.property(cases({ most: 4 }, 250), ({ net, evidence, target, boxes }) => {
      const found = possible(vertices(net, boxes), (model) => posteriorOf(model, evidence, target));
      const ready = prepared({ network: net, boxes, evidence, target });
      const atOnce = boundsOf(ready).states;
      const { states, gap } = boundsOf(ready, { budget: 20_000 });
      expect(gap).toBe(0);
      for (const [at, { low, high, exact }] of states.entries()) {
        expect(exact).toBe(true);
        expect(low.attained).toBeCloseTo(Math.min(...found.map((one) => one[at]!)), 11);
        expect(high.attained).toBeCloseTo(Math.max(...found.map((one) => one[at]!)), 11);
        expect(low.attained - low.proven).toBeLessThan(1e-12);
        expect(high.proven - high.attained).toBeLessThan(1e-12);
        wide += Number(high.attained - low.attained > 0.01);
        ends += 2;
        climbed += Number(atOnce[at]!.low.attained - low.attained < 1e-11) + Number(high.attained - atOnce[at]!.high.attained < 1e-11);
      }
    }),
    { seed: 81, numRuns: 60, verbose: 1 },
  );
  expect(wide).toBeGreaterThan(50);
  // Climbing alone may end below the top, but seldom does.
  expect(climbed / ends).toBeGreaterThan(0.97);
});

it("attains its inner ends by models in the boxes, and no model leaves its outer ends (seed 82)", () => {
  let held = 0;
  fc.assert(
    fc.property(cases({ most: 6, zeros: true }), fc.array(fc.nat(2 ** 30), { minLength: 20, maxLength: 20 }), ({ net, evidence, target, boxes }, numbers) => {
      const ready = prepare({ network: net, boxes, evidence, target });
      if (ready.kind !== "prepared") return;
      const { states } = boundsOf(ready);
      const rows = rowsOf(net, boxes);
      for (const [at, { point, low, high }] of states.entries()) {
        expect([low.proven, low.attained, point, high.attained, high.proven]).toEqual([low.proven, low.attained, point, high.attained, high.proven].toSorted((a, b) => a - b));
        for (const { attained, model } of [low, high]) {
          const network = networkOf(net, model);
          expect(posteriorOf(network, evidence, target)![at]).toBeCloseTo(attained, 12);
          expectInside(network, net, boxes);
        }
      }
      for (const number of numbers) {
        const model = vertex(net, rows, number);
        for (const [at, value] of (posteriorOf(model, evidence, target) ?? []).entries()) {
          expect(value).toBeGreaterThanOrEqual(states[at]!.low.proven - 1e-12);
          expect(value).toBeLessThanOrEqual(states[at]!.high.proven + 1e-12);
          held++;
        }
      }
    }),
    { seed: 82, numRuns: 80, verbose: 1 },
  );
  expect(held).toBeGreaterThan(1000);
});

function expectInside(model: Network, net: Network, boxes: Boxes): void {
  for (const [at, { variable, probabilities }] of model.tables.entries()) {
    const { low, high } = boxes.get(variable) ?? { low: net.tables[at]!.probabilities, high: net.tables[at]!.probabilities };
    for (const [entry, value] of probabilities.entries()) expect(value >= low[entry]! - 1e-12 && value <= high[entry]! + 1e-12).toBe(true);
  }
}

it("gives the point where nothing is uncertain, and more room the wider the boxes are (seed 83)", () => {
  fc.assert(
    fc.property(networks({ most: 6 }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.constantFrom(...net.variables.map(({ id }) => id)))), fc.integer({ min: 0, max: 20 }), ([net, evidence, target], percent) => {
      const range = (by: number) => boundsOf(prepared({ network: net, boxes: widened(net, by), evidence, target })).states;
      const [none, narrow, wide] = [0, percent / 100, percent / 100 + 0.05].map(range);
      for (const [at, value] of posteriorOf(net, evidence, target)!.entries()) {
        const { low, high, exact } = none![at]!;
        expect(exact).toBe(true);
        for (const end of [low.proven, low.attained, high.attained, high.proven]) expect(end).toBeCloseTo(value, 12);
        expect(wide![at]!.low.proven).toBeLessThanOrEqual(narrow![at]!.low.proven + 1e-12);
        expect(wide![at]!.high.proven).toBeGreaterThanOrEqual(narrow![at]!.high.proven - 1e-12);
        expect(wide![at]!.high.proven).toBeGreaterThanOrEqual(narrow![at]!.high.attained);
      }
    }),
    { seed: 83, numRuns: 40, verbose: 1 },
  );
});

it("proves that one state is more probable than another, or has a model against it (seed 84)", () => {
  const seen = { always: 0, "not always": 0, open: 0 };
  fc.assert(
    fc.property(cases({ most: 4 }, 100), ({ net, evidence, target, boxes }) => {
      const found = possible(vertices(net, boxes), (model) => posteriorOf(model, evidence, target));
      const states = net.variables.find(({ id }) => id === target)!.states;
      const ready = prepared({ network: net, boxes, evidence, target });
      const atOnce = dominancesOf(ready);
      for (const [pair, { state, over, verdict, least }] of dominancesOf(ready, { budget: 5000 }).entries()) {
        const least2 = Math.min(...found.map((one) => one[states.indexOf(state)]! / one[states.indexOf(over)]!).filter((ratio) => !Number.isNaN(ratio)));
        if (Math.abs(least2 - 1) < 1e-9) continue;
        seen[verdict]++;
        expect(verdict).toBe(least2 > 1 ? "always" : "not always");
        expect([verdict, "open"]).toContain(atOnce[pair]!.verdict);
        expect(least.attained).toBeGreaterThanOrEqual(least2 * (1 - 1e-9));
        expect(least.proven).toBeLessThanOrEqual(least2 * (1 + 1e-9));
      }
    }),
    { seed: 84, numRuns: 40, verbose: 1 },
  );
  expect(seen.always).toBeGreaterThan(10);
  expect(seen["not always"]).toBeGreaterThan(5);
});

it("finds by splitting what climbing misses", () => {
  const three = (id: string) => ({ id, states: ["s0", "s1", "s2"] });
  const net: Network = {
    variables: [binary("v0"), three("v1"), binary("v2"), three("v3")],
    tables: [
      { variable: "v0", parents: [], probabilities: [0.13, 0.87] },
      { variable: "v1", parents: [], probabilities: [0.88, 0.05, 0.07] },
      { variable: "v2", parents: ["v1"], probabilities: [0.71, 0.29, 0.001, 0.999, 0.5, 0.5] },
      { variable: "v3", parents: ["v0", "v1"], probabilities: [0.06, 0.91, 0.03, 0.04, 0.92, 0.04, 0.04, 0.02, 0.94, 0.001, 0.644, 0.355, 0.727, 0.004, 0.269, 0.001, 0.708, 0.291] },
    ],
  };
  const evidence: Evidence = { observed: { v3: "s1" }, likelihoods: { v2: [0.001, 1] } };
  const ready = prepared({ network: net, boxes: widened(net, 0.3), evidence, target: "v1" });
  const [climbed, split] = [0, 20_000].map((budget) => boundsOf(ready, { budget }).states);
  const gains = split!.flatMap(({ low, high }, at) => [climbed![at]!.low.attained - low.attained, high.attained - climbed![at]!.high.attained]);
  expect(Math.max(...gains)).toBeGreaterThan(1e-5);
  expect(Math.max(...gains)).toBeLessThan(0.001);
  for (const [at, { low, high, exact }] of split!.entries()) {
    expect(exact).toBe(true);
    for (const { attained, model } of [low, high]) expect(posteriorOf(networkOf(net, model), evidence, "v1")![at]).toBeCloseTo(attained, 12);
  }
});

const binary = (id: string) => ({ id, states: ["yes", "no"] });

it("names the tables that carry the width (by hand)", () => {
  // P(s = yes | a, b) = 1 / (1 + ratio): the prior odds are 1, those of a from (.7 to .9) / .2, those of b at .6 / .3.
  const net: Network = {
    variables: [binary("s"), binary("a"), binary("b"), binary("c")],
    tables: [
      { variable: "s", parents: [], probabilities: [0.5, 0.5] },
      { variable: "a", parents: ["s"], probabilities: [0.8, 0.2, 0.2, 0.8] },
      { variable: "b", parents: ["s"], probabilities: [0.6, 0.4, 0.3, 0.7] },
      { variable: "c", parents: ["s"], probabilities: [0.6, 0.4, 0.3, 0.7] },
    ],
  };
  const boxes: Boxes = new Map([
    ["a", { low: [0.7, 0.1, 0.2, 0.8], high: [0.9, 0.3, 0.2, 0.8] }],
    ["b", { low: [0.6, 0.4, 0.2, 0.6], high: [0.6, 0.4, 0.4, 0.8] }],
    ["c", { low: [0.1, 0.1, 0.1, 0.1], high: [0.9, 0.9, 0.9, 0.9] }],
  ]);
  const evidence: Evidence = { observed: { a: "yes", b: "yes" }, likelihoods: {} };
  const share = (a: number, b: number): number => (a * 0.6) / (a * 0.6 + 0.2 * b);
  const { range, carriers } = carriersOf(prepared({ network: net, boxes, evidence, target: "s" }), "yes");
  expect(range).toEqual({ low: expect.closeTo(share(0.7, 0.4), 12), high: expect.closeTo(share(0.9, 0.2), 12) });
  expect(carriersOf(prepared({ network: net, boxes, evidence, target: "s" }), "yes", 1).carriers).toEqual(carriers.slice(0, 1));
  expect(carriers).toEqual([
    { variable: "b", without: { low: expect.closeTo(share(0.7, 0.3), 12), high: expect.closeTo(share(0.9, 0.3), 12) }, alone: { low: expect.closeTo(share(0.8, 0.4), 12), high: expect.closeTo(share(0.8, 0.2), 12) } },
    { variable: "a", without: { low: expect.closeTo(share(0.8, 0.4), 12), high: expect.closeTo(share(0.8, 0.2), 12) }, alone: { low: expect.closeTo(share(0.7, 0.3), 12), high: expect.closeTo(share(0.9, 0.3), 12) } },
  ]);
});

it("ends where a ratio may be anything from 0 to infinity, and decides like the vertices where tables hold 0 and 1 (seed 85)", () => {
  const net: Network = { variables: [binary("v0"), binary("v2")], tables: [{ variable: "v0", parents: [], probabilities: [1, 0] }, { variable: "v2", parents: ["v0"], probabilities: [0.97, 0.03, 1, 0] }] };
  const ready = prepared({ network: net, boxes: widened(net, 0.05), evidence: { observed: { v2: "no" }, likelihoods: {} }, target: "v0" });
  expect(dominancesOf(ready, { budget: 1000 }).map(({ verdict }) => verdict)).toEqual(["not always"]);
  let decided = 0;
  fc.assert(
    fc.property(cases({ most: 4, zeros: true }, 100), ({ net: other, evidence, target, boxes }) => {
      const question = prepare({ network: other, boxes, evidence, target });
      if (question.kind !== "prepared") return;
      const found = possible(vertices(other, boxes), (model) => posteriorOf(model, evidence, target));
      const states = other.variables.find(({ id }) => id === target)!.states;
      for (const { state, over, verdict } of dominancesOf(question, { budget: 5000 })) {
        const margins = found.map((one) => one[states.indexOf(state)]! - one[states.indexOf(over)]!);
        if (Math.abs(Math.min(...margins)) < 1e-9) continue;
        expect(verdict).toBe(Math.min(...margins) > 0 ? "always" : "not always");
        decided++;
      }
    }),
    { seed: 85, numRuns: 60, verbose: 1 },
  );
  expect(decided).toBeGreaterThan(50);
});

it("stops where the budget or the caller ends it, with bounds that hold", () => {
  const ids = Array.from({ length: 6 }, (_, at) => `x${at}`);
  const causes = ["k", "m", "n"];
  const net: Network = {
    variables: [binary("s"), ...causes.map(binary), ...ids.map(binary)],
    tables: [
      { variable: "s", parents: [], probabilities: [0.5, 0.5] },
      ...causes.map((variable) => ({ variable, parents: [], probabilities: [0.6, 0.4] })),
      ...ids.map((variable, at) => ({ variable, parents: ["s", causes[at % 3]!], probabilities: [0.7, 0.3, 0.4, 0.6, 0.6 + at / 30, 0.4 - at / 30, 0.3, 0.7] })),
    ],
  };
  const evidence: Evidence = { observed: Object.fromEntries(ids.map((id) => [id, "yes"])), likelihoods: {} };
  const ready = prepared({ network: net, boxes: new Map([...widened(net, 0.1)].filter(([id]) => id !== "s")), evidence, target: "s" });
  const [none, some, all] = [0, 14, 100_000].map((budget) => boundsOf(ready, { budget }));
  // Prior odds that put the point 1 between what is attained and what is proven at once: neither is decided without splitting.
  const [{ least } = { least: { attained: 1, proven: 1 } }] = dominancesOf(ready);
  const odds = 1 / Math.sqrt(least.attained * least.proven);
  const turned = { ...net, tables: [{ variable: "s", parents: [], probabilities: [odds / (1 + odds), 1 / (1 + odds)] }, ...net.tables.slice(1)] };
  const other = prepared({ network: turned, boxes: new Map([...widened(net, 0.1)].filter(([id]) => id !== "s")), evidence, target: "s" });
  expect([0, 1000].map((budget) => dominancesOf(other, { budget })[0]!.verdict)).toEqual(["open", "always"]);
  expect(none!.work).toBe(0);
  expect(none!.gap).toBeGreaterThan(some!.gap);
  expect(some!.gap).toBeGreaterThan(0);
  expect(all!.gap).toBe(0);
  const { low, high } = all!.states[0]!;
  for (const { states } of [none!, some!]) expect(states[0]!.low.proven <= low.attained && states[0]!.high.proven >= high.attained).toBe(true);
  let asked = 0;
  expect(boundsOf(ready, { budget: 100_000, goOn: () => ++asked < 4 }).work).toBeLessThan(30);
  expect(asked).toBe(4);
});
