import type { Stand } from "./schema.ts";

/** The position that counts for an actor: the latest by date on the matter that is named first; of undated ones the last written. */
export function currentStand(actor: string, stands: readonly Stand[]): Stand | undefined {
  const own = stands.filter((stand) => stand.actor === actor);
  const matter = own[0]?.matter;
  let latest: Stand | undefined;
  for (const stand of own) {
    if (stand.matter !== matter || stand.value === undefined) continue;
    if (latest === undefined || (stand.date?.day ?? "") >= (latest.date?.day ?? "")) latest = stand;
  }
  return latest;
}
