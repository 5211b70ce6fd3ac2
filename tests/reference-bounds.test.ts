import { expect, it } from "vitest";
import { ask, compileNetwork } from "#bayes/infer";
import { keepCertain, widened, type Boxes } from "#bayes/bounds/boxes";
import { boundsOf, networkOf } from "#bayes/bounds/posterior-bounds";
import { prepare, type Prepared } from "#bayes/bounds/prepare";
import type { Evidence, Network } from "#bayes/network";
import { seededRandom } from "#kit/random";
import { referenceCases, referenceNetwork, withoutReferences as skip } from "./reference-data.ts";

const why = skip ? " (skipped: no reference data beside the repository)" : "";

/** Entries moved by `width`, but not to 0 or 1; rows with a 0 or a 1 stay: as the figures below were computed. */
function boxesOf(network: Network, width: number): Boxes {
  const wide = widened(network, width);
  const inside = network.tables.map(({ variable, probabilities }) => {
    const { low, high } = wide.get(variable)!;
    return [variable, { low: probabilities.map((value, entry) => Math.min(value, Math.max(0.001, low[entry]!))), high: probabilities.map((value, entry) => Math.max(value, Math.min(0.999, high[entry]!))) }] as const;
  });
  return keepCertain(network, new Map(inside));
}

function prepared(network: Network, boxes: Boxes, evidence: Evidence, target: string): Prepared {
  const ready = prepare({ network, boxes, evidence, target });
  if (ready.kind !== "prepared") throw new Error(ready.kind);
  return ready;
}

const leaves = (name: string): Evidence => referenceCases(name).find(([label]) => label === "leaf10")![1].evidence;
const observed = (states: Readonly<Record<string, string>>): Evidence => ({ observed: states, likelihoods: {} });

interface Figure {
  readonly name: string;
  readonly target: string;
  readonly width: number;
  readonly point: number;
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number];
  readonly evidence?: Evidence;
  readonly digits?: number;
}

/**
 * For the first state of the target, from another program: inner ends by vertex ascent (equal to the extremes over all
 * vertices where those could be visited: asia, cancer), outer ends by interval elimination.
 */
const figures: readonly Figure[] = [
  { name: "asia", target: "lung", width: 0.05, point: 0.018, inner: [0.0044, 0.0568], outer: [0.0042, 0.0621] },
  { name: "cancer", target: "Cancer", width: 0.05, point: 0.006, inner: [0.0004, 0.0404], outer: [0.0004, 0.0404] },
  { name: "survey", target: "T", width: 0.05, point: 0.562, inner: [0.5017, 0.6232], outer: [0.5017, 0.6232] },
  { name: "sachs", target: "PKA", width: 0.05, point: 0.119, inner: [0.0556, 0.2035], outer: [0.0556, 0.2035], evidence: observed({ Jnk: "LOW" }) },
  { name: "child", target: "Disease", width: 0.02, point: 0.054, inner: [0.0245, 0.0898], outer: [0.0216, 0.1013] },
  { name: "alarm", target: "HYPOVOLEMIA", width: 0.02, point: 0.395, inner: [0.1025, 0.8403], outer: [0.0823, 0.9053] },
  { name: "assess30", target: "q0_scenario", width: 0.02, point: 0.104, inner: [0.053, 0.181], outer: [0.048, 0.198], digits: 3 },
  { name: "assess30", target: "q0_scenario", width: 0.05, point: 0.104, inner: [0.017, 0.343], outer: [0.013, 0.41], digits: 3 },
  { name: "assess60", target: "q1_scenario", width: 0.02, point: 0.225, inner: [0.106, 0.405], outer: [0.096, 0.432], digits: 3 },
  { name: "assess60", target: "q1_scenario", width: 0.05, point: 0.225, inner: [0.033, 0.684], outer: [0.026, 0.737], digits: 3 },
];

