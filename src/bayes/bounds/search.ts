import type { Attained, Climber } from "#bayes/bounds/ascend";
import { branch } from "#bayes/bounds/branch";
import type { Ratio } from "#bayes/bounds/evaluate";
import type { Relaxation, Restriction } from "#bayes/bounds/relax";
import type { Row } from "#bayes/bounds/schedule";

/** A part of the box that may hold a greater ratio than was attained, and what no ratio in it exceeds. */
interface Part {
  readonly bound: number;
  readonly restrictions: ReadonlyMap<Row, Restriction>;
}

/** Differences below this are rounding: bounds that close meet within it. */
const rounding = 1e-13;

/**
 * The greatest value of a ratio over a box, from both sides: `attained` by a choice of rows, and `proven` not to be
 * exceeded. `refine` splits the part of the box with the highest bound at the row whose uses disagree most, one part for
 * each corner of the row: a greatest value lies at corners of all rows, since the ratio is linear-fractional in each.
 */
export class Search {
  readonly #climber: Climber;
  readonly #relaxation: Relaxation;
  readonly #ratio: Ratio;
  #attained: Attained;
  /** Parts in the order of their bounds, the highest last. */
  readonly #parts: Part[] = [];
  /** The highest bound of parts that cannot be split: their bound is attained but for rounding. */
  #unsplit = 0;

  constructor({ climber, relaxation }: { readonly climber: Climber; readonly relaxation: Relaxation }, ratio: Ratio, start: Float64Array) {
    this.#climber = climber;
    this.#relaxation = relaxation;
    this.#ratio = ratio;
    this.#attained = climber.climb(ratio, start);
    this.#consider(new Map(), Infinity);
  }

  get attained(): Attained {
    return this.#attained;
  }

  get proven(): number {
    return Math.max(this.#attained.value, this.#unsplit, this.#parts.at(-1)?.bound ?? 0);
  }

  /** False where there is nothing left to split. */
  get isOpen(): boolean {
    return this.gap > 0 && this.#parts.length > 0;
  }

  /** What separates the two sides; 0 where they meet but for rounding. */
  get gap(): number {
    const gap = this.proven - this.#attained.value;
    return gap <= rounding * Math.max(1, this.#attained.value) ? 0 : gap;
  }

  /** Splits one part; how many bounds that took. */
  refine(): number {
    const part = this.#parts.pop();
    if (!part) return 0;
    this.#relaxation.setRatio(this.#ratio);
    this.#relaxation.restrict(part.restrictions);
    this.#relaxation.differentiate(this.#relaxation.bound(this.#attained.value));
    const split = branch(this.#relaxation);
    this.#try(split.agreed);
    if (split.pieces.length === 0) this.#unsplit = Math.max(this.#unsplit, part.bound);
    for (const restriction of split.pieces) this.#consider(new Map(part.restrictions).set(restriction.row, restriction), part.bound);
    while (this.#parts.length > 0 && (this.#parts[0]?.bound ?? 0) <= this.#attained.value) this.#parts.shift();
    return 1 + split.pieces.length;
  }

  /** The first climb rarely misses the top, so that another one is only worth it from higher up. */
  #try(rows: Float64Array): void {
    const { value } = this.#climber.climb(this.#ratio, rows, []);
    if (value > this.#attained.value) this.#attained = this.#climber.climb(this.#ratio, rows);
  }

  #consider(restrictions: ReadonlyMap<Row, Restriction>, cap: number): void {
    this.#relaxation.setRatio(this.#ratio);
    this.#relaxation.restrict(restrictions);
    const bound = Math.min(cap, this.#relaxation.bound(this.#attained.value));
    if (bound <= this.#attained.value) return;
    let [from, to] = [0, this.#parts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#parts[middle]?.bound ?? 0) <= bound) from = middle + 1;
      else to = middle;
    }
    this.#parts.splice(from, 0, { bound, restrictions });
  }
}
