import { ruleFromWords } from "#bargaining/forums/rule-words";
import { votesNeeded, type Rule } from "#bargaining/forums/rules";
import { coalitionOf } from "#core/coalition";
import { forumMembers } from "#core/negotiation/forum-members";
import { ruleOf } from "#core/negotiation/read-negotiation";
import { groupBy } from "#kit/group";
import type { Declaration, Names } from "#model/names";

/** Members further apart than this are scattered; ours. */
export const wide = 50;

export interface Placed {
  readonly id: string;
  readonly name: string;
  /** On the scale from 0 to 100. */
  readonly position: number;
}

/** What a coalition is made of. */
export interface Strength {
  readonly title: string;
  readonly members: readonly Declaration[];
  /** Those of its members that have a position, from low to high. */
  readonly placed: readonly Placed[];
  /** Where it stands: the mean of its members' positions by salience times capability, a half where they say nothing. */
  readonly mean?: number;
  /** Its share of the capability of all actors that have one. */
  readonly capability?: number;
}

const number = ({ facts }: Declaration, fact: string): number | undefined => {
  const value = Number(facts?.[fact] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};

/** The coalitions of the actors, largest first. */
export function strengthsOf(names: Names): readonly Strength[] {
  const actors = names.all("actor");
  const all = total(actors.map((actor) => number(actor, "capability") ?? 0));
  const groups = groupBy(actors.filter((actor) => coalitionOf(actor, names) !== undefined), (actor) => coalitionOf(actor, names) ?? "");
  return Array.from(groups, ([title, members]) => strengthOf(title, members, all)).toSorted((one, other) => other.members.length - one.members.length);
}

function strengthOf(title: string, members: readonly Declaration[], all: number): Strength {
  const placed = members.flatMap((actor) => {
    const position = number(actor, "position");
    return position === undefined ? [] : [{ id: actor.id, name: actor.title, position, weight: (number(actor, "salience") ?? 1 / 2) * (number(actor, "capability") ?? 1 / 2) + 1e-9 }];
  });
  const weight = total(placed.map((one) => one.weight));
  return {
    title,
    members,
    placed: placed.map(({ id, name, position }) => ({ id, name, position })).toSorted((one, other) => one.position - other.position),
    ...(placed.length > 0 && { mean: total(placed.map((one) => one.weight * one.position)) / weight }),
    ...(all > 0 && { capability: total(members.map((actor) => number(actor, "capability") ?? 0)) / all }),
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** A forum that can be counted. */
export interface Hall {
  readonly id: string;
  readonly rule: Rule;
  readonly lastResort?: Rule;
  /** The ids of its members that are actors here, with or without a position. */
  readonly actors: ReadonlySet<string>;
  /** How many members it has: the number that the document gives, else those named; undefined where only the actors are known. */
  readonly count?: number;
}

/** The forums whose rule is known. */
export const hallsOf = (names: Names): readonly Hall[] =>
  names.all("forum").flatMap((forum) => {
    const rule = ruleOf(forum);
    if (!rule) return [];
    const lastResort = ruleFromWords(forum.facts?.["lastResort"] ?? "");
    const { actors, count } = forumMembers(forum, names);
    return [{ id: forum.id, rule, ...(lastResort && { lastResort }), actors: new Set(actors), ...(count !== undefined && { count }) }];
  });

/** What the votes of some members of a forum are worth by its rule, if all vote and nobody joins them. */
export function reach(rule: Rule, own: number, members: number): "decides alone" | "can block" | "each can object" | "neither" {
  if (own === 0) return "neither";
  if (rule.kind === "consensus" || rule.kind === "unanimity") return own === members ? "decides alone" : "each can object";
  if (rule.kind === "opt-in") return own >= (rule.needed ?? Math.ceil(members / 2)) ? "decides alone" : "neither";
  const needed = votesNeeded(rule.share, members);
  return own >= needed ? "decides alone" : members - own >= needed ? "neither" : "can block";
}
