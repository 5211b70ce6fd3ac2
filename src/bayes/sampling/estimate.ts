import { indexEvidence, indexNetwork, type IndexedNetwork } from "#bayes/indexed";
import type { Evidence, Network } from "#bayes/network";
import type { Terrain } from "#bayes/sampling/loopy";
import { proposalFor } from "#bayes/sampling/proposal";
import { drawSamples, type Tally } from "#bayes/sampling/sample";
import { seededRandom } from "#kit/random";

/** How many samples to draw, and the seed that fixes them. */
export interface SamplingOptions {
  readonly samples: number;
  readonly seed: number;
  /** The variables asked for; all where it is left out. */
  readonly queries?: readonly string[];
}

/** An estimate of a probability: its standard error, and an interval that holds the true one in 95 of 100 runs. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface Estimates {
  readonly kind: "estimated";
  readonly posteriors: ReadonlyMap<string, readonly Estimate[]>;
  /** ln P(evidence), and its standard error. */
  readonly logEvidence: number;
  readonly logEvidenceError: number;
  readonly samples: number;
  /** How many samples of equal weight would tell as much (Kong, Liu and Wong 1994). */
  readonly effectiveSamples: number;
  /** The largest share of all weight that one sample has. */
  readonly largestShare: number;
  /** What speaks against trusting the errors, in sentences. */
  readonly warnings: readonly string[];
}

/** The weights degenerate: so few samples carry all weight that neither the estimate nor an error means anything. */
export interface Degenerate {
  readonly kind: "degenerate";
  readonly effectiveSamples: number;
  readonly samples: number;
}

/** Errors are taken from so many independent batches, with Student's quantile for one less. */
const batches = 32;
const quantile = 2.0395;

/** Below this many effective samples there is no answer, and below the other one with a warning. */
const fewest = 20;
const doubtful = 400;

/** One sample should not have more than this share of the weight. */
const mostShare = 0.05;

/**
 * Estimates posteriors by importance sampling: for networks whose exact tables do not fit the memory. Where samples are
 * drawn from has been told what the evidence asks for. The same seed gives the same bits.
 */
export function estimatePosteriors(network: Network, evidence: Evidence, { samples, seed, queries }: SamplingOptions): Estimates | Degenerate {
  const indexed = indexNetwork(network);
  const known = indexEvidence(indexed, evidence);
  const asked = (queries ?? indexed.ids).map((id) => {
    const number = indexed.numbers.get(id);
    if (number === undefined) throw new RangeError(`A query names ${id}, which the network does not have.`);
    return number;
  });
  const terrain = { sizes: indexed.sizes, tables: parentsFirst(indexed, [...asked, ...known.observed.keys(), ...known.likelihoods.keys()]), known };
  const perBatch = Math.max(1, Math.ceil(samples / batches));
  const tally = drawSamples(terrain, proposalFor(terrain), { batches, perBatch, random: seededRandom(seed) });
  return summary(indexed, { asked, observed: known.observed }, tally, perBatch * batches);
}

/** The tables of some variables and of their ancestors, parents before their children; all others sum to 1. */
function parentsFirst({ tables }: IndexedNetwork, wanted: readonly number[]): Terrain["tables"] {
  const byChild = new Map(tables.map((table) => [table.scope.at(-1) ?? -1, table]));
  const ordered = new Set<number>();
  const open = wanted.toReversed();
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    const missing = (byChild.get(next)?.scope.slice(0, -1) ?? []).filter((parent) => !ordered.has(parent));
    if (missing.length === 0) {
      ordered.add(next);
      open.pop();
    } else open.push(...missing);
  }
  return Array.from(ordered).flatMap((variable) => byChild.get(variable) ?? []);
}

interface Asked {
  readonly asked: readonly number[];
  readonly observed: ReadonlyMap<number, number>;
}

function summary({ ids, sizes }: IndexedNetwork, { asked, observed }: Asked, tally: Tally, samples: number): Estimates | Degenerate {
  const total = tally.totals.reduce((sum, value) => sum + value, 0);
  const effectiveSamples = total > 0 ? (total * total) / tally.squares : 0;
  if (effectiveSamples < Math.min(fewest, samples / 2)) return { kind: "degenerate", effectiveSamples, samples };
  const posteriors = new Map(
    asked.map((variable) => {
      const [start, known] = [tally.starts[variable] ?? 0, observed.get(variable)];
      const estimate = (state: number): Estimate => (known === undefined ? estimateOf(tally, start + state, { total, effectiveSamples }) : certain(Number(state === known)));
      return [ids[variable] ?? "", Array.from({ length: sizes[variable] ?? 0 }, (_, state) => estimate(state))] as const;
    }),
  );
  const largestShare = tally.largest / total;
  const relative = Math.sqrt(spread(tally.totals, tally.totals.map(() => total / batches))) / total;
  return { kind: "estimated", posteriors, logEvidence: tally.logUnit + Math.log(total / samples), logEvidenceError: relative, samples, effectiveSamples, largestShare, warnings: warningsOf(effectiveSamples, largestShare) };
}

const certain = (value: number): Estimate => ({ value, standardError: 0, low: value, high: value });

function warningsOf(effectiveSamples: number, largestShare: number): readonly string[] {
  return [
    ...(effectiveSamples < doubtful ? [`The samples count as no more than ${Math.round(effectiveSamples)} of equal weight; the errors may be larger than stated.`] : []),
    ...(largestShare > mostShare ? [`One sample carries ${Math.round(largestShare * 100)} % of all weight; the errors may be larger than stated.`] : []),
  ];
}

/** The variance of the sum of what batches differ from what is expected of them. */
function spread(found: Float64Array, expected: Float64Array): number {
  let squares = 0;
  for (let batch = 0; batch < batches; batch++) squares += ((found[batch] ?? 0) - (expected[batch] ?? 0)) ** 2;
  return (squares * batches) / (batches - 1);
}

/**
 * A ratio of two sums over batches, with the error of its linearisation, and Wilson's interval (1927) for as many samples
 * as that error is worth, but for no more than the effective ones. Unlike the error alone that holds where a state is rare:
 * the few samples that show it may all have missed a heavy one.
 */
function estimateOf({ sums, totals }: Tally, cell: number, { total, effectiveSamples }: { readonly total: number; readonly effectiveSamples: number }): Estimate {
  const found = Float64Array.from(sums, (list) => list[cell] ?? 0);
  const value = Math.min(1, found.reduce((sum, weight) => sum + weight, 0) / total);
  const variance = spread(found, totals.map((weight) => value * weight)) / (total * total);
  const count = Math.min(effectiveSamples, variance > 0 ? (value * (1 - value)) / variance : Infinity);
  const square = quantile ** 2 / count;
  const middle = (value + square / 2) / (1 + square);
  const half = (quantile * Math.sqrt((value * (1 - value)) / count + square / (4 * count))) / (1 + square);
  return { value, standardError: Math.sqrt(variance), low: Math.max(0, Math.min(value, middle - half)), high: Math.min(1, Math.max(value, middle + half)) };
}
