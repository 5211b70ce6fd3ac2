import { atMost, type Candidate } from "#bayes/flip-options";

/**
 * By state of the target, the most that `count` changes of candidates from a place on can gain on the leader, if the last
 * change was of a candidate in `part`; -Infinity where there are not as many.
 */
export type Reaches = (from: number, count: number, part: number | undefined) => readonly number[];

/** What each option of each candidate gains alone; undefined where it is impossible by itself. */
export type Singles = readonly (readonly (readonly number[] | undefined)[])[];

/** The candidates of one part that come from a place on. */
interface Stretch {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Prepares the bounds, given how far each state is ahead of the leader now. In a part that nothing was chosen from, one change gains what it gains alone, exactly; several, or
 * more in a part already chosen from, at most the sum of the largest gains that their Markov blankets allow.
 */
export function reachesOf(candidates: readonly Candidate[], singles: Singles, now: readonly number[]): Reaches {
  const tables = now.map((odds, rival) => {
    // What is impossible by itself kills every state that is possible now; others may come back with another part.
    const impossible = odds === -Infinity ? Infinity : -Infinity;
    const allowed = candidates.map(({ options }) => most(options.map(({ gains }) => gains[rival] ?? 0)));
    const alone = singles.map((options) => most(options.map((gains) => gains?.[rival] ?? impossible)));
    return reachTable(stretchesOf(candidates), allowed, alone);
  });
  return (from, count, part) => tables.map((reach) => reach(from, count, part));
}

const most = (values: readonly number[]): number => values.reduce((largest, value) => Math.max(largest, value), -Infinity);

function stretchesOf(candidates: readonly Candidate[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, { part }] of candidates.entries()) {
    const last = stretches.at(-1);
    if (last?.part === part) stretches[stretches.length - 1] = { ...last, to: at + 1 };
    else stretches.push({ part, from: at, to: at + 1 });
  }
  return stretches;
}

function reachTable(stretches: readonly Stretch[], allowed: readonly number[], alone: readonly number[]): (from: number, count: number, part: number | undefined) => number {
  /** [stretch][count]: the most from this stretch on, all of them untouched. */
  const whole: number[][] = [];
  const known = new Map<string, number>();
  const wholeFrom = (stretch: number, count: number): number => {
    const found = whole[stretch]?.[count];
    if (found !== undefined) return found;
    const value = stretch >= stretches.length ? (count === 0 ? 0 : -Infinity) : best(stretches[stretch], { from: stretches[stretch]?.from ?? 0, count, touched: false, stretch });
    (whole[stretch] ??= [])[count] = value;
    return value;
  };
  const best = (own: Stretch | undefined, { from, count, touched, stretch }: { readonly from: number; readonly count: number; readonly touched: boolean; readonly stretch: number }): number => {
    const to = own?.to ?? from;
    const gains = allowed.slice(from, to).toSorted((a, b) => b - a);
    let [largest, sum] = [-Infinity, 0];
    for (let here = 0; here <= Math.min(count, to - from); here++) {
      if (here > 0) sum = atMost(sum + (gains[here - 1] ?? 0));
      const gained = here === 1 && !touched ? most(alone.slice(from, to)) : sum;
      const rest = wholeFrom(stretch + 1, count - here);
      if (rest > -Infinity && gained > -Infinity) largest = Math.max(largest, atMost(gained + rest));
    }
    return largest;
  };
  return (from, count, part) => {
    if (count === 0) return 0;
    const key = `${from} ${count} ${part ?? ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const stretch = stretches.findIndex(({ to }) => to > from);
    const own = stretches[stretch];
    const value = own ? best(own, { from, count, touched: own.part === part, stretch }) : -Infinity;
    known.set(key, value);
    return value;
  };
}
