import { expect, it } from "vitest";
import { normalDeviate, seededRandom } from "#kit/random";
import { periodsOf } from "#bargaining/votes/periods";
import { readRollCalls } from "#bargaining/votes/read-roll-calls";
import { withoutSilentVoters, withRollCalls } from "#bargaining/votes/roll-calls";
import { inverse } from "#bargaining/dense";
import { bootstrapErrors } from "./bootstrap.ts";
import { laplaceCovariances } from "./errors.ts";
import { findMode } from "./fit.ts";
import { procrustes } from "./frame.ts";
import { alignedTo, answerProbabilities, fitIdealPoints, loadings, standardErrors } from "./ideal-points.ts";
import { parameterCount, pointWidth, type Model } from "./model.ts";
import { negativeLogPosterior } from "./posterior.ts";
import { defaultPriors } from "./priors.ts";
import { syntheticCalls } from "./simulate.ts";
import { answerTable, pointOf } from "./table.ts";

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The density of the model in its plainest form: the difference of two logistic functions, and normal priors. */
function plainNegativeLogPosterior(model: Model, x: Float64Array): number {
  const { table, dimensions: k, priors, readiness } = model;
  const width = pointWidth(model);
  let sum = 0;
  const normal = (value: number, spread: number): number => value ** 2 / (2 * spread ** 2);
  for (let point = 0; point < table.pointCount; point++) {
    for (let number = 0; number < width; number++) {
      const gap = table.gaps[point]!;
      sum += gap === 0 ? normal(x[point * width + number]!, priors.point) : normal(x[point * width + number]! - x[(point - 1) * width + number]!, priors.step * Math.sqrt(gap));
    }
  }
  for (let rollCall = 0; rollCall < table.rollCallCount; rollCall++) {
    const at = table.pointCount * width + rollCall * (k + 2);
    for (let axis = 0; axis < k; axis++) sum += normal(x[at + axis]!, priors.discrimination);
    sum += normal(x[at + k]!, priors.cutpoint) + normal(x[at + k + 1]!, priors.logGap);
    for (let code = 0; code < 3; code++) {
      for (let answer = table.starts[3 * rollCall + code]!; answer < table.starts[3 * rollCall + code + 1]!; answer++) {
        const from = table.pointOf[answer]! * width;
        let asked = readiness ? -x[from + k]! : 0;
        for (let axis = 0; axis < k; axis++) asked += x[at + axis]! * x[from + axis]!;
        const [lower, upper] = [logistic(x[at + k]! - asked), logistic(x[at + k]! + Math.exp(x[at + k + 1]!) - asked)];
        sum -= Math.log([lower, upper - lower, 1 - upper][code]!);
      }
    }
  }
  return sum;
}

it("has the value of the plain formula and the gradient of finite differences, still or moving, with readiness or without (seed 7)", () => {
  const random = seededRandom(7);
  for (const [dimensions, moving, readiness] of [[1, false, false], [2, true, false], [1, false, true], [3, true, true]] as const) {
    const { calls } = syntheticCalls({ voters: 6, rollCalls: 8, dimensions, periods: 3 }, random);
    const model: Model = { table: answerTable(calls, moving ? periodsOf(calls) : undefined), dimensions, readiness, priors: defaultPriors };
    const x = Float64Array.from({ length: parameterCount(model) }, () => normalDeviate(random));
    const gradient = new Float64Array(x.length);
    expect(negativeLogPosterior(model)(x, gradient)).toBeCloseTo(plainNegativeLogPosterior(model, x), 8);
    for (let at = 0; at < x.length; at++) {
      const moved = (by: number): number => plainNegativeLogPosterior(model, x.with(at, x[at]! + by));
      expect(gradient[at]!).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
    }
  }
});