it.skipIf(skip).each(figures)(`$name, every entry of $target's network moved by $width: the ends that another program found, and proven closer${why}`, ({ name, target, width, point, inner, outer, evidence, digits = 4 }) => {
  const network = referenceNetwork(name);
  const ready = prepared(network, boxesOf(network, width), evidence ?? leaves(name), target);
  const [first] = boundsOf(ready).states;
  const within = 0.8 * 10 ** -digits;
  expect(Math.abs(first!.point - point)).toBeLessThan(0.0006);
  for (const [at, end] of [first!.low, first!.high].entries()) {
    expect(Math.abs(end.attained - inner[at]!)).toBeLessThan(within);
    // Proven ends may be closer than the other program's, never farther.
    expect((at === 0 ? -1 : 1) * (end.proven - outer[at]!)).toBeLessThan(within);
  }
  const [closer] = boundsOf(ready, { budget: 300 }).states;
  expect(closer!.low.proven).toBeGreaterThanOrEqual(first!.low.proven);
  expect(closer!.high.proven).toBeLessThanOrEqual(first!.high.proven);
});

it.skipIf(skip).each(["asia", "cancer", "survey", "alarm", "child"])(`%s: both sides meet, at models that exact inference confirms${why}`, (name) => {
  const network = referenceNetwork(name);
  const { target, width } = figures.find((figure) => figure.name === name)!;
  const { states, gap } = boundsOf(prepared(network, boxesOf(network, width), leaves(name), target), { budget: 20_000 });
  expect(gap).toBe(0);
  const evidence = { ...leaves(name), observed: Object.fromEntries(Object.entries(leaves(name).observed).filter(([id]) => id !== target)) };
  for (const [at, { low, high }] of states.entries()) {
    for (const { attained, proven, model } of [low, high]) {
      const tree = compileNetwork(networkOf(network, model), { root: target });
      const answer = tree.kind === "compiled" ? ask(tree, evidence, [target]) : undefined;
      if (answer?.kind !== "possible") throw new Error("no answer");
      expect(Math.abs(answer.posteriors.get(target)![at]! - attained)).toBeLessThan(1e-12);
      expect(Math.abs(proven - attained)).toBeLessThan(1e-12);
    }
  }
});

it.skipIf(skip)(`no model drawn from the boxes leaves the proven ends; most draws stay far inside the attained ones (seed 7)${why}`, () => {
  const network = referenceNetwork("assess60");
  const [evidence, target] = [leaves("assess60"), "q1_scenario"];
  const boxes = boxesOf(network, 0.05);
  const [first] = boundsOf(prepared(network, boxes, evidence, target)).states;
  const random = seededRandom(7);
  let [least, most] = [1, 0];
  for (let draw = 0; draw < 60; draw++) {
    const tree = compileNetwork(drawn(network, boxes, random), { root: target });
    const answer = tree.kind === "compiled" ? ask(tree, evidence, [target]) : undefined;
    if (answer?.kind !== "possible") throw new Error("no answer");
    const [value = 0] = answer.posteriors.get(target)!;
    [least, most] = [Math.min(least, value), Math.max(most, value)];
  }
  expect(least > first!.low.proven && most < first!.high.proven).toBe(true);
  expect(most - least).toBeLessThan((first!.high.attained - first!.low.attained) / 2);
});

/** A network whose rows are points of their boxes: a start at random, then the sum 1 restored entry by entry. */
function drawn(network: Network, boxes: Boxes, random: () => number): Network {
  const widths = new Map(network.variables.map(({ id, states }) => [id, states.length]));
  const tables = network.tables.map((table) => {
    const { low, high } = boxes.get(table.variable)!;
    const width = widths.get(table.variable)!;
    const probabilities = low.map((least, entry) => least + random() * (high[entry]! - least));
    for (let row = 0; row < probabilities.length; row += width) {
      let over = probabilities.slice(row, row + width).reduce((sum, value) => sum + value, -1);
      for (let entry = row; entry < row + width; entry++) {
        const moved = Math.max(low[entry]!, Math.min(high[entry]!, probabilities[entry]! - over));
        over -= probabilities[entry]! - moved;
        probabilities[entry] = moved;
      }
    }
    return { ...table, probabilities };
  });
  return { ...network, tables };
}
