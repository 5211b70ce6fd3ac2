import { posteriorRatio, type Prepared } from "#bayes/bounds/prepare";

/** What the intervals of one table do to the range of a posterior, all of it attained. */
export interface Carrier {
  readonly variable: string;
  /** The range where the table's entries are single numbers, and all others as wide as they are. */
  readonly without: { readonly low: number; readonly high: number };
  /** The range where only the table's entries have their intervals. */
  readonly alone: { readonly low: number; readonly high: number };
}

/** An interval tornado: the range of one state's posterior, and the tables that carry its width, the widest first. */
export interface Carriers {
  readonly state: string;
  readonly range: { readonly low: number; readonly high: number };
  readonly carriers: readonly Carrier[];
}

/**
 * Collapses the intervals of each table that bears on the posterior in turn, and those of all the others; no more than
 * `most` tables, those that carry the width most while no other table moves.
 */
export function carriersOf(prepared: Prepared, state: string, most = Infinity): Carriers {
  const at = prepared.states.indexOf(state);
  if (at < 0) throw new RangeError(`The target has no state called ${state}.`);
  const { climber, box, schedule: { question: { network } } } = prepared;
  const ends: Ends = [true, false].map((others) => climber.climb(posteriorRatio(prepared, at, others), box.point).rows);
  const others = (variable: number): readonly number[] => climber.variables.filter((other) => other !== variable);
  const standing = climber.variables.map((variable) => ({ variable, width: widthOf(rangeBetween(prepared, at, moved(prepared, ends, others(variable)))) }));
  const carriers = standing
    .toSorted((a, b) => a.width - b.width)
    .slice(0, most)
    .map(({ variable }): Carrier => ({ variable: network.ids[variable] ?? "", without: rangeOver(prepared, at, ends, others(variable)), alone: rangeOver(prepared, at, ends, [variable]) }));
  return { state, range: rangeBetween(prepared, at, ends), carriers: carriers.toSorted((a, b) => widthOf(a.without) - widthOf(b.without)) };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const widthOf = ({ low, high }: Range): number => high - low;

/** The rows that attain the lower end, and those that attain the upper one. */
type Ends = readonly Float64Array[];

/** The attained range where only some tables move, from where they stood when all moved. */
function rangeOver(prepared: Prepared, at: number, ends: Ends, variables: readonly number[]): Range {
  const found = moved(prepared, ends, variables).map((rows, side) => prepared.climber.climb(posteriorRatio(prepared, at, side === 0), rows, variables).rows);
  return rangeBetween(prepared, at, found);
}

/** Both ends with some tables where they stood, and all others at their points. */
function moved({ schedule, box }: Prepared, ends: Ends, variables: readonly number[]): Ends {
  const moving = new Set(variables);
  return ends.map((rows) => {
    const start = box.point.slice();
    for (const { variable, cell, width } of schedule.rows) if (moving.has(variable)) start.set(rows.subarray(cell, cell + width), cell);
    return start;
  });
}

/** The posteriors at both ends; never without the point. */
function rangeBetween(prepared: Prepared, at: number, ends: Ends): Range {
  const point = prepared.point[at] ?? 0;
  const [low = point, high = point] = ends.map((rows) => prepared.climber.climb(posteriorRatio(prepared, at), rows, []).value);
  return { low: Math.min(point, low), high: Math.max(point, high) };
}
