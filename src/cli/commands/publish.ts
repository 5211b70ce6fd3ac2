import { composePublication } from "#cli/compose-report";
import { readTextFile, refuseOverwriting, writeWhole } from "#cli/files";
import { clockDate } from "#cli/load";
import { UsageProblem } from "#cli/problem";

interface PublishOptions {
  readonly output: string;
  readonly today?: string;
}

/** Writes the report: a self-contained page, or Markdown. */
export function publishCommand(file: string, { output, today = clockDate() }: PublishOptions): void {
  const format = /\.(html?|md|markdown)$/iu.exec(output)?.[1]?.toLowerCase();
  if (format === undefined) throw new UsageProblem(`${output} should end in .html for a page or in .md for Markdown.`);
  const text = readTextFile(file);
  refuseOverwriting(file, output);
  writeWhole(output, composePublication(file, { text, today, format: format.startsWith("h") ? "html" : "markdown" }));
  process.stdout.write(`${output} written.\n`);
}
