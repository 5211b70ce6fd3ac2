import { clockDate, loadAssessment } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import type { Assessment } from "#workbench/assess";
import type { ForecastOptions } from "#workbench/forecast/compute";
import { canAssume, droppableIds, simulationId } from "#workbench/what-if";

/** How a forecast is asked for on the command line. */
export interface AskedForecast {
  readonly asOf?: string;
  readonly without?: readonly string[];
  readonly assume?: readonly string[];
  readonly grades: boolean;
  readonly dependence: boolean;
  readonly pool: "geometric" | "arithmetic";
  readonly extremise?: number;
}

/** Assesses a file with the options asked for, which must name what it has. */
export function loadForecast(file: string, { asOf, without = [], assume = [], grades, dependence, pool, extremise }: AskedForecast): { readonly assessment: Assessment; readonly options: ForecastOptions } {
  if (extremise !== undefined && pool === "arithmetic") throw new UsageProblem("--extremise works on the geometric pool; leave out --pool arithmetic.");
  const assumed = new Map(assume.map(readAssumption));
  const options: ForecastOptions = { ...(asOf !== undefined && { until: asOf }), without, assumed, grades, dependence, pool, ...(extremise !== undefined && { extremise }) };
  const assessment = loadAssessment(file, { today: asOf ?? clockDate(), ...options });
  refuseUnknown(assessment, file, { without, assumed });
  return { assessment, options };
}

/** Says with exit code 1 that there is no forecast. */
export function sayNothingToCompute(file: string): void {
  process.stderr.write(`rapporteur: ${file} gives nothing to compute: it needs scenarios with probabilities, or hypotheses with tests.\n`);
  process.exitCode = 1;
}

function readAssumption(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1).replace("-", " ")];
}

function refuseUnknown(assessment: Assessment, file: string, asked: { readonly without: readonly string[]; readonly assumed: ReadonlyMap<string, string> }): void {
  const known = droppableIds(assessment);
  const unknown = asked.without.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UsageProblem(`${file} has no source, observation, indicator, assumption, test, forecaster or simulation called ${unknown}.${known.has(simulationId) ? ` Its simulation is called ${simulationId}.` : ""}`);
  for (const [id, state] of asked.assumed) {
    if (!canAssume(assessment, id, state)) throw new UsageProblem(`${file} has no ${/crossed/u.test(state) ? "indicator" : "assumption"} called ${id}.`);
  }
}
