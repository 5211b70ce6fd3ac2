import { logarithm } from "#kit/logarithm";
import { futureOf, type Future } from "./future.ts";
import type { Dimension, Forum, Negotiation, Party, Stance } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";

/** A forum laid out for many runs: its members by their number in the world. */
export interface Track {
  readonly forum: Forum;
  /** Its place among the forums in the order of their ids. */
  readonly number: number;
  readonly members: Int32Array;
  /** How many of the members are of each coalition. */
  readonly coalitionSize: Float64Array;
  /** Ids of the scales beside the first. */
  readonly dimensions: readonly string[];
  /** Years to its session. */
  readonly years: number;
  /** The share of the members who must be present at a vote. */
  readonly quorum: number;
  /** What each party's last answer adds to what a text is worth to it at a vote (yes 1, no -1) and how much must be overcome to leave an abstention; by party. */
  readonly pull: Int8Array;
  readonly abstained: Uint8Array;
  readonly hasSeries: boolean;
}

/**
 * The negotiation laid out for many runs. Parties stand in the order of their ids, forums likewise, so that no order in a document
 * matters. What depends on the scale stands scale by scale: the value of party i on scale d at `d * size + i`.
 */
export interface World {
  readonly ids: readonly string[];
  readonly size: number;
  readonly scales: number;
  readonly statusQuo: Float64Array;
  readonly position: Float64Array;
  readonly spread: Float64Array;
  /** Salience times the share that the scale has in what a text is worth; 0 where a party has no stance. */
  readonly salience: Float64Array;
  /** What a party counts for when a text is made, salience times capability; 0 where it has no stance. */
  readonly weight: Float64Array;
  /** The root of the weight on the first scale. */
  readonly root: Float64Array;
  readonly capability: Float64Array;
  readonly isMajor: Uint8Array;
  /** The share of the cost of objecting that capability leaves. */
  readonly exposure: Float64Array;
  /** The number of each party's coalition; -1 for none. */
  readonly coalition: Int32Array;
  readonly coalitions: number;
  readonly tracks: readonly Track[];
  /** The logarithm of 1 and a number of objectors. */
  readonly logarithms: Float64Array;
  readonly future: Future;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Lays a negotiation out; ids must be distinct, and members that are no party are left out. */
export function worldOf({ parties, forums, dimensions = [], events = [] }: Negotiation, parameters: Parameters): World {
  const ordered = parties.toSorted((one, other) => byText(one.id, other.id));
  const scales = [undefined, ...dimensions];
  const column = (value: (party: Party) => number): Float64Array => Float64Array.from(ordered, value);
  const stances = stancesOf(ordered, scales, parameters);
  const people = { ids: ordered.map(({ id }) => id), ...coalitionsOf(ordered) };
  const tracks = forums.toSorted((one, other) => byText(one.id, other.id)).map((forum, number) => trackOf(forum, number, { ...people, parties: ordered, parameters, dimensions: dimensions.map(({ id }) => id) }));
  const laid = { ...people, ...stances, size: ordered.length, scales: scales.length };
  return {
    ...laid,
    statusQuo: Float64Array.from(scales, (scale) => scale?.statusQuo ?? parameters.statusQuo),
    root: stances.weight.slice(0, ordered.length).map(Math.sqrt),
    capability: column(({ capability }) => capability),
    isMajor: Uint8Array.from(ordered, ({ capability }) => (capability >= parameters.majorCapability ? 1 : 0)),
    exposure: column(({ capability }) => 1 - parameters.capabilityShield * capability),
    tracks,
    logarithms: Float64Array.from({ length: ordered.length + 1 }, (_, others) => logarithm(1 + others)),
    future: futureOf({ ...laid, dimensions: dimensions.map(({ id }) => id), events, lastSession: Math.max(0, ...tracks.map(({ years }) => years)), rates: column((party) => rateOf(party, parameters)) }),
  };
}

/** Changes a year, from the chance of one within a year; what is certain comes at once. */
const rateOf = ({ changeRate }: Party, { regimeChange }: Parameters): number => (changeRate === undefined ? regimeChange : changeRate < 1 ? -logarithm(1 - changeRate) : certainly);

/** So often a year that no day passes without. */
const certainly = 1e6;

function coalitionsOf(parties: readonly Party[]): Pick<World, "coalition" | "coalitions"> {
  const names = [...new Set(parties.flatMap(({ coalition }) => coalition ?? []))].toSorted(byText);
  const numbers = new Map(names.map((name, at) => [name, at]));
  return { coalition: Int32Array.from(parties, ({ coalition }) => (coalition === undefined ? -1 : (numbers.get(coalition) ?? -1))), coalitions: names.length };
}

/** Scale by scale; the shares of the scales in what a text is worth sum to 1. */
function stancesOf(parties: readonly Party[], scales: readonly (Dimension | undefined)[], parameters: Parameters): Pick<World, "position" | "spread" | "salience" | "weight"> {
  const total = scales.reduce((sum, scale) => sum + (scale?.weight ?? 1), 0);
  const cells = scales.flatMap((scale) => parties.map((party) => ({ party, stance: scale ? party.further?.[scale.id] : party, share: (scale?.weight ?? 1) / total })));
  const column = (value: (stance: Stance, salience: number, cell: (typeof cells)[number]) => number): Float64Array =>
    Float64Array.from(cells, (cell) => (cell.stance ? value(cell.stance, cell.stance.salience ?? cell.party.salience, cell) : 0));
  return {
    position: column(({ position }) => position),
    spread: column((stance) => spreadOf(stance, parameters)),
    salience: column((_, salience, { share }) => share * salience),
    // Never quite nothing, so that the compromise of actors without weight is their mean.
    weight: column((_, salience, { party }) => salience * party.capability + 1e-9),
  };
}

const spreadOf = ({ low, high }: Stance, { rangeWidth, positionSpread }: Parameters): number => (low === undefined || high === undefined ? positionSpread : Math.abs(high - low) / rangeWidth);

interface Hall extends Pick<World, "ids" | "coalition" | "coalitions"> {
  readonly parties: readonly Party[];
  readonly parameters: Parameters;
  readonly dimensions: readonly string[];
}

function trackOf(forum: Forum, number: number, { ids, parties, coalition, coalitions, parameters, dimensions }: Hall): Track {
  const wanted = new Set(forum.members);
  const members = Int32Array.from(ids.flatMap((id, party) => (wanted.has(id) ? [party] : [])));
  const coalitionSize = new Float64Array(coalitions);
  for (const party of members) {
    const own = coalition[party] ?? -1;
    if (own >= 0) coalitionSize[own] = (coalitionSize[own] ?? 0) + 1;
  }
  const last = parties.map(({ lastVotes }) => lastVotes?.[forum.id]);
  return {
    forum,
    number,
    members,
    coalitionSize,
    dimensions,
    years: forum.years ?? parameters.yearsToSession,
    quorum: forum.quorum === undefined ? parameters.quorum : forum.quorum / Math.max(1, members.length),
    pull: Int8Array.from(last, (ballot) => (ballot === "yes" ? 1 : ballot === "no" ? -1 : 0)),
    abstained: Uint8Array.from(last, (ballot) => (ballot === "abstain" ? 1 : 0)),
    hasSeries: last.some((ballot) => ballot !== undefined),
  };
}
