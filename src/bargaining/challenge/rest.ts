/** Where a run comes to rest: the round after which nobody moves any more, or after how many rounds the same positions return. */
export interface Rest {
  readonly settled: number | null;
  readonly period: number | null;
}

/** Looks at the positions after each round, the first ones (round 0) among them; null where that does not show yet. */
export function restOf(positions: readonly (readonly number[])[]): Rest {
  const range = Math.max(...(positions[0] ?? [])) - Math.min(...(positions[0] ?? []));
  const same = (one: number, other: number): boolean => (positions[one] ?? []).every((position, actor) => Math.abs(position - (positions[other]?.[actor] ?? Number.NaN)) <= 1e-9 * range);
  const last = positions.length - 1;
  if (last < 1 || same(last, last - 1)) {
    let settled = last;
    while (settled > 0 && same(settled - 1, last)) settled--;
    return { settled: last < 1 ? null : settled, period: null };
  }
  const periods = Array.from({ length: Math.floor(last / 2) }, (_, at) => at + 2);
  const returns = (period: number): boolean => last - 2 * period + 1 >= 0 && Array.from({ length: period }, (_, at) => at).every((at) => same(last - at, last - at - period));
  return { settled: null, period: periods.find(returns) ?? null };
}
