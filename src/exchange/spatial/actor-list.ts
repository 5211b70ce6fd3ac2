import type { DelimitedRow } from "#kit/delimited";
import type { SpatialCase } from "#model/spatial-case";
import { CaseProblem, fromZero, numberWithin, type Bounds } from "#exchange/spatial/case-problem";

const columnWords = {
  name: ["actor", "stakeholder", "name", "party", "player", "state"],
  position: ["position", "preference"],
  capability: ["capability", "capabilities", "resources", "power", "influence", "weight"],
  salience: ["salience", "saliency"],
} as const;

const columnOf = (header: DelimitedRow, column: keyof typeof columnWords): number => {
  const words: readonly string[] = columnWords[column];
  return header.cells.findIndex((cell) => words.includes(cell.trim().toLowerCase()));
};

/** True for a line that names the columns of a list of actors on one issue. */
export const isActorHeader = (header: DelimitedRow): boolean => columnOf(header, "position") >= 0;

/** A list of actors on one issue, with named columns in any order. Throws `CaseProblem`. */
export function readActorList([header, ...rows]: readonly [DelimitedRow, ...(readonly DelimitedRow[])]): { readonly case: SpatialCase; readonly notes: readonly string[] } {
  const columns = { name: columnOf(header, "name"), position: columnOf(header, "position"), capability: columnOf(header, "capability"), salience: columnOf(header, "salience") };
  if (rows.length === 0) throw new CaseProblem("there are no actors below the names of the columns", header.line);
  const number = ({ cells, line }: DelimitedRow, column: number, bounds: Bounds): number => {
    const value = column < 0 ? 1 : numberWithin(cells[column] ?? "", bounds);
    if (typeof value === "string") throw new CaseProblem(`column ${column + 1} (${header.cells[column]?.trim() ?? ""}) ${value}`, line);
    return value;
  };
  const saliences = rows.map((row) => number(row, columns.salience, { low: 0, high: 100 }));
  const unit = saliences.some((salience) => salience > 1) ? 100 : 1;
  const actors = rows.map((row, at) => {
    if (row.unclosed === true) throw new CaseProblem("a quote is opened and never closed", row.line);
    const name = (columns.name < 0 ? "" : (row.cells[columns.name] ?? "").trim()) || `Actor ${at + 1}`;
    return { name, description: "", capability: number(row, columns.capability, fromZero), stands: [{ position: number(row, columns.position, {}), salience: (saliences[at] ?? 0) / unit }] };
  });
  const without = (["capability", "salience"] as const).filter((column) => columns[column] < 0);
  const notes = [
    ...without.map((column) => `There is no column of ${column === "capability" ? "capabilities" : "saliences"}; all count alike.`),
    ...(columns.salience >= 0 && unit === 1 ? ["No salience is above 1; they are taken as shares, not as percentages."] : []),
  ];
  return { case: { title: "", description: "", issues: [header.cells[columns.position]?.trim() ?? ""], actors }, notes };
}
