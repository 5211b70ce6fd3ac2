import { coalitionOf, listedMembers, saysAlone, type ListedMember } from "#core/coalition";
import type { Rule } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Names } from "#model/names";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";
import { strengthsOf, wide } from "./view-strength.ts";
import type { Coalition, Coalitions } from "./schema.ts";

const consistent = "ICD 203, tradecraft standard 6: internally consistent";
const connected = "Axelrod (1970), Conflict of Interest: coalitions of those who stand next to one another last longest";

/** The members that a coalition lists, each with its place. */
const membersOf = ({ members }: Coalition, names: Names) => members.flatMap((list: Prose) => listedMembers(list.masked, names).map((member: ListedMember) => ({ ...member, span: place(list, member.from, member.to) })));

const none: Rule<Coalitions> = {
  name: "no-coalitions",
  severity: "info",
  message: {
    what: "The section on coalitions lists none in a form that can be read.",
    why: "What a coalition can pass or block cannot be counted.",
    remedy: "Add a table Coalition, Members, Aim, Lead, Source, or list items `Treaty friends: Norway, Chile`.",
  },
  standard: "Riker (1962), The Theory of Political Coalitions: what a coalition can do follows from who is in it",
  *check({ coalitions, heading }) {
    if (coalitions.length === 0) yield { span: heading };
  },
};

const unknownMember: Rule<Coalitions> = {
  name: "unknown-member",
  severity: "error",
  message: {
    what: "{member}, a member of {coalition}, is not among the actors.",
    why: "A coalition that counts somebody who is not there is larger on paper than at the table.",
    remedy: "Add {member} to the table of actors, or correct the name.",
  },
  standard: consistent,
  *check({ coalitions }, { names }) {
    if (names.all("actor").length === 0) return;
    for (const coalition of coalitions) for (const { name, actor, span } of membersOf(coalition, names)) if (actor === undefined) yield { span, values: { member: name, coalition: coalition.title } };
  },
};

const unlisted: Rule<Coalitions> = {
  name: "unlisted",
  severity: "warning",
  message: {
    what: "The coalition of {actors}, {coalition}, is not among the coalitions listed.",
    why: "Two names for one coalition split it; a missing one leaves its members unexplained.",
    remedy: "List {coalition} here, or correct the name in the table of actors.",
  },
  standard: consistent,
  *check({ coalitions, heading }, { names }) {
    const known = new Set(coalitions.flatMap(({ id, title }) => [headingKey(title), headingKey(id)]));
    const missing = new Map<string, string[]>();
    for (const { id, facts } of known.size > 0 ? names.all("actor") : []) {
      const own = facts?.["coalition"] ?? "";
      if (!saysAlone(own) && !known.has(headingKey(own))) missing.set(own, [...(missing.get(own) ?? []), id]);
    }
    for (const [coalition, actors] of missing) yield { span: heading, values: { coalition, actors: actors.join(", ") } };
  },
};

const contradicts: Rule<Coalitions> = {
  name: "contradicts-actors",
  severity: "warning",
  message: {
    what: "{actor} belongs to {own} by the table of actors and is listed under {listed}.",
    why: "The picture and the simulation follow the table; whoever reads the list counts otherwise.",
    remedy: "Make the two agree.",
  },
  standard: consistent,
  *check({ coalitions }, { names }) {
    for (const coalition of coalitions)
      for (const { actor, span } of membersOf(coalition, names)) {
        const own = actor === undefined ? undefined : names.find(actor)?.facts?.["coalition"];
        const known = own === undefined ? [] : [coalition.title, coalition.id].map(headingKey);
        if (own !== undefined && !known.includes(headingKey(own))) yield { span, values: { actor: actor ?? "", own: saysAlone(own) ? "no coalition" : own, listed: coalition.title } };
      }
  },
};

const listedTwice: Rule<Coalitions> = {
  name: "listed-twice",
  severity: "info",
  message: {
    what: "{actor} is listed under {first} and under {second}.",
    why: "It is counted with {own} alone; who sits in two camps may decide between them.",
    remedy: "Say in the table of actors with which it acts on this question.",
  },
  standard: consistent,
  *check({ coalitions }, { names }) {
    const seen = new Map<string, string>();
    for (const coalition of coalitions)
      for (const { actor, span } of membersOf(coalition, names)) {
        const declared = actor === undefined ? undefined : names.find(actor);
        const first = declared && seen.get(declared.id);
        if (declared && first !== undefined && first !== coalition.title && declared.facts?.["coalition"] === undefined) yield { span, values: { actor: declared.id, first, second: coalition.title, own: coalitionOf(declared, names) ?? first } };
        else if (declared) seen.set(declared.id, coalition.title);
      }
  },
};

const scattered: Rule<Coalitions> = {
  name: "scattered",
  severity: "warning",
  message: {
    what: "The members of {coalition} stand from {low} ({lowest}) to {high} ({highest}) on the scale.",
    why: "Who is that far apart on the question itself will not act together on it.",
    remedy: "Check the positions, split the coalition, or say what else holds it together.",
  },
  standard: `${connected}; the limit of ${wide} points is ours`,
  *check({ coalitions }, { names }) {
    const strengths = new Map(strengthsOf(names).map((strength) => [headingKey(strength.title), strength]));
    for (const { title, span } of coalitions) {
      const { placed = [] } = strengths.get(headingKey(title)) ?? {};
      const [lowest, highest] = [placed[0], placed.at(-1)];
      if (lowest && highest && highest.position - lowest.position > wide) yield { span, values: { coalition: title, low: Math.round(lowest.position), lowest: lowest.name, high: Math.round(highest.position), highest: highest.name } };
    }
  },
};

const alone: Rule<Coalitions> = {
  name: "one-member",
  severity: "info",
  message: { what: "{coalition} has one member among the actors.", why: "A coalition of one is an actor; its name adds nothing to the count.", remedy: "Name its other members, or drop it." },
  standard: "Riker (1962), The Theory of Political Coalitions",
  *check({ coalitions }, { names }) {
    const sizes = new Map(strengthsOf(names).map(({ title, members }) => [headingKey(title), members.length]));
    for (const { title, span } of coalitions) if (sizes.get(headingKey(title)) === 1) yield { span, values: { coalition: title } };
  },
};

const unsourced: Rule<Coalitions> = {
  name: "unsourced",
  severity: "info",
  message: { what: "Nothing is cited for {coalition}.", why: "Lists of signatories are often copied with mistakes, and counts of states turn on them.", remedy: "Cite the statement or the list that shows who belongs to it: [@key]." },
  standard: "ICD 206 (2015): sourcing requirements",
  *check({ coalitions, remarks }) {
    if (remarks.some(({ citations }) => citations.length > 0)) return;
    for (const { title, span, sources } of coalitions) if (sources.length === 0) yield { span, values: { coalition: title } };
  },
};

export const rules = [none, unknownMember, unlisted, contradicts, listedTwice, scattered, alone, unsourced];
