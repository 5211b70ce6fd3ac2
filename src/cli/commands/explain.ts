import { explanationText } from "#cli/explain-text";
import { loadForecast, sayNothingToCompute, type AskedForecast } from "#cli/load-forecast";
import { UsageProblem } from "#cli/problem";
import { nearestTo } from "#kit/edit-distance";
import { explain, explainableIds } from "#workbench/explain/explain";

interface ExplainOptions extends AskedForecast {
  readonly json?: boolean;
}

/** Prints where a number of the forecast comes from; exit code 1 where the document gives nothing to compute. */
export function explainCommand(file: string, id: string, asked: ExplainOptions): void {
  const { assessment, options } = loadForecast(file, asked);
  if (!assessment.forecast) return sayNothingToCompute(file);
  const explanation = explain(assessment, options, id);
  if (!explanation) throw new UsageProblem(`${file} has no entry called ${id}; ${suggestion(id, explainableIds(assessment))}.`);
  process.stdout.write(asked.json ? `${JSON.stringify(explanation, null, 2)}\n` : explanationText(explanation));
}

function suggestion(id: string, ids: readonly string[]): string {
  const near = ids.find((one) => one.toLowerCase() === id.toLowerCase()) ?? nearestTo(id, ids, Math.min(2, id.length - 1));
  return near === undefined ? `it has ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " and more" : ""}` : `the nearest is ${near}`;
}
