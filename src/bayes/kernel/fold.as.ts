import { AXIS, REST, SPAN, STEP, word } from "./words.as";

// A table summed over a smaller one, to which it is added.

/** Adds each entry of a chunk at `from` to the entry of the table at `small` that it lies over. */
export function fold(small: usize, from: usize, axis: usize): void {
  const rest = word(axis, REST);
  if (rest > 3) {
    const count = word(axis, 0);
    const step = <usize>word(axis, STEP) << 3;
    const span = <usize>word(axis, SPAN) << 3;
    for (let state = 0; state < count; state++) {
      fold(small, from, axis + AXIS);
      from += span;
      small += step;
    }
    return;
  }
  const last = axis + (<usize>(rest - 1) << 4);
  const run = word(last, 0);
  const step = word(last, STEP);
  if (rest == 1) {
    if (step == 0) sumRun(small, from, run);
    else if (step == 1) addRun(small, from, run);
    else scatter(small, from, run, <usize>step << 3);
    return;
  }
  const middle = last - AXIS;
  const count = word(middle, 0);
  const move = <usize>word(middle, STEP) << 3;
  const times = rest == 3 ? word(axis, 0) : 1;
  const jump = rest == 3 ? <usize>word(axis, STEP) << 3 : 0;
  if (step == 0) sumRuns(small, from, run, count, move, times, jump);
  else if (step == 1 && move == 0 && run <= 8) addOften(small, from, run, count, times, jump);
  else if (step == 1) addRuns(small, from, run, count, move, times, jump);
  else
    for (let time = 0; time < times; time++, small += jump) {
      let at = small;
      for (const end = from + (<usize>(run * count) << 3); from < end; from += <usize>run << 3, at += move) scatter(at, from, run, <usize>step << 3);
    }
}

function sumRuns(small: usize, from: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  switch (run) {
    case 2:
      if (move == 8) {
        for (let time = 0; time < times; time++, small += jump, from += <usize>count << 4) sumPairs(small, from, count);
        return;
      }
      return sumAllRuns(small, from, 2, count, move, times, jump);
    case 3: return sumAllRuns(small, from, 3, count, move, times, jump);
    case 4: return sumAllRuns(small, from, 4, count, move, times, jump);
    case 5: return sumAllRuns(small, from, 5, count, move, times, jump);
    case 6: return sumAllRuns(small, from, 6, count, move, times, jump);
    case 7: return sumAllRuns(small, from, 7, count, move, times, jump);
    case 8: return sumAllRuns(small, from, 8, count, move, times, jump);
    default: return sumAllRuns(small, from, run, count, move, times, jump);
  }
}

// @ts-ignore: decorator
@inline function sumAllRuns(small: usize, from: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  const bytes = <usize>run << 3;
  for (let time = 0; time < times; time++, small += jump) {
    let at = small;
    for (const end = from + bytes * <usize>count; from < end; from += bytes, at += move) sumRun(at, from, run);
  }
}

