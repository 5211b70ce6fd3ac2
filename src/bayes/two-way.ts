import { compileTree } from "#bayes/compile";
import { entryAt, withEntryChanged, type EntryPlace } from "#bayes/entries";
import type { Evidence } from "#bayes/network";
import { analyse, sensitivityTo, type Analysis } from "#bayes/sensitivity";

/** 1 + first x + second y + both x y, where x and y are the changes of two entries. */
export interface Bilinear {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/**
 * How P(state | what is known) depends on two entries of different rows, while the others of either row give way: exactly
 * probability times `above` over `below` (Chan and Darwiche 2004; van der Gaag, Renooij and Coupé 2007).
 */
export interface TwoWayFunction {
  readonly probability: number;
  /** Of P(state, what is known), over its value now. */
  readonly above: Bilinear;
  /** Of P(what is known), over its value now. */
  readonly below: Bilinear;
}

/** A bilinear function where the entries change by x and y. */
export const bilinearAt = ({ first, second, both }: Bilinear, x: number, y: number): number => 1 + first * x + second * y + both * x * y;

/** The posterior where the entries change by x and y; NaN where what is known would become impossible. */
export const posteriorAtBoth = ({ probability, above, below }: TwoWayFunction, x: number, y: number): number => (probability * bilinearAt(above, x, y)) / bilinearAt(below, x, y);

/** An analysis beside one in which an entry was moved: together they tell of the entry with any other. */
export interface Pairing {
  readonly first: EntryPlace;
  readonly number: number;
  readonly base: Analysis;
  readonly moved: Analysis;
  readonly change: number;
}

/**
 * Prepares the two-way functions of one entry with every other, by as many propagations as the analysis itself. The entry is
 * moved half of the longer way to 0 or 1: there P(state, what is known), which is linear, is at least half of what it is now.
 * undefined where the entry cannot move, because its variable has a single state.
 */
export function pairWith(base: Analysis, evidence: Evidence, entry: number): Pairing | undefined {
  const { tree: { network, elimination: { order } }, target } = base;
  const first = entryAt(network, entry);
  if (!first || first.width === 1) return undefined;
  const change = first.value > 0.5 ? -first.value / 2 : (1 - first.value) / 2;
  // The links are the same, and so is the order, where the base has all variables in its tree.
  const tree = compileTree(withEntryChanged(network, first, change), { root: target, ...(order.length === network.ids.length && { order }) });
  const moved = tree.kind === "compiled" ? analyse(tree, evidence, network.ids[target] ?? "") : undefined;
  return moved && { first, number: entry, base, moved, change };
}

/** True where two entries stand in one row, so that each is part of what gives way to the other. */
export const shareRow = ({ first }: Pairing, other: EntryPlace): boolean => first.table === other.table && first.row === other.row;

/** The two-way function of a state of the target; undefined for an impossible state, and for an entry of the same row. */
export function twoWayTo(pairing: Pairing, state: string, entry: number): TwoWayFunction | undefined {
  const { base, moved, number, change } = pairing;
  const other = entryAt(base.tree.network, entry);
  const [first, second, after] = [sensitivityTo(base, state, number), sensitivityTo(base, state, entry), sensitivityTo(moved, state, entry)];
  if (!other || !first || !second || !after || shareRow(pairing, other)) return undefined;
  // At the moved entry the slope along the other, over the value there, is (second + both change) / (1 + first change).
  const bilinear = (along: "above" | "below"): Bilinear => ({ first: first[along], second: second[along], both: (after[along] * (1 + first[along] * change) - second[along]) / change });
  return { probability: first.probability, above: bilinear("above"), below: bilinear("below") };
}

/** Coefficients of 1, x, y and x y, where x and y are the values of the entries themselves. */
export type Coefficients = readonly [number, number, number, number];

/** A bilinear function of changes as one of the values of two entries that are x and y now. */
export const inValues = ({ first, second, both }: Bilinear, x: number, y: number): Coefficients => [1 - first * x - second * y + both * x * y, first - both * y, second - both * x, both];

/** The second entry at which a function of two is 0, given the first; undefined where none or all are. */
export function rootAlongSecond([constant, x, y, both]: Coefficients, first: number): number | undefined {
  const slope = y + both * first;
  return slope === 0 ? undefined : -(constant + x * first) / slope;
}
