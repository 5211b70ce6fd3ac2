import type { CalendarDate } from "#kit/date";
import { headingKey, type SectionRole } from "#model/heading";
import { isTableRow, listLine, type DraftLine, type ListLine } from "./draft.ts";
import type { SectionRun } from "./section-runs.ts";
import { cellsOf, workTable } from "./tables.ts";

const horizonColumns = new Set(["Time horizon", "Horizon", "By when", "Deadline", "Timeframe", "Time frame"].map(headingKey));

/** Gives the entries of a section ids, where its role numbers them and none has one, and its horizons dates. */
export function numberEntries({ lines, role }: SectionRun, asOf: CalendarDate | undefined): readonly DraftLine[] {
  const letter = role?.idLetter;
  if (role === undefined || letter === undefined) return lines;
  return tableRuns(numberItems(lines, letter)).flatMap((run) => (isOwnTable(run, role) ? workTable(run, { idLetter: letter, horizons: horizonColumns }, asOf) : run));
}

/** Items of the outer level without any id get `K1: `, `K2: `; a list in which one has an id is left as it is. */
function numberItems(lines: readonly DraftLine[], letter: string): readonly DraftLine[] {
  const items = outerItems(lines);
  if (items.some((item) => item && (hasId(item.body) || isLabelled(item.body)))) return lines;
  let number = 0;
  return lines.map((line, at) => {
    const item = items[at];
    return item && item.body !== "" ? { ...line, text: `- ${letter}${++number}: ${item.body}` } : line;
  });
}

/** For each line its item, where it is one of the outer level: Markdown nests an item only where it stands two blanks further in. */
function outerItems(lines: readonly DraftLine[]): readonly (ListLine | undefined)[] {
  const items = lines.map(listLine).map((item) => (item && /^ {0,3}$/u.test(item.indent) ? item : undefined));
  const outer = items.reduce((least, item) => Math.min(least, item?.indent.length ?? least), 3);
  return items.map((item) => (item && item.indent.length < outer + 2 ? item : undefined));
}

const hasId = (body: string): boolean => /^\p{Letter}{1,4}\d{0,4}:\s/u.test(body) || /\{#[^}]+\}/u.test(body);
/** An item that opens with a label of the trade, `Answer: ...`, is a part of an entry and none itself. */
const isLabelled = (body: string): boolean => /^\p{Uppercase_Letter}[\p{Letter} ]{2,30}:\s/u.test(body);

/** Cuts lines into runs of table rows and runs of others. */
function tableRuns(lines: readonly DraftLine[]): readonly (readonly DraftLine[])[] {
  const runs: DraftLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before && isTableRow(before) === isTableRow(line)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** A table that lists the role's own entries: by its first column, or by an ID column in front of it. */
function isOwnTable(run: readonly DraftLine[], { firstColumns }: SectionRole): boolean {
  const head = run[0];
  if (!head || !isTableRow(head)) return false;
  const names = cellsOf(head.text).map((cell) => headingKey(cell)).filter((name) => name !== "id");
  return firstColumns.some((column) => headingKey(column) === names[0]);
}
