import type { Ballot, Dimension, Happening, Move, Party, Stance } from "#bargaining/forums/negotiation";
import { daysBetween, parseCalendarDate, type CalendarDate } from "#kit/date";
import { listText } from "#kit/list-text";
import { forumNamed } from "#core/negotiation/forum-named";
import { actorsNamed, coalitionOf } from "#core/coalition";
import { pairsIn } from "#core/read-pairs";
import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";

/** The weight of an actor for which the document gives none. */
const middleWeight = 0.5;

/** What an actor's facts are called on a further scale, at the vote of a forum: `position:scope`, `lastVote:F2`. */
const behind = ({ facts = {} }: Declaration, name: string): readonly (readonly [id: string, value: string])[] =>
  Object.entries(facts).flatMap(([key, value]) => (key.startsWith(`${name}:`) ? [[key.slice(name.length + 1), value] as const] : []));

export const fact = ({ facts }: Declaration, name: string): number | undefined => {
  const written = facts?.[name];
  const value = written === undefined || written.trim() === "" ? Number.NaN : Number(written);
  return Number.isFinite(value) ? value : undefined;
};

/** A place from 0 to 100 as one from 0 to 1. */
export const clamped = (value: number): number => Math.max(0, Math.min(1, value / 100));

/** An actor with a position on the first scale; undefined for one without. */
export function partyOf(actor: Declaration, names: Names): Party | undefined {
  const stance = stanceOn(actor, "");
  const coalition = coalitionOf(actor, names);
  if (!stance) return undefined;
  const further = behind(actor, "position").flatMap(([scale]) => {
    const own = stanceOn(actor, `:${scale}`);
    return own ? [[scale, own] as const] : [];
  });
  const lastVotes = behind(actor, "lastVote").flatMap(([words, answer]) => {
    const forum = forumNamed(words, names)?.id;
    return forum !== undefined && isBallot(answer) ? [[forum, answer] as const] : [];
  });
  const changeRate = fact(actor, "changeRate");
  return {
    id: actor.id,
    ...stance,
    salience: stance.salience ?? middleWeight,
    capability: fact(actor, "capability") ?? middleWeight,
    ...(coalition !== undefined && { coalition }),
    ...(further.length > 0 && { further: Object.fromEntries(further) }),
    ...(lastVotes.length > 0 && { lastVotes: Object.fromEntries(lastVotes) }),
    ...(changeRate !== undefined && { changeRate }),
  };
}

function stanceOn(actor: Declaration, scale: string): Stance | undefined {
  const [position, low, high, salience] = ["position", "low", "high", "salience"].map((name) => fact(actor, `${name}${scale}`));
  if (position === undefined) return undefined;
  return { position: clamped(position), ...(low !== undefined && high !== undefined && { low: clamped(low), high: clamped(high) }), ...(salience !== undefined && { salience }) };
}

const isBallot = (answer: string): answer is Ballot => answer === "yes" || answer === "no" || answer === "abstain";

/** The scales beside the first on which some actor stands, in the order of the document. */
export function dimensionsOf(actors: readonly Declaration[]): readonly Dimension[] {
  const ids = [...new Set(actors.flatMap((actor) => behind(actor, "position").map(([scale]) => scale)))];
  return ids.map((id) => ({ id, weight: actors.map((actor) => fact(actor, `weight:${id}`)).find((weight) => weight !== undefined) ?? 1 }));
}

/** Something that may happen on a day, as a person writes it: places from 0 to 100. */
export interface DatedEvent {
  readonly id: string;
  readonly date: CalendarDate;
  readonly chance: number;
  readonly moves: readonly Move[];
}

/** Days as years from the day on which the author speaks. */
export const yearsFrom = (asOf: CalendarDate, date: CalendarDate): number => daysBetween(asOf, date) / 365.25;

/** The events of a document that can count, and what of them cannot, in sentences. */
export interface ReadEvents {
  readonly events: readonly DatedEvent[];
  readonly notes: readonly string[];
}

/** The events that the document declares: date, chance, who moves where (`NO 60; Treaty friends 40`, from 0 to 100), and on which scale. */
export function eventsOf(names: Names): ReadEvents {
  const read = names.all("event").map((event) => eventOf(event, names));
  return { events: read.flatMap(({ events }) => events), notes: read.flatMap(({ notes }) => notes) };
}

