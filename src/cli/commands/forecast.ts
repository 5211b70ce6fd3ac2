import { forecastText } from "#cli/forecast-text";
import { clockDate, loadAssessment } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import { writtenDate } from "#kit/date";
import type { Forecast } from "#model/forecast";
import type { Assessment } from "#workbench/assess";
import { forecastJson } from "#workbench/forecast/json";
import { canAssume, droppableIds } from "#workbench/what-if";

interface ForecastCommandOptions {
  readonly asOf?: string;
  readonly without?: readonly string[];
  readonly assume?: readonly string[];
  readonly grades: boolean;
  readonly dependence: boolean;
  readonly pool: "geometric" | "arithmetic";
  readonly extremise?: number;
  readonly json?: boolean;
}

/** Prints the forecast; exit code 1 where the document gives nothing to compute. */
export function forecastCommand(file: string, options: ForecastCommandOptions): void {
  const { asOf, without = [], assume = [], grades, dependence, pool, extremise } = options;
  if (extremise !== undefined && pool === "arithmetic") throw new UsageProblem("--extremise works on the geometric pool; leave out --pool arithmetic.");
  const assumed = new Map(assume.map(readAssumption));
  const assessment = loadAssessment(file, { today: asOf ?? clockDate(), ...(asOf !== undefined && { until: asOf }), without, assumed, grades, dependence, pool, ...(extremise !== undefined && { extremise }) });
  refuseUnknown(assessment, file, { without, assumed });
  if (!assessment.forecast) {
    process.stderr.write(`rapporteur: ${file} gives nothing to compute: it needs scenarios with probabilities, or hypotheses with tests.\n`);
    process.exitCode = 1;
    return;
  }
  if (asOf === undefined) warnOfTheFuture(assessment);
  const forecast = { ...assessment.forecast, notes: [...assessment.forecast.notes, ...dayNotes(assessment, asOf)] } satisfies Forecast;
  process.stdout.write(options.json ? `${JSON.stringify(forecastJson(forecast), null, 2)}\n` : forecastText(assessment, forecast));
}

/** Items dated after the clock's day count like all others; whoever wrote a wrong year should see it. Not part of the output, which does not depend on the clock. */
function warnOfTheFuture({ findings }: Assessment): void {
  for (const { what } of findings.filter(({ rule }) => rule.endsWith("/future-observation"))) process.stderr.write(`rapporteur: ${what}\n`);
}

/** What a reader must know where the day asked for lies outside the time for which the document was written. */
function dayNotes({ scene }: Assessment, day: string | undefined): readonly string[] {
  const { asOf, resolves } = scene.document;
  if (day === undefined) return [];
  return [
    ...(asOf !== undefined && day < asOf ? [`The day asked for, ${writtenDate(day)}, is before that of the document, ${writtenDate(asOf)}: later observations are left out, but all else is as the document knew it on its own day.`] : []),
    ...(resolves !== undefined && day > resolves ? [`The day asked for, ${writtenDate(day)}, is after the question resolves, ${writtenDate(resolves)}.`] : []),
  ];
}

function readAssumption(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1).replace("-", " ")];
}

function refuseUnknown(assessment: Assessment, file: string, asked: { readonly without: readonly string[]; readonly assumed: ReadonlyMap<string, string> }): void {
  const known = droppableIds(assessment);
  const unknown = asked.without.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UsageProblem(`${file} has no source, observation, indicator, assumption, test or forecaster called ${unknown}.`);
  for (const [id, state] of asked.assumed) {
    if (!canAssume(assessment, id, state)) throw new UsageProblem(`${file} has no ${/crossed/u.test(state) ? "indicator" : "assumption"} called ${id}.`);
  }
}
