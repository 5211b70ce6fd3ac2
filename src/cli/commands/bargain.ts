import { bargainText } from "#cli/bargain-text";
import { readTextFile } from "#cli/files";
import { loadText } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import { readSpatialCase } from "#exchange/spatial/read-case";
import { bargain, bargainProblem, type BargainModel } from "#workbench/bargaining/bargain";
import { caseOfDocument } from "#workbench/bargaining/case-of-document";
import type { SpatialCase } from "#model/spatial-case";

interface BargainCommandOptions {
  readonly model: BargainModel;
  readonly rounds?: number;
  readonly json?: boolean;
}

/** Prints what a text on each issue of a file will say; exit code 1 where an assessment gives nothing to reckon. */
export function bargainCommand(file: string, { model, rounds, json }: BargainCommandOptions): void {
  if (rounds !== undefined && model === "mean") throw new UsageProblem("`--rounds` belongs to `--model challenge`; the mean has none.");
  const read = readCase(file);
  if (typeof read === "string") {
    process.stderr.write(`rapporteur: ${file} gives nothing to reckon: ${read}.\n`);
    process.exitCode = 1;
    return;
  }
  const options = { model, rounds: rounds ?? 10 };
  const problem = bargainProblem(read.case, options);
  if (problem !== undefined) throw new UsageProblem(`${file}: ${problem}`);
  const result = bargain(read.case, options);
  const told = { ...result, notes: [...read.notes, ...result.notes] };
  process.stdout.write(json === true ? `${JSON.stringify(told, null, 2)}\n` : bargainText(told));
}

/** The actors of an assessment (Markdown), or of a file that other programs read; a sentence where an assessment has none. */
function readCase(file: string): { readonly case: SpatialCase; readonly notes: readonly string[] } | string {
  const text = readTextFile(file, "an assessment in Markdown, or a table saved as CSV, or KTAB's XML");
  if (/\.(?:md|markdown)$/iu.test(file)) return caseOfDocument(loadText(file, text, {}));
  const reading = readSpatialCase(text);
  if (reading.kind === "unreadable") throw new UsageProblem(`${file}, line ${reading.line}: ${reading.what}.`);
  return reading;
}
