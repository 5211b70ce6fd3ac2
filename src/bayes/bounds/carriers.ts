import { posteriorRatio, searchFor, type Prepared } from "#bayes/bounds/prepare";
import type { Attained } from "#bayes/bounds/ascend";

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

/** Collapses the intervals of each table that bears on the posterior in turn; and those of all the others. */
export function carriersOf(prepared: Prepared, state: string): Carriers {
  const at = prepared.states.indexOf(state);
  if (at < 0) throw new RangeError(`The target has no state called ${state}.`);
  const { climber, schedule: { question: { network } } } = prepared;
  const low = searchFor(prepared, posteriorRatio(prepared, at, true)).attained;
  const high = searchFor(prepared, posteriorRatio(prepared, at)).attained;
  const range = rangeBetween(prepared, at, low, high);
  const carriers = climber.variables.map((variable): Carrier => {
    const others = climber.variables.filter((other) => other !== variable);
    return { variable: network.ids[variable] ?? "", without: rangeOver(prepared, { at, low, high, variables: others }), alone: rangeOver(prepared, { at, low, high, variables: [variable] }) };
  });
  const width = ({ without }: Carrier): number => without.high - without.low;
  return { state, range, carriers: carriers.toSorted((a, b) => width(a) - width(b)) };
}

interface Part {
  readonly at: number;
  readonly low: Attained;
  readonly high: Attained;
  /** The variables whose tables may move; all others stay at their points. */
  readonly variables: readonly number[];
}

/** The attained range where only some tables move, from where they stood when all moved. */
function rangeOver(prepared: Prepared, { at, low, high, variables }: Part) {
  const [least, most] = [low, high].map(({ rows }, side) => prepared.climber.climb(posteriorRatio(prepared, at, side === 0), startOf(prepared, rows, variables), variables));
  return rangeBetween(prepared, at, least ?? low, most ?? high);
}

function startOf({ schedule, box }: Prepared, rows: Float64Array, variables: readonly number[]): Float64Array {
  const start = box.point.slice();
  for (const { variable, cell, width } of schedule.rows) if (variables.includes(variable)) start.set(rows.subarray(cell, cell + width), cell);
  return start;
}

/** The posteriors at the lower and the upper choice of rows; never without the point. */
function rangeBetween(prepared: Prepared, at: number, low: Attained, high: Attained): { readonly low: number; readonly high: number } {
  const point = prepared.point[at] ?? 0;
  return { low: Math.min(point, prepared.climber.climb(posteriorRatio(prepared, at), low.rows, []).value), high: Math.max(point, high.value) };
}
