// The words of nodes, pieces and axes, in bytes: see program.ts.

// @ts-ignore: decorator
@inline export const CHUNK: usize = 8, CHUNKS: usize = 12, TABLE: usize = 16, ROWS: usize = 20, WIDTH: usize = 24, MESSAGE: usize = 28, SEPARATOR: usize = 32;
// @ts-ignore: decorator
@inline export const FACTORS: usize = 36, PARTS: usize = 40, TOLD: usize = 44, OUTSIDE: usize = 48, SUMS: usize = 52, HEAD_SUMS: usize = 56, DERIVATIVES: usize = 60;
// @ts-ignore: decorator
@inline export const GATE: usize = 4, ENTRIES: usize = 8, OFFSETS: usize = 12, AXES: usize = 16;
// @ts-ignore: decorator
@inline export const STEP: usize = 4, SPAN: usize = 8, REST: usize = 12, AXIS: usize = 16;

// @ts-ignore: decorator
@inline export function word(at: usize, offset: usize): i32 {
  return load<i32>(at + offset);
}
// @ts-ignore: decorator
@inline export function cells(at: usize, offset: usize): usize {
  return <usize>load<u32>(at + offset) << 3;
}
