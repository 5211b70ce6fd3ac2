import { groupBy } from "#kit/group";
import type { Periods } from "./periods.ts";
import type { RollCalls } from "./roll-calls.ts";

/** A question that is put again and again: its roll calls in order of time, one a period. */
export interface Series {
  readonly key: string;
  readonly rollCalls: readonly number[];
}

/**
 * Roll calls that recur: the same title in different periods, numbers and what stands behind a colon with spaces left out.
 * A title that a period has twice is none: its votes are on parts or amendments.
 */
export function recurringSeries(calls: RollCalls, periods: Periods): readonly Series[] {
  const titled = calls.rollCalls.flatMap(({ title }, rollCall) => (title === undefined ? [] : [{ rollCall, key: titleKey(title) }]));
  return Array.from(groupBy(titled, ({ key }) => key), ([key, entries]) => {
    const byPeriod = groupBy(entries, ({ rollCall }) => periods.of[rollCall] ?? 0);
    const single = [...byPeriod.values()].flatMap((list) => (list.length === 1 ? list.map(({ rollCall }) => rollCall) : []));
    return { key, rollCalls: single.toSorted((a, b) => a - b) };
  }).filter(({ key, rollCalls }) => key !== "" && rollCalls.length > 1);
}

export const titleKey = (title: string): string =>
  title
    .replace(/\s:\s.*$/u, "")
    .toLowerCase()
    .replace(/[\d\p{Punctuation}\s]+/gu, " ")
    .trim();
