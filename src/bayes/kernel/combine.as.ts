import { AXIS, REST, SPAN, STEP, word } from "./words.as";

// A table over a smaller one. <u8> multiplies, <u16> writes the smaller table's entries alone.

// @ts-ignore: decorator
@inline function pair<M>(to: usize, from: usize, factors: v128): void {
  v128.store(to, sizeof<M>() == 1 ? f64x2.mul(v128.load(from), factors) : factors);
}
// @ts-ignore: decorator
@inline function single<M>(to: usize, from: usize, factor: f64): void {
  store<f64>(to, sizeof<M>() == 1 ? load<f64>(from) * factor : factor);
}

/** Each entry of a chunk at `from`, times the entry of the table at `small` that it lies over, to `to`. */
export function combine<M>(to: usize, from: usize, small: usize, axis: usize): void {
  const rest = word(axis, REST);
  if (rest > 3) {
    const count = word(axis, 0);
    const step = <usize>word(axis, STEP) << 3;
    const span = <usize>word(axis, SPAN) << 3;
    for (let state = 0; state < count; state++) {
      combine<M>(to, from, small, axis + AXIS);
      to += span;
      from += span;
      small += step;
    }
    return;
  }
  const last = axis + (<usize>(rest - 1) << 4);
  const run = word(last, 0);
  const step = word(last, STEP);
  if (rest == 1) {
    if (step == 0) broadcast<M>(to, from, small, run);
    else if (step == 1) along<M>(to, from, small, run);
    else stride<M>(to, from, small, run, <usize>step << 3);
    return;
  }
  const middle = last - AXIS;
  const count = word(middle, 0);
  const move = <usize>word(middle, STEP) << 3;
  const times = rest == 3 ? word(axis, 0) : 1;
  const jump = rest == 3 ? <usize>word(axis, STEP) << 3 : 0;
  if (step == 0) broadcastRuns<M>(to, from, small, run, count, move, times, jump);
  else if (step == 1) alongRuns<M>(to, from, small, run, count, move, times, jump);
  else
    for (let time = 0; time < times; time++, small += jump) {
      let at = small;
      for (const end = to + (<usize>(run * count) << 3); to < end; to += <usize>run << 3, from += <usize>run << 3, at += move) stride<M>(to, from, at, run, <usize>step << 3);
    }
}

/** `times` blocks, `jump` apart in the small table, of `count` runs, `move` apart, each over one entry. */
function broadcastRuns<M>(to: usize, from: usize, small: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  switch (run) {
    case 2: return broadcastAll<M>(to, from, small, 2, count, move, times, jump);
    case 3: return broadcastAll<M>(to, from, small, 3, count, move, times, jump);
    case 4: return broadcastAll<M>(to, from, small, 4, count, move, times, jump);
    case 5: return broadcastAll<M>(to, from, small, 5, count, move, times, jump);
    case 6: return broadcastAll<M>(to, from, small, 6, count, move, times, jump);
    case 7: return broadcastAll<M>(to, from, small, 7, count, move, times, jump);
    case 8: return broadcastAll<M>(to, from, small, 8, count, move, times, jump);
    default: return broadcastAll<M>(to, from, small, run, count, move, times, jump);
  }
}

// @ts-ignore: decorator
@inline function broadcastAll<M>(to: usize, from: usize, small: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  const bytes = <usize>run << 3;
  for (let time = 0; time < times; time++, small += jump) {
    let at = small;
    for (const end = to + bytes * <usize>count; to < end; to += bytes, from += bytes, at += move) broadcast<M>(to, from, at, run);
  }
}

/** The same where each run lies over a run of the small table. */
function alongRuns<M>(to: usize, from: usize, small: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  switch (run) {
    case 2: return alongAll<M>(to, from, small, 2, count, move, times, jump);
    case 3: return alongAll<M>(to, from, small, 3, count, move, times, jump);
    case 4: return alongAll<M>(to, from, small, 4, count, move, times, jump);
    case 5: return alongAll<M>(to, from, small, 5, count, move, times, jump);
    case 6: return alongAll<M>(to, from, small, 6, count, move, times, jump);
    case 7: return alongAll<M>(to, from, small, 7, count, move, times, jump);
    case 8: return alongAll<M>(to, from, small, 8, count, move, times, jump);
    default: return alongAll<M>(to, from, small, run, count, move, times, jump);
  }
}

// @ts-ignore: decorator
@inline function alongAll<M>(to: usize, from: usize, small: usize, run: i32, count: i32, move: usize, times: i32, jump: usize): void {
  const bytes = <usize>run << 3;
  for (let time = 0; time < times; time++, small += jump) {
    let at = small;
    for (const end = to + bytes * <usize>count; to < end; to += bytes, from += bytes, at += move) along<M>(to, from, at, run);
  }
}

// Where the count is written in the program, what follows is unrolled to it.

// @ts-ignore: decorator
@inline function broadcast<M>(to: usize, from: usize, small: usize, count: i32): void {
  const factors = v128.load_splat<f64>(small);
  if (count >= 8) for (const blocks = to + (<usize>(count & ~7) << 3); to < blocks; to += 64, from += 64) {
    pair<M>(to, from, factors);
    pair<M>(to + 16, from + 16, factors);
    pair<M>(to + 32, from + 32, factors);
    pair<M>(to + 48, from + 48, factors);
  }
  if (count & 4) {
    pair<M>(to, from, factors);
    pair<M>(to + 16, from + 16, factors);
    to += 32;
    from += 32;
  }
  if (count & 2) {
    pair<M>(to, from, factors);
    to += 16;
    from += 16;
  }
  if (count & 1) single<M>(to, from, f64x2.extract_lane(factors, 0));
}

// @ts-ignore: decorator
@inline function along<M>(to: usize, from: usize, small: usize, count: i32): void {
  if (count >= 8) for (const blocks = to + (<usize>(count & ~7) << 3); to < blocks; to += 64, from += 64, small += 64) {
    pair<M>(to, from, v128.load(small));
    pair<M>(to + 16, from + 16, v128.load(small + 16));
    pair<M>(to + 32, from + 32, v128.load(small + 32));
    pair<M>(to + 48, from + 48, v128.load(small + 48));
  }
  if (count & 4) {
    pair<M>(to, from, v128.load(small));
    pair<M>(to + 16, from + 16, v128.load(small + 16));
    to += 32;
    from += 32;
    small += 32;
  }
  if (count & 2) {
    pair<M>(to, from, v128.load(small));
    to += 16;
    from += 16;
    small += 16;
  }
  if (count & 1) single<M>(to, from, load<f64>(small));
}

// @ts-ignore: decorator
@inline function stride<M>(to: usize, from: usize, small: usize, count: i32, step: usize): void {
  const end = to + (<usize>count << 3);
  for (; to < end; to += 8, from += 8, small += step) single<M>(to, from, load<f64>(small));
}
