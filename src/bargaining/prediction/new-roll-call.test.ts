import fc from "fast-check";
import { expect, it } from "vitest";
import { fitIdealPoints, ordered } from "#bargaining/ideal-points/ideal-points";
import { syntheticCalls } from "#bargaining/ideal-points/simulate";
import { ballot, withBallots } from "#bargaining/votes/roll-calls";
import { normalDeviate, seededRandom } from "#kit/random";
import { answersUnder, beliefAbout, placeOf, type KnownAnswer } from "./new-roll-call.ts";
import { fitOrdered, type OrderedRow } from "./ordered-regression.ts";
import { openDensityAt, pastRollCalls, scaledNumbers, unscaled } from "./past-roll-calls.ts";
import { totalsUnder } from "./totals.ts";

const random = seededRandom(21);
const rows: readonly OrderedRow[] = Array.from({ length: 25 }, () => ({ place: Float64Array.from([normalDeviate(random), normalDeviate(random)]), readiness: 0.5 * normalDeviate(random), answer: Math.floor(random() * 3) }));
const belief = { mean: Float64Array.from([0.5, 0, 1, 0.3]), precision: Float64Array.from([1, 0.2, 0, 0, 0.2, 1, 0, 0, 0, 0, 0.3, 0.1, 0, 0, 0.1, 2]) };

/** The density in its plainest form. */
function plain(numbers: ArrayLike<number>): number {
  const off = Array.from(belief.mean, (mean, at) => numbers[at]! - mean);
  const prior = off.reduce((sum, value, row) => sum + off.reduce((inner, other, column) => inner + 0.5 * value * belief.precision[row * 4 + column]! * other, 0), 0);
  return prior - rows.reduce((sum, { place, readiness, answer }) => sum + Math.log(ordered(numbers[2]! + readiness - numbers[0]! * place[0]! - numbers[1]! * place[1]!, Math.exp(numbers[3]!))[answer]!), 0);
}

it("finds the numbers of a roll call that a search without derivatives finds (seed 21)", () => {
  let best: readonly number[] = [0, 0, 0, 0];
  for (let step = 1; step > 1e-6; ) {
    const better = best.flatMap((value, at) => [best.with(at, value + step), best.with(at, value - step)]).toSorted((a, b) => plain(a) - plain(b))[0]!;
    if (plain(better) < plain(best) - 1e-13) best = better;
    else step /= 2;
  }
  const { numbers, covariance } = fitOrdered(rows, belief);
  best.forEach((value, at) => expect(numbers[at]!).toBeCloseTo(value, 3));
  for (const at of [0, 1, 2, 3]) expect(covariance[5 * at]!).toBeGreaterThan(0);
});

const { calls } = syntheticCalls({ voters: 40, rollCalls: 60, dimensions: 1, absent: 0, readiness: 0.5 }, seededRandom(3));
const held = 59;
const fit = fitIdealPoints(withBallots(calls, (_, rollCall) => rollCall !== held), { dimensions: 1, readiness: true });
const answerOf = (voter: number): number => calls.ballots[calls.starts[held]! + voter]!;
const known = (count: number): readonly KnownAnswer[] => Array.from({ length: count }, (_, voter) => ({ voter, answer: answerOf(voter) }));

it.each([0, 3, 25])("forecasts what the sum over a grid of all that the roll call may be like gives: %d answers known", (count) => {
  const past = pastRollCalls(fit);
  const sums = [0, 0, 0];
  let total = 0;
  const ticks = Array.from({ length: 41 }, (_, step) => -5 + step / 4);
  const given = known(count).map(({ voter, answer }) => ({ ...placeOf(fit, voter)!, answer }));
  const asked = placeOf(fit, 33)!;
  const chances = (numbers: Float64Array, { place, readiness }: typeof asked) => ordered(numbers[1]! + readiness - numbers[0]! * place[0]!, Math.exp(numbers[2]!));
  for (const a of ticks) {
    for (const b of ticks) {
      for (const c of ticks) {
        const place = Float64Array.from([a, b, c]);
        const numbers = unscaled(past, place);
        const weight = openDensityAt(past, place) * given.reduce((product, row) => product * chances(numbers, row)[row.answer]!, 1);
        total += weight;
        chances(numbers, asked).forEach((chance, answer) => (sums[answer] = sums[answer]! + weight * chance));
      }
    }
  }
  const found = answersUnder(beliefAbout(fit, known(count), { seed: 5 }), asked);
  sums.forEach((sum, answer) => expect(Math.abs(found[answer]! - sum / total)).toBeLessThan(0.02));
});

it("knows more, and says it more surely, the more answers it has; and never looks at the roll call itself", () => {
  const likelihood = (count: number): number => {
    const about = beliefAbout(fit, known(count), { seed: 1 });
    return Array.from({ length: 10 }, (_, at) => Math.log(answersUnder(about, placeOf(fit, 30 + at)!)[answerOf(30 + at)]!)).reduce((sum, value) => sum + value, 0);
  };
  expect(likelihood(30)).toBeGreaterThan(likelihood(0));
  const { like, effective } = beliefAbout(fit, known(30), { seed: 1 });
  expect(like.every(({ rollCall }) => rollCall !== held)).toBe(true);
  expect(like.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(effective).toBeGreaterThan(50);
});

it("holds a roll call like none before possible", () => {
  const past = pastRollCalls(fit);
  expect(openDensityAt(past, Float64Array.from([9, 0, 0]))).toBeCloseTo((0.05 * Math.exp(-4.5)) / 27, 12);
});

it("takes numbers of a roll call to scale and back (seed 17)", () => {
  const past = pastRollCalls(fit);
  fc.assert(
    fc.property(fc.float64Array({ minLength: 3, maxLength: 3, min: -9, max: 9, noNaN: true }), (numbers) => unscaled(past, scaledNumbers(past, numbers)).forEach((value, at) => expect(value).toBeCloseTo(numbers[at]!, 8))),
    { seed: 17, verbose: 1 },
  );
});

it("draws totals whose means are the sums of the probabilities, and whose intervals are wider than those of voters who err alone", () => {
  const about = beliefAbout(fit, known(6), { seed: 2 });
  const open = Array.from({ length: 30 }, (_, at) => ({ ...placeOf(fit, 10 + at)!, present: at % 2 === 0 ? 1 : 0.5 }));
  const totals = totalsUnder(about, open, { runs: 6000, seed: 3 });
  const chances = open.map((voter) => answersUnder(about, voter).map((chance) => chance * voter.present));
  totals.forEach(({ mean, low, high }, answer) => {
    expect(mean).toBeCloseTo(chances.reduce((sum, own) => sum + own[answer]!, 0), 0);
    expect(low).toBeLessThanOrEqual(high);
  });
  const alone = Math.sqrt(chances.reduce((sum, own) => sum + own[ballot.yes]! * (1 - own[ballot.yes]!), 0));
  const { mean, low, high } = totals[0];
  expect(high - low).toBeGreaterThan(2 * 1.28 * alone);
  expect(mean - low).toBeGreaterThan(1.28 * alone);
  expect(high - mean).toBeGreaterThan(1.28 * alone);
});
