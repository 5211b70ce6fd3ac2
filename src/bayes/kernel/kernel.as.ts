// The sweeps of exact inference in AssemblyScript; `npm run kernel` compiles this file into module.ts. What it computes, and in
// which order, is the contract of kernel.ts; in-typescript.ts does the same to the last bit.
//
// Numbers lie from byte 0 on, 8 bytes each. All else is found through the addresses (bytes) that `settle` is told once.

import { combine } from "./combine.as";
import { fold, foldMost } from "./fold.as";
import { clear, copy, fill, largest, scale } from "./runs.as";
import { AXES, CHUNK, CHUNKS, DERIVATIVES, ENTRIES, FACTORS, GATE, HEAD_SUMS, MESSAGE, OFFSETS, OUTSIDE, PARTS, REST, ROWS, SEPARATOR, STEP, SUMS, TABLE, TOLD, WIDTH, cells, word } from "./words.as";

let nodes: i32 = 0;
let program: usize = 0;
let scales: usize = 0;
let shrunk: usize = 0;
let flags: usize = 0;
let table: usize = 0;
let ratios: usize = 0;

/** The program, the scales, the exponents and the flags (stale, visit, open, read: one byte a node each) of so many nodes; room for a chunk, and for ratios. */
export function settle(count: i32, programAt: usize, scalesAt: usize, shrunkAt: usize, flagsAt: usize, tableAt: usize, ratiosAt: usize): void {
  nodes = count;
  program = programAt;
  scales = scalesAt;
  shrunk = shrunkAt;
  flags = flagsAt;
  table = tableAt;
  ratios = ratiosAt;
}

// @ts-ignore: decorator
@inline function inProgram(at: usize, offset: usize): usize {
  return program + (<usize>load<i32>(at + offset) << 2);
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

/** What `up` does: sum, sum and read the roots, or take the largest entries. */
const READ: i32 = 1, MOST: i32 = 2;

/** Tells what is known towards the roots: for stale nodes the table, and from it the message. 0 where it is impossible. */
export function up(how: i32): i32 {
  const visit = flags + nodes;
  const open = visit + nodes;
  const read = open + nodes;
  for (let place = 0; place < nodes; place++) store<u8>(read + place, 0);
  for (let place = nodes - 1; place >= 0; place--) {
    if (load<u8>(flags + place) == 0) continue;
    const node = nodeAt(place);
    const sums = inProgram(node, SUMS);
    const reads = how == READ && isRoot(node) && load<u8>(open + place) != 0;
    if (reads) clearAll(sums, visit);
    const told = inProgram(node, TOLD);
    const message = cells(told, 0);
    const rows = word(node, ROWS);
    clear(message, rows);
    const chunks = word(node, CHUNKS);
    exponents = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const joint = tableOf(node, chunk);
      if (how == MOST) foldMost(start(told, chunk), joint, told + AXES);
      else fold(start(told, chunk), joint, told + AXES);
      if (reads) sumAll(sums, joint, chunk, visit, 0);
    }
    if (reads) store<u8>(read + place, 1);
    store<f64>(shrunk + (<usize>place << 3), <f64>exponents);
    if (!normalise(place, message, rows)) return 0;
    store<u8>(flags + place, 0);
  }
  return 1;
}

/** Such a node has one row: what the rest of the tree says of it is one number, by which its sums are multiplied when they are made. */
// @ts-ignore: decorator
@inline function isRoot(node: usize): bool {
  return load<i32>(node) < 0 && word(node, WIDTH) > 1;
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
  const read = open + nodes;
  for (let place = 0; place < nodes; place++) {
    if (load<u8>(visit + place) == 0) continue;
    const node = nodeAt(place);
    const separator = cells(node, SEPARATOR);
    if (load<i32>(node) < 0) store<f64>(separator, 1);
    sumAll(inProgram(node, HEAD_SUMS), separator, 0, visit, 1);
    if (load<u8>(open + place) == 0) continue;
    const sums = inProgram(node, SUMS);
    const derivatives = inProgram(node, DERIVATIVES);
    const root = isRoot(node);
    const narrow = word(node, WIDTH) == 1;
    if (!narrow) outside(place, node);
    if (load<u8>(read + place) == 0) {
      clearAll(sums, visit);
      if (derive) clearAll(derivatives, visit);
      const chunks = word(node, CHUNKS);
      for (let chunk = 0; chunk < chunks; chunk++) {
        const joint = narrow ? separator + (<usize>(chunk * word(node, CHUNK)) << 3) : root ? again(node, chunk) : jointOf(node, chunk);
        sumAll(sums, joint, chunk, visit, 0);
        if (derive) sumAll(derivatives, joint, chunk, visit, 0);
      }
    }
    store<u8>(read + place, 0);
    if (root) {
      scaleAll(sums, visit);
      if (derive) scaleAll(derivatives, visit);
    }
  }
}

/** A chunk of the joint distribution of a node's variables: its table, each row times what the rest of the tree says of it. */
function jointOf(node: usize, chunk: i32): usize {
  const rest = inProgram(node, OUTSIDE);
  combine<u8>(table, again(node, chunk), start(rest, chunk), rest + AXES);
  return table;
}

/** A chunk of a node's table once more. */
function again(node: usize, chunk: i32): usize {
  return word(node, TABLE) < 0 ? product(node, inProgram(node, FACTORS), chunk, 0) : cells(node, TABLE) + (<usize>(chunk * word(node, CHUNK)) << 3);
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

/** Multiplies what was summed with the first ratio. */
function scaleAll(sums: usize, visit: usize): void {
  const count = word(sums, 0);
  let piece = sums + 4;
  for (let at = 0; at < count; at++, piece += 4) {
    const sum = inProgram(piece, 0);
    const gate = word(sum, GATE);
    if (gate < 0 || load<u8>(visit + gate) != 0) scale(cells(sum, 0), word(sum, ENTRIES), load<f64>(ratios));
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

/** A chunk of a node's table, at the cell that is returned. */
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
