import { compromiseOf, normalBelow, type Claim } from "#bargaining/forums/compromise";

/** How a text that is agreed lies among what its makers want. */
export interface ContentModel {
  /** The power of the weight behind a position that is its pull: 1 by weight, 0 all positions alike. */
  readonly pullPower: number;
  /** Chance that the text is what somebody wants, drawn by pull, and no compromise. */
  readonly heldText: number;
  /** Standard deviation of a compromise about the mean of the positions by pull, as a share of the distance between the extreme ones. */
  readonly textError: number;
}

/** What describes decisions of the European Union best (DEU III; docs/reference/validation.md tells how it was chosen and what it is worth). */
export const contentModel: ContentModel = { pullPower: 0.7, heldText: 0.5, textError: 0.15 };

/** A position that is held, the weight behind it, and its pull as a share of all. */
export interface HeldPosition {
  readonly position: number;
  readonly weight: number;
  readonly pull: number;
}

/** The distribution of a text between the extreme positions, on the scale of the claims; what would lie beyond lies at the ends. */
export interface ContentForecast {
  readonly low: number;
  readonly high: number;
  /** The mean of the positions by weight, the plain compromise. */
  readonly compromise: number;
  /** The mean of the positions by pull, which is the mean of the forecast before its ends are cut. */
  readonly centre: number;
  /** Rising. */
  readonly held: readonly HeldPosition[];
  /** The chance of a text at or below a point. */
  readonly below: (point: number) => number;
  /** The chance of a text below a point. */
  readonly under: (point: number) => number;
  /** The least point at or below which the text lies with at least this chance; 0.5 gives the median, the best guess by absolute error. */
  readonly quantile: (chance: number) => number;
  /** The greatest point below which the text lies with at most this chance. */
  readonly upperQuantile: (chance: number) => number;
}

/** What is wrong with claims, in one sentence; undefined where a forecast can be made. */
export function claimProblem(claims: readonly Claim[]): string | undefined {
  if (claims.length === 0) return "There are no claims.";
  for (const [number, { position, weight }] of claims.entries()) {
    if (!Number.isFinite(position)) return `The position of claim ${number + 1} is ${position}; it must be a number.`;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) return `The weight of claim ${number + 1} is ${weight}; it must be a number from 0 up.`;
  }
  return undefined;
}

/**
 * The content of a text from who wants what: a mixture of an error about a compromise and of the positions held. It shifts,
 * stretches and turns with the scale. Where all weights are 0, all count alike. Throws a `RangeError` on what has a `claimProblem`.
 */
export function contentForecast(claims: readonly Claim[], model: ContentModel = contentModel): ContentForecast {
  const problem = claimProblem(claims);
  if (problem !== undefined) throw new RangeError(problem);
  const compromise = compromiseOf(claims);
  const held = heldPositions(claims, model.pullPower);
  const centre = held.reduce((sum, { position, pull }) => sum + position * pull, 0);
  const [low, high] = [held[0]?.position ?? compromise, held.at(-1)?.position ?? compromise];
  const chanceOf = mixture({ held, centre, deviation: model.textError * (high - low), heldText: model.heldText });
  const below = (point: number): number => (point < low ? 0 : point >= high ? 1 : chanceOf(point, true));
  const under = (point: number): number => (point <= low ? 0 : point > high ? 1 : chanceOf(point, false));
  const steps = { points: [...held.map(({ position }) => position), centre].toSorted((one, other) => one - other), below, under };
  return { low, high, compromise, centre, held, below, under, quantile: (chance) => leastPoint(steps, chance), upperQuantile: (chance) => greatestPoint(steps, chance) };
}

/** The distinct positions, rising, each with a pull by the power of all the weight behind it. */
function heldPositions(claims: readonly Claim[], power: number): readonly HeldPosition[] {
  const weights = new Map<number, number>();
  const nobodyCounts = claims.every(({ weight }) => weight === 0);
  for (const { position, weight } of claims) weights.set(position, (weights.get(position) ?? 0) + (nobodyCounts ? 1 : weight));
  const pulls = [...weights].toSorted(([one], [other]) => one - other).map(([position, weight]) => ({ position, weight, pull: weight > 0 ? weight ** power : 0 }));
  const all = pulls.reduce((sum, { pull }) => sum + pull, 0);
  return pulls.map(({ position, weight, pull }) => ({ position, weight: nobodyCounts ? 0 : weight, pull: pull / all }));
}

interface Mixture {
  readonly held: readonly HeldPosition[];
  readonly centre: number;
  readonly deviation: number;
  readonly heldText: number;
}

/** The chance of a text below a point, with what lies on the point itself or without, before the ends are cut. */
function mixture({ held, centre, deviation, heldText }: Mixture): (point: number, itself: boolean) => number {
  const sums = new Float64Array(held.length + 1);
  held.forEach(({ pull }, at) => (sums[at + 1] = (sums[at] ?? 0) + pull));
  return (point, itself) => {
    const step = point > centre || (itself && point === centre) ? 1 : 0;
    const written = deviation > 0 ? normalBelow((point - centre) / deviation) : step;
    return (1 - heldText) * written + heldText * (sums[positionsBelow(held, point, itself)] ?? 0);
  };
}

/** How many positions lie below a point, or on it; by halving. */
function positionsBelow(held: readonly HeldPosition[], point: number, itself: boolean): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = held[middle]?.position ?? 0;
    if (position < point || (itself && position === point)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where chances may lie on one point, rising: the positions held, with the ends among them, and the centre. */
interface Steps extends Pick<ContentForecast, "below" | "under"> {
  readonly points: readonly number[];
}

/** What sums of chances lose to rounding. */
const rounding = 1e-12;

/** The least point with `below(point) >= chance`. */
function leastPoint({ points, below, under }: Steps, chance: number): number {
  const at = points.findIndex((point) => below(point) >= chance - rounding);
  const [before, point] = [points[at - 1], points[at] ?? points.at(-1) ?? Number.NaN];
  return before === undefined || under(point) < chance ? point : halve({ from: before, to: point }, (middle) => below(middle) >= chance);
}

/** The greatest point with `under(point) <= chance`. */
function greatestPoint({ points, below, under }: Steps, chance: number): number {
  const at = points.findLastIndex((point) => under(point) <= chance + rounding);
  const [point, behind] = [points[at] ?? points[0] ?? Number.NaN, points[at + 1]];
  return behind === undefined || below(point) > chance ? point : halve({ from: point, to: behind }, (middle) => under(middle) > chance);
}

/** Where a property begins to hold on a stretch, to the last digit. */
function halve({ from, to }: { readonly from: number; readonly to: number }, holds: (point: number) => boolean): number {
  let [left, right] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (left + right) / 2;
    if (holds(middle)) right = middle;
    else left = middle;
  }
  return right;
}
