import { seedFor, seededRandom } from "#kit/random";
import { hypercube } from "#bargaining/screening/sobol";
import type { Negotiation } from "./negotiation.ts";
import { parameters, parametersWith, type Parameter, type Parameters } from "./parameters.ts";
import { runNegotiation, type Account } from "./run.ts";

export interface DrawnOptions {
  /** In all; each draw gets an equal part, rounded up. */
  readonly runs: number;
  readonly seed: number;
  /** How often the parameters are drawn anew. */
  readonly draws: number;
  /** Those that are known, and stay as they are. */
  readonly known: Partial<Parameters>;
}

/** Fewest runs from which the threats of a draw are reckoned: no two draws share them, so that the draws average what they leave to luck, and show it. */
const pilotRuns = 50;

/** Another stream than that of the runs. */
const purpose = 2;

/**
 * Runs a negotiation with the parameters that nobody knows drawn anew, so that its shares say what follows from the positions and rules
 * whatever they are, and not from one choice of them: each from a triangle over the range in which it is varied, highest at its default,
 * all together from a Latin hypercube. Run k of a forum belongs to draw `floor(k / (number of runs / draws))`.
 */
export function runOverParameters(negotiation: Negotiation, { runs, seed, draws, known }: DrawnOptions): readonly Account[] {
  const open = parameters.filter(({ name }) => known[name] === undefined);
  const each = Math.ceil(runs / draws);
  const points = hypercube(open.length, draws, seededRandom(seedFor(seed, purpose)));
  const parts = points.map((point, draw) => {
    const drawn = Object.fromEntries(open.map((parameter, at) => [parameter.name, valueAt(parameter, point[at] ?? 0.5)]));
    return runNegotiation(negotiation, { runs: each, from: draw * Math.max(each, pilotRuns), seed, parameters: parametersWith({ ...drawn, ...known }), pilot: pilotRuns });
  });
  return joined(parts);
}

/** The value below which a share of the triangle lies; whole numbers where the range counts things. */
export function valueAt({ value, from, to }: Pick<Parameter, "value" | "from" | "to">, share: number): number {
  const width = to - from;
  const below = width > 0 ? (value - from) / width : 0;
  const place = share < below ? from + Math.sqrt(share * width * (value - from)) : to - Math.sqrt((1 - share) * width * (to - value));
  const counts = to > 1 && [value, from, to].every(Number.isInteger);
  return counts ? Math.round(place) : place;
}

/** The runs of all draws, one after the other. */
function joined(parts: readonly (readonly Account[])[]): readonly Account[] {
  const [first = []] = parts;
  return first.map((account, forum) => {
    const own = parts.flatMap((accounts) => accounts[forum] ?? []);
    return {
      track: account.track,
      threat: account.threat,
      outcomes: Uint8Array.from(own.flatMap(({ outcomes }) => [...outcomes])),
      texts: Float64Array.from(own.flatMap(({ texts }) => [...texts])),
      further: account.further.map((_, scale) => Float64Array.from(own.flatMap(({ further }) => [...(further[scale] ?? [])]))),
      months: Float64Array.from(own.flatMap(({ months }) => [...months])),
      fragile: Uint8Array.from(own.flatMap(({ fragile }) => [...fragile])),
    };
  });
}

/** A share over draws of the parameters. */
export interface DrawnShare {
  readonly share: number;
  /** The standard error of the share, from the differences between the draws: of runs and of draws. */
  readonly error: number;
  /** How far the share moves with the parameters: the standard deviation between draws without what luck alone would give. */
  readonly spread: number;
}

/** The share of runs in which something happened, from how often it happened in each draw. */
export function drawnShare(counts: readonly number[], each: number): DrawnShare {
  const shares = counts.map((count) => count / each);
  const share = mean(shares);
  if (shares.length < 2) return { share, error: Math.sqrt((share * (1 - share)) / each), spread: 0 };
  const variance = shares.reduce((sum, one) => sum + (one - share) ** 2, 0) / (shares.length - 1);
  // Of a single run a draw's luck cannot be told from its parameters.
  const luck = each > 1 ? mean(shares.map((one) => (one * (1 - one)) / (each - 1))) : variance;
  return { share, error: Math.sqrt(variance / shares.length), spread: Math.sqrt(Math.max(0, variance - luck)) };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** How often a test holds in each draw. */
export function countsByDraw(runs: number, draws: number, holds: (run: number) => boolean): readonly number[] {
  const each = runs / draws;
  const counts = Array.from({ length: draws }, () => 0);
  for (let run = 0; run < runs; run++) if (holds(run)) counts[Math.floor(run / each)] = (counts[Math.floor(run / each)] ?? 0) + 1;
  return counts;
}
