import type { Forum, Negotiation, Party } from "#bargaining/forums/negotiation";
import { ruleFromWords } from "#bargaining/forums/rule-words";
import type { Rule } from "#bargaining/forums/rules";
import { faultsOf } from "#bargaining/forums/faults";
import { parseCalendarDate } from "#kit/date";
import { listText } from "#kit/list-text";
import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import { forumMembers } from "#core/negotiation/forum-members";
import { actorNotes, clamped, dimensionsOf, eventsOf, fact, happeningsOf, partyOf, sentence, yearsFrom, type DatedEvent } from "#core/negotiation/read-parties";

/** What a document gives to simulate, and what had to be assumed or left out. */
export interface ReadNegotiation {
  readonly negotiation: Negotiation;
  readonly notes: readonly string[];
}

/** What a person asks instead of what the document says: rules in words and texts from 0 to 100, by forum. */
export interface AskedInstead {
  readonly rules: ReadonlyMap<string, string>;
  /** By forum; on a further scale by forum and scale: `F1:scope`. */
  readonly texts: ReadonlyMap<string, number>;
  /** Events besides those of the document. */
  readonly events?: readonly DatedEvent[];
}

/** The days that the front matter names. */
export type Clock = Pick<FrontMatter, "asOf" | "resolves">;

/** Reads actors and forums; a sentence that says what is missing where there is nothing to simulate. */
export function readNegotiation(names: Names, asked: AskedInstead, clock: Clock = {}): ReadNegotiation | string {
  const actors = names.all("actor");
  const parties = actors.flatMap((actor) => partyOf(actor, names) ?? []);
  const dimensions = dimensionsOf(actors);
  const read = names.all("forum").map((forum) => readForum(forum, { names, actors, parties, others: names.all("forum"), asked, clock }));
  const forums = read.flatMap(({ forum }) => forum ?? []);
  const missing = missingFrom(names, parties, forums);
  if (missing !== undefined) return missing;
  const declared = eventsOf(names);
  const dated = [...declared.events, ...(asked.events ?? [])];
  const events = happeningsOf(dated, clock.asOf);
  const negotiation: Negotiation = { parties, forums, ...(dimensions.length > 0 && { dimensions }), ...(events.length > 0 && { events }) };
  const faults = faultsOf(negotiation);
  if (faults[0] !== undefined) return faults[0];
  return { negotiation, notes: [...actorNotes(actors), ...read.flatMap(({ notes }) => notes), ...outsideNotes(parties, forums), ...declared.notes, ...eventNotes(dated, negotiation, clock)] };
}

/** Events that cannot count: the document does not say from when, or they come before that day or after every session. */
function eventNotes(dated: readonly DatedEvent[], { forums, events = [] }: Negotiation, { asOf }: Clock): readonly string[] {
  if (asOf === undefined) return sentence(listText(dated.map(({ id }) => id)), (ids) => `The document gives no day as-of from which to count, so these events are left out: ${ids}.`);
  const last = forums.reduce((latest, { years }) => Math.max(latest, years ?? Number.POSITIVE_INFINITY), 0);
  return [
    ...sentence(listText(dated.filter(({ date }) => date < asOf).map(({ id }) => id)), (ids) => `Before the day as-of, and so left out, as the positions show what happened: ${ids}.`),
    ...sentence(listText(events.filter(({ years }) => years > last).map(({ id }) => id)), (ids) => `After the last session, and so of no effect: ${ids}.`),
  ];
}

function missingFrom(names: Names, parties: readonly Party[], forums: readonly Forum[]): string | undefined {
  if (names.all("actor").length === 0) return "it names no actors";
  if (parties.length === 0) return "none of its actors has a position on the scale";
  if (names.all("forum").length === 0) return "it names no forums";
  return forums.length === 0 ? "none of its forums has a rule that is known and a member with a position" : undefined;
}

interface Context {
  readonly names: Names;
  readonly actors: readonly Declaration[];
  readonly parties: readonly Party[];
  readonly others: readonly Declaration[];
  readonly asked: AskedInstead;
  readonly clock: Clock;
}

function readForum(declared: Declaration, context: Context): { readonly forum?: Forum; readonly notes: readonly string[] } {
  const { id, facts = {} } = declared;
  const [words, text] = [context.asked.rules.get(id), context.asked.texts.get(id)];
  const rule = words === undefined ? ruleOf(declared) : ruleFromWords(words);
  if (!rule) return { notes: [`${id} has no rule that is known here, and is left out.`] };
  const { members, notes } = membersOf(declared, context);
  if (members.length === 0) return { notes: [...notes, `${id} has no member with a position, and is left out.`] };
  const lastResort = words === undefined ? ruleFromWords(facts["lastResort"] ?? "") : undefined;
  const [alternative, another] = forumsSpokenOf(facts["fallback"] ?? "", context.others.filter((other) => other.id !== id));
  const further = Array.from(context.asked.texts).flatMap(([name, place]) => (name.startsWith(`${id}:`) ? [[scaleNamed(name.slice(id.length + 1), context.actors), clamped(place)] as const] : []));
  const [years, quorum] = [yearsTo(declared, context.clock), fact(declared, "quorum")];
  const forum: Forum = {
    id,
    rule,
    members,
    ...(lastResort && { lastResort }),
    ...(quorum !== undefined && { quorum }),
    ...(alternative !== undefined && { alternative }),
    ...(text !== undefined && { text: clamped(text) }),
    ...(further.length > 0 && { furtherText: Object.fromEntries(further) }),
    ...(years !== undefined && { years }),
  };
  const twoFallbacks = alternative !== undefined && another !== undefined ? [`The fallback of ${id} speaks of ${alternative} and of ${another}; ${alternative} is taken.`] : [];
  return { forum, notes: [...notes, ...twoFallbacks, ...unmeetable(forum)] };
}

