import { readDate, saying } from "#core/read-cell";
import { citedSources, distinct, identify, idsInCell } from "#core/read-ids";
import { entriesOf, hasColumn, type Entry } from "#core/read-table";
import { readStateCells } from "#core/read-vector";
import type { Kind, Reference } from "#model/names";
import type { FrontMatter, Table } from "#model/outline";
import { plain } from "#model/prose";
import { readGrade } from "#model/read-grade";
import { readReading } from "./read-words.ts";
import type { Observation } from "./schema.ts";

/** The columns of a log of observations, with the names they go by. */
export const columns = {
  id: ["ID", "No", "#", "Key", "Ref"],
  date: ["Date", "When", "Day", "Observed", "Observed on", "Seen", "Date observed"],
  text: ["Observation", "Observations", "What was seen", "Event", "Development", "Evidence", "Item", "Sighting", "What happened", "Report"],
  bearsOn: ["Bears on", "Indicator", "Indicators", "About", "Concerns", "Relates to", "Related to", "Target", "For"],
  reading: ["Reading", "Result", "Status", "Says", "State", "Verdict"],
  source: ["Source", "Sources", "Citation", "Reference"],
  grade: ["Grade", "Admiralty", "Admiralty grade", "Admiralty code", "Rating", "Source grade"],
  cluster: ["Cluster", "Depends with", "Not independent of"],
} as const;
type Column = keyof typeof columns;

/** True for a table of what was seen, which may stand in the section of the indicators too. */
export const isLog = (table: Table): boolean => hasColumn(table, ["Observation", "Observations", "What was seen", "What happened"]);

const targets: readonly Kind[] = ["indicator", "assumption", "scenario", "judgement", "hypothesis"];

/** One observation for each row of the tables. */
export function readObservations(tables: readonly Table[], document: FrontMatter): readonly Observation[] {
  const rows = tables
    .filter((table) => hasColumn(table, columns.text))
    .flatMap((table) => entriesOf<Column>(table, columns))
    .flatMap((entry) => fromRow(entry, document));
  return distinct(rows);
}

function fromRow({ cells, other, row }: Entry<Column>, { yardstick, asOf }: FrontMatter): readonly Observation[] {
  if (!cells.text) return [];
  const { id, text, written } = identify("observation", cells.text, cells.id, row.attributes);
  const date = saying(cells.date);
  const [bearsOn, readingCell] = [saying(cells.bearsOn), saying(cells.reading)];
  const reading = readingCell && readReading(plain(readingCell));
  const cited = [cells.source, text].flatMap((prose) => (prose ? citedSources(prose, id) : []));
  return [
    {
      id,
      written,
      span: row.span,
      text,
      ...(date && { date: readDate(date, asOf) }),
      bearsOn: bearsOn ? idsInCell(bearsOn, targets, id) : [],
      ...(readingCell && { readingCell }),
      ...(reading && { reading }),
      cited,
      ...gradeOf(cells, cited),
      vector: [...readStateCells(other, yardstick)],
      ...(cells.cluster && { cluster: plain(cells.cluster) }),
    },
  ];
}

/** The grade of the column, else the first that stands behind a citation. */
function gradeOf({ grade }: Entry<Column>["cells"], cited: readonly Reference[]): Pick<Observation, "grade" | "gradeCell"> {
  const gradeCell = saying(grade);
  const written = gradeCell ? plain(gradeCell) : cited.find((reference) => reference.grade !== undefined)?.grade;
  const read = readGrade(written ?? "");
  return { ...(gradeCell && { gradeCell }), ...(read && { grade: read }) };
}
