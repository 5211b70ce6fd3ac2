import type { Score } from "#bargaining/prediction/mixture";
import { defaultPredict, predictNext, type Prediction } from "#bargaining/prediction/predict";
import { answersIn, switchers } from "#bargaining/votes/cohesion";
import { periodsOf } from "#bargaining/votes/periods";
import { answers, type RollCalls } from "#bargaining/votes/roll-calls";

/** The shape of `votes predict --json`: probabilities of the answers are given that the voter answers. */
export interface VotePrediction {
  readonly question: readonly string[];
  readonly voters: readonly PredictedVoter[];
  /** The sums of the probabilities, absences counted. */
  readonly expected: { readonly yes: number; readonly abstain: number; readonly no: number; readonly absent: number };
  /** How many answered otherwise than the time before, in the question's own roll calls. */
  readonly switchers: readonly { readonly id: string; readonly answers: readonly string[] }[];
  readonly weights: Prediction["weights"];
  readonly scores: readonly Score[];
  readonly tested: Prediction["tested"];
  readonly changeRate: number;
  readonly seed: number;
}

interface PredictedVoter {
  readonly id: string;
  readonly name?: string;
  readonly yes: number;
  readonly abstain: number;
  readonly no: number;
  readonly present?: number;
  /** The last ballot on the question; `none` where there is no record. */
  readonly last: string;
}

/** Forecasts the next vote on the question whose roll calls (numbers, in order of time) are given. */
export function predictVotes(calls: RollCalls, question: readonly number[], { dimensions, seed }: { readonly dimensions: number; readonly seed: number }): VotePrediction {
  const ordered = question.toSorted((a, b) => a - b);
  const { voters, ...rest } = predictNext({ calls, periods: periodsOf(calls) }, ordered, { ...defaultPredict, dimensions, seed });
  const given = answersIn(calls, ordered);
  const predicted = calls.voters.map(({ id, name }, voter): PredictedVoter => {
    const { answers: [yes = 0, abstain = 0, no = 0] = [], present } = voters[voter] ?? {};
    return { id, ...(name !== undefined && { name }), yes, abstain, no, ...(present !== undefined && { present }), last: word(given[voter]?.at(-1)) };
  });
  const sum = (of: (voter: PredictedVoter) => number): number => predicted.reduce((total, voter) => total + of(voter), 0);
  const here = ({ present = 1 }: PredictedVoter): number => present;
  return {
    question: ordered.map((number) => calls.rollCalls[number]?.id ?? ""),
    voters: predicted,
    expected: { yes: sum((voter) => here(voter) * voter.yes), abstain: sum((voter) => here(voter) * voter.abstain), no: sum((voter) => here(voter) * voter.no), absent: sum((voter) => 1 - here(voter)) },
    switchers: switchers(calls, ordered).map(({ voter, answers: row }) => ({ id: calls.voters[voter]?.id ?? "", answers: row.map(word) })),
    ...rest,
    seed,
  };
}

const word = (code: number | undefined): string => (code === undefined ? "none" : (answers[code] ?? "none"));