function eventOf(event: Declaration, names: Names): ReadEvents {
  const { id, facts = {} } = event;
  const [date, chance] = [parseCalendarDate(facts["date"] ?? ""), fact(event, "chance")];
  const scale = scaleMeant(facts["scale"], names);
  const { moves, notes } = movesOf(id, facts, names);
  const leftOut = (why: string): ReadEvents => ({ events: [], notes: [`${id} is left out: ${why}.`, ...notes] });
  if (date === undefined) return leftOut("its day cannot be read");
  if (chance === undefined) return leftOut("its chance cannot be read");
  if (!scale) return leftOut(`${facts["scale"]} is no scale of this document`);
  if (moves.length === 0) return leftOut("it moves nobody");
  return { events: [{ id, date, chance, moves: moves.map((move) => ({ ...move, ...scale })) }], notes };
}

/** Who moves where: of those named only the actors with a position. */
function movesOf(id: string, facts: Readonly<Record<string, string>>, names: Names): { readonly moves: readonly Move[]; readonly notes: readonly string[] } {
  const unread = facts[unreadMoves];
  const isPlaced = (actor: string): boolean => names.find(actor)?.facts?.["position"] !== undefined;
  const read = pairsIn(facts["moves"]).map(([words, place]) => {
    const movers = actorsNamed(words, names);
    const nobody = movers.length === 0 ? [words] : movers.filter((mover) => !isPlaced(mover));
    return { moves: movers.filter(isPlaced).map((party) => ({ party, to: clamped(place) })), nobody };
  });
  return {
    moves: read.flatMap(({ moves }) => moves),
    notes: [
      ...(unread === undefined ? [] : [`Of what ${id} moves, this cannot be read and is left out: ${unread}.`]),
      ...sentence(listText(read.flatMap(({ nobody }) => nobody)), (list) => `${id} cannot move these, who have no position here: ${list}.`),
    ],
  };
}

/** The fact that holds what of an event's moves could not be read. */
export const unreadMoves = "moves.unread";

/** The scale that a word names: nothing for the first one, which no word names too; undefined for one that the document does not have. */
export function scaleMeant(words: string | undefined, names: Names): Pick<Move, "dimension"> | undefined {
  const key = headingKey(words ?? "");
  const actors = names.all("actor");
  if (key === "" || actors.some(({ facts }) => headingKey(facts?.[firstMatter] ?? "") === key)) return {};
  const dimension = dimensionsOf(actors).find(({ id }) => headingKey(id) === key)?.id;
  return dimension === undefined ? undefined : { dimension };
}

/** The fact that holds what the first scale is about, where the document names it. */
export const firstMatter = "matter";

/** Events by the clock of the simulation, from the day on which the author speaks; without such a day there are none. */
export const happeningsOf = (events: readonly DatedEvent[], asOf: CalendarDate | undefined): readonly Happening[] =>
  asOf === undefined ? [] : events.flatMap(({ date, ...event }) => (date < asOf ? [] : [{ ...event, years: yearsFrom(asOf, date) }]));

/** What of the actors is missing or off the scale, in sentences. */
export function actorNotes(actors: readonly Declaration[]): readonly string[] {
  const placed = actors.filter((actor) => fact(actor, "position") !== undefined);
  const idsWithout = (list: readonly Declaration[], has: (actor: Declaration) => boolean): string => listText(list.filter((actor) => !has(actor)).map(({ id }) => id));
  const outside = (actor: Declaration, place: string): boolean => (fact(actor, place) ?? 0) < 0 || (fact(actor, place) ?? 0) > 100;
  const silent = (scale: string): string => idsWithout(placed, (actor) => fact(actor, `position:${scale}`) !== undefined);
  return [
    sentence(idsWithout(actors, (actor) => placed.includes(actor)), (ids) => `Without a position, and so left out: ${ids}.`),
    sentence(idsWithout(placed, (actor) => fact(actor, "salience") !== undefined), (ids) => `Without salience, taken as 50: ${ids}.`),
    sentence(idsWithout(placed, (actor) => fact(actor, "capability") !== undefined), (ids) => `Without capability, taken as 50: ${ids}.`),
    sentence(idsWithout(placed, (actor) => !outside(actor, "position")), (ids) => `Off the scale, and taken at its end: ${ids}.`),
    ...dimensionsOf(actors).map(({ id }) => sentence(idsWithout(placed, (actor) => !outside(actor, `position:${id}`)), (ids) => `Off the scale of ${id}, and taken at its end: ${ids}.`)),
    ...dimensionsOf(actors).map(({ id }) => sentence(silent(id), (ids) => `Without a position on ${id}, and taken not to care about it: ${ids}.`)),
  ].flat();
}

/** A sentence about some ids; none where there are none. */
export const sentence = (ids: string, say: (ids: string) => string): readonly string[] => (ids === "" ? [] : [say(ids)]);
