import { findState, unMembers } from "#atlas/states";
import { forumMembers } from "#core/negotiation/forum-members";
import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";
import type { RollCall } from "./schema.ts";

/** The forum of a roll call, by its id or name, as the document declares it. */
export function forumOf({ forum }: Pick<RollCall, "forum">, names: Names): Declaration | undefined {
  if (!forum) return undefined;
  const key = headingKey(forum.written);
  return names.all("forum").find(({ id, title }) => headingKey(id) === key || headingKey(title) === key);
}

/** How many may vote and, where all of them are known to be states, which ones. */
export interface Membership {
  readonly count: number;
  readonly codes?: readonly string[];
}

/** Who sits in a forum, as far as the document says it; undefined where it does not. */
export function membershipOf(forum: Declaration | undefined, names: Names): Membership | undefined {
  if (!forum) return undefined;
  const { kind, actors, unknown, count } = forumMembers(forum, names);
  if (count === undefined) return undefined;
  // As many as the United Nations have are these.
  const codes = kind === "list" ? statesAmong(actors, unknown, names) : count === unMembers().length ? unMembers().map(({ code }) => code) : undefined;
  return { count, ...(codes && { codes }) };
}

/** The members of a list as states; undefined where one of them is none. */
function statesAmong(actors: readonly string[], others: readonly string[], names: Names): readonly string[] | undefined {
  const states = [...actors.map((id) => findState(id) ?? findState(names.find(id)?.title ?? "")), ...others.map(findState)];
  return states.every((state) => state !== undefined) ? states.map(({ code }) => code) : undefined;
}
