import { keptFor } from "#kit/kept";
import { matchesOf } from "#kit/matches";
import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";

/** A member that a coalition lists: its name, where it stands in the words, and the actor it names, if it names one. */
export interface ListedMember {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly actor?: string;
}

/** The fact by which a coalition's declaration holds its members, as written. */
export const membersFact = "members";

/** The names in a list such as `Norway, Chile and the Holy See`. */
export const listedMembers = (words: string, names: Names): readonly ListedMember[] => membersIn(words, actorsByName(names));

/** A name in a list that may hold coalitions too, with the actors it means: none where it is neither an actor nor a coalition. */
export interface ListedParty extends Omit<ListedMember, "actor"> {
  readonly actors: readonly string[];
}

/** The names in a list such as `A1, A3 and the Treaty friends`, in which a coalition stands for those who act with it. */
export function listedParties(words: string, names: Names): readonly ListedParty[] {
  const known = new Map([...titlesByName(names), ...actorsByName(names)]);
  return membersIn(words, known).map(({ name, from, to }) => ({ name, from, to, actors: actorsNamed(name, names) }));
}

/** The coalition that an actor names, else the first that lists it, by one title however it is written; undefined for one that stands alone. */
export function coalitionOf(actor: Declaration, names: Names): string | undefined {
  const own = actor.facts?.["coalition"];
  if (own === undefined) return coalitionsByMember(names).get(actor.id);
  return saysAlone(own) ? undefined : (titlesByName(names).get(headingKey(own)) ?? own);
}

/** The actors that some words mean: one by its id or name, or all of a coalition. */
export function actorsNamed(words: string, names: Names): readonly string[] {
  const one = actorsByName(names).get(headingKey(words));
  if (one !== undefined) return [one];
  const coalition = titlesByName(names).get(headingKey(words));
  return coalition === undefined ? [] : names.all("actor").filter((actor) => coalitionOf(actor, names) === coalition).map(({ id }) => id);
}

/** `None`, `No coalition`, `-`. */
export const saysAlone = (words: string): boolean => /^(?:none|no|no coalition|independent|-|–|—)?$/iu.test(words.trim());

type Known = ReadonlyMap<string, string>;

/** The ids of the actors by the names and ids they go by. */
const actorsByName = keptFor((names: Names): Known => new Map(names.all("actor").flatMap(({ id, title }) => [[headingKey(id), id] as const, [headingKey(title), id] as const])));

/** The titles of the coalitions by the names they go by: those declared by title and id, then those that only actors name, as the first of them writes it. */
const titlesByName = keptFor((names: Names): Known => {
  const titles = new Map<string, string>();
  const add = (name: string, title: string): void => {
    if (headingKey(name) !== "" && !titles.has(headingKey(name))) titles.set(headingKey(name), title);
  };
  for (const { id, title } of names.all("coalition")) for (const name of [title, id]) add(name, title);
  for (const { facts } of names.all("actor")) if (!saysAlone(facts?.["coalition"] ?? "")) add(facts?.["coalition"] ?? "", facts?.["coalition"] ?? "");
  return titles;
});

const coalitionsByMember = keptFor((names: Names): ReadonlyMap<string, string> => {
  const listed = new Map<string, string>();
  for (const { title, facts } of names.all("coalition")) for (const { actor } of listedMembers(facts?.[membersFact] ?? "", names)) if (actor !== undefined && !listed.has(actor)) listed.set(actor, titlesByName(names).get(headingKey(title)) ?? title);
  return listed;
});

const membersIn = (words: string, known: Known): readonly ListedMember[] =>
  matchesOf(words, /[^,;\n]+/gu).flatMap(({ 0: part, index }) => splitAtAnd(part, index, known).flatMap(([from, to]) => memberAt(words, { from, to, known })));

/** Splits at an `and` with a known name behind it, else at the last, unless the whole is the name of an actor, as `Trinidad and Tobago` may be. */
function splitAtAnd(words: string, from: number, known: Known): readonly (readonly [from: number, to: number])[] {
  const ands = matchesOf(words, /(?= and )/gu).map(({ index }) => index).filter((at) => at > 0);
  const at = ands.find((place) => known.has(nameKey(words.slice(place + and.length)))) ?? ands.at(-1);
  if (at === undefined || known.has(nameKey(words))) return [[from, from + words.length]];
  return [
    [from, from + at],
    [from + at + and.length, from + words.length],
  ];
}

const and = " and ";
const nameKey = (words: string): string => headingKey(words.trim().replace(/[.\s]+$/u, ""));

function memberAt(text: string, { from, to, known }: { readonly from: number; readonly to: number; readonly known: Known }): readonly ListedMember[] {
  const words = text.slice(from, to);
  const whole = words.trim().replace(/[.\s]+$/u, "");
  const name = known.has(headingKey(whole)) ? whole : whole.replace(/^(?:(?:and|the)\s+)+/iu, "");
  if (name === "") return [];
  const start = from + words.indexOf(name);
  const actor = known.get(headingKey(name));
  return [{ name, from: start, to: start + name.length, ...(actor !== undefined && { actor }) }];
}
