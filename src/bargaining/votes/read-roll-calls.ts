import { parseCalendarDate } from "#kit/date";
import { delimitedReader, type DelimitedRow } from "#kit/delimited";
import { incidentLog, type ImportNote, type Irregularity } from "./import-notes.ts";
import { layoutOf, type Layout, type RollCallColumns } from "./layout.ts";
import { rollCallsBuilder, silentVoters, tally, withoutSilentVoters, withRollCalls, type RollCall, type RollCalls, type Repeat, type RollCallsBuilder, type Totals, type Voter } from "./roll-calls.ts";
import { noBallot, readBallot } from "./vote-codes.ts";

/** What came of an import: how much was read, and everything that was not as it should be. */
export interface ImportReport {
  readonly files: readonly { readonly name: string; readonly layout: Layout["kind"] | "unknown"; readonly rows: number }[];
  readonly rollCalls: number;
  readonly voters: number;
  /** Yes, abstain, no, absent. */
  readonly ballots: readonly number[];
  /** Cells that say that somebody was no member, or say nothing. */
  readonly withoutBallot: number;
  readonly notes: readonly ImportNote[];
}

/** Takes one or more files in pieces; `finish` gives the roll calls of all of them. */
export interface RollCallReader {
  file(name: string): { add(chunk: string): void; end(): void };
  finish(): { readonly calls: RollCalls; readonly report: ImportReport };
}

export interface ReadOptions {
  /** True for what may stand for a voter; others are reported and kept, unless they are most of them. Left out, nobody is. */
  readonly isVoter?: (voter: Voter) => boolean;
  /** Keeps voters who never answered, with their absences. */
  readonly withSilent?: boolean;
  /** Told of every ballot that stands twice, with the lines of both. */
  readonly onRepeat?: (repeat: Repeat) => void;
}

interface State {
  readonly builder: RollCallsBuilder;
  readonly ids: Map<string, number>;
  readonly descriptions: Map<string, RollCall>;
  readonly note: (kind: Irregularity, place: string) => void;
  readonly files: { name: string; layout: Layout["kind"] | "unknown"; rows: number }[];
  /** Where a roll call or a voter is first met, by id. */
  readonly firstPlaces: { readonly rollCalls: Map<string, string>; readonly voters: Map<string, string> };
  withoutBallot: number;
}

/** Reads the public layouts of roll calls (see `layoutOf`) row by row: a file never stands in memory whole. */
export function rollCallReader(options: ReadOptions = {}): RollCallReader {
  const log = incidentLog();
  const state: State = { builder: rollCallsBuilder(), ids: new Map(), descriptions: new Map(), note: (kind, place) => log.add({ kind, place }), files: [], firstPlaces: { rollCalls: new Map(), voters: new Map() }, withoutBallot: 0 };
  const { files } = state;
  const file = (name: string): ReturnType<RollCallReader["file"]> => {
    const account: (typeof files)[number] = { name, layout: "unknown", rows: 0 };
    files.push(account);
    let take: ((row: DelimitedRow) => void) | undefined;
    const reader = delimitedReader((row) => {
      if (take) {
        account.rows++;
        return take(row);
      }
      const layout = layoutOf(row.cells);
      account.layout = layout?.kind ?? "unknown";
      if (!layout) state.note(isText(row.cells) ? "no layout" : "no text", isText(row.cells) ? `${name}, line ${row.line}: ${row.cells.join(",").slice(0, 60)}` : name);
      take = layout ? rowTaker(state, { layout, width: row.cells.length, name, number: files.indexOf(account) }) : () => undefined;
    });
    return reader;
  };
  const finish = (): ReturnType<RollCallReader["finish"]> => {
    const calls = checked(state, options);
    return { calls, report: { files, ...extentOf(calls), withoutBallot: state.withoutBallot, notes: log.notes() } };
  };
  return { file, finish };
}

/** The same in one call, for text that is at hand. */
export function readRollCalls(chunks: Iterable<string>, name = "roll calls", options: ReadOptions = {}): ReturnType<RollCallReader["finish"]> {
  const reader = rollCallReader(options);
  const file = reader.file(name);
  for (const chunk of chunks) file.add(chunk);
  file.end();
  return reader.finish();
}

/** False where there are characters that no text has, or that UTF-8 could not read. */
const isText = (cells: readonly string[]): boolean => !cells.some((text) => /[\0\uFFFD]/u.test(text));

interface File {
  readonly layout: Layout;
  readonly width: number;
  readonly name: string;
  /** Its place among the files. */
  readonly number: number;
}

