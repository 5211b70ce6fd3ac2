import { expect, it } from "vitest";
import { seededRandom } from "#kit/random";
import { fitIdealPoints } from "#bargaining/ideal-points/ideal-points";
import { syntheticCalls } from "#bargaining/ideal-points/simulate";
import { pivotShares } from "./pivots.ts";

it("finds the middle pivotal under a majority and the ends under unanimity (seed 2)", () => {
  const fit = fitIdealPoints(syntheticCalls({ voters: 21, rollCalls: 150, dimensions: 1, absent: 0 }, seededRandom(2)).calls, { dimensions: 1, readiness: false });
  const options = { rollCalls: Array.from({ length: 150 }, (_, at) => at), voters: Array.from({ length: 21 }, (_, at) => at), period: 0, runs: 4000, seed: 1 };
  const order = options.voters.toSorted((a, b) => fit.parameters[a]! - fit.parameters[b]!);
  const shareOf = (quota: number, voters: readonly number[]): number => {
    const shares = pivotShares(fit, { ...options, quota });
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    return voters.reduce((sum, voter) => sum + shares[voter]!.share, 0);
  };
  const [middle, ends] = [order.slice(7, 14), [...order.slice(0, 3), ...order.slice(-3)]];
  expect(shareOf(11, middle)).toBeGreaterThan(0.4);
  expect(shareOf(11, middle)).toBeGreaterThan(shareOf(21, middle) * 2);
  expect(shareOf(21, ends)).toBeGreaterThan(0.4);
});
