import { spend, type Effort } from "#bayes/bounds/effort";
import { posteriorRatio, searchFor, type Prepared } from "#bayes/bounds/prepare";
import type { Search } from "#bayes/bounds/search";
import type { Network } from "#bayes/network";

/** One end of a range: a value that is attained by some admissible model, and one that no admissible model passes. */
export interface RangeEnd {
  readonly attained: number;
  readonly proven: number;
  /** The model that attains it: the entries of all tables, numbered as `starts` of the indexed network says. */
  readonly model: Float64Array;
}

/** The range of the posterior of one state. */
export interface StateRange {
  readonly state: string;
  readonly point: number;
  readonly low: RangeEnd;
  readonly high: RangeEnd;
  /** True where what is attained and what is proven meet but for rounding. */
  readonly exact: boolean;
}

export interface PosteriorBounds {
  readonly states: readonly StateRange[];
  /** The widest distance between attained and proven that is left. */
  readonly gap: number;
  /** How many parts of the box were bounded. */
  readonly work: number;
}

/**
 * The least and the greatest posterior of each state of the target over all admissible models: every row of every table
 * anywhere in its box, independently of all others (the strong extension of separately specified rows; Cozman 2000).
 */
export function boundsOf(prepared: Prepared, effort: Effort = {}): PosteriorBounds {
  const searches = prepared.states.map((_, state): Ends => ({ low: searchFor(prepared, posteriorRatio(prepared, state, true)), high: searchFor(prepared, posteriorRatio(prepared, state)) }));
  const work = spend(searches.flatMap(({ low, high }) => [low, high]), effort);
  const states = searches.map((ends, state) => rangeOf(prepared, ends, state));
  return { states, gap: Math.max(...searches.flatMap(({ low, high }) => [low.gap, high.gap])), work };
}

/** The lower end is found as the greatest posterior of all other states together. */
interface Ends {
  readonly low: Search;
  readonly high: Search;
}

function rangeOf(prepared: Prepared, { low, high }: Ends, at: number): StateRange {
  const point = prepared.point[at] ?? 0;
  const least = Math.min(point, prepared.climber.climb(posteriorRatio(prepared, at), low.attained.rows, []).value);
  const most = Math.max(point, high.attained.value);
  const [below, above] = [1 - low.proven * (1 + prepared.rounding), high.proven * (1 + prepared.rounding)];
  return {
    state: prepared.states[at] ?? "",
    point,
    low: { attained: least, proven: Math.max(0, Math.min(below, least)), model: modelOf(prepared, low.attained.rows) },
    high: { attained: most, proven: Math.min(1, Math.max(above, most)), model: modelOf(prepared, high.attained.rows) },
    exact: low.gap === 0 && high.gap === 0,
  };
}

/** The entries of all tables: those of the chosen rows, and the point of every other. */
function modelOf({ schedule: { rows, question: { network } } }: Prepared, cells: Float64Array): Float64Array {
  const entries = new Float64Array(network.entries);
  for (const [table, { values }] of network.tables.entries()) entries.set(values, network.starts[table]);
  for (const { first, cell, width } of rows) entries.set(cells.subarray(cell, cell + width), first);
  return entries;
}

/** The network whose tables are those of a model. */
export function networkOf(network: Network, model: Float64Array): Network {
  let start = 0;
  const tables = network.tables.map((table) => {
    const from = start;
    start += table.probabilities.length;
    return { ...table, probabilities: Array.from(model.subarray(from, start)) };
  });
  return { ...network, tables };
}
