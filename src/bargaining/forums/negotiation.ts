import type { Rule } from "./rules.ts";

/** An actor as the simulation takes it: positions on the scale from 0 to 1, weights from 0 to 1. */
export interface Party {
  readonly id: string;
  readonly position: number;
  /** The range of the position; both or neither. */
  readonly low?: number;
  readonly high?: number;
  readonly salience: number;
  readonly capability: number;
  readonly coalition?: string;
}

/** A forum as the simulation takes it. */
export interface Forum {
  readonly id: string;
  readonly rule: Rule;
  /** The vote that is taken where a consensus fails. */
  readonly lastResort?: Rule;
  /** Ids of parties. */
  readonly members: readonly string[];
  /** The forum that those who want more would go to; without one, the one that delivers most. */
  readonly alternative?: string;
  /** A text that is put as it stands, on the scale from 0 to 1; without one its makers write their compromise. */
  readonly text?: number;
}

export interface Negotiation {
  readonly parties: readonly Party[];
  readonly forums: readonly Forum[];
}

/** What is worth most outside: a chance that it comes (times its force) and where its text lies. */
export interface Threat {
  readonly forum: string;
  readonly chance: number;
  readonly weight: number;
  readonly text: number;
}

/** A forum laid out for many runs: its members by their number in the world. */
export interface Track {
  readonly forum: Forum;
  readonly number: number;
  readonly members: Int32Array;
  /** How many of the members are of each coalition. */
  readonly coalitionSize: Float64Array;
}

/** The negotiation laid out for many runs. Parties stand in the order of their ids, forums likewise, so that no order in a document matters. */
export interface World {
  readonly ids: readonly string[];
  readonly position: Float64Array;
  readonly spread: Float64Array;
  readonly salience: Float64Array;
  readonly capability: Float64Array;
  /** What a party counts for when a text is made: salience times capability; and its root. */
  readonly weight: Float64Array;
  readonly root: Float64Array;
  /** The number of each party's coalition; -1 for none. */
  readonly coalition: Int32Array;
  readonly coalitions: number;
  readonly tracks: readonly Track[];
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Lays a negotiation out; ids must be distinct, and members that are no party are left out. */
export function worldOf({ parties, forums }: Negotiation, spreadOf: (party: Party) => number): World {
  const ordered = parties.toSorted((one, other) => byText(one.id, other.id));
  const coalitions = [...new Set(ordered.flatMap(({ coalition }) => coalition ?? []))].toSorted(byText);
  const column = (value: (party: Party) => number): Float64Array => Float64Array.from(ordered, value);
  const parts = { ids: ordered.map(({ id }) => id), coalition: Int32Array.from(ordered, ({ coalition }) => (coalition === undefined ? -1 : coalitions.indexOf(coalition))), coalitions: coalitions.length };
  return {
    ...parts,
    position: column(({ position }) => position),
    spread: column(spreadOf),
    salience: column(({ salience }) => salience),
    capability: column(({ capability }) => capability),
    weight: column(weightOf),
    root: column((party) => Math.sqrt(weightOf(party))),
    tracks: forums.toSorted((one, other) => byText(one.id, other.id)).map((forum, number) => trackOf(forum, number, parts)),
  };
}

/** Never quite nothing, so that the compromise of actors without weight is their mean. */
const weightOf = ({ salience, capability }: Party): number => salience * capability + 1e-9;

function trackOf(forum: Forum, number: number, { ids, coalition, coalitions }: Pick<World, "ids" | "coalition" | "coalitions">): Track {
  const wanted = new Set(forum.members);
  const members = Int32Array.from(ids.flatMap((id, party) => (wanted.has(id) ? [party] : [])));
  const coalitionSize = new Float64Array(coalitions);
  for (const party of members) {
    const own = coalition[party] ?? -1;
    if (own >= 0) coalitionSize[own] = (coalitionSize[own] ?? 0) + 1;
  }
  return { forum, number, members, coalitionSize };
}
