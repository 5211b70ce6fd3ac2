import type { DelimitedRow } from "#kit/delimited";
import type { SpatialActor, SpatialCase, Stand } from "#model/spatial-case";
import { CaseProblem, fromZero, hundred, numberWithin, refuseShifted, type Bounds } from "#exchange/spatial/case-problem";

/** Columns before the first issue: name, description, capability. */
const ahead = 3;

/**
 * The CSV of KTAB's spatial model: a line with title, description, numbers of actors and of issues; a line of column names; a line an
 * actor, with name, description, capability and for each issue position and salience from 0 to 100. Throws `CaseProblem`.
 */
export function readKtabCsv([first, header, ...rows]: readonly DelimitedRow[]): SpatialCase {
  if (!first || !header) throw new CaseProblem("the file ends before the names of the columns", first?.line ?? 1);
  const [title = "", description = "", actorsWritten = "", issuesWritten = ""] = first.cells;
  const count = (written: string, column: number, what: string): number => {
    const value = numberWithin(written, { low: 1, high: 100_000 });
    if (typeof value === "string" || !Number.isInteger(value)) throw new CaseProblem(`column ${column} must be the number of ${what}, ${written.trim() === "" ? "but is empty" : `not \`${written.trim()}\``} (the first line of KTAB's CSV is \`title,description,actors,issues\`; a list of actors begins with the columns Actor, Capability, Position, Salience)`, first.line);
    return value;
  };
  const expected = { actors: count(actorsWritten, 3, "actors"), issues: count(issuesWritten, 4, "issues") };
  const columns = columnNames(header, expected.issues);
  const actors = rows.map((row) => readActor(row, columns));
  if (actors.length !== expected.actors) throw new CaseProblem(`there are ${actors.length} actors where the first line says ${expected.actors}`, rows.at(-1)?.line ?? header.line);
  const issues = Array.from({ length: expected.issues }, (_, issue) => (columns[ahead + 2 * issue] ?? "").replace(/\s*position$/iu, "") || `Issue ${issue + 1}`);
  return { title: title.trim(), description: description.trim(), issues, actors };
}

function columnNames({ cells, line }: DelimitedRow, issues: number): readonly string[] {
  const names = cells.slice(0, ahead + 2 * issues).map((cell) => cell.trim());
  if (names.length < ahead + 2 * issues) throw new CaseProblem(`there are ${names.length} names of columns; ${issues} ${issues === 1 ? "issue needs" : "issues need"} ${ahead + 2 * issues}: actor, description, capability, and position and salience of each issue`, line);
  if (typeof numberWithin(names[ahead] ?? "", {}) === "number") throw new CaseProblem("the second line must hold the names of the columns, not an actor", line);
  return names;
}

function readActor(row: DelimitedRow, columns: readonly string[]): SpatialActor {
  const { cells, line } = row;
  refuseShifted(row, columns.length);
  const number = (column: number, bounds: Bounds): number => {
    const value = numberWithin(cells[column] ?? "", bounds);
    if (typeof value === "string") throw new CaseProblem(`column ${column + 1} (${columns[column] ?? ""}) ${value}`, line);
    return value;
  };
  const [name = "", description = ""] = cells.map((cell) => cell.trim());
  if (name === "") throw new CaseProblem("column 1 must be the name of an actor, but is empty", line);
  const capability = number(2, fromZero);
  const stands = Array.from({ length: (columns.length - ahead) / 2 }, (_, issue): Stand => ({ position: number(ahead + 2 * issue, hundred), salience: number(ahead + 1 + 2 * issue, hundred) / 100 }));
  return { name, description, capability, stands };
}
