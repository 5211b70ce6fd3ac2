import { parametersWith } from "#bargaining/forums/parameters";
import { runNegotiation } from "#bargaining/forums/run";
import type { Negotiation, Party } from "#bargaining/forums/negotiation";
import { seededRandom } from "#kit/random";
import { growth, median, timed, type Measurement } from "./measure.ts";

/** 193 actors in seven coalitions; a consensus, a vote, a conference of the willing and a declaration. */
export function largeNegotiation(actors = 193): Negotiation {
  const random = seededRandom(7);
  const parties = Array.from({ length: actors }, (_, at): Party => {
    const position = random();
    return { id: `P${at}`, position, low: Math.max(0, position - 0.1), high: Math.min(1, position + 0.1), salience: 0.3 + 0.7 * random(), capability: random() ** 3, coalition: `C${at % 7}` };
  });
  const members = parties.map(({ id }) => id);
  const forums = [
    { id: "F1", rule: { kind: "consensus" }, members },
    { id: "F2", rule: { kind: "majority", share: 2 / 3, of: "those voting" }, members },
    { id: "F3", rule: { kind: "opt-in", needed: 30 }, members },
    { id: "F4", rule: { kind: "opt-in", needed: 50 }, members: members.slice(0, 120) },
  ] as const;
  return { parties, forums };
}

/** Whole runs a second of one thread, by processor time. */
export function simulationBench(): readonly Measurement[] {
  const negotiation = largeNegotiation();
  const parameters = parametersWith({});
  const time = (runs: number): number => median(timed(3, () => runNegotiation(negotiation, { runs, seed: 1, parameters })));
  const rate = (10_000 / time(10_000)) * 1000;
  const sizes = [10_000, 20_000, 40_000].map((runs) => [runs, time(runs)] as const);
  const slope = growth(sizes);
  return [
    { what: "runs a second, 193 actors, four tracks", measured: Math.round(rate).toLocaleString("en"), target: "at least 20,000", met: rate >= 20_000 },
    { what: "growth of time with runs", measured: `runs^${slope.toFixed(2)}`, target: "at most 1.1", met: slope <= 1.1 },
  ];
}
