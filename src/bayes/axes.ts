/**
 * How the entries of a large table lie over those of a small one whose variables it contains. `same`: one by one. `map`:
 * the small table's entry for each of the large one's, for small tables and ragged ones. `axes`: four nested loops, from the
 * outermost: how often each runs and how far it moves in the small table.
 */
export type Overlay =
  | { readonly kind: "same"; readonly large: number; readonly small: number }
  | { readonly kind: "map"; readonly large: number; readonly small: number; readonly map: Int32Array }
  | { readonly kind: "axes"; readonly large: number; readonly small: number; readonly counts: Int32Array; readonly steps: Int32Array };

interface Axis {
  readonly count: number;
  readonly step: number;
}

/** Up to this many entries an index for each is quicker than loops. */
const mapped = 96;

/** Above that an index costs too much memory unless the innermost runs are short. */
const mappedRagged = 1 << 14;

/** How a table over `large` lies over one over `small`; the last variable of each changes fastest. */
export function overlay(large: readonly number[], small: readonly number[], sizes: readonly number[]): Overlay {
  const steps = stepsIn(small, sizes);
  const axes = merge(large.map((variable) => ({ count: sizes[variable] ?? 1, step: steps.get(variable) ?? 0 })));
  const [largeSize, smallSize] = [entriesOver(large, sizes), entriesOver(small, sizes)];
  const common = { large: largeSize, small: smallSize };
  const inner = axes.at(-1);
  if (axes.length <= 1 && (inner === undefined || inner.step === 1)) return { kind: "same", ...common };
  const ragged = (inner?.count ?? 1) < 4 && largeSize <= mappedRagged;
  if (largeSize <= mapped || ragged || axes.length > 4) return { kind: "map", ...common, map: mapOf(axes, largeSize) };
  const padded = [...Array.from({ length: 4 - axes.length }, () => ({ count: 1, step: 0 })), ...axes];
  return { kind: "axes", ...common, counts: Int32Array.from(padded, ({ count }) => count), steps: Int32Array.from(padded, ({ step }) => step) };
}

/** How many entries a table over these variables has. */
export const entriesOver = (scope: readonly number[], sizes: readonly number[]): number => scope.reduce((product, variable) => product * (sizes[variable] ?? 1), 1);

function stepsIn(scope: readonly number[], sizes: readonly number[]): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  let step = 1;
  for (const variable of scope.toReversed()) {
    steps.set(variable, step);
    step *= sizes[variable] ?? 1;
  }
  return steps;
}

/** Joins neighbouring axes that run as one; axes of one state are left out. */
function merge(axes: readonly Axis[]): readonly Axis[] {
  const merged: Axis[] = [];
  for (const axis of axes) {
    const outer = merged.at(-1);
    if (axis.count === 1) continue;
    if (outer && outer.step === axis.step * axis.count) merged[merged.length - 1] = { count: outer.count * axis.count, step: axis.step };
    else merged.push(axis);
  }
  return merged;
}

function mapOf(axes: readonly Axis[], size: number): Int32Array {
  const map = new Int32Array(size);
  let filled = 1;
  for (const { count, step } of axes.toReversed()) {
    for (let state = 1; state < count; state++) for (let entry = 0; entry < filled; entry++) map[state * filled + entry] = (map[entry] ?? 0) + state * step;
    filled *= count;
  }
  return map;
}
