import { readDate, saying } from "#core/read-cell";
import { citedSources } from "#core/read-ids";
import { headingSpan } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import { readStateCells } from "#core/read-vector";
import type { Found, Reading } from "#core/technique";
import type { FrontMatter, Prose } from "#model/outline";
import { plain } from "#model/prose";
import type { Estimate, Estimates } from "./schema.ts";

/** The columns of a table of estimates, with the names they go by; the scenarios have columns of their own. */
export const columns = {
  date: ["Date", "When", "Day", "As of", "Made on"],
  forecaster: ["Forecaster", "Analyst", "Expert", "Estimator", "Who", "By", "Name", "Respondent", "Team member", "Source of estimate"],
  baseRate: ["Reference class", "Base rate"],
  weight: ["Weight", "Weighting"],
  count: ["N", "n", "Cases", "Sample", "Sample size"],
  rationale: ["Rationale", "Reasoning", "Reason", "Why", "Basis", "Comment", "Comments", "Notes", "Source", "Sources"],
} as const;
type Column = keyof typeof columns;

/** One estimate for each row of the tables that name forecasters or reference classes. */
export function read({ sections, document }: Found<"estimates">): Reading<Estimates> {
  const tables = tablesIn(sections.estimates).filter((table) => hasColumn(table, [...columns.forecaster, ...columns.baseRate]));
  const estimates = tables.flatMap((table) => entriesOf<Column>(table, columns)).map((entry) => readEstimate(entry, document));
  return { part: { estimates, heading: headingSpan(sections.estimates) }, declares: [], refers: estimates.flatMap(({ cited }) => cited) };
}

function readEstimate({ row, cells, other }: Entry<Column>, { yardstick, asOf }: FrontMatter): Estimate {
  const forecaster = saying(cells.forecaster ?? cells.baseRate);
  const [date, rationale] = [saying(cells.date), saying(cells.rationale)];
  const isBaseRate = (!cells.forecaster && cells.baseRate !== undefined) || (forecaster !== undefined && /^\s*base[ -]rate\b/iu.test(forecaster.masked));
  return {
    id: forecaster ? plain(forecaster) : "an unnamed forecaster",
    span: row.span,
    kind: isBaseRate ? "base rate" : "estimate",
    ...(forecaster && { forecaster }),
    ...(date && { date: readDate(date, asOf) }),
    ...(cells.weight && { weight: readNumber(cells.weight) }),
    ...(cells.count && { count: readNumber(cells.count) }),
    ...(rationale && { rationale }),
    vector: [...readStateCells(other, yardstick)],
    cited: Object.values(cells).flatMap((cell) => citedSources(cell)),
  };
}

/** A number of at least 0: `2`, `0.5`, `n = 12`. */
function readNumber(cell: Prose): NonNullable<Estimate["weight"]> {
  const written = plain(cell);
  const found = /^(?:n\s*=\s*)?(\d{1,9}(?:[.,]\d{1,9})?)$/iu.exec(written)?.[1];
  return { written, span: cell.span, ...(found !== undefined && { value: Number(found.replace(",", ".")) }) };
}
