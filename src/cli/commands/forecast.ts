import { forecastText } from "#cli/forecast-text";
import { loadForecast, sayNothingToCompute, type AskedForecast } from "#cli/load-forecast";
import { writtenDate } from "#kit/date";
import type { Forecast } from "#model/forecast";
import type { Assessment } from "#workbench/assess";
import { forecastJson } from "#workbench/forecast/json";

interface ForecastCommandOptions extends AskedForecast {
  readonly json?: boolean;
}

/** Prints the forecast; exit code 1 where the document gives nothing to compute. */
export function forecastCommand(file: string, options: ForecastCommandOptions): void {
  const { asOf } = options;
  const { assessment } = loadForecast(file, options);
  if (!assessment.forecast) return sayNothingToCompute(file);
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
