/** An actor on one issue: position on any scale, salience from 0 to 1, capability from 0 up in any unit. */
export interface Contender {
  readonly position: number;
  readonly salience: number;
  readonly capability: number;
}

/** Contenders in a fixed order and the distinct positions that they hold, so that neither the order nor company on a position costs anything. */
export interface Sites {
  /** Numbers of the contenders by position, then weight, then salience: sums are the same in whatever order they were given. */
  readonly order: Int32Array;
  /** The distinct positions, rising, and the weight (salience times capability) that stands on each. */
  readonly position: Float64Array;
  readonly weight: Float64Array;
  /** The site of each contender, by its number. */
  readonly siteOf: Int32Array;
}

export function sitesOf(contenders: readonly Contender[]): Sites {
  const weightOf = ({ salience, capability }: Contender): number => salience * capability;
  const ordered = contenders
    .map((contender, number) => ({ contender, number }))
    .toSorted(({ contender: one }, { contender: other }) => one.position - other.position || weightOf(one) - weightOf(other) || one.salience - other.salience);
  const siteOf = new Int32Array(contenders.length);
  const positions: number[] = [];
  const weights: number[] = [];
  for (const { contender, number } of ordered) {
    if (positions.at(-1) !== contender.position) positions.push(contender.position);
    const site = positions.length - 1;
    siteOf[number] = site;
    weights[site] = (weights[site] ?? 0) + weightOf(contender);
  }
  return { order: Int32Array.from(ordered, ({ number }) => number), position: Float64Array.from(positions), weight: Float64Array.from(weights), siteOf };
}
