/**
 * Moves labels on a line apart until each has `gap` to the next, all between `low` and `high`, each as near to its wish
 * as the others allow: labels that press on each other form a block around the mean of their wishes. Where there is no
 * room for all, the gap shrinks. Gives the places in the order of the wishes.
 */
export function spread(wishes: readonly number[], gap: number, [low, high]: readonly [number, number]): readonly number[] {
  const room = wishes.length > 1 ? Math.min(gap, (high - low) / (wishes.length - 1)) : gap;
  const order = wishes.map((_, index) => index).toSorted((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b);
  const clusters: Cluster[] = [];
  for (const index of order) {
    let cluster: Cluster = { members: [index], start: clamped(wishes[index] ?? 0, low, high) };
    for (let above = clusters.at(-1); above && above.start + above.members.length * room > cluster.start; above = clusters.at(-1)) {
      clusters.pop();
      cluster = merged(above, cluster, { wishes, room, low, high });
    }
    clusters.push(cluster);
  }
  const places: number[] = [];
  for (const { members, start } of clusters) members.forEach((index, step) => (places[index] = start + step * room));
  return places;
}

interface Cluster {
  readonly members: readonly number[];
  /** Where its first label stands. */
  readonly start: number;
}

interface Line {
  readonly wishes: readonly number[];
  readonly room: number;
  readonly low: number;
  readonly high: number;
}

function merged(above: Cluster, below: Cluster, { wishes, room, low, high }: Line): Cluster {
  const members = [...above.members, ...below.members];
  const sum = members.reduce((total, index, step) => total + (wishes[index] ?? 0) - step * room, 0);
  return { members, start: clamped(sum / members.length, low, high - (members.length - 1) * room) };
}

const clamped = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * Puts labels of the given widths, centred at their wishes, into as few rows as keep them apart; the first row is
 * filled first. Gives the row of each, or undefined for those that no row up to `most` has room for.
 */
export function rowsFor(labels: readonly { readonly at: number; readonly width: number }[], most: number): readonly (number | undefined)[] {
  const ends: number[] = [];
  const rows: (number | undefined)[] = labels.map(() => undefined);
  const order = labels.map((_, index) => index).toSorted((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0) || a - b);
  for (const index of order) {
    const { at, width } = labels[index] ?? { at: 0, width: 0 };
    const free = ends.findIndex((end) => end <= at - width / 2);
    const row = free === -1 ? ends.length : free;
    if (row >= most) continue;
    ends[row] = at + width / 2;
    rows[index] = row;
  }
  return rows;
}