function rowTaker(state: State, { layout, width, name, number }: File): (row: DelimitedRow) => void {
  const take = rowOf(state, layout, number);
  return (row) => {
    const place = `${name}, line ${row.line}`;
    if (row.unclosed) state.note("quote unclosed", place);
    if (row.cells.length < width) return state.note("cells missing", place);
    const id = layout.columns.id < 0 ? name.replace(/^.*[/\\]|\.\w{1,4}$/gu, "") : cell(row, layout.columns.id);
    return id === "" ? state.note("roll call missing", place) : take(row, id, place);
  };
}

/** A line of a file as one number. */
const lineNumber = (file: number, line: number): number => Math.min(file, 255) * 2 ** 24 + Math.min(line, 2 ** 24 - 1);

const placeOf = ({ files }: State, number: number): string => `${files[Math.floor(number / 2 ** 24)]?.name ?? ""}, line ${number % 2 ** 24}`;

function rowOf(state: State, layout: Layout, file: number): TakeRow {
  if (layout.kind === "long") return longRow(state, layout, file);
  if (layout.kind === "wide") return wideRow(state, layout, file);
  return (row, id, place) => void state.descriptions.set(ownCopy(id), readRollCall(state, row, { columns: layout.columns, id, place }));
}

type TakeRow = (row: DelimitedRow, id: string, place: string) => void;

function longRow(state: State, { columns, voter, name, vote }: Extract<Layout, { kind: "long" }>, file: number): TakeRow {
  return (row, id, place) => {
    const who = voter.map((column) => cell(row, column)).find((text) => text !== "" && text !== "NA") ?? cell(row, name ?? -1);
    if (who === "") return state.note("voter missing", place);
    const known = state.ids.get(id);
    const rollCall = known ?? state.builder.rollCall(readRollCall(state, row, { columns, id, place }));
    if (known === undefined) newRollCall(state, { id, rollCall, place });
    const index = state.builder.voterIndex(who) ?? newVoter(state, { id: who, name: cell(row, name ?? -1), place });
    addBallot(state, { rollCall, voter: index, text: cell(row, vote), place, line: lineNumber(file, row.line) });
  };
}

function newRollCall({ ids, firstPlaces }: State, { id, rollCall, place }: { readonly id: string; readonly rollCall: number; readonly place: string }): void {
  const own = ownCopy(id);
  ids.set(own, rollCall);
  firstPlaces.rollCalls.set(own, place);
}

function newVoter({ builder, firstPlaces }: State, { id, name, place }: { readonly id: string; readonly name: string; readonly place: string }): number {
  const own = ownCopy(id);
  firstPlaces.voters.set(own, place);
  return builder.voter({ id: own, ...(name !== "" && name !== id && { name: ownCopy(name) }) });
}

function wideRow(state: State, { columns, voters }: Extract<Layout, { kind: "wide" }>, file: number): TakeRow {
  const indices = voters.map(({ id }) => state.builder.voter({ id }));
  return (row, id, place) => {
    const own = unusedId(state, id);
    if (own !== id) state.note("id reused", `${place}: ${id} became ${own}`);
    const rollCall = state.builder.rollCall(readRollCall(state, row, { columns, id: own, place }));
    newRollCall(state, { id: own, rollCall, place });
    voters.forEach(({ column }, at) => addBallot(state, { rollCall, voter: indices[at] ?? 0, text: cell(row, column), place, line: lineNumber(file, row.line) }));
  };
}

/** The id, or with the first letter from b that makes it new. */
function unusedId({ ids }: State, id: string): string {
  if (!ids.has(id)) return id;
  for (let suffix = 1; ; suffix++) {
    const own = `${id}${suffix < 26 ? String.fromCharCode(97 + suffix) : `-${suffix}`}`;
    if (!ids.has(own)) return own;
  }
}

function addBallot(state: State, { rollCall, voter, text, place, line }: { readonly rollCall: number; readonly voter: number; readonly text: string; readonly place: string; readonly line: number }): void {
  const code = readBallot(text);
  if (code === undefined) return state.note("code unknown", `${place}: ${text.slice(0, 40)}`);
  if (code === noBallot) state.withoutBallot++;
  else state.builder.ballot(rollCall, voter, code, line);
}

const cell = (row: DelimitedRow, column: number): string => (row.cells[column] ?? "").trim();

/** A cell is a slice of its chunk; what is kept must not keep the chunk. */
const ownCopy = (text: string): string => Array.from(text).join("");

interface Described {
  readonly columns: RollCallColumns;
  readonly id: string;
  readonly place: string;
}

