import type { DelimitedRow } from "#kit/delimited";
import { firstOfEach } from "#kit/group";
import type { SpatialActor, SpatialCase } from "#model/spatial-case";
import { CaseProblem, fromZero, numberWithin, refuseShifted, type Bounds } from "#exchange/spatial/case-problem";

const columnWords = {
  name: ["actor", "stakeholder", "name", "party", "player", "state"],
  position: ["position", "preference"],
  capability: ["capability", "capabilities", "resources", "power", "influence", "weight"],
  salience: ["salience", "saliency"],
  issue: ["issue", "matter", "topic", "dimension"],
} as const;
type Columns = Readonly<Record<keyof typeof columnWords, number>>;

const columnOf = (header: DelimitedRow, column: keyof typeof columnWords): number => {
  const words: readonly string[] = columnWords[column];
  return header.cells.findIndex((cell) => words.includes(cell.trim().toLowerCase()));
};

/** True for a line that names the columns of a list of actors. */
export const isActorHeader = (header: DelimitedRow): boolean => columnOf(header, "position") >= 0;

/**
 * A list of actors with named columns in any order, on one issue, or on as many as a column of issues names. Each row is an actor with a
 * stand on its issue, for capabilities may differ from issue to issue. Throws `CaseProblem`.
 */
export function readActorList([header, ...rows]: readonly [DelimitedRow, ...(readonly DelimitedRow[])]): { readonly case: SpatialCase; readonly notes: readonly string[] } {
  if (rows.length === 0) throw new CaseProblem("there are no actors below the names of the columns", header.line);
  const width = header.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  for (const row of rows) refuseShifted(row, width);
  const columns: Columns = { name: columnOf(header, "name"), position: columnOf(header, "position"), capability: columnOf(header, "capability"), salience: columnOf(header, "salience"), issue: columnOf(header, "issue") };
  const numbers = numbersOf(header, columns);
  const issueOf = columns.issue < 0 ? () => header.cells[columns.position]?.trim() ?? "" : (row: DelimitedRow) => issueIn(row, columns.issue);
  const saliences = rows.map((row) => numbers(row, "salience", { low: 0, high: 100 }));
  const unit = saliences.some((salience) => salience > 1) ? 100 : 1;
  const issues = firstOfEach(rows.map(issueOf), keyOf);
  const keys = issues.map(keyOf);
  const actors = rows.map((row, at): SpatialActor => {
    const stand = { position: numbers(row, "position", {}), salience: (saliences[at] ?? 0) / unit };
    const issue = keyOf(issueOf(row));
    const name = (row.cells[columns.name] ?? "").trim() || `Actor ${at + 1}`;
    return { name, description: "", capability: numbers(row, "capability", fromZero), stands: keys.map((key) => (key === issue ? stand : undefined)) };
  });
  return { case: { title: "", description: "", issues, actors }, notes: notesOn(columns, unit) };
}

/** Reads the number of a row in a column; 1 where there is no such column. */
const numbersOf =
  (header: DelimitedRow, columns: Columns) =>
  ({ cells, line }: DelimitedRow, name: keyof Columns, bounds: Bounds): number => {
    const column = columns[name];
    const value = column < 0 ? 1 : numberWithin(cells[column] ?? "", bounds);
    if (typeof value === "string") throw new CaseProblem(`column ${column + 1} (${header.cells[column]?.trim() ?? ""}) ${value}`, line);
    return value;
  };

/** Two issues are one where their names differ by capitals or spaces only. */
const keyOf = (issue: string): string => issue.toLowerCase().replace(/\s+/gu, " ");

function issueIn({ cells, line }: DelimitedRow, column: number): string {
  const issue = (cells[column] ?? "").trim();
  if (issue === "") throw new CaseProblem(`column ${column + 1} must be the name of an issue, but is empty`, line);
  return issue;
}

function notesOn(columns: Columns, unit: number): readonly string[] {
  const without = (["capability", "salience"] as const).filter((column) => columns[column] < 0);
  return [
    ...without.map((column) => `There is no column of ${column === "capability" ? "capabilities" : "saliences"}; all count alike.`),
    ...(columns.salience >= 0 && unit === 1 ? ["No salience is above 1; they are taken as shares, not as percentages."] : []),
  ];
}
