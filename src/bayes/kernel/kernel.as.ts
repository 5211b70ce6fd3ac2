// The sweeps of exact inference in AssemblyScript; `npm run kernel` compiles this file into module.ts. What it computes, and in
// which order, is the contract of kernel.ts; in-typescript.ts does the same to the last bit.
//
// Numbers lie from byte 0 on, 8 bytes each. All else is found through the addresses (bytes) that `settle` is told once.

let nodes: i32 = 0;
let program: usize = 0;
let scales: usize = 0;
let shrunk: usize = 0;
let flags: usize = 0;
let table: usize = 0;
let ratios: usize = 0;

/** The program, the scales, the exponents and the flags (stale, visit, open: one byte a node each) of so many nodes; room for a chunk, and for ratios. */
export function settle(count: i32, programAt: usize, scalesAt: usize, shrunkAt: usize, flagsAt: usize, tableAt: usize, ratiosAt: usize): void {
  nodes = count;
  program = programAt;
  scales = scalesAt;
  shrunk = shrunkAt;
  flags = flagsAt;
  table = tableAt;
  ratios = ratiosAt;
}

// Words of a node and of a piece; see program.ts.
// @ts-ignore: decorator
@inline const SIZE: usize = 4, CHUNK: usize = 8, CHUNKS: usize = 12, TABLE: usize = 16, ROWS: usize = 20, WIDTH: usize = 24, MESSAGE: usize = 28, SEPARATOR: usize = 32;
// @ts-ignore: decorator
@inline const FACTORS: usize = 36, PARTS: usize = 40, TOLD: usize = 44, OUTSIDE: usize = 48, SUMS: usize = 52, HEAD_SUMS: usize = 56, DERIVATIVES: usize = 60;
// @ts-ignore: decorator
@inline const GATE: usize = 4, ENTRIES: usize = 8, OFFSETS: usize = 12, AXES: usize = 16;
// @ts-ignore: decorator
@inline const STEP: usize = 4, SPAN: usize = 8, REST: usize = 12, AXIS: usize = 16;

// @ts-ignore: decorator
@inline function word(at: usize, offset: usize): i32 {
  return load<i32>(at + offset);
}
// @ts-ignore: decorator
@inline function inProgram(at: usize, offset: usize): usize {
  return program + (<usize>load<i32>(at + offset) << 2);
}
// @ts-ignore: decorator
@inline function cells(at: usize, offset: usize): usize {
  return <usize>load<u32>(at + offset) << 3;
}
// @ts-ignore: decorator
@inline function nodeAt(place: i32): usize {
  return inProgram(program, <usize>place << 2);
}
/** Where the cells of a piece begin for a chunk of the table. */
// @ts-ignore: decorator
@inline function start(piece: usize, chunk: i32): usize {
  const at = cells(piece, 0);
  const offsets = word(piece, OFFSETS);
  return offsets < 0 ? at : at + (<usize>load<i32>(program + (<usize>(offsets + chunk) << 2)) << 3);
}

/** Tells what is known towards the roots: for stale nodes the table, and from it the message. 0 where it is impossible. */
export function up(most: i32): i32 {
  for (let place = nodes - 1; place >= 0; place--) {
    if (load<u8>(flags + place) == 0) continue;
    const node = nodeAt(place);
    const told = inProgram(node, TOLD);
    const message = cells(told, 0);
    const rows = word(node, ROWS);
    clear(message, rows);
    const chunks = word(node, CHUNKS);
    exponents = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const joint = tableOf(node, chunk);
      if (most) foldMost(start(told, chunk), joint, told + AXES);
      else fold(start(told, chunk), joint, told + AXES);
    }
    store<f64>(shrunk + (<usize>place << 3), <f64>exponents);
    if (!normalise(place, message, rows)) return 0;
    store<u8>(flags + place, 0);
  }
  return 1;
}

/** The product of a node's factors, kept where the node keeps it. */
function tableOf(node: usize, chunk: i32): usize {
  const kept = word(node, TABLE);
  const factors = inProgram(node, FACTORS);
  if (kept < 0) return product(node, factors, chunk, 0);
  const room = cells(node, TABLE) + (<usize>(chunk * word(node, CHUNK)) << 3);
  const joint = productIn(room, node, factors, chunk, 0);
  if (joint != room) copy(room, joint, word(node, CHUNK));
  return room;
}

