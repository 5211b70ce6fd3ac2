import type { Interval } from "#kit/interval";
import { evidenceOn, messageOf, type CompiledAssumption } from "#workbench/forecast/assumptions";
import { extremesOf, hullOf, powerBox, productExtremes, sumBoxes, type Bounds, type LogBox } from "#workbench/forecast/extremes";
import type { CountedOpinion } from "#workbench/forecast/prior";
import { posteriorOf, type Root } from "#workbench/forecast/roots";
import { addItems } from "#workbench/forecast/weigh";
import { contradicts } from "#core/failure-table";

/** Bounds by state; `exact` where they are attained, otherwise proven to contain. */
export interface RootBounds extends Bounds {
  readonly exact: boolean;
}

/** What one assumption's evidence may say: one of several boxes. */
interface MessageBoxes {
  readonly boxes: readonly LogBox[];
  readonly exact: boolean;
}

/** More combinations of what assumptions may say than this are replaced by their hull. */
const mostCombinations = 256;

/**
 * The least and greatest posterior of each state over the box of all interval-valued entries, varied independently;
 * combinations for which an assumption's row contradicts itself are left out of the box.
 */
export function boundsOf(root: Root): RootBounds {
  const posterior = posteriorOf(root);
  const found = widest(root);
  // Rounding must not put the point outside its own bounds.
  return {
    low: found.low.map((value, state) => Math.min(value, posterior[state] ?? value)),
    high: found.high.map((value, state) => Math.max(value, posterior[state] ?? value)),
    exact: found.exact,
  };
}

function widest(root: Root): RootBounds {
  const { prior, items, states } = root;
  const nothing = states.map(() => 0);
  const evidence = { low: addItems(nothing, items, "low"), high: addItems(nothing, items, "high") };
  const active = root.assumptions.filter((assumption) => messageOf(assumption) !== undefined);
  const { opinions, messages } = sharedStated(root, active) ?? { opinions: prior.opinions, messages: active.map((assumption) => boxesOf(assumption, root)) };
  const { boxes, exact } = combined(messages);
  const bounds = hullOf(boxes.map((box) => boundsWith(root, opinions, sumBoxes(evidence, box))));
  return { ...bounds, exact };
}

function boundsWith({ prior }: Root, opinions: readonly CountedOpinion[], likelihood: LogBox): Bounds {
  return opinions.length === 0 || prior.law === "uniform" ? productExtremes(likelihood) : extremesOf(opinions, prior.law, likelihood);
}

/**
 * Where all that is known of the assumptions is that some fail, the author's stated entry of a state stands in the prior
 * and under the fraction bar of each: x^(w - n) in all, which still rises or falls with x alone.
 */
function sharedStated({ prior, states }: Root, active: readonly CompiledAssumption[]): { readonly opinions: readonly CountedOpinion[]; readonly messages: readonly MessageBoxes[] } | undefined {
  const { stated } = prior;
  if (!stated || prior.law !== "geometric" || isPoint(stated.entries) || active.length === 0 || active.some(({ assumed }) => assumed !== "fails")) return undefined;
  const lowered = { ...stated, share: stated.share - active.length };
  const messages = active.map((assumption) => ({
    boxes: [powerBox(assumption.ifFails ?? [], 1)],
    exact: isCoherent(assumption, normalisedBounds(stated.entries)),
  }));
  return { opinions: prior.opinions.map((opinion) => (opinion === stated ? lowered : opinion)), messages: states.length > 0 ? messages : [] };
}

function boxesOf(assumption: CompiledAssumption, root: Root): MessageBoxes {
  const dividers = dividersOf(root);
  const fixed = isPoint(dividers);
  if (assumption.assumed === "fails") {
    const box = sumBoxes(powerBox(assumption.ifFails ?? [], 1), powerBox(dividers, -1));
    return { boxes: [box], exact: fixed && isCoherent(assumption, dividers) };
  }
  return fixed && isPoint(assumption.ifFails ?? []) ? vertexMessages(assumption) : { boxes: [outerMessage(assumption, dividers)], exact: false };
}

/** P(state) as the assumptions' rows divide by it. */
function dividersOf({ prior }: Root): readonly Interval[] {
  if (prior.stated) return normalisedBounds(prior.stated.entries);
  const zeros = prior.point.map(() => 0);
  const { low, high } = prior.opinions.length === 0 || prior.law === "uniform" ? { low: prior.point, high: prior.point } : extremesOf(prior.opinions, prior.law, { low: zeros, high: zeros });
  return prior.point.map((point, state) => ({ low: low[state] ?? point, point, high: high[state] ?? point }));
}

