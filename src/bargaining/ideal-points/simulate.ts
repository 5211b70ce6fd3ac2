import { normalDeviate, type Random } from "#kit/random";
import { ballot, rollCallsBuilder, type RollCalls } from "#bargaining/votes/roll-calls";
import { answerProbabilities, ordered, type IdealPoints } from "./ideal-points.ts";
import { pointOf } from "./table.ts";

/** The same roll calls with answers drawn from the fit; who was absent stays absent. */
export function simulatedCalls(fit: IdealPoints, random: Random): RollCalls {
  const { calls, periods, mode } = fit;
  const ballots = calls.ballots.slice();
  for (let rollCall = 0; rollCall < calls.rollCalls.length; rollCall++) {
    for (let at = calls.starts[rollCall] ?? 0; at < (calls.starts[rollCall + 1] ?? 0); at++) {
      if (ballots[at] === ballot.absent) continue;
      const point = pointOf(mode.model.table, calls.voterOf[at] ?? 0, periods?.of[rollCall] ?? 0);
      if (point !== undefined) ballots[at] = drawn(answerProbabilities(fit, point, rollCall), random);
    }
  }
  return { ...calls, ballots };
}

const drawn = ([yes, abstain]: readonly [number, number, number], random: Random): number => {
  const draw = random();
  return draw < yes ? ballot.yes : draw < yes + abstain ? ballot.abstain : ballot.no;
};

/** A parliament that never was: what is known of it is exactly what its votes were drawn from. */
export interface Synthetic {
  readonly calls: RollCalls;
  /** The true points: k numbers for each voter in each period, voter by voter. */
  readonly points: Float64Array;
  /** The true readiness of each voter in each period; all 0 where none was asked for. */
  readonly readiness: Float64Array;
}

export interface SyntheticOptions {
  readonly voters: number;
  readonly rollCalls: number;
  readonly dimensions: number;
  readonly periods?: number;
  /** Standard deviation of the walk from one period to the next. */
  readonly step?: number;
  /** Standard deviation of the readiness, in logits; 0 for none. */
  readonly readiness?: number;
  /** The share of ballots that are absences, at random. */
  readonly absent?: number;
}

/** Draws points from a standard normal, discriminations from a normal of spread 1.5, cutpoints around a majority of yes, and the answers. */
export function syntheticCalls({ voters, rollCalls, dimensions, periods = 1, step = 0.25, absent = 0.1, readiness: spread = 0 }: SyntheticOptions, random: Random): Synthetic {
  const points = walks({ voters, periods, width: dimensions, step }, random);
  const readiness = spread === 0 ? new Float64Array(voters * periods) : walks({ voters, periods, width: 1, step }, random).map((value) => spread * value);
  const builder = rollCallsBuilder();
  for (let voter = 0; voter < voters; voter++) builder.voter({ id: `V${voter}` });
  for (let number = 0; number < rollCalls; number++) {
    const period = Math.floor((number * periods) / rollCalls);
    const rollCall = builder.rollCall({ id: `R${number}`, session: period });
    const discrimination = Float64Array.from({ length: dimensions }, () => 1.5 * normalDeviate(random));
    const [cut, gap] = [1.5 + normalDeviate(random), Math.exp(0.2 + 0.5 * normalDeviate(random))];
    for (let voter = 0; voter < voters; voter++) {
      const point = voter * periods + period;
      const asked = discrimination.reduce((sum, value, axis) => sum + value * (points[point * dimensions + axis] ?? 0), -(readiness[point] ?? 0));
      builder.ballot(rollCall, voter, random() < absent ? ballot.absent : drawn(ordered(cut - asked, gap), random));
    }
  }
  return { calls: builder.build(), points, readiness };
}

/** For each voter a standard normal start on each axis, and from period to period steps from there. */
function walks({ voters, periods, width, step }: { readonly voters: number; readonly periods: number; readonly width: number; readonly step: number }, random: Random): Float64Array<ArrayBuffer> {
  const points = new Float64Array(voters * periods * width);
  for (let at = 0; at < points.length; at++) {
    const isFirst = Math.floor(at / width) % periods === 0;
    points[at] = isFirst ? normalDeviate(random) : (points[at - width] ?? 0) + step * normalDeviate(random);
  }
  return points;
}
