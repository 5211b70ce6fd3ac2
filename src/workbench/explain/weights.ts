import type { Interval } from "#kit/interval";
import { exactly } from "#kit/interval";
import type { ExplainedWeight } from "#workbench/explain/shape";
import { clustersOf } from "#workbench/forecast/dependence";
import type { SourceRegister } from "#workbench/forecast/source-register";
import { decibels, weigh, type WeighedItem } from "#workbench/forecast/weigh";

/** What each item on a variable weighs by state: at face value, after its grade, and as it counts. */
export function weightsOf(items: readonly WeighedItem[], states: readonly string[], register: SourceRegister): ReadonlyMap<WeighedItem, Readonly<Record<string, ExplainedWeight>>> {
  const atFaceValue = weigh(items.map(({ item }) => item), states, { register, grades: false, dependence: false, correlation: 0 });
  return new Map(
    items.map((item, at) => {
      const face = atFaceValue[at];
      const [bare, graded, counted] = [face ? decibels(face, states) : {}, decibels({ ...item, share: 1 }, states), decibels(item, states)];
      return [item, Object.fromEntries(states.map((state) => [state, { face: bare[state] ?? null, graded: graded[state] ?? null, counted: counted[state] ?? null }]))];
    }),
  );
}

/** The ids of the other items of an item's cluster. */
export function togetherWith(item: WeighedItem, items: readonly WeighedItem[]): readonly string[] {
  const cluster = clustersOf(items.map(({ links }) => links)).find((members) => members.some((at) => items[at] === item)) ?? [];
  return Array.from(new Set(cluster.flatMap((at) => (items[at] && items[at] !== item ? [items[at].item.id] : []))));
}

/** How probable what was seen is in each state, before grade and dependence: 0 where the author excludes the state, that of noise where nothing is said. */
export const likelihoodOf = ({ item }: WeighedItem, states: readonly string[]): Readonly<Record<string, Interval>> =>
  Object.fromEntries(states.map((state) => [state, item.eliminates.includes(state) ? exactly(0) : (item.likelihood[state] ?? exactly(1 / item.outcomes))]));