/** Divides a message by a power of two, so that its largest entry lies from 1 up to 2. */
function normalise(place: i32, message: usize, rows: i32): bool {
  const most = largest(message, rows);
  if (!(most > 0)) return false;
  const exponent = exponentOf(most);
  store<f64>(scales + (<usize>place << 3), powerOf(exponent));
  if (exponent != 0) scale(message, rows, powerOf(-exponent));
  return true;
}

// @ts-ignore: decorator
@inline function exponentOf(value: f64): i32 {
  const bits = <i32>(reinterpret<u64>(value) >> 52);
  return (bits < 1 ? 1 : bits > 2045 ? 2045 : bits) - 1023;
}
// @ts-ignore: decorator
@inline function powerOf(exponent: i32): f64 {
  return reinterpret<f64>(<u64>(exponent + 1023) << 52);
}

/** By what power of two the table that is being made was divided so far. */
let exponents: i32 = 0;

/** A chunk of the product of a list of factors, without one of them; lies where it says. */
function product(node: usize, factors: usize, chunk: i32, omitted: usize): usize {
  return productIn(table, node, factors, chunk, omitted);
}

/** No address: 0 is one. */
const nowhere: usize = 0xffffffff;

function productIn(room: usize, node: usize, factors: usize, chunk: i32, omitted: usize): usize {
  let from = nowhere;
  let done = 0;
  const count = word(factors, 0);
  const size = word(node, CHUNK);
  const shrinks = word(node, CHUNKS) == 1;
  let piece = factors + 4;
  for (let at = 0; at < count; at++, piece += 4) {
    const factor = inProgram(piece, 0);
    if (word(factor, GATE) == 0 || factor == omitted) continue;
    const small = start(factor, chunk);
    const axes = factor + AXES;
    if (from != nowhere) {
      combine<u8>(room, from, small, axes);
      from = room;
    } else if (word(axes, REST) == 1 && word(axes, STEP) == 1) from = small;
    else {
      combine<u16>(room, 0, small, axes);
      from = room;
    }
    if ((++done & 7) == 0 && shrinks) exponents += shrink(room, size);
  }
  if (from != nowhere) return from;
  fill(room, size);
  return room;
}

/** Brings a table back to between 1 and 2; by which power of two it was divided. */
function shrink(at: usize, count: i32): i32 {
  const most = largest(at, count);
  if (most == 0) return 0;
  const exponent = exponentOf(most);
  scale(at, count, powerOf(-exponent));
  return exponent;
}

/** Tells all that is known from the roots to the nodes within reach, and sums posteriors; with `derive`, sums over the probability tables too. */
export function down(derive: i32): void {
  const visit = flags + nodes;
  const open = visit + nodes;
  for (let place = 0; place < nodes; place++) {
    if (load<u8>(visit + place) == 0) continue;
    const node = nodeAt(place);
    const separator = cells(node, SEPARATOR);
    if (load<i32>(node) < 0) store<f64>(separator, 1);
    sumAll(inProgram(node, HEAD_SUMS), separator, 0, visit, 1);
    if (load<u8>(open + place) == 0) continue;
    const sums = inProgram(node, SUMS);
    const derivatives = inProgram(node, DERIVATIVES);
    clearAll(sums, visit);
    if (derive) clearAll(derivatives, visit);
    const narrow = word(node, WIDTH) == 1;
    if (!narrow) outside(place, node);
    const chunks = word(node, CHUNKS);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const joint = narrow ? separator + (<usize>(chunk * word(node, CHUNK)) << 3) : jointOf(node, chunk);
      sumAll(sums, joint, chunk, visit, 0);
      if (derive) sumAll(derivatives, joint, chunk, visit, 0);
    }
  }
}

/** A chunk of the joint distribution of a node's variables: its table, each row times what the rest of the tree says of it. */
function jointOf(node: usize, chunk: i32): usize {
  const kept = word(node, TABLE);
  const from = kept < 0 ? product(node, inProgram(node, FACTORS), chunk, 0) : cells(node, TABLE) + (<usize>(chunk * word(node, CHUNK)) << 3);
  const rest = inProgram(node, OUTSIDE);
  combine<u8>(table, from, start(rest, chunk), rest + AXES);
  return table;
}