it("stays finite where answers are as unlikely as can be", () => {
  const { calls } = readRollCalls(["rcid,AAA,BBB,CCC\n1,1,2,3\n2,3,2,1\n"]);
  const model: Model = { table: answerTable(calls), dimensions: 1, readiness: false, priors: defaultPriors };
  const gradient = new Float64Array(parameterCount(model));
  for (const size of [1e2, 1e4]) {
    expect(Number.isFinite(negativeLogPosterior(model)(Float64Array.from([size, -size, size, 3, 1, 0.1, 2, 1, 0.1]), gradient))).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  }
});

it("has the right gradient where cutpoints lie hundreds of logits apart", () => {
  const { calls } = readRollCalls(["rcid,AAA,BBB,CCC\n1,1,2,3\n"]);
  const model: Model = { table: answerTable(calls), dimensions: 1, readiness: false, priors: defaultPriors };
  const x = Float64Array.from([-1, 0.4, 1, 3, 5, 5.72]);
  const gradient = new Float64Array(x.length);
  const objective = negativeLogPosterior(model);
  objective(x, gradient);
  for (let at = 0; at < x.length; at++) {
    const moved = (by: number): number => objective(x.with(at, x[at]! + by), new Float64Array(x.length));
    expect(gradient[at]! / ((moved(1e-5) - moved(-1e-5)) / 2e-5)).toBeCloseTo(1, 5);
  }
});

it("finds the optimum that a search without gradients finds, on four voters and three roll calls", () => {
  const { calls } = readRollCalls(["rcid,AAA,BBB,CCC,DDD\n1,1,1,2,3\n2,1,2,3,3\n3,3,3,1,1\n"]);
  const mode = findMode(calls, { dimensions: 1, readiness: false });
  const plain = (x: Float64Array): number => plainNegativeLogPosterior(mode.model, x);
  let best = Float64Array.from([-1, -0.5, 0.5, 1, 1, 0, 0, 1, 0, 0, -1, 0, 0]);
  for (let step = 1; step > 1e-7; ) {
    const better = Array.from(best, (value, at) => [best.with(at, value + step), best.with(at, value - step)]).flat().toSorted((a, b) => plain(a) - plain(b))[0]!;
    if (plain(better) < plain(best) - 1e-13) best = better;
    else step /= 2;
  }
  expect(mode.negativeLogPosterior).toBeCloseTo(plain(best), 3);
  const byHand = Math.sign(best[0]!) === Math.sign(mode.parameters[0]!) ? best : best.map((value, at) => (at < 4 || at % 3 === 1 ? -value : value));
  for (let voter = 0; voter < 4; voter++) expect(Math.abs(mode.parameters[voter]! - byHand[voter]!)).toBeLessThan(0.03);
});

const mean = (values: Iterable<number>): number => { const list = [...values]; return list.reduce((a, b) => a + b, 0) / list.length; };

it("recovers points, and its errors cover them: 60 voters, 200 roll calls, two axes (seed 11)", () => {
  const { calls, points } = syntheticCalls({ voters: 60, rollCalls: 200, dimensions: 2 }, seededRandom(11));
  const fit = fitIdealPoints(calls, { dimensions: 2, readiness: false });
  const aligned = alignedTo(fit, new Map(Array.from({ length: 60 }, (_, voter) => [voter, points.slice(2 * voter, 2 * voter + 2)])));
  const found = aligned.parameters.slice(0, 120);
  const correlation = mean(found.map((value, at) => value * points[at]!)) / Math.sqrt(mean(found.map((v) => v * v)) * mean(points.map((v) => v * v)));
  expect(correlation).toBeGreaterThan(0.95);
  const errors = standardErrors(aligned)!;
  const centred = points.map((value, at) => value - mean(points.filter((_, other) => other % 2 === at % 2)));
  const coverage = mean(found.map((value, at) => (Math.abs(value - centred[at]!) < 1.645 * errors[at]! ? 1 : 0)));
  expect(coverage).toBeGreaterThan(0.8);
  expect(coverage).toBeLessThan(0.98);
  const drawn = bootstrapErrors(fit, { draws: 12, seed: 3 });
  const laplace = standardErrors(fit)!;
  expect(mean(drawn) / mean(laplace)).toBeGreaterThan(0.75);
  expect(mean(drawn) / mean(laplace)).toBeLessThan(1.3);
});

