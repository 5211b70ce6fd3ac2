import type { Sites } from "./sites.ts";

/**
 * The chance that whoever stands on one site wins against whoever stands on another, if both call on all others: the lead of
 * those who are nearer to the challenger over those who are nearer to the other, each by weight times the difference of
 * distances, as a share of both; 0 where the other leads (Scholz, Calbert and Smith 2011, section 4, with the lower bound of
 * Masad's code). Row by row, the challenger's site first. Time grows with the square of the sites.
 */
export function winChances({ position, weight }: Sites): Float64Array {
  const sites = position.length;
  const chances = new Float64Array(sites * sites);
  const sums = prefixSums(position, weight);
  for (let low = 0; low < sites; low++) {
    let middle = low + 1;
    for (let high = low + 1; high < sites; high++) {
      const twice = at(position, low) + at(position, high);
      while (middle < high && 2 * at(position, middle) < twice) middle++;
      const { forLow, forHigh } = support({ position, sums, low, middle, high });
      const all = forLow + forHigh;
      if (all === 0) continue;
      chances[low * sites + high] = Math.max(0, forLow - forHigh) / all;
      chances[high * sites + low] = Math.max(0, forHigh - forLow) / all;
    }
  }
  return chances;
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

interface PrefixSums {
  /** Weight on the sites before each, and weight times distance from the first position. */
  readonly weight: Float64Array;
  readonly moment: Float64Array;
}

function prefixSums(position: Float64Array, weight: Float64Array): PrefixSums {
  const sums = { weight: new Float64Array(position.length + 1), moment: new Float64Array(position.length + 1) };
  for (let site = 0; site < position.length; site++) {
    sums.weight[site + 1] = at(sums.weight, site) + at(weight, site);
    sums.moment[site + 1] = at(sums.moment, site) + at(weight, site) * (at(position, site) - at(position, 0));
  }
  return sums;
}

interface Contest {
  readonly position: Float64Array;
  readonly sums: PrefixSums;
  readonly low: number;
  /** The first site between the two that is at least as near to the higher. */
  readonly middle: number;
  readonly high: number;
}

/** What supports each of two sites: outside them all of the gap counts, between them the difference of distances. */
function support({ position, sums, low, middle, high }: Contest): { readonly forLow: number; readonly forHigh: number } {
  const gap = at(position, high) - at(position, low);
  const ends = at(position, low) + at(position, high) - 2 * at(position, 0);
  const below = ends * (at(sums.weight, middle) - at(sums.weight, low + 1)) - 2 * (at(sums.moment, middle) - at(sums.moment, low + 1));
  const above = 2 * (at(sums.moment, high) - at(sums.moment, middle)) - ends * (at(sums.weight, high) - at(sums.weight, middle));
  return {
    forLow: gap * at(sums.weight, low + 1) + Math.max(0, below),
    forHigh: gap * (at(sums.weight, position.length) - at(sums.weight, high)) + Math.max(0, above),
  };
}
