/**
 * Chooses the row of a table that weighs a list of values most: each entry at its least, and what is left of 1 given to the
 * entries with the greatest values first, up to their greatest (the linear program of a row by greedy filling). Least and
 * greatest stand in `low` and `high` from `cell` on, `width` of them, the values and the chosen row in `room`.
 */
export class RowFiller {
  readonly values: Float64Array;
  readonly row: Float64Array;
  readonly #order: Int32Array;

  constructor(widest: number) {
    this.values = new Float64Array(widest);
    this.row = new Float64Array(widest);
    this.#order = new Int32Array(widest);
  }

  /** `sign` -1 chooses the row that weighs them least. */
  fill(low: Float64Array, high: Float64Array, { cell, width }: { readonly cell: number; readonly width: number }, sign: 1 | -1): void {
    const { row } = this;
    let left = 1;
    for (let state = 0; state < width; state++) left -= row[state] = low[cell + state] ?? 0;
    if (width === 2) {
      const first = sign * ((this.values[0] ?? 0) - (this.values[1] ?? 0)) >= 0 ? 0 : 1;
      row[first] = high[cell + first] ?? 0;
      row[1 - first] = 1 - (row[first] ?? 0);
      return;
    }
    this.#sort(width, sign);
    for (let place = 0; place < width && left > 0; place++) {
      const state = this.#order[place] ?? 0;
      const more = Math.min(left, (high[cell + state] ?? 0) - (low[cell + state] ?? 0));
      row[state] = (row[state] ?? 0) + more;
      left -= more;
    }
  }

  /** Puts the states in the order of their values; rows are short. */
  #sort(width: number, sign: 1 | -1): void {
    const order = this.#order;
    for (let state = 0; state < width; state++) {
      const value = sign * (this.values[state] ?? 0);
      let place = state;
      for (; place > 0 && sign * (this.values[order[place - 1] ?? 0] ?? 0) < value; place--) order[place] = order[place - 1] ?? 0;
      order[place] = state;
    }
  }
}

/** Narrows a row's intervals to what the others leave: each entry is 1 less the sum of the others. */
export function tighten(low: Float64Array, high: Float64Array, cell: number, width: number): void {
  let [least, most] = [0, 0];
  for (let at = cell; at < cell + width; at++) {
    least += low[at] ?? 0;
    most += high[at] ?? 0;
  }
  for (let at = cell; at < cell + width; at++) {
    const [lower, upper] = [low[at] ?? 0, high[at] ?? 0];
    low[at] = Math.max(lower, 1 - (most - upper));
    high[at] = Math.min(upper, 1 - (least - lower));
  }
}