function readRollCall(state: State, row: DelimitedRow, { columns, id, place }: Described): RollCall {
  const { date, session, resolution, title } = { date: cell(row, columns.date), session: cell(row, columns.session), resolution: cell(row, columns.resolution), title: cell(row, columns.title) };
  const day = parseCalendarDate(date.slice(0, 10));
  if (date !== "" && day === undefined) state.note("date unreadable", `${place}: ${date.slice(0, 40)}`);
  const number = Number(session);
  if (session !== "" && !Number.isFinite(number)) state.note("session unreadable", `${place}: ${session.slice(0, 40)}`);
  const totals = readTotals(row, columns);
  return {
    id: ownCopy(id),
    ...(day !== undefined && { date: ownCopy(day) }),
    ...(session !== "" && Number.isFinite(number) && { session: number }),
    ...(resolution !== "" && { resolution: ownCopy(resolution) }),
    ...(title !== "" && { title: ownCopy(title) }),
    ...(totals && { totals }),
  };
}

/** Published totals; undefined where the file has none, or where the columns hold no whole numbers. */
function readTotals(row: DelimitedRow, { yes, no, abstain, absent }: RollCallColumns): Totals | undefined {
  const whole = (column: number): number | undefined => (/^\d+(?:\.0)?$/u.test(cell(row, column)) ? Number(cell(row, column)) : undefined);
  const read = { yes: whole(yes), no: whole(no), abstain: whole(abstain), absent: whole(absent) };
  const given = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  return Object.keys(given).length > 0 ? given : undefined;
}

/** Builds, reports what is odd about the whole, and leaves out what nobody answered. */
function checked(state: State, { isVoter, withSilent = false, onRepeat = () => undefined }: ReadOptions): RollCalls {
  const { builder, ids, descriptions, firstPlaces, note } = state;
  for (const [id, description] of descriptions) {
    const index = ids.get(id);
    if (index === undefined) note("description idle", id);
    else builder.describe(index, description);
  }
  const everybody = builder.build((repeat) => {
    const { rollCall, voter, same, line, firstLine } = repeat;
    note(same ? "repeated" : "contradicted", `${voter} in ${rollCall}, ${placeOf(state, line)}; first in line ${firstLine % 2 ** 24}`);
    onRepeat({ ...repeat, line: line % 2 ** 24, firstLine: firstLine % 2 ** 24 });
  });
  const where = (id: string): string => `${id}, ${firstPlaces.rollCalls.get(id) ?? ""}`;
  const answered = withRollCalls(everybody, ({ id, totals }, index) => {
    const [yes = 0, abstain = 0, no = 0, absent = 0] = tally(everybody, index);
    if (totals && contradicts(totals, { yes, abstain, no, absent })) note("totals contradicted", `${where(id)}: ${totalsText(totals)} published, ${totalsText({ yes, no, abstain, absent })} counted`);
    if (yes + abstain + no === 0) note("nobody answered", where(id));
    else if (no === 0) note("nobody against", where(id));
    return yes + abstain + no > 0;
  });
  const strangers = isVoter ? everybody.voters.filter((voter) => !isVoter(voter)) : [];
  // A file that knows its voters by other codes altogether is no list of states with mistakes in it.
  if (strangers.length < everybody.voters.length / 2) for (const { id } of strangers) note("voter unknown", id);
  if (withSilent) return answered;
  for (const { id } of silentVoters(everybody)) note("voter silent", firstPlaces.voters.has(id) ? `${id}, ${firstPlaces.voters.get(id)}` : id);
  return withoutSilentVoters(answered);
}

/** Fewer absences than published are no contradiction: many files leave out some of those who were absent, or all. */
const contradicts = (totals: Totals, counted: Required<Totals>): boolean =>
  (["yes", "no", "abstain"] as const).some((answer) => totals[answer] !== undefined && totals[answer] !== counted[answer]) || counted.absent > (totals.absent ?? counted.absent);

const totalsText = ({ yes, no, abstain, absent }: Totals): string => `${[yes, no, abstain].map((value) => value ?? "?").join("-")}${absent === undefined ? "" : ` (${absent} absent)`}`;

function extentOf(calls: RollCalls): Pick<ImportReport, "rollCalls" | "voters" | "ballots"> {
  const sums = [0, 0, 0, 0];
  for (const code of calls.ballots) sums[code] = (sums[code] ?? 0) + 1;
  return { rollCalls: calls.rollCalls.length, voters: calls.voters.length, ballots: sums };
}
