import { seededRandom, type Random } from "#kit/random";
import { probabilities, type OrderedRow } from "./ordered-regression.ts";
import type { RollCallBelief } from "./new-roll-call.ts";

/** A voter whose answer is not known, and the chance that it answers at all. */
export interface OpenVoter extends Pick<OrderedRow, "place" | "readiness"> {
  readonly present: number;
}

/** How many answer so: the mean, and the ends of an interval that holds four outcomes of five, a tenth beyond each. */
export interface Total {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many of some voters say yes, abstain and say no, by drawing the vote `runs` times: first what the roll call is like, so that voters
 * err together, then who comes and what each answers.
 */
export function totalsUnder({ draws }: RollCallBelief, voters: readonly OpenVoter[], { runs, seed }: { readonly runs: number; readonly seed: number }): readonly [Total, Total, Total] {
  const random = seededRandom(seed);
  const counts = [new Int32Array(runs), new Int32Array(runs), new Int32Array(runs)] as const;
  for (let run = 0; run < runs; run++) {
    const numbers = drawnNumbers(draws, random);
    for (const voter of voters) {
      if (random() >= voter.present) continue;
      const [yes, abstain] = probabilities(voter, numbers);
      const draw = random();
      const count = counts[draw < yes ? 0 : draw < yes + abstain ? 1 : 2];
      count[run] = (count[run] ?? 0) + 1;
    }
  }
  return [totalOf(counts[0]), totalOf(counts[1]), totalOf(counts[2])];
}

function drawnNumbers(draws: RollCallBelief["draws"], random: Random): Float64Array {
  let left = random();
  return (draws.find(({ weight }) => (left -= weight) < 0) ?? draws.at(-1))?.numbers ?? new Float64Array(0);
}

function totalOf(counts: Int32Array): Total {
  const order = counts.toSorted();
  const at = (share: number): number => order[Math.round(share * (order.length - 1))] ?? 0;
  return { mean: counts.reduce((sum, count) => sum + count, 0) / counts.length, low: at(0.1), high: at(0.9) };
}
