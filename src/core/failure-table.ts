/**
 * P(an assumption fails | state) for each state, from P(fails) and from the states' probabilities if it fails and in
 * general: P(state | fails) P(fails) / P(state), both vectors divided by their sums first. A value above 1 means that the
 * numbers cannot all be true: `contradicts` tells. For a state that is impossible anyway the value is P(fails) itself.
 */
export function failureTable(fails: number, ifFails: readonly number[], stated: readonly number[]): readonly number[] {
  const given = sum(ifFails);
  const all = sum(stated);
  return stated.map((probability, state) => {
    const then = ifFails[state] ?? 0;
    const both = (then / given) * fails;
    if (probability > 0) return both / (probability / all);
    if (both > 0) return Infinity;
    return then > 0 ? 0 : fails;
  });
}

/** True for a value of a failure table that no probability can be; rounding is forgiven. */
export const contradicts = (value: number): boolean => value > 1 + 1e-9;

const sum = (vector: readonly number[]): number => vector.reduce((total, value) => total + value, 0);
