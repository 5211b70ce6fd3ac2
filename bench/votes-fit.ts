import { findMode } from "#bargaining/ideal-points/fit";
import { periodsOf } from "#bargaining/votes/periods";
import { sets } from "./votes-data.ts";

/** What one fit took: user time of the processor, and the most memory that the process ever held. */
export interface Fitted {
  readonly votes: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const [set = "", dimensions = "1", way] = process.argv.slice(2);
const calls = set === "S78" || set === "W7" || set === "ALL" ? sets[set]() : undefined;
if (!calls) throw new Error("the roll calls are not there (see RAPPORTEUR_DATA)");
const options = { dimensions: Number(dimensions), ...(way === "moving" && { periods: periodsOf(calls) }) };
const before = process.cpuUsage();
const { model, iterations, converged } = findMode(calls, options);
const fitted: Fitted = {
  votes: model.table.pointOf.length,
  seconds: process.cpuUsage(before).user / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1000,
  iterations,
  converged,
};
process.stdout.write(JSON.stringify(fitted));
