import type { Row, Schedule, Step } from "#bayes/bounds/schedule";

/**
 * A weighted sum of P(state, what is known) over another: the posterior of a state where `over` is 1 for it alone and `under`
 * 1 for all. Weights are 0 or more, one for each state of the target.
 */
export interface Ratio {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** One choice of rows, and all that was computed from it. */
export class Model {
  readonly schedule: Schedule;
  /** The cells of a schedule; on the signed way those of the upper sum. */
  readonly cells: Float64Array;
  /** The signed cells of the lower sum. */
  readonly under: Float64Array;
  /** The derivative of `upper sum - ratio x lower sum` with respect to each cell, but for a positive factor. */
  readonly slopes: Float64Array;
  readonly #scales: Float64Array;
  readonly #stale: Uint8Array;

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    this.cells = new Float64Array(schedule.cells);
    this.under = new Float64Array(schedule.cells);
    this.slopes = new Float64Array(schedule.cells);
    this.#scales = new Float64Array(schedule.steps.length);
    this.#stale = new Uint8Array(schedule.steps.length).fill(1);
    this.cells.set(schedule.constants, schedule.rowCells);
  }

  setRatio({ over, under }: Ratio): void {
    const { weights, steps } = this.schedule;
    this.cells.set(over, weights);
    this.under.set(under, weights);
    for (let at = 0; at < steps.length; at++) if (steps[at]?.signed) this.#stale[at] = 1;
  }

  /** Says that rows of a variable's table are about to change. */
  changes(variable: number): void {
    const { readers, steps } = this.schedule;
    for (let at = readers.get(variable) ?? -1; at >= 0 && this.#stale[at] === 0; at = steps[at]?.next ?? -1) this.#stale[at] = 1;
  }

  /** The ratio for the rows as they are; 0 where both sums are. */
  value(): number {
    const { steps } = this.schedule;
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at];
      if (!step || this.#stale[at] === 0) continue;
      this.#scales[at] = this.#compute(step);
      this.#stale[at] = 0;
    }
    const end = this.#end();
    const over = this.cells[end] ?? 0;
    return over === 0 ? 0 : over / (this.under[end] ?? 0);
  }

  /**
   * Takes the slopes of `upper sum - ratio x lower sum` at this ratio, for all rows or for rows of one table only; `value` must
   * have been asked before.
   */
  differentiate(ratio: number, table?: readonly Row[]): void {
    const { steps } = this.schedule;
    const places = table ? this.#pathOf(table) : Array.from(steps.keys());
    if (!table) this.slopes.fill(0);
    this.slopes[this.#end()] = 1;
    for (let place = places.length - 1; place >= 0; place--) {
      const step = steps[places[place] ?? -1];
      if (step) this.#descend(step, this.#scales[places[place] ?? -1] ?? 1, ratio);
    }
  }

  /** The steps from a table to the end, with nothing noted yet of their results and of the rows; what is noted beside the path is not read. */
  #pathOf(table: readonly Row[]): readonly number[] {
    const { readers, steps } = this.schedule;
    const path: number[] = [];
    for (const { cell, width } of table) this.slopes.fill(0, cell, cell + width);
    for (let at = readers.get(table[0]?.variable ?? -1) ?? -1; at >= 0; at = steps[at]?.next ?? -1) {
      const { out = 0, size = 0 } = steps[at] ?? {};
      this.slopes.fill(0, out, out + size);
      path.push(at);
    }
    return path;
  }

  #end = (): number => this.schedule.steps.at(-1)?.out ?? 0;

  #compute(step: Step): number {
    combine(step, this.cells, this.cells);
    if (!step.signed) return rescale(step, this.cells);
    combine(step, this.cells, this.under);
    return rescale(step, this.cells, this.under);
  }

  #descend({ kind, left, right, width, out, size, signed }: Step, scale: number, ratio: number): void {
    const { cells, under, slopes } = this;
    for (let entry = 0; entry < size; entry++) {
      const slope = (slopes[out + entry] ?? 0) * scale;
      if (slope === 0) continue;
      for (let state = 0; state < width; state++) {
        const one = (left[entry] ?? 0) + (kind === "sum" ? state : 0);
        const other = right[entry * width + state] ?? 0;
        const value = (cells[other] ?? 0) - (signed ? ratio * (under[other] ?? 0) : 0);
        slopes[one] = (slopes[one] ?? 0) + slope * value;
        slopes[other] = (slopes[other] ?? 0) + slope * (cells[one] ?? 0);
      }
    }
  }
}

/** Writes the result of a step to `target`, which also holds the second factor; the first is in `cells`. */
function combine({ kind, left, right, width, out, size }: Step, cells: Float64Array, target: Float64Array): void {
  if (kind === "multiply") {
    for (let entry = 0; entry < size; entry++) target[out + entry] = (cells[left[entry] ?? 0] ?? 0) * (target[right[entry] ?? 0] ?? 0);
    return;
  }
  for (let entry = 0; entry < size; entry++) {
    const row = left[entry] ?? 0;
    let sum = 0;
    for (let state = 0; state < width; state++) sum += (cells[row + state] ?? 0) * (target[right[entry * width + state] ?? 0] ?? 0);
    target[out + entry] = sum;
  }
}

/** Brings results that leave the safe range back to at most 1, in both lists alike; what they were multiplied with. */
export function rescale({ out, size }: Step, ...lists: readonly Float64Array[]): number {
  let largest = 0;
  for (const list of lists) for (let at = out; at < out + size; at++) if ((list[at] ?? 0) > largest) largest = list[at] ?? 0;
  if (largest === 0 || (largest > 1e-100 && largest < 1e100)) return 1;
  for (const list of lists) for (let at = out; at < out + size; at++) list[at] = (list[at] ?? 0) / largest;
  return 1 / largest;
}
