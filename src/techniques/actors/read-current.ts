import { headingKey } from "#model/heading";
import type { Stand } from "./schema.ts";

/** The matters that positions are about, in the order of the document; undefined for one without a name. The first is what the scale is about. */
export const mattersOf = (stands: readonly Pick<Stand, "matter">[]): readonly (string | undefined)[] => {
  const byKey = new Map(stands.map(({ matter }) => [headingKey(matter ?? ""), matter] as const).toReversed());
  return [...new Set(stands.map(({ matter }) => headingKey(matter ?? "")))].map((key) => byKey.get(key));
};

/** The position that counts for an actor on a matter: the latest by date; of undated ones the last written. */
export function currentStand(actor: string, stands: readonly Stand[], matter = mattersOf(stands)[0]): Stand | undefined {
  let latest: Stand | undefined;
  for (const stand of stands) {
    if (stand.actor !== actor || headingKey(stand.matter ?? "") !== headingKey(matter ?? "") || stand.value === undefined) continue;
    if (latest === undefined || (stand.date?.day ?? "") >= (latest.date?.day ?? "")) latest = stand;
  }
  return latest;
}
