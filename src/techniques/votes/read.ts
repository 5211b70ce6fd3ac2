import { elementFor, elementsIn, type Element } from "#core/read-elements";
import { citedSources, distinct } from "#core/read-ids";
import { headingSpan, linesIn, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { CalendarDate } from "#kit/date";
import { datesIn } from "#model/dates-in-text";
import type { Declaration, Reference } from "#model/names";
import type { Prose, Section } from "#model/outline";
import { plain } from "#model/prose";
import { isNamed, readStateTables, stateColumns } from "./read-states.ts";
import { answerColumns, columns, rollCallOf, verdictIn, type Column, type Head } from "./read-rows.ts";
import { spokenTally } from "./read-tally.ts";
import type { RollCall, Votes } from "./schema.ts";

/** Roll calls from rows of a table and from subsections with lines or tables of states; a subsection may complete a row. */
export function read({ sections, document: { asOf } }: Found<"votes">): Reading<Votes> {
  const headed = sections.votes.filter((section, at) => at > 0 && isRollCall(section));
  const others = sections.votes.filter((section) => !headed.includes(section));
  const rows = tablesIn(others).filter(isList).flatMap((table) => entriesOf(table, columns)).flatMap(({ cells, row }) => {
    const name = cells.resolution ?? cells.id;
    return name ? [rollCallOf(cells, { name, attributes: row.attributes, asOf })] : [];
  });
  const joined = headed.map((section) => headedRollCall(section, asOf)).reduce(joinedTo, rows);
  const rollCalls = [...distinct(readStateTables(sections.votes, joined))];
  const remarks = [...paragraphsIn(others)];
  return {
    part: { rollCalls, remarks, heading: headingSpan(sections.votes) },
    declares: rollCalls.map(declarationOf),
    refers: [...rollCalls.flatMap((rollCall) => [...rollCall.sources, ...forumMeant(rollCall)]), ...remarks.flatMap((text) => citedSources(text))],
    attaches: rollCalls.flatMap(({ file }) => (file ? [{ name: file.written, span: file.span }] : [])),
  };
}

/** A table of roll calls, not one of states. */
const isList = (table: Parameters<typeof hasColumn>[0]): boolean => !hasColumn(table, stateColumns.state) && (["resolution", "yes", "no", "file"] as const).some((column) => hasColumn(table, columns[column]));

const sideLabels = answerColumns.flatMap((answer) => columns[answer]);
const labels = [...sideLabels, ...columns.date, ...columns.forum, ...columns.result, ...columns.file, ...columns.series, ...columns.source];

/** A subsection with a line such as `Against: ...`, a sentence that tells the result, or a table of states and votes. */
const isRollCall = (section: Section): boolean => elementsIn([section], sideLabels).length > 0 || linesIn([section]).some((line) => spokenTally(line) !== undefined) || tablesIn([section]).some((table) => hasColumn(table, stateColumns.state) && hasColumn(table, stateColumns.vote));

function headedRollCall(section: Section, asOf: CalendarDate | undefined): RollCall {
  const elements = elementsIn([section], labels);
  const cells: Partial<Record<Column, Prose>> = {};
  const stated: { -readonly [Answer in keyof NonNullable<Head["stated"]>]: number } = {};
  for (const column of [...answerColumns, "date", "forum", "result", "file", "series", "source"] as const) {
    const element = elementFor(elements, columns[column]);
    const text = element?.texts[0];
    if (text) cells[column] = text;
  }
  for (const answer of answerColumns) {
    const number = numberIn(elementFor(elements, columns[answer]));
    if (number !== undefined) stated[answer] = number;
  }
  const rollCall = rollCallOf(cells, { name: section.heading, attributes: section.heading.attributes, asOf, stated });
  return { ...toldIn(section, asOf), ...rollCall, sources: linesIn([section]).flatMap((line) => citedSources(line, rollCall.id)) };
}

/** What the sentences of a section tell, for what no label says: the sides, the verdict, and the day in the heading or beside the tally. */
function toldIn(section: Section, asOf: CalendarDate | undefined): Partial<RollCall> {
  const line = linesIn([section]).find((own) => spokenTally(own) !== undefined);
  const [date, ...others] = [section.heading, ...(line ? [line] : [])].flatMap((text) => datesIn(text, asOf).slice(0, 2));
  const verdict = line && verdictIn(plain(line));
  return {
    ...(date && others.every(({ to }) => to === date.to) && { date: { written: date.written, span: date.span, from: date.from, day: date.to } }),
    ...(line && spokenTally(line)),
    ...(line && verdict !== undefined && { result: { written: verdict ? "adopted" : "not adopted", span: line.span, passed: verdict } }),
  };
}

/** `Against (6)` says how many. */
const numberIn = (element: Element | undefined): number | undefined => {
  const digits = /[([]\s*(\d{1,4})\s*[)\]]\s*$/u.exec(element?.label ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Puts what a subsection says into the roll call of the same id or name, where there is one; what either says stays. */
function joinedTo(rollCalls: readonly RollCall[], more: RollCall): readonly RollCall[] {
  const at = rollCalls.findIndex((known) => isSame(known, more));
  const known = rollCalls[at];
  if (!known) return [...rollCalls, more];
  const { id, written, name } = known;
  const sources = [...known.sources, ...more.sources.map((source) => ({ ...source, from: id }))];
  return rollCalls.with(at, { ...known, ...more, id, written, name, sources });
}

const isSame = (a: RollCall, b: RollCall): boolean => [a.id, plain(a.name)].some((name) => isNamed(b, name));

/** A forum given by an id such as `F2` must be one. */
function forumMeant({ id, forum }: RollCall): readonly Reference[] {
  return forum && /^\p{Uppercase_Letter}{1,2}\d{1,3}$/u.test(forum.written) ? [{ id: forum.written, kinds: ["forum"], span: forum.span, from: id }] : [];
}

/** What others may know of it: the day, the forum and the published totals. */
function declarationOf({ id, name, date, forum, yes, no, abstain }: RollCall): Declaration {
  const facts: Record<string, string> = {};
  const add = (key: string, value: string | number | undefined): void => {
    if (value !== undefined) facts[key] = String(value);
  };
  add("date", date?.day);
  add("forum", forum?.written);
  add("yes", yes?.number);
  add("no", no?.number);
  add("abstain", abstain?.number);
  return { id, kind: "vote", title: plain(name), span: name.span, facts };
}
