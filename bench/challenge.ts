import { runChallenge } from "#bargaining/challenge/challenge";
import type { Contender } from "#bargaining/challenge/sites";
import { seededRandom } from "#kit/random";
import { growth, median, milliseconds, timed, type Measurement } from "./measure.ts";

function group(actors: number): readonly Contender[] {
  const random = seededRandom(11);
  return Array.from({ length: actors }, () => ({ position: 100 * random(), salience: random(), capability: random() ** 3 }));
}

/**
 * What KTAB (its spatial model SMP, C++, -O2) took on such a machine for a whole run of 80 actors on one dimension, in milliseconds; 40 took
 * 8,400. It was not run with 193: a run of these two sizes grows with the fourth power of the actors, so a bound for 193 from 80 is a low one.
 */
const ktabRunOf80 = 130_000;

/** A round of 193 actors, and a run of ten, by processor time. The model is simpler than KTAB's. */
export function challengeBench(): readonly Measurement[] {
  const run = (actors: number, rounds: number): number => {
    const contenders = group(actors);
    return median(timed(9, () => runChallenge(contenders, rounds)));
  };
  const [round, ten] = [run(193, 1), run(193, 10)];
  const ratio = ktabRunOf80 / ten;
  const slope = growth([200, 400, 800].map((actors) => [actors, run(actors, 1)] as const));
  return [
    { what: "one round, 193 actors", measured: milliseconds(round) },
    { what: "ten rounds, 193 actors, beside a run of KTAB with 80", measured: `${milliseconds(ten)}, ${Math.round(ratio).toLocaleString("en")} x`, target: "at least 100 x", met: ratio >= 100 },
    { what: "growth of a round with actors", measured: `actors^${slope.toFixed(2)}`, target: "at most 2.3", met: slope <= 2.3 },
  ];
}
