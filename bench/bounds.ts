import { widened } from "#bayes/bounds/boxes";
import { carriersOf } from "#bayes/bounds/carriers";
import { boundsOf, type PosteriorBounds } from "#bayes/bounds/posterior-bounds";
import { prepare, type Prepared } from "#bayes/bounds/prepare";
import type { Evidence, Network } from "#bayes/network";
import { estimatePosteriors } from "#bayes/sampling/estimate";
import { referenceCases, referenceNetwork, withoutReferences } from "../tests/reference-data.ts";
import { against, milliseconds, perCall, timed, type Measurement } from "./measure.ts";

/** Ranges of all states of a target with an interval on every entry, how close a budget brings their sides, and sampling. */
export function boundsBench(): readonly Measurement[] {
  if (withoutReferences) return [{ what: "networks", measured: "skipped: no reference networks beside the repository" }];
  const cases = [["assess30", "q0_scenario", 0.05], ["assess60", "q1_scenario", 0.02], ["assess60", "q1_scenario", 0.05]] as const;
  return [...cases.flatMap(([name, target, width]) => rangeRows(name, target, width)), ...["alarm", "assess60"].map(samplingRow), coverage()];
}

const leaves = (name: string): Evidence => referenceCases(name).find(([label]) => label === "leaf10")![1].evidence;

function prepared(network: Network, width: number, evidence: Evidence, target: string): Prepared {
  const ready = prepare({ network, boxes: widened(network, width), evidence, target });
  if (ready.kind !== "prepared") throw new Error(ready.kind);
  return ready;
}

function rangeRows(name: string, target: string, width: number): readonly Measurement[] {
  const network = referenceNetwork(name);
  const evidence = leaves(name);
  const ready = prepared(network, width, evidence, target);
  const what = `${name} ±${width}`;
  const [state = ""] = ready.states;
  return [
    against(`${what}: ranges of all scenarios, from the network on`, perCall(() => boundsOf(prepared(network, width, evidence, target))), 50),
    against(`${what}: which tables carry the width of one`, perCall(() => carriersOf(ready, state)), 100),
    ...[1000, 10_000].map((budget) => closing(`${what}: gap after ${budget} parts`, ready, budget)),
  ];
}

function closing(what: string, ready: Prepared, budget: number): Measurement {
  let last: PosteriorBounds | undefined;
  const [first = Number.NaN] = timed(1, () => (last = boundsOf(ready, { budget })));
  const before = boundsOf(ready).gap;
  return { what, measured: `${last?.gap.toPrecision(2)}, from ${before.toPrecision(2)}, in ${milliseconds(first)}` };
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
