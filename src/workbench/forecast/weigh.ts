import { completeGrade } from "#core/item-grade";
import type { Evidence } from "#core/network-piece";
import { exactly, type Interval } from "#kit/interval";
import { keptFor, keptForBoth } from "#kit/kept";
import type { Grade } from "#model/grade";
import { clustersOf, shareIn } from "#workbench/forecast/dependence";
import { reportReliability } from "#workbench/forecast/report-reliability";
import type { SourceRegister } from "#workbench/forecast/source-register";

/** Natural logarithms of a vector's entries by state: at the points and at both ends of the intervals. */
export interface LogVectors {
  readonly low: readonly number[];
  readonly point: readonly number[];
  readonly high: readonly number[];
}

/** An item of evidence with the numbers that enter the forecast. Its likelihood counts as `graded` to the power of `share`. */
export interface WeighedItem {
  readonly item: Evidence;
  /** P(the report tells the event), from its grade. */
  readonly reliability: number;
  /** The likelihood after its grade and the author's eliminations. */
  readonly graded: LogVectors;
  /** k_eff / k of its cluster. */
  readonly share: number;
  /** What it has in common with other items. */
  readonly links: readonly string[];
}

export interface WeighingRules {
  readonly register: SourceRegister;
  readonly grades: boolean;
  readonly dependence: boolean;
  /** How strongly items of one cluster repeat each other. */
  readonly correlation: number;
}

/** Weighs the items that bear on one variable with these states, in the order given. */
export function weigh(items: readonly Evidence[], states: readonly string[], rules: WeighingRules): readonly WeighedItem[] {
  const weighed = items.map((item) => weighedAlone(rules)(states, item));
  return rules.dependence ? withShares(weighed, rules.correlation) : weighed;
}

/** The same items, each with the share that it has among these. */
export function withShares(items: readonly WeighedItem[], correlation: number): readonly WeighedItem[] {
  const result = items.slice();
  for (const cluster of clustersOf(items.map(({ links }) => links))) {
    const share = shareIn(cluster.length, correlation);
    for (const at of cluster) {
      const item = items[at];
      if (item && item.share !== share) result[at] = { ...item, share };
    }
  }
  return result;
}

/** Kept, because most what-ifs change nothing about most items. */
const weighedAlone = keptFor((rules: WeighingRules) => keptForBoth((states: readonly string[], item: Evidence) => weighAlone(item, states, rules)));

function weighAlone(item: Evidence, states: readonly string[], { register, grades }: WeighingRules): WeighedItem {
  const reliability = grades ? reportReliability(completedGrade(item, register)) : 1;
  const graded = gradedLogs(item, states, reliability);
  // A vector that is the same for every state says nothing, so it can neither repeat another nor be repeated.
  const [first] = graded.low;
  const silent = graded.low.every((low, state) => low === first && graded.high[state] === first);
  const links = silent ? [] : register.links(item.sources);
  return { item, reliability, graded, share: 1, links: silent || item.cluster === undefined ? links : [...links, `cluster ${item.cluster}`] };
}

/** A state without a number has the likelihood of noise: 1 in the number of outcomes. */
function gradedLogs(item: Evidence, states: readonly string[], reliability: number): LogVectors {
  const noise = (1 - reliability) / item.outcomes;
  const unsaid = exactly(1 / item.outcomes);
  const entries = states.map((state) => (item.eliminates.includes(state) ? undefined : (item.likelihood[state] ?? unsaid)));
  const logs = (at: keyof Interval): readonly number[] => entries.map((entry) => (entry ? Math.log(reliability * entry[at] + noise) : -Infinity));
  const point = logs("point");
  const isPoint = entries.every((entry) => !entry || entry.low === entry.high);
  return isPoint ? { low: point, point, high: point } : { low: logs("low"), point, high: logs("high") };
}

/** The item's own grade, what it leaves open completed from the best behind its citations, then from the best of its sources. */
export function completedGrade({ grade, sources, citedGrades }: Evidence, register: SourceRegister): Grade {
  const cited = citedGrades ? completeGrade(grade, sources.flatMap((key) => citedGrades[key] ?? [])) : grade;
  const reliability = cited.reliability ?? register.reliability(sources);
  return reliability === cited.reliability ? cited : { ...cited, ...(reliability && { reliability }) };
}

/** Adds to each state's logarithm what the items say: at their points, or at one end. */
export function addItems(logs: readonly number[], items: readonly WeighedItem[], at: keyof LogVectors = "point"): readonly number[] {
  const sums = logs.slice();
  for (const { graded, share } of items) {
    const vector = graded[at];
    for (let state = 0; state < sums.length; state++) sums[state] = (sums[state] ?? 0) + share * (vector[state] ?? 0);
  }
  return sums;
}

/**
 * Decibels by state: 10 log10 of the likelihood as it counts over the geometric mean of its non-zero entries, so that the
 * difference between two states is the weight of evidence between them (Good 1985). null where the likelihood is 0.
 */
export function decibels({ graded, share }: WeighedItem, states: readonly string[]): Readonly<Record<string, number | null>> {
  const finite = graded.point.filter((log) => log > -Infinity);
  const mean = finite.reduce((sum, log) => sum + log, 0) / finite.length;
  const perNeper = 10 / Math.LN10;
  return Object.fromEntries(states.map((state, at) => [state, toDecibels(graded.point[at] ?? -Infinity)]));
  function toDecibels(log: number): number | null {
    return log === -Infinity ? null : perNeper * share * (log - mean);
  }
}
