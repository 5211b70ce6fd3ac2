import type { EntryPlace } from "#bayes/entries";
import { bilinearAt, inValues, posteriorAtBoth, rootAlongSecond, twoWayTo, type Coefficients, type Pairing, type TwoWayFunction } from "#bayes/two-way";

/** Values of both entries at which something happens: a point for each of the first for which there is a second from 0 to 1. */
export interface Contour {
  readonly points: readonly (readonly [number, number])[];
}

/** The posterior over the whole square of two entries. */
export interface Square {
  /** The values of either entry, from 0 to 1. */
  readonly values: readonly number[];
  /** By the first entry, then by the second; null where what is known would be impossible. */
  readonly posterior: readonly (readonly (number | null)[])[];
  readonly leader: readonly (readonly (string | null)[])[];
  /** Lines of equal posterior: of the posterior now, and of each tenth that occurs. */
  readonly contours: readonly (Contour & { readonly posterior: number })[];
  /** Where two states that lead there are equally probable. */
  readonly leaderChanges: readonly (Contour & { readonly states: readonly [string, string] })[];
}

/** Over what P(what is known) is now, less than this is impossible. */
export const impossible = 1e-9;

/** A probability whatever rounding did to it. */
export const bounded = (posterior: number): number => Math.max(0, Math.min(1, posterior));

interface Plane {
  readonly pairing: Pairing;
  readonly place: EntryPlace;
  readonly state: string;
  readonly second: number;
}

const steps = 20;
const values: readonly number[] = Array.from({ length: steps + 1 }, (_, step) => step / steps);
const finer: readonly number[] = Array.from({ length: 5 * steps + 1 }, (_, step) => step / (5 * steps));

/** The posterior of every state as a function of the values of both entries. */
interface Surface {
  readonly state: string;
  readonly above: Coefficients;
  readonly below: Coefficients;
  readonly posterior: (x: number, y: number) => number | null;
}

/** Evaluates the posteriors of a target over the square of two entries, and finds the lines in it. */
export function squareOf({ pairing, place, state, second }: Plane): Square {
  const surfaces = pairing.base.hypotheticals.flatMap((one) => {
    const own = twoWayTo(pairing, one.state, second);
    return own ? [surfaceOf(one.state, own, pairing.first.value, place.value)] : [];
  });
  const shown = surfaces.find((surface) => surface.state === state);
  const posterior = values.map((x) => values.map((y) => shown?.posterior(x, y) ?? null));
  const now = shown?.posterior(pairing.first.value, place.value) ?? 0;
  return { values, posterior, leader: values.map((x) => values.map((y) => leaderAt(surfaces, x, y))), contours: shown ? contoursOf(shown, posterior.flat(), now) : [], leaderChanges: leaderChangesOf(surfaces) };
}

function surfaceOf(state: string, own: TwoWayFunction, x: number, y: number): Surface {
  return {
    state,
    above: scaled(inValues(own.above, x, y), own.probability),
    below: inValues(own.below, x, y),
    posterior: (u, v) => (bilinearAt(own.below, u - x, v - y) > impossible ? bounded(posteriorAtBoth(own, u - x, v - y)) : null),
  };
}

function leaderAt(surfaces: readonly Surface[], x: number, y: number): string | null {
  let [leader, most]: [string | null, number] = [null, -1];
  for (const { state, posterior } of surfaces) {
    const value = posterior(x, y);
    if (value !== null && value > most) [leader, most] = [state, value];
  }
  return leader;
}

/** Lines of the posterior now and of each tenth between the least and the greatest. */
function contoursOf({ above, below }: Surface, found: readonly (number | null)[], now: number): Square["contours"] {
  const known = found.filter((value) => value !== null);
  const levels = [now, ...values.filter((_, step) => step % 2 === 0)].filter((level) => known.some((value) => value < level) && known.some((value) => value > level));
  return levels.map((level) => ({ posterior: level, points: pointsOn(minus(above, scaled(below, level))) }));
}

function leaderChangesOf(surfaces: readonly Surface[]): Square["leaderChanges"] {
  return surfaces.flatMap((one, number) =>
    surfaces.slice(number + 1).flatMap((other) => {
      // Only where no third state is more probable than the two.
      const points = pointsOn(minus(one.above, other.above)).filter(([x, y]) => surfaces.every(({ posterior }) => isAtMost(posterior(x, y), one.posterior(x, y))));
      return points.length > 0 ? [{ states: [one.state, other.state] as const, points }] : [];
    }),
  );
}

const isAtMost = (value: number | null, most: number | null): boolean => value !== null && most !== null && value <= most + 1e-9;

/** Coefficients times a number. */
export const scaled = ([constant, x, y, both]: Coefficients, by: number): Coefficients => [constant * by, x * by, y * by, both * by];
const minus = (a: Coefficients, b: Coefficients): Coefficients => [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];

/** Where a function of both is 0 in the square: by the first entry, or by the second where the line is so steep that this gives more points. */
function pointsOn([constant, x, y, both]: Coefficients): Contour["points"] {
  const across = pointsAlong([constant, x, y, both]);
  const up = pointsAlong([constant, y, x, both]).map(([second, first]) => [first, second] as const);
  return up.length > across.length ? up : across;
}

function pointsAlong(coefficients: Coefficients): Contour["points"] {
  return finer.flatMap((along) => {
    const root = rootAlongSecond(coefficients, along);
    return root !== undefined && root >= 0 && root <= 1 ? [[along, root] as const] : [];
  });
}
