import type { Threat } from "./negotiation.ts";
import { classesOf } from "./rules.ts";
import type { Track } from "./world.ts";

/** What became of a forum in each run. */
export interface Account {
  readonly track: Track;
  readonly threat: Threat | undefined;
  readonly outcomes: Uint8Array;
  /** Where the adopted text lies, from 0 to 1; NaN where none was adopted. */
  readonly texts: Float64Array;
  /** The same on each further scale. */
  readonly further: readonly Float64Array[];
  readonly months: Float64Array;
  /** Of a consensus: 1 where nobody objected, 2 where that hung on the reluctant not being sure of one another. */
  readonly fragile: Uint8Array;
  /** What the luck of the runs from which the threat was reckoned adds to that of its own; none where absent. */
  readonly luck?: ThreatLuck;
}

/** What the luck in a threat does to the forum that it threatens, by the delta method: how the shares answer to each number of the threat, and what each run gave to that number. */
export interface ThreatLuck {
  /** By number of the threat: by class, how much the share of runs that end in it grows with the number. */
  readonly gains: readonly Float64Array[];
  /** By number of the threat: by run, what it adds to the number beyond the mean. */
  readonly parts: readonly Float64Array[];
}

/** The first runs of an account. */
export const firstRuns = (account: Account, runs: number): Account => ({
  ...account,
  outcomes: account.outcomes.subarray(0, runs),
  texts: account.texts.subarray(0, runs),
  further: account.further.map((places) => places.subarray(0, runs)),
  months: account.months.subarray(0, runs),
  fragile: account.fragile.subarray(0, runs),
});

/** True where the forum delivered a text in a run. */
export const delivers = ({ track, outcomes }: Pick<Account, "track" | "outcomes">, run: number): boolean => classesOf(track.forum.rule)[outcomes[run] ?? 0]?.delivers === true;
