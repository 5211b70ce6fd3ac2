import { listedParties } from "#core/coalition";
import type { Declaration, Names } from "#model/names";

/** Who sits in a forum, as its declaration says. */
export interface ForumMembers {
  /** `unsaid` where the document gives no members. */
  readonly kind: "all" | "number" | "list" | "unsaid";
  readonly written: string;
  /** The ids of the actors that sit in it, with or without a position; all of them where it does not name them. */
  readonly actors: readonly string[];
  /** Names in its list that are neither actors nor coalitions of the document. */
  readonly unknown: readonly string[];
  /** How many members it has: the stated number, else those of its list; undefined where the document says neither. */
  readonly count?: number;
}

/** The facts by which a forum's members are declared: as written, how they are given, and their number where one is written. */
export const memberFacts = { written: "members", kind: "members.kind", number: "members.number" } as const;

/** Reads them, coalitions in a list expanded. */
export function forumMembers({ facts = {} }: Pick<Declaration, "facts">, names: Names): ForumMembers {
  const { [memberFacts.written]: written = "", [memberFacts.kind]: kind, [memberFacts.number]: number } = facts;
  if (written !== "" && kind !== "all" && kind !== "number") return listed(written, names);
  const actors = names.all("actor").map(({ id }) => id);
  return { kind: written === "" ? "unsaid" : kind === "number" ? "number" : "all", written, actors, unknown: [], ...(number !== undefined && { count: Number(number) }) };
}

function listed(written: string, names: Names): ForumMembers {
  const parties = listedParties(written, names);
  const actors = [...new Set(parties.flatMap((party) => party.actors))];
  const unknown = parties.filter((party) => party.actors.length === 0).map(({ name }) => name);
  return { kind: "list", written, actors, unknown, count: actors.length + unknown.length };
}
