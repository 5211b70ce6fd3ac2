import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { assessmentBench } from "./assessment.ts";
import { challengeBench } from "./challenge.ts";
import { boundsBench } from "./bounds.ts";
import { coldStartBench } from "./cold-start.ts";
import { coldWorkerBench } from "./cold-worker.ts";
import { fuzzBench } from "./fuzz.ts";
import { growthBench } from "./growth.ts";
import { hostileBench } from "./hostile.ts";
import { inferenceAgreementBench, inferencePeersBench } from "./inference-peers.ts";
import { inferenceBench } from "./inference.ts";
import type { Measurement } from "./measure.ts";
import { networkFilesBench } from "./networks.ts";
import { simulationBench } from "./simulation.ts";
import { votesBench } from "./votes.ts";

/** Prints every measurement with its target; exit code 1 where one is missed. Give names to run only these. */
const file = join(import.meta.dirname, "../examples/laws/assessment.md");
const text = readFileSync(file, "utf8");
const benches: Readonly<Record<string, () => readonly Measurement[] | Promise<readonly Measurement[]>>> = {
  assessment: () => assessmentBench(text, new Map([["roll-calls.csv", readFileSync(join(file, "../roll-calls.csv"), "utf8")]])),
  challenge: challengeBench,
  "cold-start": () => coldStartBench(file),
  "cold-worker": coldWorkerBench,
  growth: () => growthBench(text),
  fuzz: () => fuzzBench(text),
  hostile: () => hostileBench(),
  inference: inferenceBench,
  "inference-peers": inferencePeersBench,
  bounds: boundsBench,
  networks: networkFilesBench,
  simulation: simulationBench,
  votes: votesBench,
};

/** These take minutes, and run only where they are named. */
const onRequest: Readonly<Record<string, () => readonly Measurement[] | Promise<readonly Measurement[]>>> = { "inference-agreement": inferenceAgreementBench };

const asked = process.argv.slice(2);
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}\n`);
for (const [name, bench] of Object.entries({ ...benches, ...onRequest })) {
  if (asked.length > 0 ? !asked.includes(name) : name in onRequest) continue;
  console.log(name);
  for (const { what, measured, target, met } of await bench()) {
    console.log(`  ${what.padEnd(52)} ${measured}${target === undefined ? "" : ` (${target}: ${met === true ? "met" : "MISSED"})`}`);
    if (met === false) process.exitCode = 1;
  }
}