it("recovers who says yes more readily than its place tells, and covers it (seed 4)", () => {
  const { calls, readiness } = syntheticCalls({ voters: 80, rollCalls: 250, dimensions: 1, readiness: 1 }, seededRandom(4));
  const fit = fitIdealPoints(calls, { dimensions: 1, readiness: true });
  const errors = standardErrors(fit)!;
  const found = Array.from({ length: 80 }, (_, voter) => fit.parameters[2 * voter + 1]!);
  const slope = mean(found.map((value, voter) => value * readiness[voter]!)) / Math.sqrt(mean(found.map((v) => v * v)) * mean(readiness.map((v) => v * v)));
  expect(slope).toBeGreaterThan(0.95);
  expect(mean(errors.filter((_, at) => at % 2 === 1))).toBeLessThan(0.3);
  const plain = fitIdealPoints(calls, { dimensions: 1, readiness: false });
  expect(fit.mode.negativeLogPosterior).toBeLessThan(plain.mode.negativeLogPosterior - 100);
});

it("gives the errors that the inverse of a numeric Hessian gives, of a point and all roll calls together (seed 6)", () => {
  const { calls } = syntheticCalls({ voters: 14, rollCalls: 12, dimensions: 1, readiness: 0.5, absent: 0 }, seededRandom(6));
  const mode = findMode(calls, { dimensions: 1, readiness: true });
  const covariances = laplaceCovariances(mode.model, mode.parameters, { origin: new Float64Array(2), turn: Float64Array.from([1, 0, 0, 1]), dual: Float64Array.from([1, 0, 0, 1]) })!;
  const objective = negativeLogPosterior(mode.model);
  const gradientAt = (x: Float64Array): Float64Array => { const gradient = new Float64Array(x.length); objective(x, gradient); return gradient; };
  const ratios = [0, 3, 8, 13].flatMap((voter) => {
    const free = [2 * voter, 2 * voter + 1, ...Array.from({ length: 36 }, (_, at) => 28 + at)];
    const hessian = new Float64Array(38 * 38);
    free.forEach((at, row) => {
      const [up, down] = [1e-4, -1e-4].map((by) => gradientAt(mode.parameters.with(at, mode.parameters[at]! + by)));
      free.forEach((other, column) => (hessian[row * 38 + column] = (up![other]! - down![other]!) / 2e-4));
    });
    const full = inverse(hessian, 38)!;
    return [0, 1].map((number) => Math.sqrt(covariances[4 * voter + 3 * number]! / full[39 * number]!));
  });
  // Laplace takes the expected curvature where the Hessian has the observed one: with so few voters it is a little too sure.
  for (const ratio of ratios) expect(Math.abs(ratio - 0.95)).toBeLessThan(0.15);
  expect(Math.abs(mean(ratios) - 0.95)).toBeLessThan(0.05);
});

