import { readDate, saying } from "#core/read-cell";
import { citedSources, identify } from "#core/read-ids";
import type { CalendarDate } from "#kit/date";
import type { Attributes, Prose } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import { readSide } from "./read-side.ts";
import { tallyIn } from "./read-tally.ts";
import type { RollCall, Side } from "./schema.ts";

/** The columns of a table of roll calls, and the labels of lines on one; with the names they go by. */
export const columns = {
  id: ["ID", "Key", "Code"],
  resolution: ["Resolution", "Roll call", "Draft", "Draft resolution", "Text", "Document", "Motion", "Proposal", "Amendment", "Subject", "Title", "Vote on"],
  date: ["Date", "Day", "When", "Voted on", "Date of vote"],
  forum: ["Forum", "Body", "Organ", "Venue", "Assembly", "Where"],
  yes: ["Yes", "For", "In favour", "In favor", "Voting in favour", "Votes in favour", "Voted in favour", "Ayes", "Y"],
  no: ["No", "Against", "Voting against", "Votes against", "Voted against", "Opposed", "Nays", "N"],
  abstain: ["Abstain", "Abstaining", "Abstentions", "Abstention", "Abstained", "Abst."],
  absent: ["Not voting", "Absent", "Non-voting", "Did not vote", "Not participating", "Absences", "NV"],
  result: ["Result", "Outcome", "Adopted", "Tally", "Decision"],
  file: ["File", "CSV", "Data", "Data file", "Ballots", "Roll call file"],
  series: ["Series", "Question", "Issue"],
  source: ["Source", "Sources", "Citation", "Citations", "Reference", "Record"],
} as const;
export type Column = keyof typeof columns;
export type Cells = Readonly<Partial<Record<Column, Prose>>>;

/** What a roll call is called, and what it is read with. */
export interface Head {
  readonly name: Prose;
  readonly attributes: Attributes;
  readonly asOf: CalendarDate | undefined;
  /** Numbers that labels carry: `Against (6):`. */
  readonly stated?: Readonly<Partial<Record<Answer, number>>>;
}

export const answerColumns = ["yes", "no", "abstain", "absent"] as const;
type Answer = (typeof answerColumns)[number];

/** A roll call from the cells of a row, or the lines under a heading. */
export function rollCallOf(cells: Cells, { name, attributes, asOf, stated = {} }: Head): RollCall {
  const { id, text, written } = identify("vote", name, cells.id, attributes);
  const [date, forum, file, series] = [saying(cells.date), saying(cells.forum), saying(cells.file), saying(cells.series)];
  const result = cells.result && !isBlank(cells.result) ? cells.result : undefined;
  return {
    id,
    written,
    name: text,
    ...(date && { date: readDate(date, asOf) }),
    ...(forum && { forum: { written: plain(forum), span: forum.span } }),
    ...sidesIn(cells, stated),
    ...(result && { result: resultOf(result) }),
    ...(file && { file: { written: fileName(file), span: file.span } }),
    ...(series && { series: plain(series) }),
    entries: [],
    sources: Object.values(cells).flatMap((cell) => citedSources(cell, id)),
  };
}

type Sides = Readonly<Partial<Record<Answer, Side>>>;

/** What each column says; where none says anything, a tally `164-6-7` among the result. */
function sidesIn(cells: Cells, stated: Head["stated"] = {}): Sides {
  const sides: Partial<Record<Answer, Side>> = {};
  for (const answer of answerColumns) {
    const cell = cells[answer];
    if (cell && !/^[\s–—?.-]*$/u.test(cell.masked)) sides[answer] = readSide(cell, stated[answer]);
  }
  return Object.keys(sides).length > 0 || !cells.result ? sides : tallyIn(cells.result);
}

const failed = /\b(?:not (?:adopted|carried|passed|agreed|approved)|failed?|rejected|lost|defeated|fell|withdrawn)\b|^no$/u;
const passed = /\b(?:adopted|carried|passed|agreed|approved|accepted)\b|^yes$/u;

/** True for words of adoption, false for words of rejection. */
export function verdictIn(words: string): boolean | undefined {
  const text = words.toLowerCase();
  return failed.test(text) ? false : passed.test(text) ? true : undefined;
}

function resultOf(cell: Prose): NonNullable<RollCall["result"]> {
  const verdict = verdictIn(plain(cell));
  return { written: plain(cell), span: cell.span, ...(verdict !== undefined && { passed: verdict }) };
}

/** The name of a file: the address of a link, else what is written. */
const fileName = (cell: Prose): string => /\]\(\s*<?([^()<>\s]+)>?\s*\)/u.exec(cell.source)?.[1] ?? plain(cell);
