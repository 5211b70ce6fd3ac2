import { contradicts, failureTable } from "#core/failure-table";
import type { Dependent } from "#core/network-piece";
import type { Interval } from "#kit/interval";
import { normalisedPoints, vectorOver, type Prior } from "#workbench/forecast/prior";
import type { WeighedItem } from "#workbench/forecast/weigh";

/** The states of every assumption, in this order. */
export const assumptionStates: readonly ["holds", "fails"] = ["holds", "fails"];
export type AssumptionState = (typeof assumptionStates)[number];

/** An assumption with the numbers that tie it to its variable. */
export interface CompiledAssumption {
  readonly dependent: Dependent;
  /** The evidence that bears on the assumption itself. */
  readonly items: readonly WeighedItem[];
  /** Taken as given on request. */
  readonly assumed?: AssumptionState;
  /** The distribution over the variable's states if it fails, where it states one that can be used. */
  readonly ifFails?: readonly Interval[];
  /** P(state | fails) / P(state), by state. */
  readonly lift?: readonly number[];
  /** P(fails | state), by state; absent where the row does not say how likely it holds. */
  readonly table?: readonly number[];
  /** States for which the stated numbers cannot all be true; the row then stays out of the forecast. */
  readonly contradictions: readonly Contradiction[];
}

/** P(fails | state) would be `value`: if it fails with `fails`, and the state has `given` in that case, it has at least their product. */
export interface Contradiction {
  readonly state: string;
  readonly fails?: number;
  readonly given: number;
  readonly stated: number;
  readonly value: number;
}

export interface AssumptionContext {
  readonly states: readonly string[];
  readonly prior: Prior;
  readonly items: readonly WeighedItem[];
  readonly assumed: string | undefined;
}

/** Ties an assumption to its variable: P(state) is the author's own vector, or the pooled prior where the author states none. */
export function compileAssumption(dependent: Dependent, { states, prior, items, assumed }: AssumptionContext): CompiledAssumption {
  const given = assumptionStates.find((state) => state === assumed);
  const bare = { dependent, items, contradictions: [], ...(given && { assumed: given }) };
  const ifFails = dependent.ifFails && states.length > 0 ? vectorOver(states, dependent.ifFails).entries : undefined;
  if (!ifFails || !ifFails.some(({ point }) => point > 0)) return bare;
  const stated = prior.stated ? normalisedPoints(prior.stated.entries) : prior.point;
  const contradictions = contradictionsIn({ states, stated, given: normalisedPoints(ifFails), ...(dependent.holds && { fails: 1 - dependent.holds.point }) });
  if (contradictions.length > 0) return { ...bare, contradictions };
  const points = ifFails.map(({ point }) => point);
  const lift = failureTable(1, points, stated);
  const table = dependent.holds && failureTable(1 - dependent.holds.point, points, stated).map((value) => Math.min(1, value));
  return { ...bare, ifFails, ...(lift.every(Number.isFinite) && { lift }), ...(table && { table }) };
}

interface StatedNumbers {
  readonly states: readonly string[];
  readonly stated: readonly number[];
  readonly given: readonly number[];
  /** Absent where the row does not say how likely the assumption holds: then only the impossible contradicts. */
  readonly fails?: number;
}

function contradictionsIn({ states, stated, given, fails }: StatedNumbers): readonly Contradiction[] {
  const values = fails === undefined ? stated.map((p, at) => (p === 0 && (given[at] ?? 0) > 0 ? Infinity : 0)) : failureTable(fails, given, stated);
  return states.flatMap((state, at) => {
    const value = values[at] ?? 0;
    return contradicts(value) ? [{ state, ...(fails !== undefined && { fails }), given: given[at] ?? 0, stated: stated[at] ?? 0, value }] : [];
  });
}

/** What is known of the assumption says this about its variable: a likelihood by state, or undefined where it says nothing. */
export function messageOf({ assumed, lift, table, items }: CompiledAssumption): readonly number[] | undefined {
  if (assumed === "fails") return lift;
  if (assumed === "holds") return table?.map((fails) => 1 - fails);
  if (items.length === 0 || !table) return undefined;
  const [holding, failing] = evidenceOn(items);
  return table.map((fails) => fails * failing + (1 - fails) * holding);
}

/** How likely the items are if the assumption holds, and if it fails; up to a common factor. */
export function evidenceOn(items: readonly WeighedItem[], at: readonly ["low" | "point" | "high", "low" | "point" | "high"] = ["point", "point"]): readonly [number, number] {
  const log = (state: 0 | 1): number => items.reduce((sum, { graded, share }) => sum + share * (graded[at[state]][state] ?? 0), 0);
  return [Math.exp(log(0)), Math.exp(log(1))];
}
