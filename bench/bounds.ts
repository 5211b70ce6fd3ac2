import { widened } from "#bayes/bounds/boxes";
import { carriersOf } from "#bayes/bounds/carriers";
import { boundsOf } from "#bayes/bounds/posterior-bounds";
import { prepare, type Prepared } from "#bayes/bounds/prepare";
import type { Evidence, Network } from "#bayes/network";
import { estimatePosteriors } from "#bayes/sampling/estimate";
import { seededRandom } from "#kit/random";
import { referenceCases, referenceNetwork, withoutReferences } from "../tests/reference-data.ts";
import { against, median, milliseconds, perCall, processorTime, type Measurement } from "./measure.ts";

/** Ranges of all states of a target with an interval on every entry, how close a budget brings their sides, and sampling. */
export function boundsBench(): readonly Measurement[] {
  if (withoutReferences) return [{ what: "networks", measured: "skipped: no reference networks beside the repository" }];
  const cases = [
    ["assess30", "q0_scenario", 0.05],
    ["assess60", "q0_scenario", 0.02],
    ["assess60", "q0_scenario", 0.05],
    ["assess60", "q1_scenario", 0.02],
    ["assess60", "q1_scenario", 0.05],
  ] as const;
  return [...cases.flatMap(([name, target, width]) => rangeRows(name, target, width)), ...["alarm", "assess60"].map(samplingRow), coverage()];
}

const leaves = (name: string): Evidence => referenceCases(name).find(([label]) => label === "leaf10")![1].evidence;

function prepared(network: Network, width: number, evidence: Evidence, target: string): Prepared {
  const ready = prepare({ network, boxes: widened(network, width), evidence, target });
  if (ready.kind !== "prepared") throw new Error(ready.kind);
  return ready;
}

const evidences = 9;

/** States of a tenth of the variables, leaves picked at random, that the network itself has drawn together. */
function drawnLeaves(network: Network, target: string, seed: number): Evidence {
  const random = seededRandom(seed);
  const tables = new Map(network.tables.map((table) => [table.variable, table]));
  const states = new Map(network.variables.map(({ id, states: names }) => [id, names]));
  const drawn = new Map<string, number>();
  const draw = (id: string): number => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    const { parents, probabilities } = tables.get(id)!;
    const width = states.get(id)!.length;
    const row = parents.reduce((place, parent) => place * states.get(parent)!.length + draw(parent), 0) * width;
    let left = random();
    let state = 0;
    while (state < width - 1 && (left -= probabilities[row + state]!) >= 0) state++;
    drawn.set(id, state);
    return state;
  };
  const inner = new Set([target, ...network.tables.flatMap(({ parents }) => parents)]);
  const leaves = network.variables.flatMap(({ id }) => (inner.has(id) ? [] : [{ id, place: random() }])).toSorted((a, b) => a.place - b.place);
  const observed = leaves.slice(0, Math.round(network.variables.length / 10)).map(({ id }) => [id, states.get(id)![draw(id)]!] as const);
  return { observed: Object.fromEntries(observed), likelihoods: {} };
}

/** One network under several evidences: medians of the times, and the median and the worst of the gaps. */
function rangeRows(name: string, target: string, width: number): readonly Measurement[] {
  const network = referenceNetwork(name);
  const drawn = Array.from({ length: evidences }, (_, at) => drawnLeaves(network, target, at + 1));
  const ready = drawn.map((evidence) => prepared(network, width, evidence, target));
  const what = `${name} ${target} ±${width}`;
  const carrying = ready.map((one) => perCall(() => carriersOf(one, one.states[0] ?? ""), 30));
  return [
    against(`${what}: ranges of all scenarios, from the network on`, median(drawn.map((evidence) => perCall(() => boundsOf(prepared(network, width, evidence, target)), 30))), 50),
    against(`${what}: which tables carry the width of one`, median(carrying), 100),
    closing(`${what}: gap at once`, ready, 0),
    ...[1000, 10_000].map((budget) => closing(`${what}: gap after ${budget} parts`, ready, budget)),
  ];
}

function closing(what: string, ready: readonly Prepared[], budget: number): Measurement {
  const runs = ready.map((one) => {
    const started = processorTime();
    const { gap } = boundsOf(one, { budget });
    return { gap, time: processorTime() - started };
  });
  const gaps = runs.map(({ gap }) => gap);
  return { what, measured: `median ${median(gaps).toPrecision(2)}, worst ${Math.max(...gaps).toPrecision(2)}, in ${milliseconds(median(runs.map(({ time }) => time)))} (median of ${ready.length} evidences)` };
}

function samplingRow(name: string): Measurement {
  const network = referenceNetwork(name);
  const evidence = leaves(name);
  const samples = 32_000;
  const time = perCall((round) => estimatePosteriors(network, evidence, { samples, seed: round }));
  const answer = estimatePosteriors(network, evidence, { samples, seed: 1 });
  const share = answer.effectiveSamples / samples;
  return { what: `${name}: all posteriors from ${samples} samples`, measured: `${milliseconds(time)}; they count as ${Math.round(share * 100)} % of as many of equal weight` };
}

/** How often intervals hold the posteriors that other engines agree on: over networks, kinds of evidence and seeds. */
function coverage(): Measurement {
  const seeds = 50;
  const shares = ["asia", "child", "alarm", "insurance", "assess30", "assess60"].flatMap((name) => {
    const network = referenceNetwork(name);
    return referenceCases(name).flatMap(([, { evidence, post }]) => {
      const hits = new Map<string, number>();
      for (let seed = 1; seed <= seeds; seed++) {
        const answer = estimatePosteriors(network, evidence, { samples: 3200, seed });
        if (answer.kind !== "estimated") throw new Error("no estimate");
        for (const [id, list] of answer.posteriors) {
          if (id in evidence.observed) continue;
          for (const [state, { low, high }] of list.entries()) hits.set(`${id} ${state}`, (hits.get(`${id} ${state}`) ?? 0) + Number(post[id]![state]! >= low - 1e-9 && post[id]![state]! <= high + 1e-9));
        }
      }
      return Array.from(hits.values(), (count) => count / seeds);
    });
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { what: "3200 samples: intervals that hold the posterior", measured: `${(mean * 100).toFixed(1)} % of ${shares.length} states, ${seeds} seeds each; the worst state ${(Math.min(...shares) * 100).toFixed(0)} %`, target: "at least 95 %", met: mean >= 0.95 };
}
