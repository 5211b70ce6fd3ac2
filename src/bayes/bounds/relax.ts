import { RowFiller } from "#bayes/bounds/fill";
import { rescale, type Ratio } from "#bayes/bounds/evaluate";
import type { RowBox } from "#bayes/bounds/row-box";
import type { Row, Schedule, Step } from "#bayes/bounds/schedule";

/** Narrower ends for the cells of one row. */
export interface Restriction {
  readonly row: Row;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * An upper bound of a ratio over all choices of rows from a box: the lists of a schedule as intervals. Wherever a row is
 * used it may be chosen anew, so that the bound can only be too high; it is attained where all uses of each row agree.
 */
export class Relaxation {
  readonly schedule: Schedule;
  /** Ends of each cell; on the signed way the upper and the lower sum of the best choice. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** How each row would weigh if all its uses agreed: the slope of the bound for each of its cells. */
  readonly wishes: Float64Array;
  readonly #box: RowBox;
  readonly #filler: RowFiller;
  readonly #slopesHigh: Float64Array;
  readonly #slopesLow: Float64Array;
  readonly #used: Float64Array;
  readonly #rowAt: Int32Array;
  readonly #scales: Float64Array;
  readonly #stale: Uint8Array;
  #restricted: ReadonlyMap<Row, Restriction> = new Map();

  constructor(schedule: Schedule, box: RowBox) {
    const { cells, rowCells, rows, steps, constants } = schedule;
    this.schedule = schedule;
    this.#box = box;
    this.high = new Float64Array(cells);
    this.low = new Float64Array(cells);
    this.#slopesHigh = new Float64Array(cells);
    this.#slopesLow = new Float64Array(cells);
    this.wishes = new Float64Array(rowCells);
    this.#used = new Float64Array(rows.length);
    this.#rowAt = new Int32Array(rowCells);
    for (const [at, { cell, width }] of rows.entries()) this.#rowAt.fill(at, cell, cell + width);
    this.#scales = new Float64Array(steps.length);
    this.#stale = new Uint8Array(steps.length).fill(1);
    this.#filler = new RowFiller(rows.reduce((widest, { width }) => Math.max(widest, width), 1));
    for (const [list, ends] of [[this.low, box.low], [this.high, box.high]] as const) {
      list.set(ends);
      list.set(constants, rowCells);
    }
  }

  setRatio({ over, under }: Ratio): void {
    this.high.set(over, this.schedule.weights);
    this.low.set(under, this.schedule.weights);
  }

  /** Narrows the box to these restrictions, instead of those before. */
  restrict(restrictions: ReadonlyMap<Row, Restriction>): void {
    for (const [row, { low, high }] of restrictions) if (this.#restricted.get(row) !== restrictions.get(row)) this.#put(row, { low, high, at: 0 });
    for (const row of this.#restricted.keys()) if (!restrictions.has(row)) this.#put(row, { low: this.#box.low, high: this.#box.high, at: row.cell });
    this.#restricted = restrictions;
  }

  #put({ variable, cell, width }: Row, { low, high, at }: { readonly low: Float64Array; readonly high: Float64Array; readonly at: number }): void {
    this.low.set(low.subarray(at, at + width), cell);
    this.high.set(high.subarray(at, at + width), cell);
    const { readers, steps } = this.schedule;
    for (let step = readers.get(variable) ?? -1; step >= 0 && this.#stale[step] === 0; step = steps[step]?.next ?? -1) this.#stale[step] = 1;
  }

  /**
   * The least ratio that is proven to be exceeded by none, or `from` where none exceeds that. The bound of `upper sum - L x
   * lower sum` is convex and falls in L, so Newton's steps from below end at its root.
   */
  bound(from: number): number {
    let level = from;
    for (let round = 0; round < 100 && level < Infinity; round++) {
      this.#computeAt(level);
      const { out = 0 } = this.schedule.steps.at(-1) ?? {};
      const [over, under] = [this.high[out] ?? 0, this.low[out] ?? 0];
      const next = over / under;
      if (over - level * under <= 0 || !(next > level)) return level;
      level = next;
    }
    return Infinity;
  }

  #computeAt(level: number): void {
    const { steps } = this.schedule;
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at];
      if (!step || (this.#stale[at] === 0 && !step.signed)) continue;
      if (step.signed) this.#computeSigned(step, level);
      else if (step.kind === "multiply" || step.width === 1) this.#multiplyEnds(step);
      else this.#sumEnds(step);
      this.#scales[at] = rescale(step, this.high, this.low);
      this.#stale[at] = 0;
    }
  }

  #multiplyEnds({ left, right, out, size }: Step): void {
    const { high, low } = this;
    for (let entry = 0; entry < size; entry++) {
      const [one, other] = [left[entry] ?? 0, right[entry] ?? 0];
      high[out + entry] = (high[one] ?? 0) * (high[other] ?? 0);
      low[out + entry] = (low[one] ?? 0) * (low[other] ?? 0);
    }
  }

