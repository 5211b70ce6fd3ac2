import { groupBy } from "#kit/group";

/** How strongly items of one origin repeat each other: 1 if they say the same, 0 if they are independent. Ours. */
export const defaultCorrelation = 0.8;

/** How many independent items a cluster of `count` is worth. */
export const effectiveCount = (count: number, correlation: number): number => 1 + (count - 1) * (1 - correlation);

/** The power that each item of a cluster is raised to: k_eff / k. */
export const shareIn = (count: number, correlation: number): number => effectiveCount(count, correlation) / count;

/** Groups of items, by index, that a chain of common links connects; an item without links stands alone. In order of first members. */
export function clustersOf(links: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const leader = links.map((_, item) => item);
  const find = (item: number): number => {
    const above = leader[item] ?? item;
    return above === item ? item : find(above);
  };
  const firstWith = new Map<string, number>();
  for (const [item, list] of links.entries()) {
    for (const link of list) {
      const first = firstWith.get(link);
      if (first === undefined) firstWith.set(link, item);
      else join(find(first), find(item), leader);
    }
  }
  return Array.from(groupBy(leader.keys(), find).values());
}

function join(one: number, other: number, leader: number[]): void {
  if (one !== other) leader[Math.max(one, other)] = Math.min(one, other);
}
