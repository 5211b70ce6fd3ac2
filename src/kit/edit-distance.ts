/**
 * How many letters to insert, delete, replace or swap with a neighbour make one text the other (the optimal string
 * alignment of Damerau 1964); `limit + 1` for all that lies beyond the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = nextRow({ a, b, row, last, before });
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

interface Step {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly before: readonly number[];
}

function nextRow({ a, b, row, last, before }: Step): readonly number[] {
  const next = [row];
  for (let at = 1; at <= b.length; at++) {
    const same = a.charAt(row - 1) === b.charAt(at - 1);
    const edited = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
    const swapped = row > 1 && at > 1 && a.charAt(row - 1) === b.charAt(at - 2) && a.charAt(row - 2) === b.charAt(at - 1);
    next.push(swapped ? Math.min(edited, (before[at - 2] ?? 0) + 1) : edited);
  }
  return next;
}

/** The candidate that lies nearest to a text, the first of several; undefined where none lies within the limit. */
export function nearestTo(text: string, candidates: readonly string[], limit: number): string | undefined {
  let best: string | undefined;
  let distance = limit;
  for (const candidate of candidates) {
    const found = editDistance(text, candidate, distance);
    if (found < distance || (best === undefined && found === distance)) [best, distance] = [candidate, found];
  }
  return best;
}
