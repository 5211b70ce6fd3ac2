import { recentPresence } from "#bargaining/attendance";
import type { Periods } from "#bargaining/votes/periods";
import type { RollCalls } from "#bargaining/votes/roll-calls";
import { recurringSeries, type Series } from "#bargaining/votes/series";
import { baselineScores, mixed, mixtureWeights, saidOf, scored, trialsOf, type Score, type Trial } from "./mixture.ts";
import { defaultPast, learnPast, opinionsOn, type Expert, type PastOptions } from "./opinions.ts";

export interface PredictOptions extends PastOptions {
  /** How many of the last periods are forecast from what came before each, to find and to test the weights. */
  readonly folds: number;
}

export const defaultPredict: PredictOptions = { ...defaultPast, folds: 4 };

/** What is expected of the next vote on a question. */
export interface Prediction {
  /** For each voter, in their order. */
  readonly voters: readonly VoterForecast[];
  readonly weights: Readonly<Record<Expert, number>>;
  /** Of the mixture and of every expert alone, on the same answers, each forecast from what came before only. */
  readonly scores: readonly Score[];
  /** On how many answers, to how many roll calls, the scores rest. */
  readonly tested: { readonly answers: number; readonly rollCalls: number };
  readonly changeRate: number;
}

export interface VoterForecast {
  /** P(yes), P(abstain), P(no), given that the voter answers. */
  readonly answers: readonly number[];
  /** P(the voter answers); undefined where no absences are recorded. */
  readonly present?: number;
}

interface Votes {
  readonly calls: RollCalls;
  readonly periods: Periods;
  readonly series: readonly Series[];
}

/**
 * Forecasts the next vote on a question whose roll calls so far are given. Five experts are pooled; their weights are those that
 * would have done best on the questions that recurred in the last periods, each forecast from what was known before (forward chaining).
 */
export function predictNext(votes: Omit<Votes, "series">, question: readonly number[], options: PredictOptions = defaultPredict): Prediction {
  const all = { ...votes, series: withQuestion(recurringSeries(votes.calls, votes.periods), question) };
  const folds = forwardChain(all, options);
  const weights = mixtureWeights(folds.flatMap(({ trials }) => trials));
  const past = learnPast(all, votes.periods.labels.length, options);
  const opinions = opinionsOn(past, question);
  const present = recentPresence(votes.calls, votes.periods);
  return {
    voters: votes.calls.voters.map((_, voter) => ({ answers: mixed(saidOf(opinions, voter), weights), ...(present && { present: present(voter) }) })),
    weights: weightsByName(weights),
    ...testOf(folds),
    changeRate: past.changeRate,
  };
}

const weightsByName = (weights: readonly number[]): Readonly<Record<Expert, number>> => {
  const [lastVote = 0, idealPoints = 0, blocMean = 0, nearestVoters = 0, shares = 0] = weights;
  return { "last vote": lastVote, "ideal points": idealPoints, "bloc mean": blocMean, "nearest voters": nearestVoters, "roll-call shares": shares };
};

/** The question counts as recurring whatever its titles say. */
function withQuestion(series: readonly Series[], question: readonly number[]): readonly Series[] {
  const own = new Set(question);
  const others = series.filter(({ rollCalls }) => !rollCalls.some((rollCall) => own.has(rollCall)));
  return question.length > 1 ? [...others, { key: "the question", rollCalls: question }] : others;
}

/** The trials of one period. */
interface Fold {
  readonly trials: readonly Trial[];
  readonly rollCalls: number;
}

/** For each of the last periods: what the experts, knowing only what came before, said of the questions that recurred in it. */
function forwardChain(votes: Votes, options: PredictOptions): readonly Fold[] {
  const last = votes.periods.labels.length;
  return Array.from({ length: Math.min(options.folds, last - 1) }, (_, back) => last - Math.min(options.folds, last - 1) + back).flatMap((period) => {
    const tests = votes.series.flatMap(({ rollCalls }) => testsIn(votes, rollCalls, period));
    if (tests.length === 0) return [];
    const past = learnPast(votes, period, options);
    return [{ trials: tests.flatMap(({ rollCall, earlier }) => trialsOf(votes.calls, rollCall, opinionsOn(past, earlier))), rollCalls: tests.length }];
  });
}

function testsIn({ periods }: Votes, rollCalls: readonly number[], period: number): readonly { readonly rollCall: number; readonly earlier: readonly number[] }[] {
  const earlier = rollCalls.filter((rollCall) => (periods.of[rollCall] ?? 0) < period);
  return rollCalls.filter((rollCall) => periods.of[rollCall] === period && earlier.length > 0).map((rollCall) => ({ rollCall, earlier }));
}

/** The mixture is scored with the weights that the folds before gave; the first fold only teaches, unless it is the only one. */
function testOf(folds: readonly Fold[]): Pick<Prediction, "scores" | "tested"> {
  const tested = folds.length > 1 ? folds.slice(1) : folds;
  const taught = tested.map((fold) => {
    const before = folds.slice(0, folds.indexOf(fold)).flatMap(({ trials }) => trials);
    return { fold, weights: mixtureWeights(before) };
  });
  const weightsOf = new Map(taught.flatMap(({ fold, weights }) => fold.trials.map((trial) => [trial, weights] as const)));
  const trials = tested.flatMap((fold) => fold.trials);
  const mixture = scored("mixture", trials, (trial) => mixed(trial.said, weightsOf.get(trial) ?? []));
  return {
    scores: trials.length === 0 ? [] : [mixture, ...baselineScores(trials)],
    tested: { answers: trials.length, rollCalls: tested.reduce((sum, { rollCalls }) => sum + rollCalls, 0) },
  };
}
