import type { Watched } from "#core/network-piece";
import { isPossible, posteriorOf, quietLook, type Root } from "#workbench/forecast/roots";

/**
 * Open indicators by the expected information, in bits, of learning whether each is crossed by its horizon:
 * H(S) - E[H(S | crossed or not)], given all evidence (Lindley 1956). Largest first.
 */
export function watchNext(root: Root): readonly { readonly id: string; readonly bits: number }[] {
  if (!isPossible(root)) return [];
  const now = posteriorOf(root);
  return root.watched.map((watched) => ({ id: watched.id, bits: informationIn(now, crossingGiven(root, watched)) })).toSorted((a, b) => b.bits - a.bits);
}

/**
 * P(crossed by the horizon | state, all evidence). After a quiet look the crossing may still come, or the look may have
 * been wrong. How much the look counts among dependent items moves the states' weights, not this.
 */
export function crossingGiven(root: Root, watched: Watched): readonly number[] {
  const { crossing, quiet } = watched;
  const look = quietLook(root, watched);
  return root.states.map((state) => {
    const q = crossing[state]?.point ?? 0.5;
    if (!quiet || !look) return q;
    const noise = (1 - look.reliability) / look.item.outcomes;
    const telling = look.reliability + noise;
    const crossed = q * (quiet.elapsed * noise + (1 - quiet.elapsed) * telling);
    const total = crossed + (1 - q) * telling;
    return total > 0 ? crossed / total : 0;
  });
}

/** Mutual information, in bits, of a variable and a yes/no event with these probabilities by state. */
export function informationIn(distribution: readonly number[], event: readonly number[]): number {
  const yes = distribution.map((p, state) => p * (event[state] ?? 0));
  const no = distribution.map((p, state) => p * (1 - (event[state] ?? 0)));
  return Math.max(0, entropy(distribution) + entropy([sum(yes), sum(no)]) - entropy([...yes, ...no]));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const entropy = (values: readonly number[]): number => values.reduce((total, value) => (value > 0 ? total - value * Math.log2(value) : total), 0);
