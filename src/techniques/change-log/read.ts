import type { CalendarDate } from "#kit/date";
import { citedSources, distinct, idsInCell, mentionedIds } from "#core/read-ids";
import { saying } from "#core/read-cell";
import { headingSpan, itemsIn, labelled, paragraphsIn } from "#core/read-lines";
import { entriesOf, tablesIn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration, Reference } from "#model/names";
import type { Prose } from "#model/outline";
import { isBlank, plain, slice } from "#model/prose";
import { readHorizon } from "#model/read-horizon";
import type { Change, ChangeLog } from "./schema.ts";

/** The columns of a table of changes, with the names they go by. */
export const columns = {
  date: ["Date", "When", "Day", "Changed", "Changed on", "Updated", "Date of change"],
  subject: ["Judgement", "Judgment", "Key judgement", "Finding", "Key finding", "Item", "Subject", "Scenario", "Element", "Section", "What", "What changed", "Change", "Description", "Entry"],
  from: ["From", "Before", "Old", "Old value", "Was", "Previous", "Previously", "Earlier", "Previous assessment"],
  to: ["To", "After", "New", "New value", "Now", "Becomes", "Current", "Current assessment"],
  why: ["Why", "Reason", "Reasons", "Rationale", "Reasoning", "Because", "Basis", "Explanation", "Justification", "Driver", "Trigger", "What led to it", "Evidence"],
  who: ["Who", "By", "Author", "Analyst", "Editor", "Changed by", "Signed off by"],
} as const;
type Column = keyof typeof columns;

/** The changes from the rows of tables and from list items (`2026-11-01: K1 from likely to very likely, because ...`). */
export function read({ sections }: Found<"change-log">): Reading<ChangeLog> {
  const found = sections["change-log"];
  const rows = tablesIn(found).flatMap((table) => entriesOf<Column>(table, columns)).map(readRow);
  const lines = itemsIn(found).filter(({ prose }) => !isBlank(prose)).map(({ prose }) => readLine(prose));
  const changes = withoutClosed(withIds([...rows, ...lines]));
  return {
    part: { changes, remarks: paragraphsIn(found), heading: headingSpan(found) },
    declares: changes.map(declarationOf),
    refers: changes.flatMap(refersOf),
  };
}

const closing = /\b(?:closed|removed|dropped|deleted|retired|withdrawn|merged|resolved|superseded|replaced|answered|absent|gone)\b/iu;

/** An entry that the log itself closes is no longer in the document: to name it is no fault. */
function withoutClosed(changes: readonly Change[]): Change[] {
  const closed = new Set(changes.filter(({ to }) => to && closing.test(plain(to))).flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  return changes.map((change) => ({ ...change, subjects: change.subjects.map((subject) => (closed.has(subject.id) ? { ...subject, passing: true } : subject)) }));
}

type Unnamed = Omit<Change, "id">;

/** The id of a change is made of its day and what changed; two changes of one thing on one day are told apart. */
function withIds(changes: readonly Unnamed[]): Change[] {
  return distinct(changes.map((change) => ({ id: idOf(change), written: false, change }))).map(({ id, change }) => ({ ...change, id }));
}

const idOf = ({ date, subjects, subject }: Unnamed): string => {
  const what = subjects.length > 0 ? subjects.map(({ id }) => id).join("-") : headingKey(subject ? plain(subject) : "").split(" ").slice(0, 5).join("-");
  return ["change", date, what].filter((part) => part !== undefined && part !== "").join("-");
};

const declarationOf = ({ id, span, date, why, subjects, from, to }: Change): Declaration => ({
  id,
  kind: "change",
  title: why ? plain(why) : "",
  span,
  facts: {
    ...(date !== undefined && { date }),
    ...(subjects.length > 0 && { judgement: subjects.map((subject) => subject.id).join(", ") }),
    ...(from && { from: plain(from) }),
    ...(to && { to: plain(to) }),
  },
});

const refersOf = ({ subjects, why }: Change): readonly Reference[] => [...subjects, ...(why ? [...citedSources(why), ...mentionedIds(why)] : [])];

function readRow({ row, cells }: Entry<Column>): Unnamed {
  const { date: day, subject, who } = cells;
  const [from, to, why] = [saying(cells.from), saying(cells.to), saying(cells.why)];
  return {
    span: row.span,
    ...readDay(day),
    subjects: subject ? idsInCell(subject, []) : [],
    ...(subject && { subject }),
    ...(from && { from }),
    ...(to && { to }),
    ...(why && { why }),
    ...(who && { who }),
  };
}

function readDay(day: Prose | undefined): Pick<Change, "day" | "date"> {
  if (!day || isBlank(day)) return {};
  const date = firstDay(plain(day));
  return { day, ...(date !== undefined && { date }) };
}

/** The first day of what is written: of `November 2026` it is the first of the month. */
function firstDay(text: string): CalendarDate | undefined {
  const horizon = readHorizon(text);
  return horizon?.from ?? horizon?.to;
}

const leadingDay = /^\s*(\d{4}-\d{2}-\d{2})[\s:,]+/u;
/** Where `from X to Y` is looked for: near the beginning, so that a long line costs no more than this. */
const longestMovement = 1000;
const movement = /\bfrom\s+(\S.{0,79}?)\s+to\s+(\S.{0,79}?)(?=\s*[,;.(](?!\d)|\s+(?:because|since|after|following|due to|owing to)\b|\s*$)/iu;
const reason = /(?:\b(?:because(?: of)?|since|due to|owing to|after|following)|\b(?:reason|why):)(?=\s)/iu;
const initials = /\(([\p{Uppercase_Letter}][\p{Letter}. -]{0,30})\)\s*[.]?\s*$/u;

function readLine(line: Prose): Unnamed {
  const { day, text } = splitDay(line);
  const moved = movement.exec(text.masked.slice(0, longestMovement));
  const why = reason.exec(text.masked);
  const who = initials.exec(text.masked.slice(-60));
  const end = who ? text.source.length - who[0].length : text.source.length;
  return {
    span: line.span,
    ...readDay(day),
    subjects: mentionedIds(text),
    subject: subjectOfLine(text),
    ...(moved?.[1] !== undefined && moved[2] !== undefined && movementOf(text, moved.index, moved[1], moved[2])),
    ...(why && { why: slice(text, why.index + why[0].length, end) }),
    ...(who?.[1] !== undefined && { who: slice(text, end + 1, end + 1 + who[1].length) }),
  };
}

function splitDay(line: Prose): { readonly day?: Prose; readonly text: Prose } {
  const leading = leadingDay.exec(line.masked);
  if (leading?.[1] !== undefined) {
    const from = leading[0].indexOf(leading[1]);
    return { day: slice(line, from, from + leading[1].length), text: slice(line, leading[0].length, line.source.length) };
  }
  const found = labelled(line);
  if (!found || !/\d/u.test(found.label) || firstDay(found.label) === undefined) return { text: line };
  const from = line.masked.indexOf(found.label);
  return { day: slice(line, from, from + found.label.length), text: found.text };
}

/** What stands before `from`, else the first words. */
function subjectOfLine(text: Prose): Prose {
  const end = text.masked.search(/\s+from\s|[:,;.](?:\s|$)/u);
  return slice(text, 0, end > 0 ? end : text.source.length);
}

function movementOf(text: Prose, at: number, from: string, to: string): Pick<Change, "from" | "to"> {
  const start = text.masked.indexOf(from, at + "from".length);
  const next = text.masked.indexOf(to, start + from.length + " to".length);
  return { from: slice(text, start, start + from.length), to: slice(text, next, next + to.length) };
}
