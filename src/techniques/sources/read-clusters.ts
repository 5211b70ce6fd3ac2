import { groupBy } from "#kit/group";
import type { Names } from "#model/names";
import type { Source } from "./schema.ts";

/** The sources that go back to one origin, and how often they are cited together. */
export interface Cluster {
  readonly origin: string;
  readonly keys: readonly string[];
  readonly citations: number;
}

/** The clusters of a register, the most cited first; a source without a known origin stands for itself. */
export function clustersOf(sources: readonly Source[], names: Names): readonly Cluster[] {
  const groups = groupBy(sources.filter(({ keyed }) => keyed), ({ key, root }) => root ?? key);
  return Array.from(groups, ([origin, members]) => {
    const keys = [...new Set(members.map(({ key }) => key))];
    return { origin, keys, citations: keys.reduce((sum, key) => sum + names.references(key).length, 0) };
  }).toSorted((a, b) => b.citations - a.citations);
}
