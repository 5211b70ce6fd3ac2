import { readDate, saying } from "#core/read-cell";
import { gradedBy } from "#core/item-grade";
import { citedSources, identify, idsInCell } from "#core/read-ids";
import { labelled } from "#core/read-lines";
import type { Entry } from "#core/read-table";
import { readStateCells } from "#core/read-vector";
import type { CalendarDate } from "#kit/date";
import type { Prose } from "#model/outline";
import { place, plain, slice } from "#model/prose";
import type { Yardstick } from "#model/yardstick";
import { resultReading, testKind } from "./read-words.ts";
import type { Test } from "./schema.ts";

export const testColumns = {
  id: ["ID", "Key", "No", "No.", "Test ID"],
  text: ["Evidence", "Observation", "Observable", "Observable implication", "Prediction", "Clue", "Trace", "Item of evidence", "Test description", "Evidence item", "What was looked for"],
  test: ["Test", "Test type", "Type", "Type of test", "Kind of test", "Kind", "Van Evera test"],
  for: ["For", "For hypothesis", "Hypothesis", "Hypothesis tested", "Tests", "Tested hypothesis", "Bears on", "Target"],
  result: ["Result", "Outcome", "Passed", "Status", "Finding", "Verdict", "Test result"],
  date: ["Date", "Observed", "Date of evidence", "When"],
  source: ["Source", "Sources", "Citation", "Citations", "Reference", "References"],
  grade: ["Grade", "Admiralty", "Admiralty grade", "Rating", "Credibility", "Item grade"],
  step: ["Step", "Steps", "Link", "Mechanism step", "Bears on step"],
  cluster: ["Cluster", "Dependence", "Group"],
} as const;
export type TestColumn = keyof typeof testColumns;

/** How a document's words are read. */
export interface ReadingContext {
  readonly yardstick: Yardstick;
  readonly asOf?: CalendarDate;
}

/** A row of the table of tests. */
export function readTestRow({ row, cells, other }: Entry<TestColumn>, context: ReadingContext): Test {
  const whole = cells.text ?? cells.test ?? row.cells[0];
  const { id, text, written } = identify("test", whole ?? emptyText(row.span), cells.id, row.attributes);
  const result = saying(cells.result);
  const date = saying(cells.date);
  const grade = saying(cells.grade);
  const cited = [cells.source, text].flatMap((cell) => (cell ? citedSources(cell, id) : []));
  return {
    id,
    written,
    text,
    ...named(saying(cells.test)),
    targets: cells.for ? idsInCell(cells.for, ["hypothesis"], id) : [],
    ...resulting(result),
    cells: [...readStateCells(other, context.yardstick)],
    ...(date && { date: readDate(date, context.asOf) }),
    sources: gradedBy(cited, grade && plain(grade)),
    ...(grade && { grade: { written: plain(grade), span: grade.span } }),
    steps: [...new Set([...stepsNamed(plain(text)), ...(cells.step ? numbersIn(plain(cells.step)) : [])])],
    ...(cells.cluster && saying(cells.cluster) && { cluster: plain(cells.cluster) }),
  };
}

const emptyText = (span: Prose["span"]): Prose => ({ span: { ...span, to: span.from }, source: "", masked: "", citations: [], attributes: { classes: [], values: {} } });

function named(cell: Prose | undefined): Pick<Test, "label" | "kind"> {
  const kind = cell && testKind(plain(cell));
  return { ...(cell && { label: { written: plain(cell), span: cell.span } }), ...(kind && { kind }) };
}

function resulting(cell: Prose | undefined): Pick<Test, "result" | "reading"> {
  const reading = cell && resultReading(plain(cell));
  return { ...(cell && { result: { written: plain(cell), span: cell.span } }), ...(reading && { reading }) };
}

const numbersIn = (text: string): readonly string[] => Array.from(text.matchAll(/\d{1,3}/gu), ([number]) => `step-${Number(number)}`);

/** The steps that a text names: `step 3`, `steps 2 and 4`. */
const stepsNamed = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\bsteps?\s(\d{1,3}(?:(?:,\s?|\sand\s)\d{1,3}){0,20})/giu)).flatMap(([, numbers]) => numbersIn(numbers ?? ""));

/** A line such as `T1: Hoop test for H1 (passed): what was looked for`; undefined where the line is no test. */
export function readTestLine(line: Prose): Test | undefined {
  const { id: ownId, text, written } = identify("test", line);
  const found = labelled(text);
  const kind = found && testKind(found.label);
  if (!found || !kind) return undefined;
  const id = written ? ownId : identify("test", found.text).id;
  const bracket = /\(([^)]*)\)/u.exec(found.label);
  const at = text.masked.indexOf(found.label);
  const label = slice(text, at, at + found.label.length);
  const result = bracket?.[1] === undefined ? undefined : slice(label, bracket.index + 1, bracket.index + 1 + bracket[1].length);
  return {
    id,
    written,
    text: found.text,
    label: { written: plain(label), span: label.span },
    kind,
    targets: targetsIn(label, id),
    ...resulting(result),
    cells: [],
    sources: citedSources(found.text, id),
    steps: [...new Set(stepsNamed(plain(found.text)))],
  };
}

/** `for H1` in the label of a line. */
const targetsIn = (label: Prose, from: string): Test["targets"] =>
  Array.from(label.masked.matchAll(/\bfor\s(?<id>\p{Uppercase_Letter}[\p{Letter}_-]{0,6}\d{1,3}|\p{Uppercase_Letter})(?![\p{Letter}\p{Number}])/gu), (match) => {
    const id = match.groups?.["id"] ?? "";
    const start = match.index + match[0].length - id.length;
    return { id, kinds: ["hypothesis"], span: place(label, start, start + id.length), from };
  });
