// Plain runs of numbers.

export function clear(at: usize, count: i32): void {
  const end = at + (<usize>count << 3);
  for (; at < end; at += 8) store<f64>(at, 0);
}

export function fill(at: usize, count: i32): void {
  const end = at + (<usize>count << 3);
  for (; at < end; at += 8) store<f64>(at, 1);
}

export function copy(to: usize, from: usize, count: i32): void {
  const end = to + (<usize>(count & ~1) << 3);
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  if (count & 1) store<f64>(to, load<f64>(from));
}

export function scale(at: usize, count: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  const end = at + (<usize>(count & ~1) << 3);
  for (; at < end; at += 16) v128.store(at, f64x2.mul(v128.load(at), factors));
  if (count & 1) store<f64>(at, load<f64>(at) * factor);
}

export function largest(at: usize, count: i32): f64 {
  let both = f64x2.splat(0);
  const end = at + (<usize>(count & ~1) << 3);
  for (; at < end; at += 16) both = f64x2.pmax(both, v128.load(at));
  const one = f64x2.extract_lane(both, 0);
  const other = f64x2.extract_lane(both, 1);
  let most = one < other ? other : one;
  if (count & 1 && load<f64>(at) > most) most = load<f64>(at);
  return most;
}
