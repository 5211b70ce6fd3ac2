import { delimitedReader, type DelimitedRow } from "#kit/delimited";
import { lineStarts, positionAt } from "#kit/span";
import type { SpatialCase } from "#model/spatial-case";
import { Unreadable } from "#exchange/network/draft";
import { isActorHeader, readActorList } from "#exchange/spatial/actor-list";
import { CaseProblem, salienceNotes } from "#exchange/spatial/case-problem";
import { readKtabCsv } from "#exchange/spatial/ktab-csv";
import { readKtabXml } from "#exchange/spatial/ktab-xml";

/** Actors and positions read from a text, with what was taken otherwise than written; or why that cannot be, and on which line. */
export type CaseReading = { readonly kind: "read"; readonly case: SpatialCase; readonly notes: readonly string[] } | { readonly kind: "unreadable"; readonly what: string; readonly line: number };

/** Reads KTAB's CSV or XML, or a list of actors with named columns; which of them it is shows in the text. */
export function readSpatialCase(text: string): CaseReading {
  try {
    const { case: read, notes } = /^\uFEFF?\s*</u.test(text) ? readXmlCase(text) : readCsvCase(rowsOf(text));
    if (read.actors.length === 0) return { kind: "unreadable", what: "there are no actors", line: 1 };
    return { kind: "read", case: read, notes: [...notes, ...salienceNotes(read.actors)] };
  } catch (error) {
    if (error instanceof CaseProblem) return { kind: "unreadable", what: error.message, line: error.line };
    if (error instanceof Unreadable) return { kind: "unreadable", what: error.message.replace(/\.$/u, ""), line: positionAt(lineStarts(text), error.at).line };
    throw error;
  }
}

interface CaseWithNotes {
  readonly case: SpatialCase;
  readonly notes: readonly string[];
}

function readXmlCase(text: string): CaseWithNotes {
  const { case: read, passedOver } = readKtabXml(text.replace(/^\uFEFF/u, " "));
  return { case: read, notes: passedOver.map((name) => `<${name}> belongs to KTAB's own model and is passed over.`) };
}

function readCsvCase(rows: readonly DelimitedRow[]): CaseWithNotes {
  const [header, ...rest] = rows;
  if (!header) throw new CaseProblem("the file has no lines", 1);
  if (isActorHeader(header)) return readActorList([header, ...rest]);
  const second = rows[1]?.cells[0]?.trim().toLowerCase() ?? "";
  if (header.cells.length < 4 && second !== "actor") throw new CaseProblem("this is neither the first line of KTAB's CSV (`title,description,actors,issues`) nor a line of columns with Actor, Position, Capability and Salience", header.line);
  return { case: readKtabCsv(rows), notes: [] };
}

function rowsOf(text: string): readonly DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  const reader = delimitedReader((row) => {
    if (row.cells.some((cell) => cell.trim() !== "")) rows.push(row);
  });
  reader.add(text);
  reader.end();
  return rows;
}
