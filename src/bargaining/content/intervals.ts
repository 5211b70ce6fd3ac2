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

/** As 353 decisions of the European Union give them under the defaults of the forecast (DEU III; `npm run validate` measures them again, and held out). */
export const contentLevels: readonly CalibratedLevel[] = [
  { level: 0.5, distance: 0.184 },
  { level: 0.8, distance: 0.308 },
  { level: 0.9, distance: 0.353 },
];

/**
 * Conformal correction (Vovk, Gammerman and Shafer 2005): the distance that a share of past outcomes kept, with one more for the
 * outcome to come. Half of outcomes lie on positions that are held, so that a central interval of the forecast itself holds far
 * more than its chance.
 */
export function calibrate(distances: readonly number[], level: number): CalibratedLevel {
  const rising = distances.toSorted((one, other) => one - other);
  return { level, distance: rising[Math.ceil(level * (rising.length + 1)) - 1] ?? 0.5 };
}
