import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../../tests/network-arbitraries.ts";
import { referenceCases, referenceNetwork, withoutReferences as skip } from "../../../tests/reference-data.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { noEvidence, type Evidence, type Network } from "#bayes/network";
import { estimatePosteriors, type Estimates, type SamplingOptions } from "#bayes/sampling/estimate";
import { seededRandom } from "#kit/random";

const why = skip ? " (skipped: no reference data beside the repository)" : "";

function estimated(network: Network, evidence: Evidence, options: SamplingOptions): Estimates {
  const answer = estimatePosteriors(network, evidence, options);
  if (answer.kind !== "estimated") throw new Error(answer.kind);
  return answer;
}

/** The least number of hits that 95 of 100 intervals leave but once in 30 000 runs. */
const leastHits = (trials: number): number => 0.95 * trials - 4 * Math.sqrt(0.95 * 0.05 * trials);

it("covers the true posteriors of random networks in 95 of 100 runs, and is right on average (seed 91)", () => {
  let [trials, hits, logHits] = [0, 0, 0];
  fc.assert(
    fc.property(networks({ most: 6, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.nat(net.variables.length - 1))), ([net, evidence, at]) => {
      const exact = enumerateJoint(net, evidence);
      const { id } = net.variables[at]!;
      const truth = exact.posteriors?.get(id)?.[0];
      if (truth === undefined) return;
      const runs = Array.from({ length: 20 }, (_, seed) => estimated(net, evidence, { samples: 640, seed, queries: [id] }));
      const estimates = runs.map(({ posteriors }) => posteriors.get(id)![0]!);
      trials += runs.length;
      hits += estimates.filter(({ low, high }) => truth >= low - 1e-12 && truth <= high + 1e-12).length;
      logHits += runs.filter(({ logEvidence, logEvidenceError }) => Math.abs(logEvidence - Math.log(exact.probability)) <= 2.04 * logEvidenceError + 1e-9).length;
      const mean = estimates.reduce((sum, { value }) => sum + value, 0) / runs.length;
      const error = Math.hypot(...estimates.map(({ standardError }) => standardError)) / runs.length;
      expect(Math.abs(mean - truth)).toBeLessThan(5 * error + 0.003);
    }),
    { seed: 91, numRuns: 60, verbose: 1 },
  );
  expect(trials).toBeGreaterThan(1000);
  expect(hits).toBeGreaterThan(leastHits(trials));
  expect(logHits).toBeGreaterThan(leastHits(trials));
});

it.skipIf(skip).each(["asia", "alarm", "assess30"])(`covers the posteriors of %s that other engines agree on (seeds 1 to 60)${why}`, (name) => {
  const network = referenceNetwork(name);
  for (const [, { evidence, post }] of referenceCases(name).filter(([label]) => label === "rand10" || (label === "leaf10" && name === "assess30"))) {
    const covered = new Map<string, number>();
    for (let seed = 1; seed <= 60; seed++) {
      for (const [id, list] of estimated(network, evidence, { samples: 2000, seed }).posteriors) {
        for (const [state, { low, high }] of list.entries()) covered.set(`${id} ${state}`, (covered.get(`${id} ${state}`) ?? 0) + Number(post[id]![state]! >= low - 1e-9 && post[id]![state]! <= high + 1e-9));
      }
    }
    const counts = Array.from(covered.values());
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThan(57);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.floor(leastHits(60)));
  }
});

it.skipIf(skip)(`has errors that fall with the square root of the samples, and uses most of them${why}`, () => {
  const network = referenceNetwork("alarm");
  const [, { evidence }] = referenceCases("alarm")[1]!;
  const [few, many] = [1600, 25_600].map((samples) => estimated(network, evidence, { samples, seed: 1, queries: ["HYPOVOLEMIA"] }));
  const error = ({ posteriors }: Estimates): number => posteriors.get("HYPOVOLEMIA")![0]!.standardError;
  expect(error(few!) / error(many!)).toBeGreaterThan(2.5);
  expect(error(few!) / error(many!)).toBeLessThan(6);
  expect(many!.effectiveSamples).toBeGreaterThan(0.5 * many!.samples);
});

