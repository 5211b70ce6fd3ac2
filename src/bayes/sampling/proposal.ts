import { whatFollows, type Terrain } from "#bayes/sampling/loopy";

/** Where samples are drawn from: for each table and each of its entries. */
export interface Proposal {
  /** The probability that this or an earlier state of the row is drawn. */
  readonly cumulative: readonly Float64Array[];
  /** The natural logarithm of the table's own probability over that of being drawn: what it adds to a sample's weight. */
  readonly logWeights: readonly Float64Array[];
}

/** This share of each row is drawn from the table itself, so that no weight can grow without limit (Hesterberg 1995). */
const defensive = 0.3;

/**
 * Each row of each table times what follows from its states (evidence pre-propagation: Yuan and Druzdzel 2003). The state of
 * an observed variable is taken as it is.
 */
export function proposalFor(terrain: Terrain): Proposal {
  const follows = whatFollows(terrain);
  const drawn = terrain.tables.map(({ scope, values }) => {
    const child = scope.at(-1) ?? 0;
    return drawnRows(values, follows[child] ?? new Float64Array(0), terrain.known.observed.get(child));
  });
  return {
    cumulative: drawn.map((rows, table) => accumulate(rows, terrain.sizes[terrain.tables[table]?.scope.at(-1) ?? 0] ?? 1)),
    logWeights: drawn.map((rows, table) => rows.map((share, entry) => Math.log((terrain.tables[table]?.values[entry] ?? 0) / share))),
  };
}

function drawnRows(values: Float64Array, follows: Float64Array, observed: number | undefined): Float64Array {
  const width = follows.length;
  const rows = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += width) {
    if (observed !== undefined) {
      rows[row + observed] = 1;
      continue;
    }
    let sum = 0;
    for (let state = 0; state < width; state++) sum += (values[row + state] ?? 0) * (follows[state] ?? 0);
    for (let state = 0; state < width; state++) {
      const own = values[row + state] ?? 0;
      rows[row + state] = sum > 0 ? (1 - defensive) * (own * (follows[state] ?? 0)) / sum + defensive * own : own;
    }
  }
  return rows;
}

function accumulate(rows: Float64Array, width: number): Float64Array {
  const cumulative = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += width) {
    let sum = 0;
    for (let state = 0; state < width; state++) cumulative[row + state] = sum += rows[row + state] ?? 0;
  }
  return cumulative;
}
