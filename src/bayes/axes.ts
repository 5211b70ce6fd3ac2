/**
 * How the entries of a large table lie over those of a small one whose variables it contains: one by one (`same`), or in
 * runs of `run` entries, each of which starts at one of `starts` in the small table and moves there by `step`.
 */
export type Overlay =
  | { readonly kind: "same"; readonly large: number; readonly small: number }
  | { readonly kind: "runs"; readonly large: number; readonly small: number; readonly starts: Int32Array; readonly run: number; readonly step: number };

interface Axis {
  readonly count: number;
  readonly step: number;
}

/** Runs shorter than this are split into single entries, which is quicker, where the table is not so large that it costs much memory. */
const shortRun = 4;
const splitUpTo = 1 << 16;

/** How a table over `large` lies over one over `small`; the last variable of each changes fastest. */
export function overlay(large: readonly number[], small: readonly number[], sizes: readonly number[]): Overlay {
  const steps = stepsIn(small, sizes);
  const axes = merge(large.map((variable) => ({ count: sizes[variable] ?? 1, step: steps.get(variable) ?? 0 })));
  const common = { large: entriesOver(large, sizes), small: entriesOver(small, sizes) };
  const inner = axes.at(-1) ?? { count: 1, step: 1 };
  if (axes.length <= 1 && inner.step === 1) return { kind: "same", ...common };
  if (inner.count < shortRun && common.large <= splitUpTo) return { kind: "runs", ...common, starts: startsOf(axes, common.large), run: 1, step: 0 };
  return { kind: "runs", ...common, starts: startsOf(axes.slice(0, -1), common.large / inner.count), run: inner.count, step: inner.step };
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

/** Where each combination of states of these axes lies in the small table. */
function startsOf(axes: readonly Axis[], size: number): Int32Array {
  const starts = new Int32Array(size);
  let filled = 1;
  for (const { count, step } of axes.toReversed()) {
    for (let state = 1; state < count; state++) for (let entry = 0; entry < filled; entry++) starts[state * filled + entry] = (starts[entry] ?? 0) + state * step;
    filled *= count;
  }
  return starts;
}