/** Adds the sum of a run: eight sums of every eighth entry, brought together by pairs, then the pairs that are left, then a last one. */
// @ts-ignore: decorator
@inline function sumRun(small: usize, from: usize, count: i32): void {
  let sums = f64x2.splat(0);
  if (count >= 8) {
    const blocks = from + (<usize>(count & ~7) << 3);
    let second = sums;
    let third = sums;
    let fourth = sums;
    for (; from < blocks; from += 64) {
      sums = f64x2.add(sums, v128.load(from));
      second = f64x2.add(second, v128.load(from + 16));
      third = f64x2.add(third, v128.load(from + 32));
      fourth = f64x2.add(fourth, v128.load(from + 48));
    }
    sums = f64x2.add(f64x2.add(sums, second), f64x2.add(third, fourth));
  }
  if (count & 4) {
    sums = f64x2.add(f64x2.add(sums, v128.load(from)), v128.load(from + 16));
    from += 32;
  }
  if (count & 2) {
    sums = f64x2.add(sums, v128.load(from));
    from += 16;
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  if (count & 1) sum += load<f64>(from);
  store<f64>(small, load<f64>(small) + sum);
}

/** Runs of two, of which each is added to the next entry. */
function sumPairs(small: usize, from: usize, count: i32): void {
  const end = small + (<usize>(count & ~1) << 3);
  for (; small < end; small += 16, from += 32) {
    const one = v128.load(from);
    const other = v128.load(from + 16);
    const sums = f64x2.add(v128.shuffle<f64>(one, other, 0, 2), v128.shuffle<f64>(one, other, 1, 3));
    v128.store(small, f64x2.add(v128.load(small), sums));
  }
  if (count & 1) store<f64>(small, load<f64>(small) + (load<f64>(from) + load<f64>(from + 8)));
}

function addRuns(small: usize, from: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  switch (run) {
    case 2: return addAllRuns(small, from, 2, count, move, times, jump);
    case 3: return addAllRuns(small, from, 3, count, move, times, jump);
    case 4: return addAllRuns(small, from, 4, count, move, times, jump);
    default: return addAllRuns(small, from, run, count, move, times, jump);
  }
}

// @ts-ignore: decorator
@inline function addAllRuns(small: usize, from: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  const bytes = <usize>run << 3;
  for (let time = 0; time < times; time++, small += jump) {
    let at = small;
    for (const end = from + bytes * <usize>count; from < end; from += bytes, at += move) addRun(at, from, run);
  }
}

// @ts-ignore: decorator
@inline function addRun(small: usize, from: usize, count: i32): void {
  if (count >= 8) for (const blocks = from + (<usize>(count & ~7) << 3); from < blocks; from += 64, small += 64) {
    addPair(small, from);
    addPair(small + 16, from + 16);
    addPair(small + 32, from + 32);
    addPair(small + 48, from + 48);
  }
  if (count & 4) {
    addPair(small, from);
    addPair(small + 16, from + 16);
    small += 32;
    from += 32;
  }
  if (count & 2) {
    addPair(small, from);
    small += 16;
    from += 16;
  }
  if (count & 1) store<f64>(small, load<f64>(small) + load<f64>(from));
}

// @ts-ignore: decorator
@inline function addPair(small: usize, from: usize): void {
  v128.store(small, f64x2.add(v128.load(small), v128.load(from)));
}

/** Runs of two to eight, of which `count` are added to the same entries: those in even places apart from those in odd places. */
function addOften(small: usize, from: usize, run: i32, count: i32, times: i32, jump: usize): void {
  switch (run) {
    case 2: return addAllOften(small, from, 2, count, times, jump);
    case 3: return addAllOften(small, from, 3, count, times, jump);
    case 4: return addAllOften(small, from, 4, count, times, jump);
    case 5: return addAllOften(small, from, 5, count, times, jump);
    case 6: return addAllOften(small, from, 6, count, times, jump);
    case 7: return addAllOften(small, from, 7, count, times, jump);
    default: return addAllOften(small, from, 8, count, times, jump);
  }
}

// @ts-ignore: decorator
@inline function addAllOften(small: usize, from: usize, run: i32, count: i32, times: i32, jump: usize): void {
  const bytes = <usize>run << 3;
  for (let time = 0; time < times; time++, small += jump) {
    const end = from + bytes * <usize>count;
    for (let at: usize = 0; at < (bytes & ~15); at += 32) {
      // Four entries of the run at a time, or the two that are left.
      const four = at + 32 <= bytes;
      let even = v128.load(small + at);
      let odd = f64x2.splat(0);
      let evenNext = four ? v128.load(small + at + 16) : odd;
      let oddNext = odd;
      let next = from + at;
      for (; next + bytes < end; next += 2 * bytes) {
        even = f64x2.add(even, v128.load(next));
        odd = f64x2.add(odd, v128.load(next + bytes));
        if (four) {
          evenNext = f64x2.add(evenNext, v128.load(next + 16));
          oddNext = f64x2.add(oddNext, v128.load(next + bytes + 16));
        }
      }
      if (next < end) {
        even = f64x2.add(even, v128.load(next));
        if (four) evenNext = f64x2.add(evenNext, v128.load(next + 16));
      }
      v128.store(small + at, f64x2.add(even, odd));
      if (four) v128.store(small + at + 16, f64x2.add(evenNext, oddNext));
    }
    if (run & 1) {
      const at = bytes - 8;
      let even = load<f64>(small + at);
      let odd: f64 = 0;
      let next = from + at;
      for (; next + bytes < end; next += 2 * bytes) {
        even += load<f64>(next);
        odd += load<f64>(next + bytes);
      }
      if (next < end) even += load<f64>(next);
      store<f64>(small + at, even + odd);
    }
    from = end;
  }
}

// @ts-ignore: decorator
@inline function scatter(small: usize, from: usize, count: i32, step: usize): void {
  const end = from + (<usize>count << 3);
  for (; from < end; from += 8, small += step) store<f64>(small, load<f64>(small) + load<f64>(from));
}

/** The same with the largest entry in place of the sum. */
export function foldMost(small: usize, from: usize, axis: usize): void {
  const count = word(axis, 0);
  const step = <usize>word(axis, STEP) << 3;
  const span = <usize>word(axis, SPAN) << 3;
  const last = word(axis, REST) == 1;
  for (let state = 0; state < count; state++) {
    if (!last) foldMost(small, from, axis + AXIS);
    else if (load<f64>(from) > load<f64>(small)) store<f64>(small, load<f64>(from));
    from += span;
    small += step;
  }
}
