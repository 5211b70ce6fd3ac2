import type { Relaxation, Restriction } from "#bayes/bounds/relax";
import type { Row } from "#bayes/bounds/schedule";
import { tighten } from "#bayes/bounds/fill";

/** Where to split a part of the box, and the rows that all their uses would agree on. */
interface Split {
  readonly pieces: readonly Restriction[];
  readonly agreed: Float64Array;
}

/** A row with more corners than this is halved at its widest interval instead. */
const mostCorners = 12;

/**
 * Splits at the row whose uses lose most if they must agree. Without one the bound is attained by the agreed rows, and there
 * are no pieces.
 */
export function branch(relaxation: Relaxation): Split {
  const { rows, rowCells } = relaxation.schedule;
  const agreed = new Float64Array(rowCells);
  let [chosen, most]: [Row | undefined, number] = [undefined, 0];
  for (const [at, row] of rows.entries()) {
    const loss = relaxation.agree(at, agreed);
    if (loss > most && isWide(relaxation, row)) [chosen, most] = [row, loss];
  }
  return { agreed, pieces: chosen ? piecesOf(relaxation, chosen) : [] };
}

function isWide({ low, high }: Relaxation, { cell, width }: Row): boolean {
  for (let at = cell; at < cell + width; at++) if ((high[at] ?? 0) > (low[at] ?? 0)) return true;
  return false;
}

function piecesOf({ low, high }: Relaxation, row: Row): readonly Restriction[] {
  const ends = { low: low.slice(row.cell, row.cell + row.width), high: high.slice(row.cell, row.cell + row.width) };
  const corners = cornersOf(ends.low, ends.high);
  return corners ? corners.map((corner) => ({ row, low: corner, high: corner })) : halves(row, ends);
}

/**
 * The corners of a row's intervals, cut by the sum 1: all entries but one at an end, and that one what is left. undefined
 * where there are too many.
 */
export function cornersOf(low: Float64Array, high: Float64Array): readonly Float64Array[] | undefined {
  const width = low.length;
  if (width > 10) return undefined;
  const found = new Map<string, Float64Array>();
  for (let rest = 0; rest < width; rest++) {
    for (let ends = 0; ends < 1 << width; ends++) {
      if ((ends >> rest) % 2 === 1) continue;
      const corner = Float64Array.from(low, (least, at) => ((ends >> at) % 2 === 1 ? (high[at] ?? 0) : least));
      corner[rest] = 0;
      corner[rest] = 1 - corner.reduce((sum, value) => sum + value, 0);
      const slack = 1e-12;
      if ((corner[rest] ?? 0) < (low[rest] ?? 0) - slack || (corner[rest] ?? 0) > (high[rest] ?? 0) + slack) continue;
      corner[rest] = Math.max(0, corner[rest] ?? 0);
      found.set(Array.from(corner, (value) => value.toFixed(11)).join(), corner);
    }
    if (found.size > mostCorners) return undefined;
  }
  return Array.from(found.values());
}

function halves(row: Row, { low, high }: { readonly low: Float64Array; readonly high: Float64Array }): readonly Restriction[] {
  const widths = Array.from(low, (least, at) => (high[at] ?? 0) - least);
  const widest = widths.indexOf(Math.max(...widths));
  const middle = ((low[widest] ?? 0) + (high[widest] ?? 0)) / 2;
  return [0, 1].map((half) => {
    const piece = { low: low.slice(), high: high.slice() };
    piece[half === 0 ? "high" : "low"][widest] = middle;
    tighten(piece.low, piece.high, 0, row.width);
    return { row, ...piece };
  });
}
