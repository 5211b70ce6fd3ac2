import { expect, it } from "vitest";
import { seededRandom } from "#kit/random";
import { periodsOf } from "#bargaining/votes/periods";
import { ballot, rollCallsBuilder, type RollCalls } from "#bargaining/votes/roll-calls";
import { mixtureWeights, type Trial } from "./mixture.ts";
import { experts } from "./opinions.ts";
import { defaultPredict, predictNext } from "./predict.ts";

/** Questions that come again each year: each voter keeps its answer, and with a small chance takes another for good. */
function recurring(change: number, seed: number): RollCalls {
  const random = seededRandom(seed);
  const builder = rollCallsBuilder();
  const answers = Array.from({ length: 12 }, () => Array.from({ length: 30 }, (_, voter) => (random() < 0.85 ? (voter < 20 ? ballot.yes : ballot.no) : Math.floor(random() * 3))));
  for (let voter = 0; voter < 30; voter++) builder.voter({ id: `V${voter}` });
  for (let year = 0; year < 6; year++) {
    answers.forEach((row, question) => {
      const rollCall = builder.rollCall({ id: `Q${question}-${year}`, session: year, title: `Question ${"abcdefghijkl"[question]}` });
      row.forEach((answer, voter) => {
        row[voter] = random() < change ? Math.floor(random() * 3) : answer;
        builder.ballot(rollCall, voter, voter === 29 && random() < 0.7 ? ballot.absent : row[voter]!);
      });
    });
  }
  return builder.build();
}

const calls = recurring(0.05, 6);
const question = calls.rollCalls.flatMap(({ id }, index) => (id.startsWith("Q3-") ? [index] : []));
const prediction = predictNext({ calls, periods: periodsOf(calls) }, question, { ...defaultPredict, dimensions: 1, folds: 3 });

it("forecasts questions that recur at least as well as any baseline alone, less the cost of not knowing which, each year from those before (seed 6)", () => {
  const [mixture, ...rest] = prediction.scores;
  expect(mixture!.name).toBe("mixture");
  expect(rest.map(({ name }) => name)).toEqual(["always yes", ...experts]);
  for (const baseline of rest) expect(mixture!.logLikelihood).toBeGreaterThan(baseline.logLikelihood - 0.01);
  expect(prediction.tested.rollCalls).toBe(24);
  expect(prediction.tested.answers).toBeGreaterThan(24 * 29 - 1);
});

it("finds the rate of change and gives the last answer most of the weight", () => {
  expect(prediction.changeRate).toBeGreaterThan(0.02);
  expect(prediction.changeRate).toBeLessThan(0.06);
  expect(Object.values(prediction.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(prediction.weights["last vote"]).toBeGreaterThan(0.5);
});

it("gives each voter probabilities and a chance to be absent", () => {
  for (const { answers } of prediction.voters) expect(answers.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  expect(prediction.voters[29]!.present).toBeLessThan(0.5);
  expect(prediction.voters[0]!.present).toBeGreaterThan(0.9);
});

it("looks at nothing that comes after: the same scores when the last year is other than it was", () => {
  const periods = periodsOf(calls);
  const last = periods.labels.length - 1;
  const scoresUpTo = (votes: RollCalls) => predictNext({ calls: votes, periods }, question, { ...defaultPredict, dimensions: 1, folds: 1 });
  const turned = { ...calls, ballots: calls.ballots.map((code, at) => (at >= calls.starts[periods.of.indexOf(last)]! && code < 3 ? 2 - code : code)) };
  const [before, after] = [scoresUpTo(calls), scoresUpTo(turned)];
  const accuracy = (name: string, { scores }: typeof before) => scores.find((score) => score.name === name)!.accuracy;
  // What is said of the last year stays the same, so that it is now wrong. Who looked ahead would still be right.
  for (const expert of ["last vote", "ideal points", "bloc mean", "nearest voters"]) {
    expect(accuracy(expert, after)).toBeLessThan(0.5);
    expect(accuracy(expert, before)).toBeGreaterThan(0.6);
  }
});

it("finds the weights of a mixture that made the answers (seed 8)", () => {
  const random = seededRandom(8);
  const trials = Array.from({ length: 4000 }, (): Trial => {
    const said = Float64Array.from(experts.flatMap(() => { const p = random(); return [p, (1 - p) / 2, (1 - p) / 2]; }));
    const place = random() < 0.7 ? 0 : 1;
    const draw = random();
    return { said, answer: draw < said[3 * place]! ? 0 : draw < said[3 * place]! + said[3 * place + 1]! ? 1 : 2 };
  });
  const weights = mixtureWeights(trials);
  expect(Math.abs(weights[0]! - 0.7)).toBeLessThan(0.08);
  expect(Math.abs(weights[1]! - 0.3)).toBeLessThan(0.08);
  expect(mixtureWeights([])).toEqual(experts.map(() => 1 / experts.length));
});

it("forecasts a question of which there is one vote only, in a file without titles or years", () => {
  const builder = rollCallsBuilder();
  const rollCall = builder.rollCall({ id: "1" });
  for (let voter = 0; voter < 9; voter++) builder.ballot(rollCall, builder.voter({ id: String(voter) }), voter % 3);
  const single = builder.build();
  const { voters, scores, tested } = predictNext({ calls: single, periods: periodsOf(single) }, [0], { ...defaultPredict, dimensions: 1 });
  expect(scores).toEqual([]);
  expect(tested).toEqual({ answers: 0, rollCalls: 0 });
  expect(voters[0]!.answers.every((p) => p > 0 && p < 1)).toBe(true);
  expect(voters[0]!.answers[0]).toBeGreaterThan(voters[2]!.answers[0]!);
});
