import type { Model, Ratio } from "#bayes/bounds/evaluate";
import { RowFiller } from "#bayes/bounds/fill";
import type { RowBox } from "#bayes/bounds/row-box";
import type { Row } from "#bayes/bounds/schedule";

/** A ratio that one choice of rows attains, and the cells of these rows. */
export interface Attained {
  readonly value: number;
  readonly rows: Float64Array;
}

/** Relative gains below this are rounding. */
const noGain = 1e-15;

/**
 * Climbs from one choice of rows to one that no change of a single table improves: all rows at once as the slopes ask, and
 * where that fails table by table. The ratio is linear-fractional in the rows of one table, so that a table settles at its
 * best (Dinkelbach 1967); the whole ends in a local maximum (local search as in Antonucci and others 2015).
 */
export class Climber {
  readonly #model: Model;
  readonly #box: RowBox;
  readonly #filler: RowFiller;
  /** The rows before a move. */
  readonly #before: Float64Array;
  /** Rows that can move, by variable. */
  readonly #tables: ReadonlyMap<number, readonly Row[]>;

  constructor(model: Model, box: RowBox) {
    const { rows } = model.schedule;
    this.#model = model;
    this.#before = new Float64Array(model.schedule.rowCells);
    this.#box = box;
    this.#filler = new RowFiller(rows.reduce((widest, { width }) => Math.max(widest, width), 1));
    const tables = new Map<number, Row[]>();
    for (const row of rows) if (box.isWide(row)) tables.set(row.variable, [...(tables.get(row.variable) ?? []), row]);
    this.#tables = tables;
    model.cells.set(box.point);
  }

  /** The variables whose tables can move. */
  get variables(): readonly number[] {
    return Array.from(this.#tables.keys());
  }

  /** Moves the tables of `variables` only; the others stay at the rows it starts from. */
  climb(ratio: Ratio, from: Float64Array, variables = this.variables): Attained {
    const model = this.#model;
    const tables = variables.map((variable) => this.#tables.get(variable) ?? []);
    const all = tables.flat();
    this.#put(Array.from(this.#tables.values()).flat(), from);
    model.setRatio(ratio);
    let value = model.value();
    while (value < Infinity) {
      const before = value;
      value = this.#move(all, value);
      if (value > before) continue;
      for (const rows of tables) value = this.#settle(rows, value);
      if (value === before) break;
    }
    return { value, rows: model.cells.slice(0, model.schedule.rowCells) };
  }

  /** Moves rows of one table until they are at their best. */
  #settle(rows: readonly Row[], from: number): number {
    let value = from;
    for (;;) {
      const after = value < Infinity ? this.#move(rows, value, rows) : value;
      if (!(after > value)) return value;
      value = after;
    }
  }

  /** Moves rows to where the slopes ask; back again where the ratio does not grow. */
  #move(rows: readonly Row[], value: number, table?: readonly Row[]): number {
    const { cells } = this.#model;
    this.#model.differentiate(value, table);
    let moved = false;
    for (const row of rows) {
      this.#before.set(cells.subarray(row.cell, row.cell + row.width), row.cell);
      moved = this.#choose(row) || moved;
    }
    if (!moved) return value;
    this.#changed(rows);
    const after = this.#model.value();
    if (after - value > noGain * Math.max(1, value)) return after;
    this.#put(rows, this.#before);
    this.#model.value();
    return value;
  }

  /** True where the row was another one. */
  #choose(row: Row): boolean {
    const { cells, slopes } = this.#model;
    const { cell, width } = row;
    for (let state = 0; state < width; state++) this.#filler.values[state] = slopes[cell + state] ?? 0;
    this.#filler.fill(this.#box.low, this.#box.high, row, 1);
    let moved = false;
    for (let state = 0; state < width; state++) {
      const chosen = this.#filler.row[state] ?? 0;
      moved ||= chosen !== cells[cell + state];
      cells[cell + state] = chosen;
    }
    return moved;
  }

  #put(rows: readonly Row[], from: Float64Array): void {
    for (const { cell, width } of rows) this.#model.cells.set(from.subarray(cell, cell + width), cell);
    this.#changed(rows);
  }

  #changed(rows: readonly Row[]): void {
    for (const { variable } of rows) this.#model.changes(variable);
  }
}
