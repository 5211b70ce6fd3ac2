import { seededRandom } from "#kit/random";
import { fitIdealPoints, placesOf } from "#bargaining/ideal-points/ideal-points";
import { adjustedRand, averageLinkage, kMeans, silhouette, type Partition } from "#bargaining/votes/blocs";
import { cohesion } from "#bargaining/votes/cohesion";
import { likeness, nearestVoters } from "#bargaining/votes/likeness";
import type { RollCalls } from "#bargaining/votes/roll-calls";

export interface BlocsOptions {
  /** How many blocs; left out, as many from 2 to 8 as separate best. */
  readonly count?: number;
  readonly dimensions: number;
  readonly seed: number;
  /** A voter whose nearest are asked for. */
  readonly near?: string;
}

/** The shape of `votes blocs --json`. */
export interface VoteBlocs {
  readonly count: number;
  readonly chosenBy: "silhouette" | "asked";
  readonly silhouette: number;
  /** How far the two ways to sort the voters agree beyond chance: the adjusted Rand index, 1 at most. */
  readonly agreement: number;
  readonly blocs: readonly Bloc[];
  /** The likest voters first; correlation of answers less the mean of each roll call. */
  readonly nearest: readonly { readonly id: string; readonly likeness: number }[];
  readonly seed: number;
}

interface Bloc {
  readonly members: readonly string[];
  /** Members that the other way to sort puts elsewhere than most of their bloc. */
  readonly disputed: readonly string[];
  readonly cohesion?: number;
}

/** Sorts voters by what they answer together (average linkage) and by where they stand (k-means on ideal points), and compares. */
export function blocsOfVotes(calls: RollCalls, { count, dimensions, seed, near }: BlocsOptions): VoteBlocs {
  const alike = likeness(calls);
  const distance = alike.map((value) => 1 - value);
  const chosen = count ?? bestCount(distance, calls.voters.length);
  const together = averageLinkage(distance, chosen);
  const fit = fitIdealPoints(calls, { dimensions, seed });
  const points = placesOf(fit.mode.model, fit.parameters);
  const apart = kMeans(points, { dimensions, count: chosen, random: seededRandom(seed) });
  return {
    count: chosen,
    chosenBy: count === undefined ? "silhouette" : "asked",
    silhouette: silhouette(distance, together),
    agreement: adjustedRand(together, apart),
    blocs: Array.from({ length: chosen }, (_, bloc) => blocOf(calls, bloc, { together, apart })),
    nearest: near === undefined ? [] : nearestTo(calls, alike, near),
    seed,
  };
}

/** At most so many blocs are told apart in a picture. */
const mostMarked = 6;

/** The bloc of each voter by what they answer together, for a picture, and what to call each: its size and the members nearest to all others in it. */
export function markedBlocs(calls: RollCalls): { readonly of: Partition; readonly names: readonly string[] } {
  const alike = likeness(calls);
  const size = calls.voters.length;
  const of = averageLinkage(alike.map((value) => 1 - value), bestCount(alike.map((value) => 1 - value), size, mostMarked));
  const names = Array.from({ length: Math.max(...of) + 1 }, (_, bloc) => {
    const members = of.flatMap((own, voter) => (own === bloc ? [voter] : []));
    const nearness = (voter: number): number => members.reduce((sum, other) => sum + (alike[voter * size + other] ?? 0), 0);
    const central = members.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, 6).map((voter) => calls.voters[voter]?.id ?? "");
    return `Bloc ${bloc + 1}: ${members.length} ${members.length === 1 ? "voter" : "voters"}, ${members.length > central.length ? "such as " : ""}${central.join(", ")}`;
  });
  return { of, names };
}

function bestCount(distance: Float64Array, voters: number, most = 8): number {
  const counts = [2, 3, 4, 5, 6, 7, 8].filter((count) => count < voters && count <= most);
  const widths = counts.map((count) => ({ count, width: silhouette(distance, averageLinkage(distance, count)) }));
  return widths.toSorted((a, b) => b.width - a.width)[0]?.count ?? 1;
}

function blocOf(calls: RollCalls, bloc: number, { together, apart }: { readonly together: Partition; readonly apart: Partition }): Bloc {
  const members = together.flatMap((own, voter) => (own === bloc ? [voter] : []));
  const counts = new Map<number, number>();
  for (const voter of members) counts.set(apart[voter] ?? 0, (counts.get(apart[voter] ?? 0) ?? 0) + 1);
  const usual = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const own = new Set(members);
  const agreed = cohesion(calls, (voter) => own.has(voter));
  const idOf = (voter: number): string => calls.voters[voter]?.id ?? "";
  return { members: members.map(idOf), disputed: members.filter((voter) => apart[voter] !== usual).map(idOf), ...(agreed !== undefined && { cohesion: agreed }) };
}

function nearestTo(calls: RollCalls, alike: Float64Array, near: string): VoteBlocs["nearest"] {
  const voter = calls.voters.findIndex(({ id }) => id === near);
  return nearestVoters(alike, voter, 12).map(({ voter: other, likeness: value }) => ({ id: calls.voters[other]?.id ?? "", likeness: value }));
}
