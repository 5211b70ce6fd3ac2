import type { Overlay } from "#bayes/axes";

/** Multiplies each entry of the table at `large` with the entry of the table at `small` that it lies over. */
export function multiplyOver(cells: Float64Array, over: Overlay, large: number, small: number): void {
  if (over.kind === "same") for (let entry = 0; entry < over.large; entry++) cells[large + entry] = (cells[large + entry] ?? 0) * (cells[small + entry] ?? 0);
  else if (over.run === 1) for (let entry = 0; entry < over.large; entry++) cells[large + entry] = (cells[large + entry] ?? 0) * (cells[small + (over.starts[entry] ?? 0)] ?? 0);
  else multiplyRuns(cells, over, large, small);
}

type Runs = Extract<Overlay, { readonly kind: "runs" }>;

function multiplyRuns(cells: Float64Array, { starts, run, step }: Runs, large: number, small: number): void {
  let at = large;
  for (let place = 0; place < starts.length; place++) {
    let from = small + (starts[place] ?? 0);
    const end = at + run;
    if (step === 0) {
      const factor = cells[from] ?? 0;
      for (; at < end; at++) cells[at] = (cells[at] ?? 0) * factor;
    } else {
      for (; at < end; at++, from += step) cells[at] = (cells[at] ?? 0) * (cells[from] ?? 0);
    }
  }
}

/** Sets each entry of the table at `small` to the sum of the entries of the table at `large` that lie over it. */
export function sumOver(cells: Float64Array, over: Overlay, large: number, small: number): void {
  if (over.kind === "same") {
    cells.copyWithin(small, large, large + over.large);
    return;
  }
  for (let entry = small; entry < small + over.small; entry++) cells[entry] = 0;
  if (over.run > 1) {
    sumRuns(cells, over, large, small);
    return;
  }
  const { starts } = over;
  for (let entry = 0; entry < starts.length; entry++) {
    const to = small + (starts[entry] ?? 0);
    cells[to] = (cells[to] ?? 0) + (cells[large + entry] ?? 0);
  }
}

function sumRuns(cells: Float64Array, { starts, run, step }: Runs, large: number, small: number): void {
  let at = large;
  for (let place = 0; place < starts.length; place++) {
    let to = small + (starts[place] ?? 0);
    const end = at + run;
    if (step === 0) {
      let sum = 0;
      for (; at < end; at++) sum += cells[at] ?? 0;
      cells[to] = (cells[to] ?? 0) + sum;
    } else {
      for (; at < end; at++, to += step) cells[to] = (cells[to] ?? 0) + (cells[at] ?? 0);
    }
  }
}

/** A table seen as rows: `rows` runs of `width` entries, the first at `table`. */
export interface Rows {
  readonly table: number;
  readonly rows: number;
  readonly width: number;
}

/** Writes the sum of each row to `target`, and returns the largest. */
export function sumRows(cells: Float64Array, { table, rows, width }: Rows, target: number): number {
  let largest = 0;
  let at = table;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (const end = at + width; at < end; at++) sum += cells[at] ?? 0;
    cells[target + row] = sum;
    if (sum > largest) largest = sum;
  }
  return largest;
}

/** Writes the largest entry of each row to `target`, and returns the largest of all. */
export function maximiseRows(cells: Float64Array, { table, rows, width }: Rows, target: number): number {
  let largest = 0;
  let at = table;
  for (let row = 0; row < rows; row++) {
    let most = 0;
    for (const end = at + width; at < end; at++) if ((cells[at] ?? 0) > most) most = cells[at] ?? 0;
    cells[target + row] = most;
    if (most > largest) largest = most;
  }
  return largest;
}

/** Writes each row times its own factor, from `factors` on, to `target`. */
export function scaleRows(cells: Float64Array, { table, rows, width }: Rows, factors: number, target: number): void {
  let at = table;
  let to = target;
  for (let row = 0; row < rows; row++) {
    const factor = cells[factors + row] ?? 0;
    for (const end = at + width; at < end; at++, to++) cells[to] = (cells[at] ?? 0) * factor;
  }
}
