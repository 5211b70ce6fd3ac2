import { fitIdealPoints, answerProbabilities } from "#bargaining/ideal-points/ideal-points";
import { pointOf } from "#bargaining/ideal-points/table";
import { likeness } from "#bargaining/votes/likeness";
import type { Periods } from "#bargaining/votes/periods";
import { ballot, forEachBallot, tally, withBallots, type RollCalls } from "#bargaining/votes/roll-calls";
import { seededRandom } from "#kit/random";

/** How forecasts of answers that were held back did: three-way accuracy and log likelihood, and the same of yes against not yes. */
export interface HeldOutScore {
  readonly name: string;
  readonly accuracy: number;
  readonly logLikelihood: number;
  readonly binaryAccuracy: number;
  readonly binaryLogLikelihood: number;
}

export interface Split {
  readonly calls: RollCalls;
  /** The part of each ballot: 0 to 9, by lot. */
  readonly part: Uint8Array;
}

export function splitOf(calls: RollCalls, seed: number): Split {
  const random = seededRandom(seed);
  return { calls, part: Uint8Array.from({ length: calls.ballots.length }, () => Math.floor(10 * random())) };
}

export const keeping = ({ calls, part }: Split, parts: (part: number) => boolean): RollCalls => withBallots(calls, (at) => parts(part[at] ?? 0));

type Forecast = (rollCall: number, voter: number) => readonly number[];

/** Scores forecasts of the ballots of one part. */
export function heldOutScore(name: string, { calls, part }: Split, { test, forecast }: { readonly test: number; readonly forecast: Forecast }): HeldOutScore {
  const sums = { count: 0, hits: 0, log: 0, binaryHits: 0, binaryLog: 0 };
  let at = -1;
  forEachBallot(calls, (rollCall, voter, code) => {
    at++;
    if (part[at] !== test || code === ballot.absent) return;
    const probabilities = forecast(rollCall, voter);
    const [yes = 0] = probabilities;
    sums.count++;
    if (probabilities.indexOf(Math.max(...probabilities)) === code) sums.hits++;
    if (yes >= 0.5 === (code === ballot.yes)) sums.binaryHits++;
    sums.log += Math.log(Math.max(1e-4, probabilities[code] ?? 0));
    sums.binaryLog += Math.log(Math.max(1e-4, code === ballot.yes ? yes : 1 - yes));
  });
  return { name, accuracy: sums.hits / sums.count, logLikelihood: sums.log / sums.count, binaryAccuracy: sums.binaryHits / sums.count, binaryLogLikelihood: sums.binaryLog / sums.count };
}

/** Ideal points of so many dimensions, still or moving, fitted to `train`. */
export function pointsForecast(train: RollCalls, { dimensions, readiness, periods }: { readonly dimensions: number; readonly readiness: boolean; readonly periods: Periods | undefined }): Forecast {
  const fit = fitIdealPoints(train, { dimensions, readiness, ...(periods && { periods }) });
  return (rollCall, voter) => {
    const point = pointOf(fit.mode.model.table, voter, periods?.of[rollCall] ?? 0);
    return point === undefined ? [1, 0, 0] : answerProbabilities(fit, point, rollCall);
  };
}

/** The shares of the answers that are known of the same roll call. */
export function sharesForecast(train: RollCalls): Forecast {
  const shares = train.rollCalls.map((_, rollCall) => {
    const [yes = 0, abstain = 0, no = 0] = tally(train, rollCall);
    return [yes, abstain, no].map((count) => (count + 0.5) / (yes + abstain + no + 1.5));
  });
  return (rollCall) => shares[rollCall] ?? [1, 0, 0];
}

/** The answers of the voters most alike to the same roll call, by the eighth power of likeness. */
export function nearestForecast(train: RollCalls): Forecast {
  const alike = likeness(train);
  const size = train.voters.length;
  const shares = sharesForecast(train);
  return (rollCall, voter) => {
    const sums = shares(rollCall, voter).map((share) => 0.02 * share);
    for (let at = train.starts[rollCall] ?? 0; at < (train.starts[rollCall + 1] ?? 0); at++) {
      const code = train.ballots[at] ?? 0;
      if (code !== ballot.absent) sums[code] = (sums[code] ?? 0) + Math.max(0, alike[voter * size + (train.voterOf[at] ?? 0)] ?? 0) ** 8;
    }
    const all = sums.reduce((sum, value) => sum + value, 0);
    return sums.map((value) => value / all);
  };
}
