import { exponential } from "#kit/logarithm";
import type { Happening } from "./negotiation.ts";

/** What may change before the sessions, laid out for many runs. */
export interface Future {
  /** By party: how often a year, as a rate, a government changes, and the chance of a change before the last session. */
  readonly rates: Float64Array;
  readonly chances: Float64Array;
  /** By scale and party: the distribution from which a position is taken anew. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** By date. */
  readonly events: readonly LaidEvent[];
  /** How many moves a run can hold. */
  readonly room: number;
}

export interface LaidEvent {
  /** Its luck hangs on its name alone, so that another event beside it changes nothing. */
  readonly stream: number;
  readonly years: number;
  readonly chance: number;
  /** The place of the party on the scale, and its new position. */
  readonly moves: readonly { readonly at: number; readonly to: number }[];
}

export interface Outlook extends People {
  readonly ids: readonly string[];
  /** Ids of the scales beside the first. */
  readonly dimensions: readonly string[];
  readonly events: readonly Happening[];
  /** Years to the last session of all. */
  readonly lastSession: number;
  readonly rates: Float64Array;
}

interface People {
  readonly size: number;
  readonly scales: number;
  readonly position: Float64Array;
  readonly spread: Float64Array;
  readonly weight: Float64Array;
  readonly coalition: Int32Array;
}

export function futureOf({ ids, dimensions, events, lastSession, rates, ...people }: Outlook): Future {
  const places = new Map(ids.map((id, party) => [id, party]));
  const laid = events
    .toSorted((one, other) => one.years - other.years || (one.id < other.id ? -1 : 1))
    .map(({ id, years, chance, moves }) => ({
      stream: hashOf(id),
      years,
      chance,
      moves: moves.flatMap(({ party, to, dimension }) => {
        const place = places.get(party);
        const scale = dimension === undefined ? 0 : dimensions.indexOf(dimension) + 1;
        return place === undefined || (dimension !== undefined && scale === 0) ? [] : [{ at: scale * people.size + place, to }];
      }),
    }));
  return {
    rates,
    chances: rates.map((rate) => 1 - exponential(-Math.min(500, rate * lastSession))),
    ...renewals(people),
    events: laid,
    room: people.size * people.scales + laid.reduce((sum, { moves }) => sum + moves.length, 0),
  };
}

/** FNV-1a (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** With how many others of one's coalition its distribution counts as much as that of all. */
const pooled = 2;

interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * Where a new government would stand: the positions of the others in its coalition with their uncertainty, drawn towards those of all others as
 * if two of these belonged to it; so that a small coalition binds little, and who is in none may come to stand anywhere that somebody stands.
 */
function renewals({ size, scales, position, spread, weight, coalition }: People): Pick<Future, "mean" | "deviation"> {
  const [mean, deviation] = [new Float64Array(size * scales), new Float64Array(size * scales)];
  for (let scale = 0; scale < scales; scale++) {
    const moments = new Map<number, Moments>();
    const add = (key: number, at: number, sign: number): Moments => {
      const { count, sum, squares } = moments.get(key) ?? { count: 0, sum: 0, squares: 0 };
      const place = position[at] ?? 0;
      return { count: count + sign, sum: sum + sign * place, squares: squares + sign * (place * place + (spread[at] ?? 0) ** 2) };
    };
    const held = Array.from({ length: size }, (_, party) => party).filter((party) => (weight[scale * size + party] ?? 0) > 0);
    for (const party of held) for (const key of new Set([-1, coalition[party] ?? -1])) moments.set(key, add(key, scale * size + party, 1));
    for (const party of held) {
      const at = scale * size + party;
      const [all, own] = [add(-1, at, -1), (coalition[party] ?? -1) < 0 ? { count: 0, sum: 0, squares: 0 } : add(coalition[party] ?? -1, at, -1)];
      const share = all.count === 0 ? 0 : pooled / (own.count + pooled);
      const mixed = (value: "sum" | "squares", stay: number): number => (all.count === 0 ? stay : share * (all[value] / all.count) + (own.count === 0 ? 0 : (1 - share) * (own[value] / own.count)));
      const centre = mixed("sum", position[at] ?? 0);
      mean[at] = centre;
      deviation[at] = Math.sqrt(Math.max(0, mixed("squares", (position[at] ?? 0) ** 2 + (spread[at] ?? 0) ** 2) - centre * centre));
    }
  }
  return { mean, deviation };
}
