import type { Threat } from "./negotiation.ts";
import { classesOf } from "./rules.ts";
import { delivers, type Account } from "./account.ts";
import { luckIn } from "./threat-luck.ts";

/** A share of the runs with its standard error from the number of runs, those from which a threat was reckoned among them. */
export interface Share {
  readonly share: number;
  readonly error: number;
}

/** How a forum ended in each run. */
export type Outcomes = Pick<Account, "track" | "outcomes" | "luck">;

export interface OutcomeShare extends Share {
  readonly name: string;
  readonly delivers: boolean;
}

/** What became of a forum over all runs. */
export interface ForumSummary {
  readonly id: string;
  readonly members: number;
  /** Every class of the forum's rule; the shares sum to 1. */
  readonly outcomes: readonly OutcomeShare[];
  /** How often it delivers a text. */
  readonly delivers: Share;
  /** Where the texts lie that were adopted, from 0 to 1: mean, and the middle 80 % of them; absent where none was. */
  readonly text?: Spread;
  /** The same on each further scale, in the order of the dimensions; empty where none was adopted, or there is one scale. */
  readonly further: readonly Spread[];
  /** Months to entry into force, of those in force; of an opt-in. */
  readonly months?: Spread;
  /** Of the agreements without objection, the share that objectors could have stopped had each been sure of the others. */
  readonly fragile?: number;
  readonly threat?: Threat;
}

export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export function summaryOf(account: Account): ForumSummary {
  const { track, texts, further, months, fragile, threat } = account;
  const classes = classesOf(track.forum.rule).map(({ name, delivers: yes }, at) => ({ name, delivers: yes, ...shareOf(account, (outcome) => outcome === at) }));
  const [text, entry] = [spreadOf(texts), spreadOf(months)];
  const unopposed = fragile.filter((one) => one > 0).length;
  return {
    id: track.forum.id,
    members: track.members.length,
    outcomes: classes,
    delivers: shareOf(account, delivering(account)),
    ...(text && { text }),
    further: further.flatMap((places) => spreadOf(places) ?? []),
    ...(entry && { months: entry }),
    ...(unopposed > 0 && { fragile: fragile.filter((one) => one === 2).length / unopposed }),
    ...(threat && { threat }),
  };
}

const delivering = ({ track }: Outcomes) => (outcome: number): boolean => classesOf(track.forum.rule)[outcome]?.delivers === true;

function shareOf(account: Outcomes, counts: (outcome: number) => boolean): Share {
  const { outcomes } = account;
  const luck = luckIn(account, counts);
  const share = outcomes.filter(counts).length / outcomes.length;
  if (luck.length === 0) return { share, error: Math.sqrt((share * (1 - share)) / outcomes.length) };
  return { share, error: errorOf(Float64Array.from(outcomes, (outcome) => (counts(outcome) ? 1 : 0) - share), luck) };
}

/** The standard error of a mean, from what each run deviates from it, and of what each adds by a threat. */
function errorOf(deviations: Float64Array, luck: Float64Array): number {
  let squares = 0;
  for (let run = 0; run < Math.max(deviations.length, luck.length); run++) squares += ((deviations[run] ?? 0) / deviations.length + (luck[run] ?? 0)) ** 2;
  return Math.sqrt(squares);
}

function spreadOf(numbers: Float64Array): Spread | undefined {
  const known = numbers.filter((value) => !Number.isNaN(value)).toSorted();
  if (known.length === 0) return undefined;
  const at = (share: number): number => known[Math.min(known.length - 1, Math.floor(share * known.length))] ?? Number.NaN;
  return { mean: known.reduce((sum, value) => sum + value, 0) / known.length, low: at(0.1), high: at(0.9) };
}

/** How often each class came about. */
export function countsOf({ track, outcomes }: Outcomes): Float64Array {
  const counts = new Float64Array(classesOf(track.forum.rule).length);
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** The name of the class that came about most often. */
export const mostLikely = (account: Outcomes): string => {
  const counts = countsOf(account);
  return classesOf(account.track.forum.rule)[counts.indexOf(Math.max(...counts))]?.name ?? "";
};

/** The difference that a variant with the same luck makes to how often a forum delivers: positive where the variant delivers more. */
export function difference(before: Outcomes, after: Outcomes): Share {
  const runs = before.outcomes.length;
  let [sum, squares] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const step = (delivers(after, run) ? 1 : 0) - (delivers(before, run) ? 1 : 0);
    sum += step;
    squares += step * step;
  }
  const share = sum / runs;
  const [was, is] = [luckIn(before, delivering(before)), luckIn(after, delivering(after))];
  if (was.length > 0 || is.length > 0) {
    const deviations = Float64Array.from({ length: runs }, (_, run) => (delivers(after, run) ? 1 : 0) - (delivers(before, run) ? 1 : 0) - share);
    return { share, error: errorOf(deviations, Float64Array.from({ length: Math.max(was.length, is.length) }, (_, run) => (is[run] ?? 0) - (was[run] ?? 0))) };
  }
  return { share, error: Math.sqrt(Math.max(0, squares / runs - share * share) / runs) };
}
