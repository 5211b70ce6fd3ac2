import type { Forum, Negotiation, Party } from "#bargaining/forums/negotiation";
import { ruleFromWords } from "#bargaining/forums/rule-words";
import type { Rule } from "#bargaining/forums/rules";
import { listText } from "#kit/list-text";
import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";

/** What a document gives to simulate, and what had to be assumed or left out. */
export interface ReadNegotiation {
  readonly negotiation: Negotiation;
  readonly notes: readonly string[];
}

/** What a person asks instead of what the document says: rules in words and texts from 0 to 100, by forum. */
export interface AskedInstead {
  readonly rules: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, number>;
}

/** The weight of an actor for which the document gives none. */
const middleWeight = 0.5;

/** Reads actors and forums; a sentence that says what is missing where there is nothing to simulate. */
export function readNegotiation(names: Names, asked: AskedInstead): ReadNegotiation | string {
  const actors = names.all("actor");
  const parties = actors.flatMap((actor) => partyOf(actor) ?? []);
  const read = names.all("forum").map((forum) => readForum(forum, { actors, parties, others: names.all("forum"), asked }));
  const forums = read.flatMap(({ forum }) => forum ?? []);
  const missing = missingFrom(names, parties, forums);
  if (missing !== undefined) return missing;
  return { negotiation: { parties, forums }, notes: [...actorNotes(actors), ...read.flatMap(({ notes }) => notes), ...outsideNotes(parties, forums)] };
}

function missingFrom(names: Names, parties: readonly Party[], forums: readonly Forum[]): string | undefined {
  if (names.all("actor").length === 0) return "it names no actors";
  if (parties.length === 0) return "none of its actors has a position on the scale";
  if (names.all("forum").length === 0) return "it names no forums";
  return forums.length === 0 ? "none of its forums has a rule that is known and a member with a position" : undefined;
}

const fact = ({ facts }: Declaration, name: string): number | undefined => {
  const value = Number(facts?.[name] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};

const clamped = (value: number): number => Math.max(0, Math.min(1, value / 100));

function partyOf(actor: Declaration): Party | undefined {
  const [position, low, high] = [fact(actor, "position"), fact(actor, "low"), fact(actor, "high")];
  const coalition = actor.facts?.["coalition"];
  if (position === undefined) return undefined;
  return {
    id: actor.id,
    position: clamped(position),
    ...(low !== undefined && high !== undefined && { low: clamped(low), high: clamped(high) }),
    salience: fact(actor, "salience") ?? middleWeight,
    capability: fact(actor, "capability") ?? middleWeight,
    ...(coalition !== undefined && !/^(?:none|no|-|–|—)?$/iu.test(coalition) && { coalition }),
  };
}

function actorNotes(actors: readonly Declaration[]): readonly string[] {
  const placed = actors.filter((actor) => fact(actor, "position") !== undefined);
  const idsWithout = (list: readonly Declaration[], has: (actor: Declaration) => boolean): string => listText(list.filter((actor) => !has(actor)).map(({ id }) => id));
  const outside = (actor: Declaration): boolean => (fact(actor, "position") ?? 0) < 0 || (fact(actor, "position") ?? 0) > 100;
  return [
    sentence(idsWithout(actors, (actor) => placed.includes(actor)), (ids) => `Without a position, and so left out: ${ids}.`),
    sentence(idsWithout(placed, (actor) => fact(actor, "salience") !== undefined), (ids) => `Without salience, taken as 50: ${ids}.`),
    sentence(idsWithout(placed, (actor) => fact(actor, "capability") !== undefined), (ids) => `Without capability, taken as 50: ${ids}.`),
    sentence(idsWithout(placed, (actor) => !outside(actor)), (ids) => `Off the scale, and taken at its end: ${ids}.`),
  ].flat();
}

const sentence = (ids: string, say: (ids: string) => string): readonly string[] => (ids === "" ? [] : [say(ids)]);

interface Context {
  readonly actors: readonly Declaration[];
  readonly parties: readonly Party[];
  readonly others: readonly Declaration[];
  readonly asked: AskedInstead;
}

function readForum(declared: Declaration, context: Context): { readonly forum?: Forum; readonly notes: readonly string[] } {
  const { id, facts = {} } = declared;
  const [words, text] = [context.asked.rules.get(id), context.asked.texts.get(id)];
  const rule = words === undefined ? ruleOf(declared) : ruleFromWords(words);
  if (!rule) return { notes: [`${id} has no rule that is known here, and is left out.`] };
  const { members, notes } = membersOf(declared, context);
  if (members.length === 0) return { notes: [...notes, `${id} has no member with a position, and is left out.`] };
  const lastResort = words === undefined ? ruleFromWords(facts["lastResort"] ?? "") : undefined;
  const alternative = context.others.find((other) => other.id !== id && speaksOf(facts["fallback"] ?? "", other))?.id;
  const forum = { id, rule, members, ...(lastResort && { lastResort }), ...(alternative !== undefined && { alternative }), ...(text !== undefined && { text: clamped(text) }) };
  return { forum, notes: [...notes, ...unmeetable(id, rule, members.length)] };
}

/** The rule of a forum as its declaration gives it; undefined where it is none that is known. */
export function ruleOf(forum: Declaration): Rule | undefined {
  const { rule: kind, of } = forum.facts ?? {};
  const needed = fact(forum, "needed");
  if (kind === "consensus" || kind === "unanimity") return { kind };
  if (kind === "opt-in") return { kind, ...(needed !== undefined && { needed }) };
  return kind === "majority" ? { kind, share: fact(forum, "share") ?? 1 / 2, of: of === "members" ? "members" : "those voting" } : undefined;
}

/** True where a text speaks of a forum by its id or its whole name. */
const speaksOf = (text: string, { id, title }: Declaration): boolean => text.split(/[^\p{Letter}\p{Number}_-]+/u).includes(id) || text.toLowerCase().includes(title.toLowerCase());

function membersOf({ id, facts = {} }: Declaration, { actors, parties }: Context): { readonly members: readonly string[]; readonly notes: readonly string[] } {
  const written = facts["members"] ?? "";
  const all = parties.map((party) => party.id);
  if (written === "") return { members: all, notes: [`${id} lists no members; all actors are taken.`] };
  if (/^(?:all|everyone|universal|open to all)\b/iu.test(written)) return { members: all, notes: [] };
  if (/^\D{0,8}\d/u.test(written)) return { members: all, notes: [`${id} gives a number of members (${written}) and no names; all actors are taken for it.`] };
  const keys = written.split(/[,;\n]/u).map(headingKey).filter((key) => key !== "");
  const found = keys.map((key) => actors.find((actor) => headingKey(actor.id) === key || headingKey(actor.title) === key)?.id);
  const unknown = keys.filter((_, at) => found[at] === undefined);
  const members = all.filter((party) => found.includes(party));
  return { members, notes: sentence(listText(unknown), (list) => `${id} has members that are no actors here, and are left out: ${list}.`) };
}

function unmeetable(id: string, rule: Rule, members: number): readonly string[] {
  if (rule.kind !== "opt-in") return [];
  if (rule.needed === undefined) return [`${id} does not say how many must join; half of its members are taken (entryShare).`];
  return rule.needed > members ? [`${id} needs ${rule.needed} to join and only ${members} of its members are actors here: it cannot come into force.`] : [];
}

const outsideNotes = (parties: readonly Party[], forums: readonly Forum[]): readonly string[] =>
  sentence(listText(parties.filter(({ id }) => !forums.some(({ members }) => members.includes(id))).map(({ id }) => id)), (ids) => `In no forum that is simulated: ${ids}.`);
