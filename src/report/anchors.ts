import type { Block, ListEntry } from "#model/block";
import { markup, nothing, type Markup } from "./markup.ts";

/**
 * Where an id of the document stands in the page. An id may stand at several places (a scenario has a heading, a rung
 * of the ladder, a mark in a picture); it belongs to the one of the best rank: an entry, else a card, else a mark.
 */
export type Rank = 0 | 1 | 2;
export const entryRank: Rank = 0;
export const cardRank: Rank = 1;
export const markRank: Rank = 2;

export interface Anchors {
  /** The fragment that leads to an id of the document; undefined where the page has no place for it. */
  fragment(id: string): string | undefined;
  /** The `id` attribute for a place of this rank; empty where the id belongs to another place or was given already. */
  attribute(id: string | undefined, rank: Rank): Markup;
  /** The rank of the place to which an id belongs; undefined where the page has none. */
  rankOf(id: string): Rank | undefined;
  readonly size: number;
}

interface Place {
  readonly id: string;
  readonly rank: Rank;
}

/** The places of all ids in the blocks; `taken` are the fragments that the page itself uses. */
export function anchorsOf(blocks: readonly Block[], taken: readonly string[]): Anchors {
  const ranks = new Map<string, Rank>();
  for (const { id, rank } of blocks.flatMap(placesIn)) ranks.set(id, rank < (ranks.get(id) ?? 3) ? rank : (ranks.get(id) ?? rank));
  const fragments = fragmentsFor([...ranks.keys()], taken);
  const given = new Set<string>();
  return {
    size: ranks.size,
    rankOf: (id) => ranks.get(id),
    fragment: (id) => fragments.get(id),
    attribute: (id, rank) => {
      if (id === undefined || ranks.get(id) !== rank || given.has(id)) return nothing;
      given.add(id);
      return markup` id="${fragments.get(id)}"`;
    },
  };
}

/** A fragment for each id, unlike all others and unlike those taken. */
function fragmentsFor(ids: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const fragments = new Map<string, string>();
  for (const id of ids) {
    const base = fragmentText(id);
    let fragment = base;
    for (let next = 2; used.has(fragment); next++) fragment = `${base}-${next}`;
    used.add(fragment);
    fragments.set(id, fragment);
  }
  return fragments;
}

/** An id as the fragment of an address; it never holds a colon, which the page keeps for its own parts. */
export const fragmentText = (id: string): string => id.replace(/[^\p{Letter}\p{Number}_.-]+/gu, "-") || "unnamed";

const places = (entries: readonly { readonly id?: string }[], rank: Rank): readonly Place[] =>
  entries.flatMap(({ id }) => (id === undefined || id === "" ? [] : [{ id, rank }]));

const placesInEntries = (entries: readonly ListEntry[]): readonly Place[] =>
  entries.flatMap((entry) => [...places([entry], entryRank), ...placesInEntries(entry.entries ?? [])]);

function placesIn(block: Block): readonly Place[] {
  switch (block.kind) {
    case "heading":
      return places([block], entryRank);
    case "list":
      return placesInEntries(block.items);
    case "table":
      return places(block.rows, entryRank);
    case "indicator-board":
    case "forum-board":
      return places(block.cards, cardRank);
    case "mechanism-chain":
      return places(block.links, cardRank);
    case "scenario-ladder":
      return places(block.rungs, markRank);
    case "weight-of-evidence":
      return places(block.items, markRank);
    case "leverage-bars":
      return places(block.bars, markRank);
    case "position-ladder":
      return places(block.groups.flatMap(({ actors }) => actors), markRank);
    case "outcome-bars":
      return places(block.groups, markRank);
    case "timeline":
      return places(block.events, markRank);
    case "vote-bars":
      return places(block.rows, markRank);
    case "waterfall":
    case "prose":
    case "facts":
    case "callout":
    case "quote":
    case "forecast-over-time":
    case "adoption-curve":
    case "vote-map":
    case "vote-changes":
    case "agreement-matrix":
      return [];
  }
}