it("gives the same bits for the same seed and others for another", () => {
  const net = parities(4, 2);
  const [one, again, other] = [1, 1, 2].map((seed) => estimated(net, { observed: { x0: "yes" }, likelihoods: { x1: [0.3, 0.7] } }, { samples: 1000, seed }));
  expect(again).toEqual(one);
  expect(other!.posteriors.get("x1")).not.toEqual(one!.posteriors.get("x1"));
  expect(one!.posteriors.get("x0")).toEqual([{ value: 1, standardError: 0, low: 1, high: 1 }, { value: 0, standardError: 0, low: 0, high: 0 }]);
});

/** Fair bits, and checks each of which is the parity of three of them. */
function parities(bits: number, checks: number): Network {
  const random = seededRandom(5);
  const ids = Array.from({ length: bits }, (_, at) => `x${at}`);
  const parts = Array.from({ length: checks }, () => {
    const left = ids.slice();
    return [1, 2, 3].map(() => left.splice(Math.floor(random() * left.length), 1)[0]!);
  });
  return {
    variables: [...ids, ...parts.map((_, at) => `check${at}`)].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [
      ...ids.map((variable) => ({ variable, parents: [], probabilities: [0.5, 0.5] })),
      ...parts.map((parents, at) => ({ variable: `check${at}`, parents, probabilities: Array.from({ length: 8 }, (_, row) => ((row >> 2) + (row >> 1) + row) % 2).flatMap((parity) => [parity, 1 - parity]) })),
    ],
  };
}

it("says that the weights degenerate instead of answering: 22 parities that must hold together", () => {
  const observed = Object.fromEntries(Array.from({ length: 22 }, (_, at) => [`check${at}`, "no"]));
  const answer = estimatePosteriors(parities(24, 22), { observed, likelihoods: {} }, { samples: 2000, seed: 1 });
  expect(answer).toMatchObject({ kind: "degenerate", samples: 2016 });
  expect(answer.effectiveSamples).toBeLessThan(20);
});

it("warns where few samples carry the weight", () => {
  const observed = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`check${at}`, "no"]));
  const { warnings, effectiveSamples } = estimated(parities(24, 7), { observed, likelihoods: {} }, { samples: 6400, seed: 1 });
  expect(effectiveSamples).toBeLessThan(400);
  expect(warnings).toEqual([`The samples count as no more than ${Math.round(effectiveSamples)} of equal weight; the errors may be larger than stated.`]);
});

it("does not underflow: 1000 reports of one cause", () => {
  const reports = Array.from({ length: 1000 }, (_, at) => `r${at}`);
  const net: Network = {
    variables: ["cause", ...reports].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [{ variable: "cause", parents: [], probabilities: [0.5, 0.5] }, ...reports.map((variable, at) => ({ variable, parents: ["cause"], probabilities: at % 2 === 0 ? [0.01, 0.99, 0.001, 0.999] : [0.001, 0.999, 0.01, 0.99] }))],
  };
  const { posteriors, logEvidence } = estimated(net, { observed: Object.fromEntries(reports.map((id) => [id, "yes"])), likelihoods: {} }, { samples: 640, seed: 1, queries: ["cause"] });
  expect(Math.abs(posteriors.get("cause")![0]!.value - 0.5)).toBeLessThan(0.08);
  expect(logEvidence).toBeCloseTo(500 * Math.log(1e-5), 1);
});

it("refuses a query that the network does not have", () => {
  expect(() => estimatePosteriors(parities(3, 1), noEvidence, { samples: 10, seed: 1, queries: ["y"] })).toThrow("A query names y, which the network does not have.");
});
