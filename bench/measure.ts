/** A line of the table that the bench prints. */
export interface Measurement {
  readonly what: string;
  readonly measured: string;
  /** What it must reach, and whether it does. */
  readonly target?: string;
  readonly met?: boolean;
}

export const median = (values: readonly number[]): number => {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
};

/** Milliseconds of the processor that this thread has used: on a busy machine those of the clock are several times as long. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time of one call: the median of five batches, each long enough for a clock that may tick every
 * four milliseconds. Warms up for as long as said; what is compiled while it runs is not yet as fast as it will be.
 */
export function perCall(act: (round: number) => void, warmUp = 100): number {
  const started = processorTime();
  let round = 0;
  while (processorTime() - started < warmUp || round < 2) act(round++);
  const calls = Math.max(2, Math.round((100 * round) / (processorTime() - started)));
  return median(
    Array.from({ length: 5 }, () => {
      const before = processorTime();
      for (let call = 0; call < calls; call++) act(round++);
      return (processorTime() - before) / calls;
    }),
  );
}

/** Milliseconds of processor time of each of `rounds` calls, after as many to warm up; for calls that take long. */
export function timed(rounds: number, act: (round: number) => void): readonly number[] {
  for (let round = 0; round < rounds; round++) act(round);
  return Array.from({ length: rounds }, (_, round) => {
    const started = processorTime();
    act(rounds + round);
    return processorTime() - started;
  });
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** Compares with a limit in milliseconds. */
export const against = (what: string, value: number, limit: number): Measurement => ({ what, measured: milliseconds(value), target: `under ${limit} ms`, met: value < limit });

/** Slope of log y over log x: 1 where y grows as x, 2 where it grows as its square. */
export function growth(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (pick: 0 | 1): number => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
