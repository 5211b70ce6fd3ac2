import { Unreadable } from "#exchange/network/draft";

/** A noisy-max node as GeNIe gives it: one column of numbers for each state of each parent, and one for the leak. */
export interface NoisyMax {
  readonly variable: string;
  readonly at: number;
  /** How many states the node has; the first is the strongest effect, the last its absence. */
  readonly width: number;
  readonly parents: readonly string[];
  /** How many states each parent has. */
  readonly sizes: readonly number[];
  /** For each parent in turn, its states from the strongest cause to the absent one; the order of the states where it is empty. */
  readonly strengths: readonly number[];
  /** P(effect | this state of this parent alone), in the order of strengths, then P(effect | no cause). */
  readonly parameters: readonly number[];
}

/** Numbers that the table of a noisy-max node may have; with parents of two states that is 19 of them. */
export const mostExpanded = 2 ** 20;

/**
 * The table of a noisy-max node: the effect is the strongest of what each parent brings about by itself and of the leak, so
 * P(effect at most k | parents) is the product over parents of P(effect at most k | parent alone) (Pearl 1988; Díez 1993).
 * Throws `Unreadable`.
 */
export function expandNoisyMax(node: NoisyMax): readonly number[] {
  const { variable, at, width, sizes, parameters } = node;
  const rows = sizes.reduce((product, size) => product * size, 1);
  if (rows * width > mostExpanded) throw new Unreadable(`The noisy-max node ${variable} has ${sizes.length} parents; as a table it would have ${rows * width} numbers, more than ${mostExpanded}.`, at);
  const wanted = (sizes.reduce((sum, size) => sum + size, 0) + 1) * width;
  if (parameters.length !== wanted) throw new Unreadable(`The noisy-max node ${variable} has ${parameters.length} parameters, not ${wanted}: one column for each state of each parent, and one for the leak.`, at);
  if (parameters.some((value) => !(value >= 0 && value <= 1))) throw new Unreadable(`The parameters of ${variable} hold a number that is no probability.`, at);
  const columns = columnsOf(node);
  const leak = atMost(parameters.slice(-width));
  const table: number[] = [];
  for (let row = 0; row < rows; row++) table.push(...differences(rowOf(row, sizes, { columns, leak })));
  return table;
}

/** The parents whose absent state has effects of its own. */
export function causesWhenAbsent({ width, parents, sizes, parameters }: NoisyMax): readonly string[] {
  let end = 0;
  return parents.filter((_, parent) => {
    end += (sizes[parent] ?? 0) * width;
    return parameters.slice(end - width, end - 1).some((value) => value > 0);
  });
}

/** By parent and state: P(effect at least as weak as k | this state alone), for each k. */
function columnsOf({ variable, at, width, parents, sizes, strengths, parameters }: NoisyMax): readonly (readonly (readonly number[])[])[] {
  let first = 0;
  return sizes.map((size, parent) => {
    const order = strengths.length === 0 ? Array.from({ length: size }, (_, state) => state) : strengths.slice(first, first + size);
    const isOrder = order.length === size && new Set(order).size === size && order.every((state) => Number.isInteger(state) && state >= 0 && state < size);
    if (!isOrder) throw new Unreadable(`The strengths of ${variable} do not order the ${size} states of ${parents[parent] ?? ""}.`, at);
    const start = first;
    first += size;
    const byState: (readonly number[])[] = [];
    for (const [strength, state] of order.entries()) byState[state] = atMost(parameters.slice((start + strength) * width, (start + strength + 1) * width));
    return byState;
  });
}

/** Sums from each place to the end. */
function atMost(column: readonly number[]): readonly number[] {
  let sum = 0;
  return column.toReversed().map((value) => (sum += value)).toReversed();
}

interface Effects {
  readonly columns: readonly (readonly (readonly number[])[])[];
  readonly leak: readonly number[];
}

/** The last parent changes fastest. */
function rowOf(row: number, sizes: readonly number[], { columns, leak }: Effects): readonly number[] {
  let rest = row;
  let product = leak;
  for (let parent = sizes.length - 1; parent >= 0; parent--) {
    const column = columns[parent]?.[rest % (sizes[parent] ?? 1)] ?? [];
    rest = Math.floor(rest / (sizes[parent] ?? 1));
    product = product.map((value, state) => value * (column[state] ?? 1));
  }
  return product;
}

const differences = (sums: readonly number[]): readonly number[] => sums.map((sum, state) => Math.max(0, sum - (sums[state + 1] ?? 0)));
