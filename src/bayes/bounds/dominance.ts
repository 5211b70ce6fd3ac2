import { spend, type Effort } from "#bayes/bounds/effort";
import { searchFor, type Prepared } from "#bayes/bounds/prepare";

/** Whether one state is more probable than another, whatever the admissible model. */
export interface Dominance {
  readonly state: string;
  readonly over: string;
  /** `always` is proven, `not always` has an admissible model against it, `open` is neither. */
  readonly verdict: "always" | "not always" | "open";
  /** The least that P(state | what is known) / P(over | what is known) can be: attained by a model, and proven; up to Infinity. */
  readonly least: { readonly attained: number; readonly proven: number };
}

/**
 * Compares the posteriors of each two states within the same model, the one that is more probable at the point over the other:
 * the point itself is a model against the reverse. That often decides where their ranges overlap. A model in which both are
 * impossible decides nothing.
 */
export function dominancesOf(prepared: Prepared, effort: Effort = {}): readonly Dominance[] {
  const { states, point, rounding } = prepared;
  const only = (chosen: number): readonly number[] => states.map((_, at) => Number(at === chosen));
  const order = Array.from(states.keys()).toSorted((a, b) => (point[b] ?? 0) - (point[a] ?? 0));
  const pairs = order.flatMap((state, rank) => order.slice(rank + 1).map((over) => ({ state, over, search: searchFor(prepared, { over: only(over), under: only(state) }) })));
  const beyond = (value: number): boolean => value * (1 + rounding) >= 1;
  spend(pairs.map(({ search }) => search), effort, ({ attained, proven }) => !beyond(attained.value) && beyond(proven));
  return pairs.map(({ state, over, search: { attained, proven } }) => ({
    state: states[state] ?? "",
    over: states[over] ?? "",
    verdict: !beyond(proven) ? "always" : attained.value >= 1 ? "not always" : "open",
    least: { attained: 1 / attained.value, proven: 1 / (proven * (1 + rounding)) },
  }));
}
