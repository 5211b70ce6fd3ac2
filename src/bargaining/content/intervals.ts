import type { ContentForecast } from "./content.ts";

/**
 * How far from the middle of a forecast an outcome lies: half the chance of the narrowest central interval that holds it, from 0
 * to 0.5. Chances that lie on one point count for both ends, so that an interval that ends on one holds it.
 */
export const centralDistance = ({ below, under }: ContentForecast, outcome: number): number => Math.max(0, 0.5 - below(outcome), under(outcome) - 0.5);

/** The central interval that holds what lies no farther from the middle than this (see `centralDistance`). */
export const centralInterval = ({ quantile, upperQuantile }: ContentForecast, distance: number): ContentInterval => ({ low: quantile(0.5 - distance), high: upperQuantile(0.5 + distance) });

export interface ContentInterval {
  readonly low: number;
  readonly high: number;
}

/** An interval that is to hold a share of outcomes, and how far from the middle of a forecast it reaches for that. */
export interface CalibratedLevel {
  readonly level: number;
  readonly distance: number;
}

/** Forecasts with this many positions are calibrated together: outcomes lie farther out where there are many. */
export const crowds = ["at most 2", "3", "4 or more"] as const;

export type Crowd = (typeof crowds)[number];

export const crowdOf = ({ held }: Pick<ContentForecast, "held">): Crowd => (held.length <= 2 ? "at most 2" : held.length === 3 ? "3" : "4 or more");

/** As 353 decisions of the European Union give them under the defaults of the forecast (DEU III; `npm run validate` measures them again, and held out). */
export const contentLevels: Readonly<Record<Crowd, readonly CalibratedLevel[]>> = {
  "at most 2": levels(0.1835, 0.2815, 0.3294),
  "3": levels(0.1805, 0.3143, 0.3432),
  "4 or more": levels(0.1997, 0.3411, 0.3799),
};

function levels(half: number, eighty: number, ninety: number): readonly CalibratedLevel[] {
  return [
    { level: 0.5, distance: half },
    { level: 0.8, distance: eighty },
    { level: 0.9, distance: ninety },
  ];
}

/** The intervals of a forecast that are to hold half, 80 % and 90 % of outcomes. */
export const contentIntervals = (forecast: ContentForecast): readonly (ContentInterval & { readonly level: number })[] =>
  contentLevels[crowdOf(forecast)].map(({ level, distance }) => ({ level, ...centralInterval(forecast, distance) }));

/**
 * Conformal correction (Vovk, Gammerman and Shafer 2005): the distance that a share of past outcomes kept, with one more for the
 * outcome to come. Half of outcomes lie on positions that are held, so that a central interval of the forecast itself holds far
 * more than its chance.
 */
export function calibrate(distances: readonly number[], level: number): CalibratedLevel {
  const rising = distances.toSorted((one, other) => one - other);
  return { level, distance: rising[Math.ceil(level * (rising.length + 1)) - 1] ?? 0.5 };
}
