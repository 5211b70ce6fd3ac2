import { exactly, type Interval } from "#kit/interval";
import type { CarriedWidth } from "#workbench/explain/shape";
import type { CompiledAssumption } from "#workbench/forecast/assumptions";
import { boundsOf } from "#workbench/forecast/bounds";
import type { CountedOpinion } from "#workbench/forecast/prior";
import type { Root } from "#workbench/forecast/roots";
import type { WeighedItem } from "#workbench/forecast/weigh";

/** One number that is given as an interval, and the variable with its middle in its place. */
interface Pinned {
  readonly about: string;
  readonly what: string;
  readonly interval: Interval;
  readonly root: Root;
}

/** Narrower by less is rounding. */
const noticeable = 1e-9;

/** Each number given as a word or range, and the bounds of a state if it were its middle; those that carry most width come first, those that carry none are left out. */
export function widthOf(root: Root, state: string): readonly CarriedWidth[] {
  const at = root.states.indexOf(state);
  const bounds = (changed: Root): { readonly low: number; readonly high: number } => {
    const { low, high } = boundsOf(changed);
    return { low: low[at] ?? 0, high: high[at] ?? 1 };
  };
  const now = bounds(root);
  return [...root.prior.opinions.flatMap((opinion) => pinnedOpinion(root, opinion)), ...root.items.flatMap((item) => pinnedItem(root, item)), ...root.assumptions.flatMap((assumption) => pinnedAssumption(root, assumption))]
    .map(({ about, what, interval, root: pinned }) => {
      const { low, high } = bounds(pinned);
      return { about, what, from: interval.low, to: interval.high, low, high, narrower: now.high - now.low - (high - low) };
    })
    .filter(({ narrower }) => narrower > noticeable)
    .toSorted((a, b) => b.narrower - a.narrower);
}

const isWide = ({ low, high }: Interval): boolean => high > low;
const pin = (entries: readonly Interval[], at: number): readonly Interval[] => entries.map((entry, place) => (place === at ? exactly(entry.point) : entry));

function pinnedOpinion(root: Root, opinion: CountedOpinion): readonly Pinned[] {
  const { prior, states } = root;
  const { id, kind } = opinion.opinion;
  return opinion.entries.flatMap((interval, at) => {
    if (!isWide(interval)) return [];
    const narrow = { ...opinion, entries: pin(opinion.entries, at) };
    const opinions = prior.opinions.map((one) => (one === opinion ? narrow : one));
    const about = kind === "stated" ? (states[at] ?? "") : id;
    return [{ about, what: kind === "stated" ? `stated probability of ${states[at] ?? ""}` : `probability of ${states[at] ?? ""} by ${id}`, interval, root: { ...root, prior: { ...prior, opinions, ...(prior.stated === opinion && { stated: narrow }) } } }];
  });
}

function pinnedItem(root: Root, weighed: WeighedItem): readonly Pinned[] {
  const { item, graded } = weighed;
  return root.states.flatMap((state, at) => {
    const interval = item.likelihood[state];
    if (!interval || !isWide(interval) || graded.low[at] === graded.high[at]) return [];
    const settle = (logs: readonly number[]): readonly number[] => logs.with(at, graded.point[at] ?? 0);
    const narrow = { ...weighed, graded: { low: settle(graded.low), point: graded.point, high: settle(graded.high) } };
    const what = `likelihood of ${item.id}${item.bearsOn === item.id ? "" : ` (${item.bearsOn} ${item.reading})`} under ${state}`;
    return [{ about: item.id, what, interval, root: { ...root, items: root.items.map((one) => (one === weighed ? narrow : one)) } }];
  });
}

function pinnedAssumption(root: Root, assumption: CompiledAssumption): readonly Pinned[] {
  const { dependent, ifFails = [] } = assumption;
  const replaced = (narrow: CompiledAssumption): Root => ({ ...root, assumptions: root.assumptions.map((one) => (one === assumption ? narrow : one)) });
  const { holds } = dependent;
  const certain = holds && isWide(holds) ? [{ about: dependent.id, what: `probability that ${dependent.id} holds`, interval: holds, root: replaced({ ...assumption, dependent: { ...dependent, holds: exactly(holds.point) } }) }] : [];
  const following = ifFails.flatMap((interval, at) => (isWide(interval) ? [{ about: dependent.id, what: `probability of ${root.states[at] ?? ""} if ${dependent.id} fails`, interval, root: replaced({ ...assumption, ifFails: pin(ifFails, at) }) }] : []));
  return [...certain, ...following];
}