it("puts points in the standard frame, with the anchor positive, and gives the same probabilities as before", () => {
  const { calls } = syntheticCalls({ voters: 40, rollCalls: 80, dimensions: 2, readiness: 0.8 }, seededRandom(5));
  const fit = fitIdealPoints(calls, { dimensions: 2, anchors: ["V3", "V4"] });
  const axis = (at: number): readonly number[] => Array.from({ length: 40 }, (_, voter) => fit.parameters[3 * voter + at]!);
  for (const at of [0, 1, 2]) expect(mean(axis(at))).toBeCloseTo(0, 9);
  for (const at of [0, 1]) expect(mean(axis(at).map((value) => value ** 2))).toBeCloseTo(1, 9);
  for (const [one, other] of [[0, 1], [0, 2], [1, 2]] as const) expect(mean(axis(one).map((value, voter) => value * axis(other)[voter]!))).toBeCloseTo(0, 9);
  expect([axis(0)[3]! > 0, axis(1)[4]! > 0]).toEqual([true, true]);
  const sums = [0, 1].map((at) => loadings(fit).filter((_, place) => place % 2 === at).reduce((a, b) => a + b, 0));
  expect(sums[0]!).toBeGreaterThan(sums[1]!);
  const raw = { ...fit, parameters: fit.mode.parameters };
  for (const rollCall of [0, 17, 79]) answerProbabilities(fit, 9, rollCall).forEach((p, at) => expect(p).toBeCloseTo(answerProbabilities(raw, 9, rollCall)[at]!, 9));
});

it("lets points walk: a voter that crosses the floor is seen to cross it", () => {
  const rows = Array.from({ length: 60 }, (_, number) => {
    const session = Math.floor(number / 15);
    const left = number % 3 === 0 ? 3 : 1;
    const right = 4 - left;
    return [number, session, left, left, left, right, right, right, session < 2 ? left : right].join(",");
  });
  const { calls } = readRollCalls([`rcid,session,AAA,BBB,CCC,DDD,EEE,FFF,GGG\n${rows.join("\n")}\n`]);
  const fit = fitIdealPoints(calls, { dimensions: 1, periods: periodsOf(calls), anchors: ["DDD"], readiness: false });
  const table = fit.mode.model.table;
  const path = [0, 1, 2, 3].map((period) => fit.parameters[pointOf(table, 6, period)!]!);
  expect(path.map(Math.sign)).toEqual([-1, -1, 1, 1]);
  expect(standardErrors(fit)!.every((error) => error > 0 && error < 1.5)).toBe(true);
});

it("gives the same numbers for the same seed, and nearly the same for another", () => {
  const { calls } = syntheticCalls({ voters: 30, rollCalls: 60, dimensions: 2 }, seededRandom(9));
  const [first, same, other] = [1, 1, 2].map((seed) => fitIdealPoints(calls, { dimensions: 2, seed }));
  expect(same!.parameters).toEqual(first!.parameters);
  expect(other!.mode.negativeLogPosterior).toBeCloseTo(first!.mode.negativeLogPosterior, 0);
});

it("finds the rotation between two sets of points (Procrustes)", () => {
  const from = Float64Array.from([1, 0, 0, 2, -3, 1, 2, 2]);
  const turn = [Math.cos(0.7), -Math.sin(0.7), -Math.sin(0.7), -Math.cos(0.7)];
  const to = from.map((_, at) => turn[2 * (at % 2)]! * from[at - (at % 2)]! + turn[2 * (at % 2) + 1]! * from[at - (at % 2) + 1]!);
  procrustes(from, to, 2).forEach((value, at) => expect(value).toBeCloseTo(turn[at]!, 10));
});

it("goes on from an earlier fit when votes come in: the same optimum in fewer steps, still or moving (seed 13)", () => {
  const { calls } = syntheticCalls({ voters: 40, rollCalls: 90, dimensions: 2, periods: 3, readiness: 0.5 }, seededRandom(13));
  const before = withoutSilentVoters(withRollCalls(calls, (_, index) => index < 84));
  for (const moving of [false, true]) {
    const options = (votes: typeof calls) => ({ dimensions: 2, ...(moving && { periods: periodsOf(votes) }) });
    const fresh = findMode(calls, options(calls));
    const onward = findMode(calls, { ...options(calls), earlier: { calls: before, mode: findMode(before, options(before)) } });
    expect(onward.negativeLogPosterior / fresh.negativeLogPosterior).toBeCloseTo(1, 3);
    expect(onward.evaluations).toBeLessThan(0.75 * fresh.evaluations);
  }
});
