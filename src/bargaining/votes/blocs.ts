import type { Random } from "#kit/random";

/** Voters sorted into blocs: the number of its bloc for each. Blocs are numbered by size, the largest 0. */
export type Partition = readonly number[];

/**
 * Agglomerative clustering by the mean distance between members (UPGMA; Sokal and Michener 1958), cut where `count` blocs are
 * left. `distance` is a symmetric matrix, row by row.
 */
export function averageLinkage(distance: Float64Array, count: number): Partition {
  const size = Math.sqrt(distance.length);
  const between = distance.slice();
  const members = new Map(Array.from({ length: size }, (_, voter) => [voter, [voter]]));
  while (members.size > count) {
    const [first, second] = closest(between, [...members.keys()], size);
    const [own, other] = [members.get(first) ?? [], members.get(second) ?? []];
    for (const third of members.keys()) {
      const mean = (own.length * (between[first * size + third] ?? 0) + other.length * (between[second * size + third] ?? 0)) / (own.length + other.length);
      between[first * size + third] = mean;
      between[third * size + first] = mean;
    }
    members.set(first, [...own, ...other]);
    members.delete(second);
  }
  return numbered([...members.values()], size);
}

function closest(between: Float64Array, alive: readonly number[], size: number): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const [at, first] of alive.entries()) {
    for (let index = at + 1; index < alive.length; index++) {
      const second = alive[index] ?? 0;
      const value = between[first * size + second] ?? 0;
      if (value < least) [least, best] = [value, [first, second]];
    }
  }
  return best;
}

function numbered(groups: readonly (readonly number[])[], size: number): Partition {
  const blocs = Array.from({ length: size }, () => 0);
  groups.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0)).forEach((group, bloc) => group.forEach((voter) => (blocs[voter] = bloc)));
  return blocs;
}

/** k-means (Lloyd 1982) from `tries` random starts (k-means++; Arthur and Vassilvitskii 2007), the best of them; `dimensions` numbers a point. */
export function kMeans(points: Float64Array, { dimensions, count, random, tries = 20 }: { readonly dimensions: number; readonly count: number; readonly random: Random; readonly tries?: number }): Partition {
  const rows = Array.from({ length: points.length / dimensions }, (_, row) => points.subarray(row * dimensions, (row + 1) * dimensions));
  const found = Array.from({ length: tries }, () => settle(rows, spreadCentres(rows, count, random)));
  const best = found.toSorted((a, b) => a.spread - b.spread)[0]?.nearest ?? [];
  return numbered(Array.from({ length: count }, (_, bloc) => rows.flatMap((_, row) => (best[row] === bloc ? [row] : []))), rows.length);
}

function spreadCentres(rows: readonly Float64Array[], count: number, random: Random): readonly Float64Array[] {
  const centres = [rows[Math.floor(random() * rows.length)] ?? new Float64Array(0)];
  while (centres.length < count) {
    const far = rows.map((row) => Math.min(...centres.map((centre) => squared(row, centre))));
    let draw = random() * far.reduce((sum, value) => sum + value, 0);
    const next = far.findIndex((value) => (draw -= value) < 0);
    centres.push(rows[Math.max(0, next)] ?? new Float64Array(0));
  }
  return centres;
}

function settle(rows: readonly Float64Array[], start: readonly Float64Array[]): { readonly nearest: readonly number[]; readonly spread: number } {
  let centres = start;
  let nearest: readonly number[] = [];
  for (let round = 0; round < 100; round++) {
    const next = rows.map((row) => nearestCentre(row, centres));
    if (next.every((bloc, row) => bloc === nearest[row])) break;
    nearest = next;
    centres = centres.map((centre, bloc) => meanOf(rows.filter((_, row) => nearest[row] === bloc)) ?? centre);
  }
  return { nearest, spread: rows.reduce((sum, row, at) => sum + squared(row, centres[nearest[at] ?? 0] ?? row), 0) };
}

const nearestCentre = (row: Float64Array, centres: readonly Float64Array[]): number => {
  const distances = centres.map((centre) => squared(row, centre));
  return distances.indexOf(Math.min(...distances));
};

const squared = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);

const meanOf = (rows: readonly Float64Array[]): Float64Array | undefined =>
  rows[0]?.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length);

/** How far two partitions agree beyond chance: 1 where they are the same, 0 as by chance (adjusted Rand index; Hubert and Arabie 1985). */
export function adjustedRand(a: Partition, b: Partition): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const counts = (keys: readonly string[]): number => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
  };
  const [both, first, second] = [counts(a.map((bloc, at) => `${bloc} ${b[at]}`)), counts(a.map(String)), counts(b.map(String))];
  const expected = (first * second) / pairs(a.length);
  const most = (first + second) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/** How well a partition is cut, -1 to 1: the mean silhouette (Rousseeuw 1987). */
export function silhouette(distance: Float64Array, blocs: Partition): number {
  const size = blocs.length;
  const count = Math.max(...blocs) + 1;
  const widths = blocs.map((own, voter) => {
    const sums = Array.from({ length: count }, () => 0);
    const sizes = Array.from({ length: count }, () => 0);
    blocs.forEach((bloc, other) => {
      if (other === voter) return;
      sums[bloc] = (sums[bloc] ?? 0) + (distance[voter * size + other] ?? 0);
      sizes[bloc] = (sizes[bloc] ?? 0) + 1;
    });
    if (sizes[own] === 0) return 0;
    const means = sums.map((sum, bloc) => sum / (sizes[bloc] ?? 1));
    const inside = means[own] ?? 0;
    const outside = Math.min(...means.filter((_, bloc) => bloc !== own));
    return (outside - inside) / Math.max(inside, outside, 1e-12);
  });
  return widths.reduce((sum, width) => sum + width, 0) / size;
}
