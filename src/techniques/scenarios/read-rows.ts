import { citedSources } from "#core/read-ids";
import { headingSpan } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import { saysResidual } from "#core/read-vector";
import type { Span } from "#kit/span";
import { headingKey } from "#model/heading";
import type { FrontMatter, Prose, Section, Table } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import { readHorizon } from "#model/read-horizon";
import { readLikelihood } from "#model/read-likelihood";
import { readResolution } from "./read-body.ts";
import { identifyLabel, spanOf } from "./read-id.ts";
import { readLabel } from "./read-label.ts";
import type { Advice, Resolution, Scenario } from "./schema.ts";

/** The columns of a table of scenarios, with the names they go by. */
export const columns = {
  id: ["ID", "No", "#", "Key"],
  scenario: ["Scenario", "Scenarios", "Outcome", "Title", "Name", "Pathway"],
  probability: ["Probability", "Likelihood", "Stated", "Stated probability", "P", "Chance", "Our estimate", "Odds"],
  resolves: ["Resolves", "Resolves when", "Resolution", "Resolution criteria", "How it resolves"],
  by: ["By", "Date", "Deadline", "Resolves by"],
  text: ["Description", "Summary", "Narrative", "Text"],
} as const;
type Column = keyof typeof columns;

const scenarioTables = (sections: readonly Section[]): readonly Table[] => tablesIn(sections).filter((table) => hasColumn(table, columns.scenario));

/** The rows of the tables that have a column of scenarios. */
export const rowsIn = (sections: readonly Section[], document: FrontMatter): readonly Scenario[] =>
  scenarioTables(sections)
    .flatMap((table) => entriesOf<Column>(table, columns))
    .flatMap((entry) => readRow(entry, document));

/** The head of the first table that has a column of scenarios; the section's heading where there is none. */
export function setSpan(sections: readonly Section[]): Span {
  const columns = scenarioTables(sections)[0]?.columns ?? [];
  const [first, last] = [columns[0]?.span, columns.at(-1)?.span];
  return first && last ? { ...first, to: last.to } : headingSpan(sections);
}

function readRow({ cells, other, row }: Entry<Column>, { yardstick, asOf }: FrontMatter): readonly Scenario[] {
  const name = cells.scenario;
  if (!name) return [];
  const label = readLabel(name, yardstick);
  const { id, written } = cells.id ? { id: plain(cells.id), written: true } : identifyLabel({ ...name, attributes: row.attributes }, label);
  const probability = (cells.probability && readLikelihood(cells.probability, yardstick)) ?? label.probability;
  const resolution = resolutionOf(cells, asOf);
  const advice = other.flatMap(({ column, cell }) => adviceFrom(column, cell));
  const words = [...Object.values(cells).filter((cell) => cell !== cells.id), ...advice.map(({ text }) => text)];
  return [
    {
      id,
      written,
      title: plain(label.title) || id,
      span: spanOf(name, label),
      residual: row.attributes.classes.includes("residual") || saysResidual(plain(label.title)) || saysResidual(id),
      ...(probability && { probability }),
      text: cells.text ? [cells.text] : [],
      ...(resolution && { resolution }),
      advice,
      words,
      mentions: words.flatMap((cell) => citedSources(cell, id)),
    },
  ];
}

function resolutionOf({ resolves, by }: Entry<Column>["cells"], asOf: string | undefined): Resolution | undefined {
  const text = resolves ?? by;
  if (!text) return undefined;
  const read = readResolution(text, asOf);
  const horizon = by && readHorizon(plain(by), asOf);
  return { ...read, ...(horizon?.to !== undefined && { by: horizon }) };
}

const adviceColumn = /^(?:(?:recommended|recommendations?|advice|implications?|what to do)(?: (?:for|to) (?<whom>.+))?|for (?<audience>.+))$/u;

function adviceFrom(column: string, cell: Prose): readonly Advice[] {
  const found = adviceColumn.exec(headingKey(column));
  if (!found || isBlank(cell)) return [];
  const audience = found.groups?.["whom"] ?? found.groups?.["audience"];
  return [{ text: cell, span: cell.span, ...(audience !== undefined && { audience }) }];
}
