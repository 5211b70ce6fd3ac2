import type { DelimitedRow } from "#kit/delimited";

/** Why a file of actors and positions cannot be read, and on which line. Caught by `readSpatialCase`. */
export class CaseProblem extends Error {
  override readonly name = "CaseProblem";
  readonly line: number;

  constructor(what: string, line: number) {
    super(what);
    this.line = line;
  }
}

/** Refuses a row that cannot be meant as it reads: a quote without an end, or cells behind the last column. */
export function refuseShifted({ cells, line, unclosed }: DelimitedRow, columns: number): void {
  if (unclosed === true) throw new CaseProblem("a quote is opened and never closed", line);
  const surplus = cells.findIndex((cell, at) => at >= columns && cell.trim() !== "");
  if (surplus >= 0) throw new CaseProblem(`column ${surplus + 1} holds \`${short(cells[surplus]?.trim() ?? "")}\`, but there are only ${columns} columns; is there a comma in a number?`, line);
}

/** What a number may be; bounds count as allowed. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/** A number as files write it; a sentence that says what it should have been where it is none. */
export function numberWithin(written: string, { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: Bounds): number | string {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(written.trim()) ? Number(written) : Number.NaN;
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  const bounds = Number.isFinite(high) ? ` from ${low} to ${high}` : Number.isFinite(low) ? ` from ${low} up` : "";
  return `must be a number${bounds}, ${written.trim() === "" ? "but is empty" : `not \`${short(written.trim())}\``}`;
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Bounds of positions and saliences in KTAB's formats, and of capabilities everywhere. */
export const hundred: Bounds = { low: 0, high: 100 };
export const fromZero: Bounds = { low: 0 };

/** What KTAB would refuse although nothing here depends on it: saliences that sum to more than 100. */
export function salienceNotes(actors: readonly { readonly name: string; readonly stands: readonly ({ readonly salience: number } | undefined)[] }[]): readonly string[] {
  const above = actors.filter(({ stands }) => stands.reduce((sum, stand) => sum + (stand?.salience ?? 0), 0) > 1 + 1e-9);
  return above.length === 0 ? [] : [`The saliences of ${above[0]?.name ?? ""}${above.length > 1 ? ` and ${above.length - 1} others` : ""} sum to more than 100, which KTAB refuses; each issue is reckoned by itself here.`];
}
