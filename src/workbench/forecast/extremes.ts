import type { PoolingLaw } from "#scoring/pool";
import type { CountedOpinion } from "#workbench/forecast/prior";

/** A box of vectors: each entry may lie anywhere between its two ends, independently of the others. Natural logarithms. */
export interface LogBox {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Bounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The least and the greatest probability of each state while prior and likelihood move in their boxes; all of them attained. */
export function extremesOf(opinions: readonly CountedOpinion[], law: PoolingLaw, likelihood: LogBox): Bounds {
  return law === "geometric" || opinions.length === 1 ? productExtremes(sumBoxes(priorBox(opinions), likelihood)) : meanExtremes(opinions, likelihood);
}

/** The unnormalised geometric pool: its normalising constants cancel, so each state's weight has entries of its own only. */
export const priorBox = (opinions: readonly CountedOpinion[]): LogBox => opinions.map(({ entries, share }) => powerBox(entries, share)).reduce(sumBoxes);

/** Intervals to a power, as logarithms; a negative power turns the ends round. */
export function powerBox(entries: readonly { readonly low: number; readonly high: number }[], power: number): LogBox {
  const one = entries.map(({ low }) => times(power, Math.log(low)));
  const other = entries.map(({ high }) => times(power, Math.log(high)));
  return power >= 0 ? { low: one, high: other } : { low: other, high: one };
}

const times = (power: number, log: number): number => (power === 0 ? 0 : power * log);

export const sumBoxes = (one: LogBox, other: LogBox): LogBox => ({ low: plus(one.low, other.low), high: plus(one.high, other.high) });

/** A product with an impossible factor is impossible, whatever the other. */
const plus = (one: readonly number[], other: readonly number[]): readonly number[] =>
  one.map((log, state) => (log === -Infinity || other[state] === -Infinity ? -Infinity : log + (other[state] ?? 0)));

/** The hull of several bounds. */
export const hullOf = (list: readonly Bounds[]): Bounds =>
  list.reduce((hull, next) => ({ low: hull.low.map((value, state) => Math.min(value, next.low[state] ?? value)), high: hull.high.map((value, state) => Math.max(value, next.high[state] ?? value)) }));

/** P(s) = u_s / sum of u: greatest with u_s at its top and all others at their bottom, least the other way round. */
export const productExtremes = ({ low, high }: LogBox): Bounds => ({
  low: low.map((log, state) => share(log, high, state)),
  high: high.map((log, state) => share(log, low, state)),
});

const share = (log: number, others: readonly number[], state: number): number =>
  log === -Infinity ? 0 : 1 / others.reduce((sum, other, at) => (at === state ? sum : sum + Math.exp(other - log)), 1);

/**
 * The arithmetic pool: P(s) is a ratio N / D, and N - xD splits into one term per opinion, the weighted mean of
 * L_r ([r = s] - x) with the opinion's entries as weights. Over a box such a mean is extreme with the entries of the
 * largest terms at one end and all others at the other, so each opinion has few candidates, and Dinkelbach's iteration
 * (1967) ends at the exact extreme.
 */
function meanExtremes(opinions: readonly CountedOpinion[], likelihood: LogBox): Bounds {
  const largest = Math.max(...likelihood.high);
  const low = likelihood.low.map((log) => Math.exp(log - largest));
  const high = likelihood.high.map((log) => Math.exp(log - largest));
  return {
    low: low.map((value, state) => extremeMean(opinions, high.with(state, value), { state, sign: -1 })),
    high: high.map((value, state) => extremeMean(opinions, low.with(state, value), { state, sign: 1 })),
  };
}

interface Aim {
  readonly state: number;
  /** 1 for the greatest value, -1 for the least. */
  readonly sign: 1 | -1;
}

function extremeMean(opinions: readonly CountedOpinion[], likelihood: readonly number[], aim: Aim): number {
  let value = aim.sign === 1 ? 0 : 1;
  for (let round = 0; round < 100; round++) {
    const { own, all } = opinions.map((opinion) => bestVertex(opinion, likelihood, aim, value)).reduce((sum, next) => ({ own: sum.own + next.own, all: sum.all + next.all }));
    const next = all > 0 ? own / all : value;
    if (aim.sign * (next - value) <= 1e-15) return value;
    value = next;
  }
  return value;
}

/** The opinion's share in N and in D at the vertex of its box that serves the aim best. */
function bestVertex({ entries, share: weight }: CountedOpinion, likelihood: readonly number[], { state, sign }: Aim, value: number): { readonly own: number; readonly all: number } {
  const term = (at: number): number => sign * (likelihood[at] ?? 0) * ((at === state ? 1 : 0) - value);
  const order = Array.from(entries.keys()).toSorted((a, b) => term(b) - term(a));
  let best = { own: 0, all: 0, score: -Infinity };
  for (let raised = 0; raised <= order.length; raised++) {
    const at = new Set(order.slice(0, raised));
    const vertex = entries.map(({ low, high }, entry) => (at.has(entry) ? high : low));
    const sum = vertex.reduce((total, entry) => total + entry, 0);
    if (sum === 0) continue;
    const weighted = vertex.map((entry, entryAt) => (weight * entry * (likelihood[entryAt] ?? 0)) / sum);
    const all = weighted.reduce((total, entry) => total + entry, 0);
    const own = weighted[state] ?? 0;
    const score = sign * (own - value * all);
    if (score > best.score) best = { own, all, score };
  }
  return best;
}
