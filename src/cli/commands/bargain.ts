import { bargainText } from "#cli/bargain-text";
import { readTextFile } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { readSpatialCase } from "#exchange/spatial/read-case";
import { bargain, bargainProblem, type BargainModel } from "#workbench/bargaining/bargain";

interface BargainCommandOptions {
  readonly model: BargainModel;
  readonly rounds?: number;
  readonly json?: boolean;
}

/** Prints what a text on each issue of a file will say. */
export function bargainCommand(file: string, { model, rounds, json }: BargainCommandOptions): void {
  if (rounds !== undefined && model === "mean") throw new UsageProblem("`--rounds` belongs to `--model challenge`; the mean has none.");
  const reading = readSpatialCase(readTextFile(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file}, line ${reading.line}: ${reading.what}.`);
  const options = { model, rounds: rounds ?? 10 };
  const problem = bargainProblem(reading.case, options);
  if (problem !== undefined) throw new UsageProblem(`${file}: ${problem}`);
  const result = bargain(reading.case, options);
  const told = { ...result, notes: [...reading.notes, ...result.notes] };
  process.stdout.write(json === true ? `${JSON.stringify(told, null, 2)}\n` : bargainText(told));
}