  #sumEnds(step: Step): void {
    for (let entry = 0; entry < step.size; entry++) {
      this.high[step.out + entry] = this.#choose(step, entry, this.high, 1);
      this.low[step.out + entry] = this.#choose(step, entry, this.low, -1);
    }
  }

  /** Chooses the row for one entry of a result, and returns the weighted sum. */
  #choose({ left, right, width }: Step, entry: number, list: Float64Array, sign: 1 | -1): number {
    const { values, row } = this.#filler;
    for (let state = 0; state < width; state++) values[state] = list[right[entry * width + state] ?? 0] ?? 0;
    this.#filler.fill(this.low, this.high, { cell: left[entry] ?? 0, width }, sign);
    let sum = 0;
    for (let state = 0; state < width; state++) sum += (row[state] ?? 0) * (values[state] ?? 0);
    return sum;
  }

  #computeSigned(step: Step, level: number): void {
    const { high, low } = this;
    const { kind, left, right, width, out, size } = step;
    for (let entry = 0; entry < size; entry++) {
      if (kind === "multiply") {
        const [one, other] = [left[entry] ?? 0, right[entry] ?? 0];
        const factor = ((high[other] ?? 0) - level * (low[other] ?? 0) >= 0 ? high[one] : low[one]) ?? 0;
        high[out + entry] = factor * (high[other] ?? 0);
        low[out + entry] = factor * (low[other] ?? 0);
        continue;
      }
      this.#chooseSigned(step, entry, level);
      let [over, under] = [0, 0];
      for (let state = 0; state < width; state++) {
        const place = right[entry * width + state] ?? 0;
        over += (this.#filler.row[state] ?? 0) * (high[place] ?? 0);
        under += (this.#filler.row[state] ?? 0) * (low[place] ?? 0);
      }
      high[out + entry] = over;
      low[out + entry] = under;
    }
  }

  #chooseSigned({ left, right, width }: Step, entry: number, level: number): void {
    for (let state = 0; state < width; state++) {
      const place = right[entry * width + state] ?? 0;
      this.#filler.values[state] = (this.high[place] ?? 0) - level * (this.low[place] ?? 0);
    }
    this.#filler.fill(this.low, this.high, { cell: left[entry] ?? 0, width }, 1);
  }

  /** Finds what each row would weigh if all its uses agreed (`wishes`), at a level for which `bound` was asked last. */
  differentiate(level: number): void {
    const { steps } = this.schedule;
    for (const list of [this.#slopesHigh, this.#slopesLow, this.wishes, this.#used]) list.fill(0);
    this.#slopesHigh[steps.at(-1)?.out ?? 0] = 1;
    for (let at = steps.length - 1; at >= 0; at--) {
      const step = steps[at];
      if (!step) continue;
      const scale = this.#scales[at] ?? 1;
      if (step.signed) this.#descendSigned(step, scale, level);
      else {
        this.#descend(step, scale, 1);
        this.#descend(step, scale, -1);
      }
    }
  }

  #descendSigned(step: Step, scale: number, level: number): void {
    const { high, low } = this;
    const slopes = this.#slopesHigh;
    const { kind, left, right, width, out, size } = step;
    for (let entry = 0; entry < size; entry++) {
      const slope = (slopes[out + entry] ?? 0) * scale;
      if (slope === 0) continue;
      const one = left[entry] ?? 0;
      if (kind === "multiply") {
        const other = right[entry] ?? 0;
        const value = (high[other] ?? 0) - level * (low[other] ?? 0);
        const [list, factors] = value >= 0 ? [slopes, high] : [this.#slopesLow, low];
        list[one] = (list[one] ?? 0) + slope * value;
        slopes[other] = (slopes[other] ?? 0) + slope * (factors[one] ?? 0);
        continue;
      }
      this.#chooseSigned(step, entry, level);
      this.#note(one, width, slope);
      for (let state = 0; state < width; state++) {
        const place = right[entry * width + state] ?? 0;
        slopes[place] = (slopes[place] ?? 0) + slope * (this.#filler.row[state] ?? 0);
      }
    }
  }

  /** One end of the intervals: the upper for `sign` 1, the lower for -1. */
  #descend(step: Step, scale: number, sign: 1 | -1): void {
    const [list, slopes] = sign === 1 ? [this.high, this.#slopesHigh] : [this.low, this.#slopesLow];
    const { kind, left, right, width, out, size } = step;
    for (let entry = 0; entry < size; entry++) {
      const slope = (slopes[out + entry] ?? 0) * scale;
      if (slope === 0) continue;
      const one = left[entry] ?? 0;
      if (kind === "sum" && width > 1) {
        this.#choose(step, entry, list, sign);
        this.#note(one, width, slope);
        for (let state = 0; state < width; state++) {
          const place = right[entry * width + state] ?? 0;
          slopes[place] = (slopes[place] ?? 0) + slope * (this.#filler.row[state] ?? 0);
        }
        continue;
      }
      const other = right[entry] ?? 0;
      slopes[other] = (slopes[other] ?? 0) + slope * (list[one] ?? 0);
      if (kind === "multiply") slopes[one] = (slopes[one] ?? 0) + slope * (list[other] ?? 0);
      else {
        this.wishes[one] = (this.wishes[one] ?? 0) + slope * (list[other] ?? 0);
        this.#use(one, slope * (list[one] ?? 0) * (list[other] ?? 0));
      }
    }
  }

  /** Notes one use of a row that was chosen just now. */
  #note(cell: number, width: number, slope: number): void {
    const { values, row } = this.#filler;
    let sum = 0;
    for (let state = 0; state < width; state++) {
      sum += (row[state] ?? 0) * (values[state] ?? 0);
      this.wishes[cell + state] = (this.wishes[cell + state] ?? 0) + slope * (values[state] ?? 0);
    }
    this.#use(cell, slope * sum);
  }

  #use(cell: number, amount: number): void {
    const row = this.#rowAt[cell] ?? 0;
    this.#used[row] = (this.#used[row] ?? 0) + amount;
  }

  /**
   * Puts the row that all uses together would choose into `target`, and says by how much the bound's sum falls, to the first
   * order, if they must agree on it.
   */
  agree(at: number, target: Float64Array): number {
    const row = this.schedule.rows[at];
    if (!row) return 0;
    const { cell, width } = row;
    for (let state = 0; state < width; state++) this.#filler.values[state] = this.wishes[cell + state] ?? 0;
    this.#filler.fill(this.low, this.high, row, 1);
    let best = 0;
    for (let state = 0; state < width; state++) {
      target[cell + state] = this.#filler.row[state] ?? 0;
      best += (this.#filler.row[state] ?? 0) * (this.wishes[cell + state] ?? 0);
    }
    return (this.#used[at] ?? 0) - best;
  }
}
