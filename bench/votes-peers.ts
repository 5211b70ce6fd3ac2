import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitIdealPoints } from "#bargaining/ideal-points/ideal-points";
import { ballot, forEachBallot, type RollCalls } from "#bargaining/votes/roll-calls";
import { heldOutScore, keeping, pointsForecast, sharesForecast, splitOf, type Split } from "./held-out.ts";
import type { Measurement } from "./measure.ts";
import { sets } from "./votes-data.ts";

/** Packages of R that Debian has (r-cran-pscl, r-cran-mcmcpack); the others of the kind are in no Debian and not run here. */
const packages = ["pscl", "MCMCpack"] as const;

/**
 * Figures of others from another run (23 November 2026, 2 cores shared with other work, user seconds; another split of the same kind): what stands
 * for a program that cannot be run here.
 */
const elsewhere: Readonly<Record<string, string>> = {
  pscl: "2,000 iterations: accuracy 0.826, 13.3 s",
  MCMCpack: "accuracy 0.9335, log likelihood -0.199, 10.8 s",
  "emIRT binIRT": "accuracy 0.9331, log likelihood -0.197, 1.0 s",
  "emIRT dynIRT": "accuracy 0.9324, log likelihood -0.195, 0.8 s",
  "W-NOMINATE": "accuracy 0.9350, log likelihood -0.259, 7.5 s",
  "Optimal Classification": "accuracy 0.9424, gives no probabilities, 6.5 s",
};

/** One axis on the roll calls since 2019, yes or not, a tenth held out: this beside packages of R on the same split, where they are installed. */
export function votesPeersBench(): readonly Measurement[] {
  const calls = sets.W7();
  const what = "one axis beside R";
  if (!calls) return [{ what, measured: "left out: the roll calls are not there (see RAPPORTEUR_DATA)" }];
  const split = splitOf(calls, 7);
  const own = [false, true].map((readiness) => ownMeasurement(split, readiness));
  const peers = Object.entries(elsewhere).map(([name, figures]) => {
    const run = packages.find((one) => one === name);
    return (run && peerMeasurement(split, run)) ?? { what: `${what}: ${name}`, measured: `not run (${run ? "Rscript or the package is missing" : "Debian has no package of it"}); elsewhere ${figures}` };
  });
  return [...own, ...peers];
}

function ownMeasurement(split: Split, readiness: boolean): Measurement {
  const train = keeping(split, (part) => part > 0);
  const before = process.threadCpuUsage();
  fitIdealPoints(train, { dimensions: 1, readiness });
  const seconds = process.threadCpuUsage(before).user / 1e6;
  const score = heldOutScore("", split, { test: 0, forecast: pointsForecast(train, { dimensions: 1, readiness, periods: undefined }) });
  return { what: `one axis beside R: this, ${readiness ? "with readiness" : "place alone"}`, measured: scoreText(score.binaryAccuracy, score.binaryLogLikelihood, seconds) };
}

const scoreText = (accuracy: number, logLikelihood: number, seconds: number): string => `accuracy ${accuracy.toFixed(4)}, log likelihood ${logLikelihood.toFixed(3)}, ${seconds.toFixed(2)} s of processor`;

/** Undefined where R or the package is missing. */
function peerMeasurement(split: Split, name: (typeof packages)[number]): Measurement | undefined {
  if (spawnSync("Rscript", ["-e", `quit(status = !requireNamespace("${name}", quietly = TRUE))`]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "votes-peers-"));
  const train = keeping(split, (part) => part > 0);
  writeFileSync(join(folder, "votes.csv"), matrixText(train));
  const { status, stderr } = spawnSync("Rscript", [join(import.meta.dirname, "votes-peers.R"), name, join(folder, "votes.csv"), join(folder, "fit.txt")], { encoding: "utf8" });
  const what = `one axis beside R: ${name}`;
  if (status !== 0) return { what, measured: `failed: ${stderr.trim().split("\n").at(-1) ?? ""}` };
  const [seconds = "", ...lines] = readFileSync(join(folder, "fit.txt"), "utf8").trim().split("\n");
  rmSync(folder, { recursive: true });
  const [places = [], slopes = [], difficulties = []] = lines.map((line) => line.split(",").map(Number));
  const shares = sharesForecast(train);
  const score = heldOutScore("", split, {
    test: 0,
    forecast: (rollCall, voter) => {
      const yes = normalShare((slopes[rollCall] ?? Number.NaN) * (places[voter] ?? 0) - (difficulties[rollCall] ?? 0));
      return Number.isNaN(yes) ? shares(rollCall, voter) : [yes, 0, 1 - yes];
    },
  });
  return { what, measured: scoreText(score.binaryAccuracy, score.binaryLogLikelihood, Number(seconds)) };
}

function matrixText(calls: RollCalls): string {
  const rows = calls.voters.map(() => calls.rollCalls.map(() => ""));
  forEachBallot(calls, (rollCall, voter, code) => {
    const row = rows[voter];
    if (row && code !== ballot.absent) row[rollCall] = code === ballot.yes ? "1" : "0";
  });
  return `${rows.map((row) => row.map((cell) => (cell === "" ? "NA" : cell)).join(",")).join("\n")}\n`;
}

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17; error below 1e-7). */
function normalShare(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail = (Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