/** What all the rest of the tree says of each row of a node; 0 for rows that the node excludes. */
function outside(place: i32, node: usize): void {
  const rows = word(node, ROWS);
  const separator = cells(node, SEPARATOR);
  const message = cells(node, MESSAGE);
  const factor = load<f64>(scales + (<usize>place << 3));
  const factors = f64x2.splat(factor);
  const zero = f64x2.splat(0);
  const end = <usize>(rows & ~1) << 3;
  let at: usize = 0;
  for (; at < end; at += 16) {
    const told = f64x2.mul(v128.load(message + at), factors);
    v128.store(ratios + at, v128.and(f64x2.div(v128.load(separator + at), told), f64x2.gt(told, zero)));
  }
  if (rows & 1) {
    const told = load<f64>(message + at) * factor;
    store<f64>(ratios + at, told > 0 ? load<f64>(separator + at) / told : 0);
  }
}

function clearAll(sums: usize, visit: usize): void {
  const count = word(sums, 0);
  let piece = sums + 4;
  for (let at = 0; at < count; at++, piece += 4) {
    const sum = inProgram(piece, 0);
    const gate = word(sum, GATE);
    if (gate < 0 || load<u8>(visit + gate) != 0) clear(cells(sum, 0), word(sum, ENTRIES));
  }
}

function sumAll(sums: usize, joint: usize, chunk: i32, visit: usize, anew: i32): void {
  const count = word(sums, 0);
  let piece = sums + 4;
  for (let at = 0; at < count; at++, piece += 4) {
    const sum = inProgram(piece, 0);
    const gate = word(sum, GATE);
    if (gate >= 0 && load<u8>(visit + gate) == 0) continue;
    if (anew) clear(cells(sum, 0), word(sum, ENTRIES));
    fold(start(sum, chunk), joint, sum + AXES);
  }
}

/** A chunk of a node's table, at the cell that is returned; from the parts, where one of them is to be left out. */
export function productOf(place: i32, chunk: i32): i32 {
  const node = nodeAt(place);
  return <i32>(product(node, inProgram(node, FACTORS), chunk, 0) >> 3);
}

/**
 * Sums the table of a node as it would be without one factor, times the ratios, as `sum` says but from the cell `to` on.
 * Returns the power of two by which the table was divided.
 */
export function without(place: i32, omitted: i32, sum: i32, to: i32): i32 {
  const node = nodeAt(place);
  const left = program + (<usize>omitted << 2);
  const piece = program + (<usize>sum << 2);
  const rest = inProgram(node, OUTSIDE);
  const target = <usize>to << 3;
  const away = target - cells(piece, 0);
  clear(target, word(piece, ENTRIES));
  const chunks = word(node, CHUNKS);
  exponents = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const from = product(node, inProgram(node, PARTS), chunk, left);
    combine<u8>(table, from, start(rest, chunk), rest + AXES);
    fold(start(piece, chunk) + away, table, piece + AXES);
  }
  return exponents;
}

// Plain runs of numbers.

function clear(at: usize, count: i32): void {
  const end = at + (<usize>count << 3);
  for (; at < end; at += 8) store<f64>(at, 0);
}

function fill(at: usize, count: i32): void {
  const end = at + (<usize>count << 3);
  for (; at < end; at += 8) store<f64>(at, 1);
}

function copy(to: usize, from: usize, count: i32): void {
  const end = to + (<usize>(count & ~1) << 3);
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  if (count & 1) store<f64>(to, load<f64>(from));
}

function scale(at: usize, count: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  const end = at + (<usize>(count & ~1) << 3);
  for (; at < end; at += 16) v128.store(at, f64x2.mul(v128.load(at), factors));
  if (count & 1) store<f64>(at, load<f64>(at) * factor);
}

function largest(at: usize, count: i32): f64 {
  let both = f64x2.splat(0);
  const end = at + (<usize>(count & ~1) << 3);
  for (; at < end; at += 16) both = f64x2.pmax(both, v128.load(at));
  const one = f64x2.extract_lane(both, 0);
  const other = f64x2.extract_lane(both, 1);
  let most = one < other ? other : one;
  if (count & 1 && load<f64>(at) > most) most = load<f64>(at);
  return most;
}

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
function combine<M>(to: usize, from: usize, small: usize, axis: usize): void {
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

// A table summed over a smaller one, to which it is added.

/** Adds each entry of a chunk at `from` to the entry of the table at `small` that it lies over. */
function fold(small: usize, from: usize, axis: usize): void {
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
function foldMost(small: usize, from: usize, axis: usize): void {
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
