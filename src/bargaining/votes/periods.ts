import type { RollCall, RollCalls } from "./roll-calls.ts";

/** The period of each roll call (a number from 0) and the periods' names, in order of time. */
export interface Periods {
  readonly labels: readonly string[];
  readonly of: Int32Array;
  /** Each period on a scale of time whose unit is one session or year: gaps are longer where nothing was held. */
  readonly times: readonly number[];
}

/**
 * Sorts roll calls into sessions. Where all are dated, a session is the year that begins on `yearStarts` (MM-DD); where they
 * are not, the session that the file gives; where it gives none, all belong to one.
 */
export function periodsOf({ rollCalls }: RollCalls, yearStarts = "09-01"): Periods {
  const timeOf = timeOfAll(rollCalls, yearStarts);
  const times = [...new Set(rollCalls.map(timeOf))].toSorted((a, b) => a - b);
  const index = new Map(times.map((time, at) => [time, at]));
  return { times, labels: times.map(String), of: Int32Array.from(rollCalls, (rollCall) => index.get(timeOf(rollCall)) ?? 0) };
}

function timeOfAll(rollCalls: readonly RollCall[], yearStarts: string): (rollCall: RollCall) => number {
  if (rollCalls.every(({ date }) => date !== undefined)) return ({ date = "" }) => Number(date.slice(0, 4)) - (date.slice(5) < yearStarts ? 1 : 0);
  if (rollCalls.every(({ session }) => session !== undefined)) return ({ session = 0 }) => session;
  return () => 0;
}
