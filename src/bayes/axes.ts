/**
 * How the entries of a large table lie over those of a small one whose variables it contains: one by one (`same`), or in
 * runs of `run` entries, each of which starts at one of `starts` in the small table and moves there by `step`.
 */
export type Overlay =
  | { readonly kind: "same"; readonly large: number; readonly small: number }
  | { readonly kind: "runs"; readonly large: number; readonly small: number; readonly starts: Int32Array; readonly run: number; readonly step: number };

/** Runs shorter than this are split into single entries, which is quicker, where the table is not so large that it costs much memory. */
const shortRun = 4;
const splitUpTo = 1 << 16;

/** How a table over `large` lies over one over `small`; the last variable of each changes fastest. */
export function overlay(large: readonly number[], small: readonly number[], sizes: readonly number[]): Overlay {
  const axes = axesOf(large, small, sizes);
  const common = { large: entriesOver(large, sizes), small: entriesOver(small, sizes) };
  const [count = 1] = axes.counts;
  const [step = 1] = axes.steps;
  if (axes.counts.length <= 1 && step === 1) return { kind: "same", ...common };
  if (count < shortRun && common.large <= splitUpTo) return { kind: "runs", ...common, starts: startsOf(axes, 0, common.large), run: 1, step: 0 };
  return { kind: "runs", ...common, starts: startsOf(axes, 1, common.large / count), run: count, step };
}

/** How many entries a table over these variables has. */
export function entriesOver(scope: readonly number[], sizes: readonly number[]): number {
  let product = 1;
  for (let place = 0; place < scope.length; place++) product *= sizes[scope[place] ?? 0] ?? 1;
  return product;
}

/** Runs of states in the large table, the innermost first, and how far one state moves in the small one. */
interface Axes {
  readonly counts: readonly number[];
  readonly steps: readonly number[];
}

/** Neighbouring variables that run as one are one axis; those of one state are left out. */
function axesOf(large: readonly number[], small: readonly number[], sizes: readonly number[]): Axes {
  const counts: number[] = [];
  const steps: number[] = [];
  let last = -1;
  for (let place = large.length - 1; place >= 0; place--) {
    const variable = large[place] ?? 0;
    const count = sizes[variable] ?? 1;
    if (count === 1) continue;
    const step = stepOf(variable, small, sizes);
    const inner = counts[last] ?? 1;
    if (last >= 0 && step === (steps[last] ?? 0) * inner) counts[last] = inner * count;
    else {
      counts.push(count);
      steps.push(step);
      last++;
    }
  }
  return { counts, steps };
}

/** How far one state of a variable moves in a table; 0 where the table does not have it. */
function stepOf(variable: number, scope: readonly number[], sizes: readonly number[]): number {
  let step = 1;
  for (let place = scope.length - 1; place >= 0; place--) {
    const other = scope[place] ?? 0;
    if (other === variable) return step;
    step *= sizes[other] ?? 1;
  }
  return 0;
}

/** Where each combination of states of the axes from `first` on lies in the small table. */
function startsOf({ counts, steps }: Axes, first: number, size: number): Int32Array {
  const starts = new Int32Array(size);
  let filled = 1;
  for (let axis = first; axis < counts.length; axis++) {
    const [count, step] = [counts[axis] ?? 1, steps[axis] ?? 0];
    for (let state = 1, to = filled; state < count; state++) {
      for (let entry = 0; entry < filled; entry++, to++) starts[to] = (starts[entry] ?? 0) + state * step;
    }
    filled *= count;
  }
  return starts;
}
