import { axisWords, wordsOfAxis } from "#bayes/kernel/program";

/** Numbers, and the program whose axes say how tables lie over one another. */
export interface Numbers {
  readonly cells: Float64Array;
  readonly program: Int32Array;
}

/** Where a chunk is read and written, and where the small table begins under it. */
interface Stretches {
  readonly to: number;
  readonly from: number;
  readonly small: number;
}

/** Writes each entry of a chunk at `from`, times the entry of the table at `small` that it lies over, to `to`. */
export function multiplyOver({ cells, program }: Numbers, { to, from, small }: Stretches, axis: number): void {
  const rest = program[axis + axisWords.rest] ?? 1;
  const count = program[axis] ?? 0;
  const step = program[axis + axisWords.step] ?? 0;
  if (rest === 1) multiplyRun(cells, { to, from, small }, count, step);
  else if (rest === 2) multiplyTwo({ cells, program }, { to, from, small }, axis);
  else {
    const span = program[axis + axisWords.span] ?? 0;
    for (let state = 0; state < count; state++) multiplyOver({ cells, program }, { to: to + state * span, from: from + state * span, small: small + state * step }, axis + wordsOfAxis);
  }
}

function multiplyRun(cells: Float64Array, { to, from, small }: Stretches, count: number, step: number): void {
  if (step === 0) {
    const factor = cells[small] ?? 0;
    for (let at = 0; at < count; at++) cells[to + at] = (cells[from + at] ?? 0) * factor;
  } else {
    for (let at = 0, other = small; at < count; at++, other += step) cells[to + at] = (cells[from + at] ?? 0) * (cells[other] ?? 0);
  }
}

function multiplyTwo({ cells, program }: Numbers, { to, from, small }: Stretches, axis: number): void {
  const outer = program[axis] ?? 0;
  const move = program[axis + axisWords.step] ?? 0;
  const run = program[axis + wordsOfAxis] ?? 0;
  const step = program[axis + wordsOfAxis + axisWords.step] ?? 0;
  const back = from - to;
  let at = to;
  for (let state = 0, start = small; state < outer; state++, start += move) {
    const end = at + run;
    if (step === 0) {
      const factor = cells[start] ?? 0;
      for (; at < end; at++) cells[at] = (cells[at + back] ?? 0) * factor;
    } else {
      for (let other = start; at < end; at++, other += step) cells[at] = (cells[at + back] ?? 0) * (cells[other] ?? 0);
    }
  }
}

/** Adds each entry of a chunk at `from` to the entry of the table at `small` that it lies over. */
export function addOver(numbers: Numbers, small: number, from: number, axis: number): void {
  const { cells, program } = numbers;
  const rest = program[axis + axisWords.rest] ?? 1;
  const count = program[axis] ?? 0;
  const step = program[axis + axisWords.step] ?? 0;
  if (rest > 2) {
    const span = program[axis + axisWords.span] ?? 0;
    for (let state = 0; state < count; state++) addOver(numbers, small + state * step, from + state * span, axis + wordsOfAxis);
    return;
  }
  const outer = rest === 1 ? 1 : count;
  const move = rest === 1 ? 0 : step;
  const run = rest === 1 ? count : (program[axis + wordsOfAxis] ?? 0);
  const inner = rest === 1 ? step : (program[axis + wordsOfAxis + axisWords.step] ?? 0);
  if (inner === 0) addSums(cells, { to: small, from }, { outer, move, run });
  else if (inner === 1 && rest > 1 && move === 0 && run <= longestOften) addOften(cells, { to: small, from }, { outer, move, run });
  else {
    for (let state = 0, at = from, start = small; state < outer; state++, start += move) {
      for (let end = at + run, to = start; at < end; at++, to += inner) cells[to] = (cells[to] ?? 0) + (cells[at] ?? 0);
    }
  }
}

/** Runs of at most so many entries that are all added to the same ones are added in two halves. */
const longestOften = 8;

function addOften(cells: Float64Array, { to, from }: { readonly to: number; readonly from: number }, { outer, run }: Runs): void {
  const end = from + outer * run;
  for (let entry = 0; entry < run; entry++) {
    let even = cells[to + entry] ?? 0;
    let odd = 0;
    let at = from + entry;
    for (; at + run < end; at += 2 * run) {
      even += cells[at] ?? 0;
      odd += cells[at + run] ?? 0;
    }
    cells[to + entry] = (at < end ? even + (cells[at] ?? 0) : even) + odd;
  }
}

interface Runs {
  readonly outer: number;
  readonly move: number;
  readonly run: number;
}

function addSums(cells: Float64Array, { to, from }: { readonly to: number; readonly from: number }, { outer, move, run }: Runs): void {
  for (let state = 0, at = from, sum = to; state < outer; state++, at += run, sum += move) {
    let [even, odd] = [0, 0];
    let next = at;
    if (run >= 8) {
      const blocks = at + run - (run % 8);
      let [c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0];
      for (; next < blocks; next += 8) {
        even += cells[next] ?? 0;
        odd += cells[next + 1] ?? 0;
        c += cells[next + 2] ?? 0;
        d += cells[next + 3] ?? 0;
        e += cells[next + 4] ?? 0;
        f += cells[next + 5] ?? 0;
        g += cells[next + 6] ?? 0;
        h += cells[next + 7] ?? 0;
      }
      even = even + c + (e + g);
      odd = odd + d + (f + h);
    }
    for (const end = at + run - 1; next < end; next += 2) {
      even += cells[next] ?? 0;
      odd += cells[next + 1] ?? 0;
    }
    const pairs = even + odd;
    cells[sum] = (cells[sum] ?? 0) + (next < at + run ? pairs + (cells[next] ?? 0) : pairs);
  }
}

/** The same with the largest entry in place of the sum. */
export function mostOver(numbers: Numbers, small: number, from: number, axis: number): void {
  const { cells, program } = numbers;
  const count = program[axis] ?? 0;
  const step = program[axis + axisWords.step] ?? 0;
  const span = program[axis + axisWords.span] ?? 0;
  const last = program[axis + axisWords.rest] === 1;
  for (let state = 0, at = from, to = small; state < count; state++, at += span, to += step) {
    if (!last) mostOver(numbers, to, at, axis + wordsOfAxis);
    else if ((cells[at] ?? 0) > (cells[to] ?? 0)) cells[to] = cells[at] ?? 0;
  }
}