/** The further scale that words name, whatever their capitals; the words themselves where there is none. */
const scaleNamed = (words: string, actors: readonly Declaration[]): string => dimensionsOf(actors).find(({ id }) => headingKey(id) === headingKey(words))?.id ?? words;

/** Years to the forum's session, or to the day on which the question resolves where its date is not known; none is in the past. */
function yearsTo({ facts = {} }: Declaration, { asOf, resolves }: Clock): number | undefined {
  const session = parseCalendarDate(facts["session"] ?? "") ?? resolves;
  return asOf === undefined || session === undefined ? undefined : Math.max(0, yearsFrom(asOf, session));
}

/** The rule of a forum as its declaration gives it; undefined where it is none that is known. */
export function ruleOf(forum: Declaration): Rule | undefined {
  const { rule: kind, of } = forum.facts ?? {};
  const needed = fact(forum, "needed");
  if (kind === "consensus" || kind === "unanimity") return { kind };
  if (kind === "opt-in") return { kind, ...(needed !== undefined && { needed }) };
  return kind === "majority" ? { kind, share: fact(forum, "share") ?? 1 / 2, of: of === "members" ? "members" : "those voting" } : undefined;
}

/** The forums that a text speaks of by id or whole name, in the order of the text; what it denies (`not to F2 but to F3`) is not spoken of. */
function forumsSpokenOf(text: string, forums: readonly Declaration[]): readonly string[] {
  const found = forums.flatMap(({ id, title }) => {
    const at = [...placesOf(id, text), ...placesOf(title.toLowerCase(), text.toLowerCase())].filter((place) => !denied.test(text.slice(Math.max(0, place - 60), place)));
    return at.length === 0 ? [] : [{ id, at: Math.min(...at), length: title.length }];
  });
  return found.toSorted((one, other) => one.at - other.at || other.length - one.length).map(({ id }) => id);
}

const denied = /\b(?:not|never|instead of|rather than|other than)\s+(?:(?:to|in|at|by|before|with|back|the|a)\s+)*$/iu;

/** Where a name stands in a text as a whole word. */
function placesOf(name: string, text: string): readonly number[] {
  const places: number[] = [];
  if (name === "") return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + name.length))) places.push(at);
  return places;
}

const inWord = /[\p{Letter}\p{Number}_-]/u;

function membersOf(declared: Declaration, { names, parties }: Context): { readonly members: readonly string[]; readonly notes: readonly string[] } {
  const { id } = declared;
  const { kind, written, actors, unknown } = forumMembers(declared, names);
  const members = parties.map((party) => party.id).filter((party) => actors.includes(party));
  if (kind === "unsaid") return { members, notes: [`${id} lists no members; all actors are taken.`] };
  if (kind === "number") return { members, notes: [`${id} gives a number of members (${written}) and no names; all actors are taken for it.`] };
  return { members, notes: sentence(listText(unknown), (list) => `${id} has members that are no actors here, and are left out: ${list}.`) };
}

/** What the rule asks for and the members here cannot give, or what had to be assumed of it. */
function unmeetable({ id, rule, lastResort, members, quorum }: Forum): readonly string[] {
  const few = `only ${members.length} of its members are actors here`;
  const votes = rule.kind === "majority" || rule.kind === "unanimity" || lastResort !== undefined;
  return [
    ...(quorum !== undefined && quorum > members.length && votes ? [`${id} needs ${quorum} present and ${few}: it cannot vote.`] : []),
    ...(rule.kind === "opt-in" && rule.needed === undefined ? [`${id} does not say how many must join; half of its members are taken (entryShare).`] : []),
    ...(rule.kind === "opt-in" && (rule.needed ?? 0) > members.length ? [`${id} needs ${rule.needed ?? 0} to join and ${few}: it cannot come into force.`] : []),
  ];
}

const outsideNotes = (parties: readonly Party[], forums: readonly Forum[]): readonly string[] =>
  sentence(listText(parties.filter(({ id }) => !forums.some(({ members }) => members.includes(id))).map(({ id }) => id)), (ids) => `In no forum that is simulated: ${ids}.`);
