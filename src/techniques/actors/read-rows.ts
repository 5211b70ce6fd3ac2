import { readDate, saying } from "#core/read-cell";
import { gradedBy } from "#core/item-grade";
import { citedSources, identify } from "#core/read-ids";
import type { Entry } from "#core/read-table";
import type { CalendarDate } from "#kit/date";
import { headingKey } from "#model/heading";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readNumeral, readRange } from "./read-number.ts";
import { readLastVotes } from "./read-last-votes.ts";
import { markFor } from "./read-scale.ts";
import type { Actor, Scale, Stand, Weight } from "./schema.ts";

export const columns = {
  id: ["ID", "Key", "Code", "ISO", "ISO code", "Actor ID"],
  actor: ["Actor", "State", "Country", "Delegation", "Party", "Organisation", "Organization", "Name", "Stakeholder", "Player", "Member state", "Member", "Government"],
  coalition: ["Coalition", "Bloc", "Group", "Camp", "Alignment", "Alliance", "Negotiating group", "Side"],
  position: ["Position", "Stance", "Ideal point", "Preferred position", "Preference", "Score", "Position (0-100)"],
  range: ["Range", "Position range", "Uncertainty", "Low-high", "Interval", "Band"],
  salience: ["Salience", "Priority", "Importance", "Salience (0-100)"],
  capability: ["Capability", "Capabilities", "Power", "Influence", "Resources", "Weight", "Capability (0-100)"],
  date: ["Date", "As of", "Position date", "Dated", "When", "Last seen"],
  source: ["Source", "Sources", "Citation", "Citations", "Evidence", "Basis", "Reference"],
  grade: ["Grade", "Admiralty", "Admiralty grade", "Rating"],
  changeRate: ["Change rate", "Chance of change", "Yearly change", "Change a year", "Government change"],
  matter: ["Issue", "Matter", "Question", "Topic", "On", "Subject"],
} as const;
export type Column = keyof typeof columns;

export interface RowContext {
  /** The scale of a matter. */
  readonly scaleOf: (matter: string | undefined) => Scale | undefined;
  readonly asOf?: CalendarDate;
}

export interface ReadActors {
  readonly actors: readonly Actor[];
  readonly stands: readonly Stand[];
}

/** The actors of the rows, each once, and what each row says of a position. A row names an actor by id or by name. */
export function readRows(rows: readonly Entry<Column>[], context: RowContext): ReadActors {
  const actors = new Map<string, Actor>();
  const idByName = new Map<string, string>();
  const stands: Stand[] = [];
  for (const { cells, row, other } of rows) {
    const name = cells.actor ?? cells.id;
    if (!name) continue;
    const id = (cells.id && plain(cells.id)) ?? idByName.get(headingKey(plain(name))) ?? newId(name, row.attributes);
    actors.set(id, merged(actors.get(id), actorIn(id, { cells, other }, name)));
    idByName.set(headingKey(plain(name)), id).set(headingKey(id), id);
    const stand = standIn(id, cells, context);
    if (stand) stands.push(stand);
  }
  return withShares([...actors.values()], stands);
}

/** A code such as `FR` or `ASEAN` names itself. */
const newId = (name: Prose, attributes: Prose["attributes"]): string => (/^\p{Uppercase_Letter}{2,6}$/u.test(plain(name)) ? plain(name) : identify("actor", name, undefined, attributes).id);

function actorIn(id: string, { cells, other }: Pick<Entry<Column>, "cells" | "other">, name: Prose): Actor {
  const [coalition, salience, capability, changeRate] = [standing(cells.coalition), saying(cells.salience), saying(cells.capability), saying(cells.changeRate)];
  return {
    id,
    name,
    lastVotes: [...readLastVotes(other)],
    ...(coalition && { coalition: writtenIn(coalition) }),
    ...(salience && { salience: weightIn(salience) }),
    ...(capability && { capability: weightIn(capability) }),
    ...(changeRate && { changeRate: rateIn(changeRate) }),
  };
}

