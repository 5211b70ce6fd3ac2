import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { powerIndices } from "#bargaining/power/weighted-power";
import { browserFitBench } from "./browser-fit.ts";
import { median, milliseconds, timed, type Measurement } from "./measure.ts";
import type { Fitted } from "./votes-fit.ts";
import { votesPeersBench } from "./votes-peers.ts";

/** Fits, each in a process of its own so that its memory can be told; and power indices, against what other programs need. */
export const votesBench = async (): Promise<readonly Measurement[]> => [
  fitted("W7 still, 1 axis", ["W7", "1"], { seconds: 0.6 }),
  fitted("W7 still, 3 axes", ["W7", "3"], { seconds: 1 }),
  fitted("ALL moving, 2 axes", ["ALL", "2", "moving"], { seconds: 10, megabytes: 200 }),
  fitted("one session, 1 axis", ["S78", "1"], { seconds: 0.3 }),
  fitted("one session, 3 axes", ["S78", "3"], { seconds: 0.3 }),
  powers(28, 30),
  powers(193, 30),
  ...(await browserFitBench()),
  ...votesPeersBench(),
];

function fitted(name: string, args: readonly string[], limit: { readonly seconds: number; readonly megabytes?: number }): Measurement {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "votes-fit.ts"), ...args], { encoding: "utf8" });
  const what = `fit of roll calls: ${name}`;
  if (stdout === "") return { what, measured: `left out: ${stderr.trim().split("\n").at(-1) ?? "no data"}` };
  const { votes, seconds, megabytes, iterations, converged }: Fitted = JSON.parse(stdout);
  return {
    what,
    measured: `${votes} votes in ${seconds.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB, ${iterations} steps`,
    target: `at most ${limit.seconds} s${limit.megabytes === undefined ? "" : ` and ${limit.megabytes} MB`}`,
    met: converged && seconds <= limit.seconds && megabytes <= (limit.megabytes ?? Number.POSITIVE_INFINITY),
  };
}

function powers(players: number, largest: number): Measurement {
  const weights = Array.from({ length: players }, (_, player) => 1 + ((7 * player) % largest));
  const quota = Math.ceil(0.65 * weights.reduce((sum, weight) => sum + weight, 0));
  return { what: `both power indices of ${players} weighted players`, measured: milliseconds(median(timed(3, () => powerIndices({ weights, quota })))) };
}
