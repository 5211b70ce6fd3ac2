import { oddsChange } from "#kit/odds";
import type { Forecast, StateForecast, WeighedEvidence } from "#model/forecast";

/** What one item did to a state's probability on the way from the prior to the posterior. */
export interface WalkStep {
  readonly item: WeighedEvidence;
  /** Decibels for the state against the average of all, as the forecast gives it; null where the item excludes it. */
  readonly weight: number | null;
  /** Decibels by which the item moves the state's odds against all the others where it finds them; null where something is excluded. */
  readonly odds: number | null;
  readonly before: number;
  readonly after: number;
}

/** The way of one state from the prior to the posterior. */
export interface ForecastWalk {
  readonly state: StateForecast;
  /** The item that by itself would move the prior's odds most comes first; what each step does depends on the order, where the walk ends does not. */
  readonly steps: readonly WalkStep[];
  /** Where what is known of the assumptions moves it as well, after all items. */
  readonly assumptions?: { readonly before: number; readonly after: number };
}

/** Weights are multiples of this for each natural logarithm. */
const decibelsPerNeper = 10 / Math.LN10;
/** Less is rounding. */
const noticeable = 1e-9;

/**
 * Walks from the prior of a scenario or hypothesis to its posterior item by item, by the very weights that the forecast
 * gives; undefined for an id that is neither. Evidence that excludes every state between its items moves nothing, as in the
 * forecast.
 */
export function walkTo(id: string, { scenarios, hypotheses, evidence }: Forecast): ForecastWalk | undefined {
  const states = [scenarios, hypotheses].find((list) => list.some((state) => state.id === id));
  const at = states?.findIndex((state) => state.id === id) ?? -1;
  const state = states?.[at];
  if (!states || !state) return undefined;
  const items = evidence.filter(({ weight }) => id in weight);
  const priors = states.map(({ prior }) => Math.log(prior));
  const force = (item: WeighedEvidence): number => Math.abs(oddsChange(state.prior, shareOf(weighed(priors, item, states), at)) ?? Infinity);
  const ordered = items.map((item) => ({ item, force: force(item) })).toSorted((a, b) => (a.force === b.force ? 0 : b.force - a.force));
  let logs: readonly number[] = priors;
  let before = state.prior;
  const steps = ordered.map(({ item }): WalkStep => {
    const from = before;
    logs = weighed(logs, item, states);
    before = shareOf(logs, at);
    return { item, weight: item.weight[id] ?? null, odds: oddsChange(from, before), before: from, after: before };
  });
  if (Number.isNaN(before)) return { state, steps: [] };
  return { state, steps, ...(Math.abs(before - state.posterior) > noticeable && { assumptions: { before, after: state.posterior } }) };
}

const weighed = (logs: readonly number[], item: WeighedEvidence, states: readonly StateForecast[]): readonly number[] => states.map(({ id }, place) => (logs[place] ?? 0) + logWeight(item, id));

function logWeight({ weight }: WeighedEvidence, id: string): number {
  const decibels = weight[id];
  return decibels === undefined ? 0 : decibels === null ? -Infinity : decibels / decibelsPerNeper;
}

/** The share of one entry; NaN where all are excluded. */
function shareOf(logs: readonly number[], at: number): number {
  const largest = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - largest));
  return (shares[at] ?? 0) / shares.reduce((sum, share) => sum + share, 0);
}