/** `None` says something of a coalition: that the actor is in no one's. */
const standing = (cell: Prose | undefined): Prose | undefined => (cell && /^(?:none|no)$/iu.test(plain(cell)) ? cell : saying(cell));

/** A chance a year: `5%`, `0.05`, `5`; a bare `1` may be either and is none. */
function rateIn(cell: Prose): Weight {
  const number = readNumeral(plain(cell))?.value;
  const isPercentage = plain(cell).includes("%");
  const share = number === undefined || (number === 1 && !isPercentage) ? undefined : number > 1 || isPercentage ? number / 100 : number;
  return { ...writtenIn(cell), ...(share !== undefined && share >= 0 && share <= 1 && { value: share }) };
}

/** What an earlier row says stays; a later row only adds, votes column by column. */
function merged(known: Actor | undefined, more: Actor): Actor {
  if (!known) return more;
  const added = more.lastVotes.filter(({ column }) => !known.lastVotes.some((vote) => headingKey(vote.column) === headingKey(column)));
  return { ...more, ...known, lastVotes: [...known.lastVotes, ...added] };
}

const writtenIn = (cell: Prose): { readonly written: string; readonly span: Prose["span"] } => ({ written: plain(cell), span: cell.span });

function weightIn(cell: Prose): Weight {
  const value = readNumeral(plain(cell))?.value;
  return { ...writtenIn(cell), ...(value !== undefined && { value }) };
}

/** Weights of 0 to 100 as shares of 1; where none of a column is above 1 they are shares already. */
function withShares(actors: readonly Actor[], stands: readonly Stand[]): ReadActors {
  const divisor = (name: "salience" | "capability"): number => (actors.some((actor) => (actor[name]?.value ?? 0) > 1 || actor[name]?.written.includes("%")) ? 100 : 1);
  const [salience, capability] = [divisor("salience"), divisor("capability")];
  return {
    actors: actors.map((actor) => ({ ...actor, ...(actor.salience && { salience: scaled(actor.salience, salience) }), ...(actor.capability && { capability: scaled(actor.capability, capability) }) })),
    stands: stands.map((stand) => ({ ...stand, ...(stand.salience && { salience: scaled(stand.salience, salience) }) })),
  };
}

/** What lies outside 0 to 1 is no weight. */
function scaled({ value, ...weight }: Weight, divisor: number): Weight {
  const share = value === undefined ? undefined : value / divisor;
  return share === undefined || share < 0 || share > 1 ? weight : { ...weight, value: share };
}

function standIn(actor: string, cells: Entry<Column>["cells"], { scaleOf, asOf }: RowContext): Stand | undefined {
  const [position, range, salience] = [saying(cells.position), saying(cells.range), saying(cells.salience)];
  const [date, grade, matter] = [saying(cells.date), saying(cells.grade), saying(cells.matter)];
  if (!position) return undefined;
  const scale = scaleOf(matter && plain(matter));
  const written = plain(position);
  const numeral = readNumeral(written);
  const value = numeral?.value ?? markFor(scale, written);
  const ends = (range && readRange(plain(range), value)) ?? (numeral?.low === undefined ? undefined : numeral);
  const cited = [position, cells.source, range].flatMap((cell) => (cell ? citedSources(cell, actor) : []));
  return {
    actor,
    ...(matter && { matter: plain(matter) }),
    position: writtenIn(position),
    ...(value !== undefined && { value }),
    ...(range && { range: writtenIn(range) }),
    ...(salience && { salience: weightIn(salience) }),
    ...(ends?.low !== undefined && ends.high !== undefined && { low: ends.low, high: ends.high }),
    ...(date && { date: readDate(date, asOf) }),
    sources: gradedBy(cited, grade && plain(grade)),
    ...(grade && { grade: writtenIn(grade) }),
    span: position.span,
  };
}
