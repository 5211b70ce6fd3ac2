import { sensitivityTo, staysPossible, type Analysis } from "#bayes/sensitivity";

/**
 * A statement about the target's posterior: one state against a probability, or against another state. `strict` statements
 * do not hold where both sides are equal.
 */
export interface Statement {
  readonly state: string;
  readonly than: { readonly kind: "probability"; readonly value: number } | { readonly kind: "state"; readonly state: string };
  readonly direction: "above" | "below";
  readonly strict: boolean;
}

/** What a statement says of one entry: a linear function of its change, at least 0 where the statement holds. */
interface Margin {
  readonly now: number;
  readonly slope: number;
  /** The relative slope of P(what is known). */
  readonly below: number;
}

/** True where the statement holds now; an impossible state has 0. */
export function statementHolds({ hypotheticals }: Analysis, { state, than, direction, strict }: Statement): boolean {
  const of = (id: string): number => hypotheticals.find((one) => one.state === id)?.probability ?? 0;
  const margin = (direction === "above" ? 1 : -1) * (of(state) - (than.kind === "state" ? of(than.state) : than.value));
  return strict ? margin > 0 : margin >= 0;
}

/**
 * The change of an entry at which the statement begins or ceases to hold, while the rest of its row gives way: both sides
 * times P(what is known) are linear in the change, so it is the only one. undefined where no change does that.
 */
export function changeToTurn(analysis: Analysis, statement: Statement, entry: number): number | undefined {
  const margin = marginOf(analysis, statement, entry);
  if (!margin || margin.slope === 0) return undefined;
  const change = -margin.now / margin.slope;
  return staysPossible(margin, change) ? change : undefined;
}

function marginOf(analysis: Analysis, { state, than }: Statement, entry: number): Margin | undefined {
  const one = sensitivityTo(analysis, state, entry);
  if (!one) return undefined;
  const other = than.kind === "state" ? sensitivityTo(analysis, than.state, entry) : { probability: than.value, above: one.below };
  return other && { now: one.probability - other.probability, slope: one.probability * one.above - other.probability * other.above, below: one.below };
}
