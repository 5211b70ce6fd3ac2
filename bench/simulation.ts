import { parametersWith } from "#bargaining/forums/parameters";
import { runNegotiation } from "#bargaining/forums/run";
import type { Negotiation, Party } from "#bargaining/forums/negotiation";
import { carryOut } from "#cli/simulation-threads";
import { seededRandom } from "#kit/random";
import { assess } from "#workbench/assess";
import { simulateSteps } from "#workbench/simulation/simulate";
import { growth, milliseconds, timed, type Measurement } from "./measure.ts";

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

/** The same as a document. */
function largeDocument(): string {
  const rows = largeNegotiation().parties.map(({ id, coalition, position, low = 0, high = 1, salience, capability }) => `| ${id} | ${id} | ${coalition} | ${[position, low, high, salience, capability].map((value, at) => `${(100 * value).toFixed(3)}${at === 1 ? "-" : " | "}`).join("")}`);
  return `---\nas-of: 2026-01-01\n---\n## Actors\n\n| ID | Actor | Coalition | Position | Range | Salience | Capability |\n|---|---|---|---|---|---|---|\n${rows.join("\n")}\n\n## Forums\n\n| ID | Forum | Rule | Members |\n|---|---|---|---|\n| F1 | Conference | consensus | all |\n| F2 | Assembly | two-thirds | all |\n| F3 | Treaty | opt-in, in force with 30 | all |\n| F4 | Declaration | opt-in, in force with 50 | all |\n`;
}

/** Whole runs a second of one thread, by processor time; what a second thread costs and gains. */
export async function simulationBench(): Promise<readonly Measurement[]> {
  const negotiation = largeNegotiation();
  const parameters = parametersWith({});
  const time = (runs: number): number => Math.min(...timed(3, () => runNegotiation(negotiation, { runs, seed: 1, parameters })));
  const rate = (10_000 / time(10_000)) * 1000;
  const slope = growth([10_000, 20_000, 40_000].map((runs) => [runs, time(runs)] as const));
  const threads = await threadsBench();
  return [
    { what: "runs a second, 193 actors, four tracks", measured: Math.round(rate).toLocaleString("en"), target: "at least 20,000", met: rate >= 20_000 },
    { what: "growth of time with runs", measured: `runs^${slope.toFixed(2)}`, target: "at most 1.1", met: slope <= 1.1 },
    ...threads,
  ];
}

/** A whole simulation with its variants, on one thread and on two: rounds take turns, and the least of each counts. */
async function threadsBench(): Promise<readonly Measurement[]> {
  const { names, scene } = assess(largeDocument());
  const options = { runs: 10_000, seed: 1, parameters: {}, rules: new Map<string, string>(), texts: new Map<string, number>() };
  const least = { clock: [Infinity, Infinity], processor: [Infinity, Infinity] };
  for (let round = 0; round < 3; round++) {
    for (const threads of [1, 2]) {
      const [started, used] = [performance.now(), process.cpuUsage()];
      await carryOut(simulateSteps({ names, document: scene.document }, options), { threads, seconds: 0, progress: () => undefined });
      const { user, system } = process.cpuUsage(used);
      least.clock[threads - 1] = Math.min(least.clock[threads - 1] ?? 0, performance.now() - started);
      least.processor[threads - 1] = Math.min(least.processor[threads - 1] ?? 0, (user + system) / 1000);
    }
  }
  const [alone = 0, both = 0] = least.processor;
  const [slow = 0, fast = 1] = least.clock;
  return [
    { what: "a whole simulation with its variants, one thread", measured: milliseconds(alone) },
    { what: "processor time of two threads over that of one", measured: (both / alone).toFixed(2), target: "at most 1.25", met: both / alone <= 1.25 },
    { what: "times as fast by the clock on two threads", measured: `${(slow / fast).toFixed(2)} (two idle processors would give 2)` },
  ];
}