/** Each entry of a vector that is divided by its sum, at its least and greatest. */
function normalisedBounds(entries: readonly Interval[]): readonly Interval[] {
  const total = entries.reduce((sum, { point }) => sum + point, 0);
  if (isPoint(entries)) return entries.map(({ point }) => ({ low: point / total, point: point / total, high: point / total }));
  const { low, high } = productExtremes(powerBox(entries, 1));
  return entries.map(({ point }, state) => ({ low: low[state] ?? 0, point: point / total, high: high[state] ?? 1 }));
}

const isPoint = (entries: readonly Interval[]): boolean => entries.every(({ low, high }) => low === high);

/** True where no choice of entries makes the row contradict itself while failure is as unlikely as it may be. */
function isCoherent({ dependent, ifFails = [] }: CompiledAssumption, dividers: readonly Interval[]): boolean {
  const fails = 1 - (dependent.holds?.high ?? 1);
  return normalisedBounds(ifFails).every(({ high }, state) => fails === 0 || !contradicts((fails * high) / (dividers[state]?.low ?? 0)));
}

/** How likely failure may be without contradiction, where the other entries are single numbers. */
function failureRange({ dependent, lift = [] }: CompiledAssumption): readonly number[] {
  const { low, high } = dependent.holds ?? { low: 1, high: 1 };
  const most = Math.min(1 - low, 1 / Math.max(...lift));
  return distinct([1 - high, Math.max(1 - high, most)]);
}

/**
 * Evidence on an assumption whose scenario entries are single numbers: the posterior is a ratio of two functions linear in
 * P(fails) and in the likelihood ratio, so it rises or falls with each alone, and its extremes lie at their ends.
 */
function vertexMessages(assumption: CompiledAssumption): MessageBoxes {
  const { lift = [], items, assumed } = assumption;
  const ends = assumed === "holds" ? [[1, 0] as const] : [evidenceOn(items, ["low", "high"]), evidenceOn(items, ["high", "low"])];
  const boxes = failureRange(assumption).flatMap((fails) =>
    distinctPairs(ends).map(([holding, failing]) => {
      const logs = lift.map((ratio) => Math.log(Math.min(1, fails * ratio) * failing + Math.max(0, 1 - fails * ratio) * holding));
      return { low: logs, high: logs };
    }),
  );
  return { boxes, exact: true };
}

/** The same by interval arithmetic, where entries occur more than once and cannot be followed. */
function outerMessage({ dependent, ifFails = [], items, assumed }: CompiledAssumption, dividers: readonly Interval[]): LogBox {
  const { low: holdsLow, high: holdsHigh } = dependent.holds ?? { low: 1, high: 1 };
  const [holdingLow, failingLow] = assumed === "holds" ? [1, 0] : evidenceOn(items, ["low", "low"]);
  const [holdingHigh, failingHigh] = assumed === "holds" ? [1, 0] : evidenceOn(items, ["high", "high"]);
  const tables = normalisedBounds(ifFails).map(({ low, high }, state) => [
    Math.min(1, ratio((1 - holdsHigh) * low, dividers[state]?.high ?? 1)),
    Math.min(1, ratio((1 - holdsLow) * high, dividers[state]?.low ?? 0)),
  ]);
  const mixed = (fails: number, holding: number, failing: number): number => fails * failing + (1 - fails) * holding;
  return {
    low: tables.map((ends) => Math.log(Math.min(...ends.map((fails) => mixed(fails, holdingLow, failingLow))))),
    high: tables.map((ends) => Math.log(Math.max(...ends.map((fails) => mixed(fails, holdingHigh, failingHigh))))),
  };
}

const ratio = (numerator: number, denominator: number): number => (numerator === 0 ? 0 : numerator / denominator);

/** Every combination of one box per assumption; the hull of each where there are too many. */
function combined(messages: readonly MessageBoxes[]): MessageBoxes {
  const count = messages.reduce((product, { boxes }) => product * boxes.length, 1);
  const lists = count <= mostCombinations ? messages.map(({ boxes }) => boxes) : messages.map(({ boxes }) => [hullOf(boxes)]);
  const boxes = lists.reduce<readonly LogBox[] | undefined>((sums, list) => (sums ? sums.flatMap((sum) => list.map((box) => sumBoxes(sum, box))) : list), undefined);
  return { boxes: boxes ?? [noMessage], exact: count <= mostCombinations && messages.every(({ exact }) => exact) };
}

const noMessage: LogBox = { low: [], high: [] };
const distinct = (values: readonly number[]): readonly number[] => Array.from(new Set(values));
const distinctPairs = (pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] =>
  pairs.filter(([a, b], at) => pairs.findIndex(([x, y]) => x === a && y === b) === at);
