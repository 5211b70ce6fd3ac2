import { unreadMoves } from "#core/negotiation/read-parties";
import { readDate, saying } from "#core/read-cell";
import { citedSources, distinct, identify } from "#core/read-ids";
import { readPairs } from "#core/read-pairs";
import { entriesOf, hasColumn, type Entry } from "#core/read-table";
import type { CalendarDate } from "#kit/date";
import type { Declaration } from "#model/names";
import type { Prose, Table } from "#model/outline";
import { plain } from "#model/prose";
import type { Event, Setting } from "./schema.ts";

/** The columns of a table of events, with the names they go by. */
export const eventColumns = {
  id: ["ID", "No."],
  event: ["Event", "What may happen", "Happening"],
  date: ["Date", "Day", "When", "On"],
  chance: ["Chance", "Probability", "Likelihood"],
  moves: ["Moves", "Who moves where", "Moves to", "Positions after"],
  scale: ["Issue", "Scale", "Matter"],
  source: ["Source", "Sources", "Why", "Rationale"],
} as const;
type Column = keyof typeof eventColumns;

export const isEventTable = (table: Table): boolean => hasColumn(table, eventColumns.event) && hasColumn(table, eventColumns.moves);

/** The events of the tables that name some. */
export const readEvents = (tables: readonly Table[], asOf: CalendarDate | undefined): readonly Event[] =>
  distinct(tables.filter(isEventTable).flatMap((table) => entriesOf<Column>(table, eventColumns)).flatMap((entry) => eventOf(entry, asOf)));

function eventOf({ cells, row }: Entry<Column>, asOf: CalendarDate | undefined): readonly Event[] {
  const name = cells.event ?? cells.id;
  if (!name) return [];
  const { id, text, written } = identify("event", name, cells.id, row.attributes);
  const [date, chance, moves, scale] = [saying(cells.date), saying(cells.chance), saying(cells.moves), saying(cells.scale)];
  return [
    {
      id,
      written,
      title: text,
      ...(date && { date: readDate(date, asOf) }),
      ...(chance && { chance: chanceIn(chance) }),
      ...(moves && { moves: { written: plain(moves), span: moves.span, pairs: readPairs(plain(moves)).pairs.map(([words, value]) => [words, value]) } }),
      ...(scale && { scale: { written: plain(scale), span: scale.span } }),
      sources: Object.values(cells).flatMap((cell) => citedSources(cell, id)),
    },
  ];
}

/** `30%`, `0.3`, `30`; a bare `1` may be one in a hundred or certainty, and is neither. */
function chanceIn(cell: Prose): Setting {
  const written = plain(cell);
  const [, digits, sign] = /^~?(\d{1,3}(?:\.\d{1,4})?)\s?(%)?$/u.exec(written) ?? [];
  const share = digits === undefined || (sign === undefined && Number(digits) === 1) ? undefined : sign !== undefined || Number(digits) > 1 ? Number(digits) / 100 : Number(digits);
  return { written, span: cell.span, ...(share !== undefined && share <= 1 && { value: share }) };
}

/** An event by the day that its date means last, as its effect must have come by a session to count there. */
export function eventDeclaration({ id, title, date, chance, moves, scale }: Event): Declaration {
  const unread = readPairs(moves?.written).unread.join("; ");
  return {
    id,
    kind: "event",
    title: plain(title),
    span: title.span,
    facts: {
      ...(date?.day !== undefined && { date: date.day }),
      ...(chance?.value !== undefined && { chance: String(chance.value) }),
      ...(moves && { moves: moves.pairs.map(([words, value]) => `${words}=${value}`).join("; ") }),
      ...(unread !== "" && { [unreadMoves]: unread }),
      ...(scale && { scale: scale.written }),
    },
  };
}
