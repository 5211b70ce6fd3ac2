import { runChallenge } from "#bargaining/challenge/challenge";
import type { Contender } from "#bargaining/challenge/sites";
import { seededRandom } from "#kit/random";
import { growth, median, milliseconds, timed, type Measurement } from "./measure.ts";

function group(actors: number): readonly Contender[] {
  const random = seededRandom(11);
  return Array.from({ length: actors }, () => ({ position: 100 * random(), salience: random(), capability: random() ** 3 }));
}

/**
 * What a turn of KTAB (its spatial model, C++, -O2) takes at least with 80 actors on one issue, in milliseconds: a run took 130 s on such a
 * machine, and no run has more than 100 turns. With 193 it was never run; 40 actors took 8.4 s, so a turn grows with about the fourth power.
 */
const ktabTurnOf80 = 1300;

/** A round of 193 actors, and a run of ten, by processor time. The model is simpler than KTAB's: programs are compared, not like with like. */
export function challengeBench(): readonly Measurement[] {
  const run = (actors: number, rounds: number): number => {
    const contenders = group(actors);
    return median(timed(9, () => runChallenge(contenders, rounds)));
  };
  const [round, ten] = [run(193, 1), run(193, 10)];
  const ratio = ktabTurnOf80 / round;
  const slope = growth([200, 400, 800].map((actors) => [actors, run(actors, 1)] as const));
  return [
    { what: "one round with 193 actors, beside a turn of KTAB with 80", measured: `${milliseconds(round)}, ${Math.round(ratio)} x`, target: "at least 100 x", met: ratio >= 100 },
    { what: "ten rounds with 193 actors", measured: milliseconds(ten) },
    { what: "growth of a round with actors", measured: `actors^${slope.toFixed(2)}`, target: "at most 2.3", met: slope <= 2.3 },
  ];
}
