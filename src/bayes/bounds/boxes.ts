import type { Network } from "#bayes/network";

/** The least and the greatest value of each entry of a table, in the table's own order. */
export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Boxes by the variable of the table; a table without one has single numbers. */
export type Boxes = ReadonlyMap<string, Box>;

/** How far a point may lie outside its own interval: rounding of numbers that were divided by their sum. */
const tolerance = 1e-9;

/** Every entry of every table this much down and up, as far as 0 and 1 allow. */
export function widened({ tables }: Network, by: number): Boxes {
  return new Map(
    tables.map(({ variable, probabilities }) => [variable, { low: probabilities.map((value) => Math.max(0, value - by)), high: probabilities.map((value) => Math.min(1, value + by)) }]),
  );
}

/** The same boxes, but for rows that hold a 0 or a 1, which stay as they are: they say what follows, not what is judged. */
export function keepCertain({ variables, tables }: Network, boxes: Boxes): Boxes {
  const widths = new Map(variables.map(({ id, states }) => [id, states.length]));
  return new Map(
    tables.flatMap(({ variable, probabilities }) => {
      const box = boxes.get(variable);
      if (!box) return [];
      const width = widths.get(variable) ?? 1;
      const certain = probabilities.map((_, entry) => probabilities.slice(entry - (entry % width), entry - (entry % width) + width).some((value) => value === 0 || value === 1));
      const end = (values: readonly number[]): readonly number[] => probabilities.map((value, entry) => (certain[entry] ? value : (values[entry] ?? value)));
      return [[variable, { low: end(box.low), high: end(box.high) }] as const];
    }),
  );
}

/** What is wrong with the boxes of a sound network, in sentences. Each must hold the point of its entry. */
export function boxProblems({ tables }: Network, boxes: Boxes): readonly string[] {
  const points = new Map(tables.map(({ variable, probabilities }) => [variable, probabilities]));
  return Array.from(boxes).flatMap(([variable, { low, high }]) => {
    const table = points.get(variable);
    if (!table) return [`The intervals name ${variable}, which the network does not have.`];
    const count = Math.max(low.length, high.length);
    if (count !== table.length || low.length !== high.length) return [`The intervals of ${variable} are ${count}, its entries ${table.length}.`];
    return table.flatMap((point, entry) => problemOf(`Entry ${entry + 1} of the table of ${variable}`, { low: low[entry] ?? Number.NaN, point, high: high[entry] ?? Number.NaN }));
  });
}

function problemOf(entry: string, { low, point, high }: { readonly low: number; readonly point: number; readonly high: number }): readonly string[] {
  if (!(low >= 0 && high <= 1)) return [`${entry} may be from ${low} to ${high}, which are no probabilities.`];
  if (low > high) return [`${entry} may be from ${low} to ${high}, which is upside down.`];
  return point >= low - tolerance && point <= high + tolerance ? [] : [`${entry} is ${point}, outside its interval from ${low} to ${high}.`];
}
