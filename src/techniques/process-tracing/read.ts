import { citedSources, distinct } from "#core/read-ids";
import { headingSpan, itemsIn, labelled, linesIn } from "#core/read-lines";
import { entriesOf, hasColumn, passagesIn, tablesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration } from "#model/names";
import type { Prose, Section, Table } from "#model/outline";
import { isBlank, piecesAt, plain } from "#model/prose";
import { hypothesisColumns, readHypothesisItem, readHypothesisRow } from "./read-hypotheses.ts";
import { frameLabels, listedSteps, readFrame, readStepLine } from "./read-mechanism.ts";
import { readTestLine, readTestRow, testColumns, type ReadingContext } from "./read-tests.ts";
import type { Hypothesis, ProcessTracing, Step, Test } from "./schema.ts";

export type Role = "process-tracing" | "mechanism" | "hypotheses" | "tests";

/** Cause, outcome, steps, hypotheses and tests, from tables, lists and labelled lines. */
export function read({ sections, document }: Found<Role>): Reading<ProcessTracing> {
  const context: ReadingContext = { yardstick: document.yardstick, ...(document.asOf !== undefined && { asOf: document.asOf }) };
  const traced = [...sections["process-tracing"], ...sections.mechanism];
  const all = [...traced, ...sections.hypotheses, ...sections.tests];
  const lines = linesIn(all).flatMap(piecesOf);
  const written = lines.flatMap((line) => readStepLine(line) ?? []);
  const steps = written.length > 0 ? written : listedSteps(passagesIn(sections["process-tracing"]), passagesIn(sections.mechanism));
  const hypotheses = distinct(readHypotheses(all, sections.hypotheses, context));
  const tests = distinct([...tablesIn(all).filter(holdsTests).flatMap((table) => entriesOf(table, testColumns).map((entry) => readTestRow(entry, context))), ...lines.flatMap((line) => readTestLine(line) ?? [])]);
  const frame = readFrame(traced);
  const remarks = remarksIn(lines, new Set([...steps.map(({ text }) => text), ...itemsIn(sections.hypotheses).map(({ prose }) => prose)]));
  return {
    part: { ...frame, steps: [...steps], hypotheses: [...hypotheses], tests: [...tests], remarks, traced: traced.length > 0, heading: headingSpan(all) },
    declares: [...steps.map(stepDeclared), ...hypotheses.map(hypothesisDeclared), ...tests.map(testDeclared)],
    refers: [
      ...tests.flatMap(({ targets, sources }) => [...targets, ...sources]),
      ...hypotheses.flatMap(({ id, text }) => citedSources(text, id)),
      ...steps.flatMap(({ id, text }) => citedSources(text, id)),
      ...[frame.cause, frame.outcome, ...remarks].flatMap((text) => (text ? citedSources(text) : [])),
    ],
  };
}

const lineStart = /(?:^|\n)(?=[^\S\n]*(?:(?:step|link)\s\d{1,3}\s?[:.)–—-]|(?:T\d{1,3}:\s)?(?:hoop|smoking[ -]gun|straws?[ -]in|doubly|double[ -]decisive)\b[^:\n]{0,60}:\s))/giu;

/** The lines of a paragraph, where several begin with a step's or a test's name; else the paragraph. */
function piecesOf(prose: Prose): readonly Prose[] {
  if (!prose.source.includes("\n")) return [prose];
  const starts = Array.from(prose.masked.matchAll(lineStart), ({ index }) => index).filter((index) => index > 0);
  return starts.length === 0 ? [prose] : piecesAt(prose, [0, ...starts]);
}

const holdsTests = (table: Table): boolean => hasColumn(table, testColumns.text) || hasColumn(table, testColumns.test);

function readHypotheses(all: readonly Section[], headed: readonly Section[], { yardstick }: ReadingContext): readonly Hypothesis[] {
  const tables = tablesIn(all).filter((table) => !holdsTests(table) && hasColumn(table, hypothesisColumns.hypothesis));
  const rows = tables.flatMap((table) => entriesOf(table, hypothesisColumns)).flatMap((entry) => readHypothesisRow(entry, yardstick) ?? []);
  return [...rows, ...itemsIn(headed).filter(({ prose }) => !isBlank(prose) && !isTestOrStep(prose)).map(({ prose }) => readHypothesisItem(prose, yardstick))];
}

const isTestOrStep = (line: Prose): boolean => readTestLine(line) !== undefined || readStepLine(line) !== undefined;

const frameKeys = new Set(frameLabels.map(headingKey));

/** What is neither frame nor step nor test nor hypothesis; a label with nothing behind it says nothing either. */
const remarksIn = (lines: readonly Prose[], consumed: ReadonlySet<Prose>): Prose[] =>
  lines.filter((line) => {
    if (isBlank(line) || consumed.has(line) || isTestOrStep(line)) return false;
    const found = labelled(line);
    return !found || !(frameKeys.has(headingKey(found.label)) || isBlank(found.text));
  });

const stepDeclared = ({ id, text }: Step): Declaration => ({ id, kind: "step", title: plain(text), span: text.span });

const hypothesisDeclared = ({ id, text, residual, prior }: Hypothesis): Declaration => ({
  id,
  kind: "hypothesis",
  title: plain(text),
  span: text.span,
  facts: { ...(residual && { residual: "yes" }), ...(prior && { prior: prior.written }) },
});

const testDeclared = ({ id, text, kind, result, date }: Test): Declaration => ({
  id,
  kind: "test",
  title: plain(text),
  span: text.span,
  facts: { ...(kind && { test: kind }), ...(result && { result: result.written }), ...(date?.day !== undefined && { date: date.day }) },
});
