import type { Periods } from "#bargaining/votes/periods";
import { ballot, type RollCalls } from "#bargaining/votes/roll-calls";

/**
 * The answers (no absences) in the order in which the likelihood reads them: by roll call, and in each the yes, then the
 * abstentions, then the no. A point is one voter in one period, or one voter altogether where points stand still.
 */
export interface AnswerTable {
  readonly pointOf: Int32Array;
  /** The answers of roll call r: yes from starts[3r], abstentions from starts[3r + 1], no from starts[3r + 2], up to starts[3r + 3]. */
  readonly starts: Int32Array;
  readonly rollCallCount: number;
  readonly pointCount: number;
  /** The points of voter v, in order of time, are pointStarts[v] up to pointStarts[v + 1]. */
  readonly pointStarts: Int32Array;
  /** The period of each point; 0 for all where points stand still. */
  readonly periodOf: Int32Array;
  /** Time since the voter's point before; 0 for the first. */
  readonly gaps: Float64Array;
}

/** Lays the answers out; with `periods` each voter has a point in each period in which it answers. */
export function answerTable(calls: RollCalls, periods?: Periods): AnswerTable {
  const points = pointsOf(calls, periods);
  const { starts: from, ballots, voterOf } = calls;
  const rollCallCount = calls.rollCalls.length;
  const starts = new Int32Array(3 * rollCallCount + 1);
  const pointOf = new Int32Array(ballots.length);
  let count = 0;
  for (let rollCall = 0; rollCall < rollCallCount; rollCall++) {
    const period = periods?.of[rollCall] ?? 0;
    for (const code of [ballot.yes, ballot.abstain, ballot.no]) {
      for (let at = from[rollCall] ?? 0; at < (from[rollCall + 1] ?? 0); at++) if (ballots[at] === code) pointOf[count++] = points.index[(voterOf[at] ?? 0) * points.periodCount + period] ?? 0;
      starts[3 * rollCall + code + 1] = count;
    }
  }
  return { pointOf: pointOf.slice(0, count), starts, rollCallCount, ...points };
}

interface Points extends Pick<AnswerTable, "pointCount" | "pointStarts" | "periodOf" | "gaps"> {
  readonly periodCount: number;
  /** The point of a voter in a period, at voter * periodCount + period; -1 where it did not answer. */
  readonly index: Int32Array;
}

function pointsOf(calls: RollCalls, periods: Periods | undefined): Points {
  const periodCount = periods?.labels.length ?? 1;
  const index = presence(calls, periods, periodCount);
  const pointStarts = new Int32Array(calls.voters.length + 1);
  const periodOf: number[] = [];
  const gaps: number[] = [];
  for (let voter = 0; voter < calls.voters.length; voter++) {
    let before: number | undefined;
    for (let period = 0; period < periodCount; period++) {
      if (index[voter * periodCount + period] === -1) continue;
      const time = periods?.times[period] ?? 0;
      gaps.push(before === undefined ? 0 : time - before);
      before = time;
      index[voter * periodCount + period] = periodOf.push(period) - 1;
    }
    pointStarts[voter + 1] = periodOf.length;
  }
  return { periodCount, index, pointCount: periodOf.length, pointStarts, periodOf: Int32Array.from(periodOf), gaps: Float64Array.from(gaps) };
}

/** 0 where a voter answered in a period, else -1. */
function presence({ starts, voterOf, ballots, voters }: RollCalls, periods: Periods | undefined, periodCount: number): Int32Array {
  const present = new Int32Array(voters.length * periodCount).fill(-1);
  for (let rollCall = 0; rollCall + 1 < starts.length; rollCall++) {
    const period = periods?.of[rollCall] ?? 0;
    for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) if (ballots[at] !== ballot.absent) present[(voterOf[at] ?? 0) * periodCount + period] = 0;
  }
  return present;
}

/** The point of a voter in a period, or in the last one before it in which it answered, or its first one; undefined for a voter without any. */
export function pointOf({ pointStarts, periodOf }: AnswerTable, voter: number, period: number): number | undefined {
  const [from, to] = [pointStarts[voter] ?? 0, pointStarts[voter + 1] ?? 0];
  for (let point = to - 1; point > from; point--) if ((periodOf[point] ?? 0) <= period) return point;
  return from < to ? from : undefined;
}
