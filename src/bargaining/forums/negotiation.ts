import type { Rule } from "./rules.ts";

/** Where an actor stands on a scale from 0 to 1. */
export interface Stance {
  readonly position: number;
  /** The range of the position; both or neither. */
  readonly low?: number;
  readonly high?: number;
  /** How much the actor cares about this scale, from 0 to 1; on a further scale its salience on the first where absent. */
  readonly salience?: number;
}

/** An answer at a vote. */
export type Ballot = "yes" | "abstain" | "no";

/** An actor as the simulation takes it: positions on the scale from 0 to 1, weights from 0 to 1. */
export interface Party extends Stance {
  readonly id: string;
  readonly salience: number;
  readonly capability: number;
  readonly coalition?: string;
  /** Where it stands on the scales beside the first, by their ids; where it stands on none, it does not care where a text lies there. */
  readonly further?: Readonly<Record<string, Stance>>;
  /** What it answered when the question of a forum was put the last time, by the forum's id. */
  readonly lastVotes?: Readonly<Record<string, Ballot>>;
  /** The chance, from 0 to 1, that within a year a change of government takes its position anew; the parameter `regimeChange` where absent. */
  readonly changeRate?: number;
}

/** A forum as the simulation takes it. */
export interface Forum {
  readonly id: string;
  readonly rule: Rule;
  /** The vote that is taken where a consensus fails. */
  readonly lastResort?: Rule;
  /** Ids of parties. */
  readonly members: readonly string[];
  /** How many members must be present at a vote; the parameter `quorum` where absent. */
  readonly quorum?: number;
  /** The forum that those who want more would go to, even if it delivers nothing; where absent, the one that is worth most. */
  readonly alternative?: string;
  /** A text that is put as it stands, on the scale from 0 to 1; without one its makers write their compromise. */
  readonly text?: number;
  /** Where a text lies on further scales that is put as it stands there, by their ids; on the others its makers write it, and a chair may dilute it there. */
  readonly furtherText?: Readonly<Record<string, number>>;
  /** Years from the day the author speaks to the session; the parameter `yearsToSession` where absent. */
  readonly years?: number;
}

/** A scale beside the first. All run from the least to the most demanding text. */
export interface Dimension {
  readonly id: string;
  /** How much it counts beside the first scale, which counts 1. */
  readonly weight: number;
  /** From 0 to 1; the parameter `statusQuo` where absent. */
  readonly statusQuo?: number;
}

/** Something that may happen on a day and moves actors: an election, a war, a deal elsewhere. It counts for forums that meet on that day or later. */
export interface Happening {
  readonly id: string;
  /** Years from the day the author speaks. */
  readonly years: number;
  readonly chance: number;
  readonly moves: readonly Move[];
}

export interface Move {
  readonly party: string;
  /** The new position, from 0 to 1; its uncertainty stays. */
  readonly to: number;
  /** A further scale; the first where absent. */
  readonly dimension?: string;
}

export interface Negotiation {
  readonly parties: readonly Party[];
  readonly forums: readonly Forum[];
  readonly dimensions?: readonly Dimension[];
  readonly events?: readonly Happening[];
}

/** What is worth most outside: a chance that it comes (times its force) and where its text lies. */
export interface Threat {
  readonly forum: string;
  readonly chance: number;
  readonly weight: number;
  readonly text: number;
  /** Where it lies on further scales, in the order of the dimensions. */
  readonly further?: readonly number[];
}

/** For each forum, in the order of their ids: what those who refuse can expect instead. */
export type Threats = readonly (Threat | undefined)[];
