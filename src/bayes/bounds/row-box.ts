import type { Boxes } from "#bayes/bounds/boxes";
import { tighten } from "#bayes/bounds/fill";
import type { Row, Schedule } from "#bayes/bounds/schedule";

/** Width below which an interval is a single number. */
const point = 1e-15;

/** The least and the greatest value of each cell of the rows, as far as the others of the row leave it; and the point. */
export class RowBox {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly point: Float64Array;

  constructor({ rows, rowCells, question: { network } }: Schedule, boxes: Boxes) {
    this.low = new Float64Array(rowCells);
    this.high = new Float64Array(rowCells);
    this.point = new Float64Array(rowCells);
    const tables = new Map(network.tables.map((table, at) => [table.scope.at(-1) ?? -1, { values: table.values, start: network.starts[at] ?? 0 }]));
    for (const { variable, first, cell, width } of rows) {
      const { values = none, start = 0 } = tables.get(variable) ?? {};
      const box = boxes.get(network.ids[variable] ?? "");
      for (let state = 0; state < width; state++) {
        const entry = first - start + state;
        const value = values[entry] ?? 0;
        this.point[cell + state] = value;
        this.low[cell + state] = Math.min(value, box?.low[entry] ?? value);
        this.high[cell + state] = Math.max(value, box?.high[entry] ?? value);
      }
      tighten(this.low, this.high, cell, width);
    }
  }

  isWide({ cell, width }: Row): boolean {
    for (let at = cell; at < cell + width; at++) if ((this.high[at] ?? 0) - (this.low[at] ?? 0) > point) return true;
    return false;
  }
}

const none = new Float64Array(0);
