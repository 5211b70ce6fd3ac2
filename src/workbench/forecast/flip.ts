import type { Watched } from "#core/network-piece";
import { clustersOf, shareIn } from "#workbench/forecast/dependence";
import { isPossible, logsOf, type Root } from "#workbench/forecast/roots";
import { addItems, withShares, type WeighedItem } from "#workbench/forecast/weigh";

/** Sets of crossings that change the leading state. */
export interface Flips {
  /** All sets of the smallest size that does, in the order of the document; at most `mostListed`. */
  readonly sets: readonly (readonly string[])[];
  /** True where more sets exist than were listed, or the search was given up. */
  readonly cut: boolean;
}

export const mostListed = 1000;
/** Sets looked at before the search is given up; ten open indicators have 1,024. */
const mostVisited = 5000;
/** Logarithms closer than this are equal: a tie is no lead. */
const tie = 1e-12;

/**
 * All sets of the smallest size, of open indicators, whose crossing makes another state strictly the most probable. A
 * crossing replaces the readings of its indicator and counts q at face value; what depended on them shares anew.
 */
export function flipsOf(root: Root): Flips {
  const leader = leaderOf(root.logs);
  if (!isPossible(root) || leader === undefined) return { sets: [], cut: false };
  const search = searchFor(root, leader);
  for (let size = 1; size <= search.crossings.length; size++) {
    extend(search, { size, chosen: [], from: 0 });
    if (search.found.length > 0 || search.visited > mostVisited) break;
  }
  const cut = search.visited > mostVisited || search.found.length > mostListed;
  return { sets: search.found.slice(0, mostListed), cut };
}

/** The state with the strictly largest logarithm. */
export function leaderOf(logs: readonly number[]): number | undefined {
  const largest = Math.max(...logs);
  const near = Array.from(logs.keys()).filter((state) => (logs[state] ?? -Infinity) > largest - tie);
  return near.length === 1 ? near[0] : undefined;
}

/** An indicator that might be crossed, and the items that its crossing would replace. */
interface Crossing {
  readonly id: string;
  readonly logs: readonly number[];
  readonly replaces: ReadonlySet<WeighedItem>;
}

interface Search {
  readonly crossings: readonly Crossing[];
  readonly leader: number;
  readonly logsAfter: (chosen: readonly Crossing[]) => readonly number[];
  /** For each rival: how far it is ahead at best, and at best how much the crossings from a place on can add. */
  readonly rivals: readonly Rival[];
  readonly found: (readonly string[])[];
  visited: number;
}

interface Rival {
  readonly start: number;
  readonly gains: readonly number[];
  /** [from][count]: the sum of the largest `count` gains among the crossings from `from` on. */
  readonly best: readonly (readonly number[])[];
}

function searchFor(root: Root, leader: number): Search {
  const crossings = root.watched.map((watched) => crossingOf(watched, root));
  const clusters = clustersOf(root.items.map(({ links }) => links)).map((members) => members.flatMap((at) => root.items[at] ?? []));
  const bare = logsOf({ ...root, items: [] });
  return {
    crossings,
    leader,
    logsAfter: (chosen) => chosen.reduce((logs, { logs: crossing }) => logs.map((log, state) => log + (crossing[state] ?? 0)), addItems(bare, remaining(clusters, chosen, root.correlation))),
    rivals: root.logs.flatMap((_, rival) => (rival === leader ? [] : [rivalOf({ root, crossings, clusters, leader, rival })])),
    found: [],
    visited: 0,
  };
}

function crossingOf({ id, crossing }: Watched, { states, items }: Root): Crossing {
  return { id, logs: states.map((state) => Math.log(crossing[state]?.point ?? 0.5)), replaces: new Set(items.filter(({ item }) => item.bearsOn === id)) };
}

/** The items that no chosen crossing replaces, with the shares that they have among themselves. */
function remaining(clusters: readonly (readonly WeighedItem[])[], chosen: readonly Crossing[], correlation: number): readonly WeighedItem[] {
  return clusters.flatMap((members) => {
    const kept = members.filter((item) => !chosen.some(({ replaces }) => replaces.has(item)));
    return kept.length === members.length || kept.length === 0 ? kept : shareAnew(kept, members, correlation);
  });
}

function shareAnew(kept: readonly WeighedItem[], members: readonly WeighedItem[], correlation: number): readonly WeighedItem[] {
  if (members.every(({ share }) => share === 1)) return kept;
  const common = members[0]?.links.some((link) => members.every(({ links }) => links.includes(link)));
  if (!common) return withShares(kept.map((item) => ({ ...item, share: 1 })), correlation);
  const share = shareIn(kept.length, correlation);
  return kept.map((item) => ({ ...item, share }));
}

interface Contest {
  readonly root: Root;
  readonly crossings: readonly Crossing[];
  readonly clusters: readonly (readonly WeighedItem[])[];
  readonly leader: number;
  readonly rival: number;
}

/** Upper bounds on what a rival can gain on the leader: its crossings' own gains, and what items that stay may count more. */
function rivalOf({ root, crossings, clusters, leader, rival }: Contest): Rival {
  const ahead = (logs: readonly number[]): number => atMost((logs[rival] ?? 0) - (logs[leader] ?? 0));
  const gains = crossings.map(({ logs, replaces }) => Array.from(replaces).reduce((gain, { graded, share }) => atMost(gain - share * ahead(graded.point)), ahead(logs)));
  const touched = clusters.filter((members) => members.length > 1 && crossings.some(({ replaces }) => members.some((item) => replaces.has(item))));
  const slack = touched.flat().reduce((sum, { graded, share }) => sum + Math.max(0, (1 - share) * ahead(graded.point)), 0);
  return { start: ahead(root.logs) + slack, gains, best: crossings.map((_, from) => largestSums(gains.slice(from))) };
}

/** What cannot be compared is no bound. */
const atMost = (value: number): number => (Number.isNaN(value) ? Infinity : value);

function largestSums(gains: readonly number[]): readonly number[] {
  const sums = [0];
  for (const gain of gains.toSorted((a, b) => b - a)) sums.push(atMost((sums.at(-1) ?? 0) + gain));
  return sums;
}

interface Step {
  readonly size: number;
  readonly chosen: readonly number[];
  readonly from: number;
}

/** Visits the sets of one size in order, leaving out those that no rival can win by. */
function extend(search: Search, { size, chosen, from }: Step): void {
  const missing = size - chosen.length;
  if (search.visited > mostVisited || search.found.length > mostListed || !isWithinReach(search, chosen, from, missing)) return;
  if (missing === 0) return visit(search, chosen);
  for (let next = from; next + missing <= search.crossings.length; next++) extend(search, { size, chosen: [...chosen, next], from: next + 1 });
}

function isWithinReach({ rivals }: Search, chosen: readonly number[], from: number, missing: number): boolean {
  return rivals.some(({ start, gains, best }) => {
    const gained = chosen.reduce((sum, at) => atMost(sum + (gains[at] ?? 0)), start);
    return atMost(gained + (best[from]?.[missing] ?? 0)) > tie;
  });
}

function visit(search: Search, chosen: readonly number[]): void {
  search.visited++;
  const crossings = chosen.flatMap((at) => search.crossings[at] ?? []);
  const leader = leaderOf(search.logsAfter(crossings));
  if (leader !== undefined && leader !== search.leader) search.found.push(crossings.map(({ id }) => id));
}
