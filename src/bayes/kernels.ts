import type { Overlay } from "#bayes/axes";

/** Multiplies each entry of the table at `large` with the entry of the table at `small` that it lies over. */
export function multiplyOver(cells: Float64Array, over: Overlay, large: number, small: number): void {
  switch (over.kind) {
    case "same":
      for (let entry = 0; entry < over.large; entry++) cells[large + entry] = (cells[large + entry] ?? 0) * (cells[small + entry] ?? 0);
      return;
    case "map": {
      const { map } = over;
      for (let entry = 0; entry < map.length; entry++) cells[large + entry] = (cells[large + entry] ?? 0) * (cells[small + (map[entry] ?? 0)] ?? 0);
      return;
    }
    case "axes":
      multiplyAxes(cells, over, large, small);
  }
}

type Axes = Extract<Overlay, { readonly kind: "axes" }>;

function multiplyAxes(cells: Float64Array, { counts, steps }: Axes, large: number, small: number): void {
  const [n0 = 1, n1 = 1, n2 = 1, n3 = 1] = counts;
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = steps;
  let at = large;
  for (let i0 = 0; i0 < n0; i0++) {
    for (let i1 = 0; i1 < n1; i1++) {
      for (let i2 = 0; i2 < n2; i2++) {
        let from = small + i0 * s0 + i1 * s1 + i2 * s2;
        const end = at + n3;
        if (s3 === 0) {
          const factor = cells[from] ?? 0;
          for (; at < end; at++) cells[at] = (cells[at] ?? 0) * factor;
        } else {
          for (; at < end; at++, from += s3) cells[at] = (cells[at] ?? 0) * (cells[from] ?? 0);
        }
      }
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
  if (over.kind === "axes") {
    sumAxes(cells, over, large, small);
    return;
  }
  const { map } = over;
  for (let entry = 0; entry < map.length; entry++) {
    const to = small + (map[entry] ?? 0);
    cells[to] = (cells[to] ?? 0) + (cells[large + entry] ?? 0);
  }
}

function sumAxes(cells: Float64Array, { counts, steps }: Axes, large: number, small: number): void {
  const [n0 = 1, n1 = 1, n2 = 1, n3 = 1] = counts;
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = steps;
  let at = large;
  for (let i0 = 0; i0 < n0; i0++) {
    for (let i1 = 0; i1 < n1; i1++) {
      for (let i2 = 0; i2 < n2; i2++) {
        let to = small + i0 * s0 + i1 * s1 + i2 * s2;
        const end = at + n3;
        if (s3 === 0) {
          let sum = 0;
          for (; at < end; at++) sum += cells[at] ?? 0;
          cells[to] = (cells[to] ?? 0) + sum;
        } else {
          for (; at < end; at++, to += s3) cells[to] = (cells[to] ?? 0) + (cells[at] ?? 0);
        }
      }
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
