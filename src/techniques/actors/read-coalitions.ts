import { itemsIn, labelled } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn } from "#core/read-table";
import { headingKey } from "#model/heading";
import type { Item, Prose, Section } from "#model/outline";
import { place, plain } from "#model/prose";
import type { Actor, Coalition } from "./schema.ts";

/** The columns of a table of coalitions, with the names they go by. */
export const columns = {
  coalition: ["Coalition", "Bloc", "Group", "Camp", "Name", "Negotiating group", "ID"],
  members: ["Members", "Actors", "States", "Countries", "Membership", "Delegations", "Who"],
} as const;

type Member = Coalition["members"][number];

/** The ids of the actors by the names and ids they go by. */
type Known = ReadonlyMap<string, string>;

/** Coalitions with their members: rows of a table, or list items `Treaty friends: Norway, Chile`. Prose is none. */
export function readCoalitions(sections: readonly Section[], actors: readonly Actor[]): readonly Coalition[] {
  const known: Known = new Map(actors.flatMap(({ id, name }) => [[headingKey(id), id] as const, [headingKey(plain(name)), id] as const]));
  const rows = tablesIn(sections)
    .filter((table) => hasColumn(table, columns.members))
    .flatMap((table) => entriesOf(table, columns))
    .flatMap(({ cells }) => (cells.coalition && cells.members ? [{ title: plain(cells.coalition), span: cells.coalition.span, members: membersIn(cells.members, known) }] : []));
  const items = itemsIn(sections).flatMap((item) => coalitionIn(item, known));
  return [...rows, ...items.filter(({ members }) => members.some(({ actor }) => actor !== undefined))];
}

function coalitionIn(item: Item, known: Known): readonly Coalition[] {
  const found = labelled(item.prose);
  const nested = item.passages.flatMap((passage) => (passage.kind === "list" ? passage.items.map(({ prose }) => prose) : []));
  const title = found?.label ?? (nested.length > 0 ? plain(item.prose) : undefined);
  if (title === undefined) return [];
  return [{ title, span: item.prose.span, members: [...(found ? [found.text] : []), ...nested].flatMap((text) => membersIn(text, known)) }];
}

/** The names of a list such as `Norway, Chile and the Holy See`. */
const membersIn = (text: Prose, known: Known): Member[] =>
  Array.from(text.masked.matchAll(/[^,;\n]+/gu)).flatMap(({ 0: words, index }) => splitAtAnd(words, index, known).flatMap(([from, to]) => memberAt(text, from, to, known)));

/** Splits at the last `and`, unless the whole is the name of an actor, as `Trinidad and Tobago` may be. */
function splitAtAnd(words: string, from: number, known: Known): readonly (readonly [from: number, to: number])[] {
  const at = words.lastIndexOf(" and ");
  if (at <= 0 || known.has(headingKey(words))) return [[from, from + words.length]];
  return [
    [from, from + at],
    [from + at + 5, from + words.length],
  ];
}

function memberAt(text: Prose, from: number, to: number, known: Known): readonly Member[] {
  const words = text.masked.slice(from, to);
  const name = words.trim().replace(/^(?:(?:and|the)\s+)+/iu, "").replace(/[.\s]+$/u, "");
  if (name === "") return [];
  const start = from + words.indexOf(name);
  const actor = known.get(headingKey(name));
  return [{ name, span: place(text, start, start + name.length), ...(actor !== undefined && { actor }) }];
}
