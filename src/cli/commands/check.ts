import { readTextFile, writeWhole } from "#cli/files";
import { clockDate, loadAssessment } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import { coloursFor, fold, startProgress, widthOf } from "#cli/terminal";
import { version } from "#cli/version";
import { githubAnnotation } from "#exchange/github";
import { sarifLog } from "#exchange/sarif";
import { atLeast, type LocatedFinding, type Severity } from "#model/finding";
import { locatedFindings, repaired, repairedPlaces } from "#workbench/findings";
import { allRules } from "#workbench/vocabulary";

type Format = "text" | "json" | "sarif" | "github";
interface CheckOptions {
  readonly format: Format;
  readonly severity: Severity;
  readonly fix?: boolean;
  readonly today?: string;
}

/** Prints the findings of all files that can be read; exit code 2 where one cannot, 1 where a finding is at or above the asked severity. */
export function checkCommand(files: readonly string[], options: CheckOptions): void {
  const progress = startProgress("Checking", files.length);
  const checked = files.map((file) => {
    const found = findingsOrProblem(file, options);
    progress.step();
    return found;
  });
  progress.end();
  const problems = checked.filter((found) => found instanceof UsageProblem);
  const findings = checked.flatMap((found) => (found instanceof UsageProblem ? [] : found));
  if (problems.length < files.length) process.stdout.write(printers[options.format](findings, options.severity));
  for (const { message } of problems) process.stderr.write(`rapporteur: ${message}\n`);
  if (findings.some(({ severity }) => atLeast(severity, options.severity))) process.exitCode = 1;
  if (problems.length > 0) process.exitCode = 2;
}

/** One file that cannot be read does not keep the others from being checked. */
function findingsOrProblem(file: string, options: CheckOptions): readonly LocatedFinding[] | UsageProblem {
  try {
    return checkFile(file, options);
  } catch (error) {
    if (error instanceof UsageProblem) return error;
    throw error;
  }
}

function checkFile(file: string, { fix, today = clockDate() }: CheckOptions): readonly LocatedFinding[] {
  const assessment = loadAssessment(file, { today });
  if (!fix) return locatedFindings(assessment, file);
  const text = repaired(assessment);
  if (text !== readTextFile(file)) writeWhole(file, text);
  const places = repairedPlaces(assessment);
  process.stderr.write(`rapporteur: ${file}: ${places === 0 ? "nothing" : places === 1 ? "1 place" : `${places} places`} repaired.\n`);
  return locatedFindings(loadAssessment(file, { today }), file);
}

const printers: Readonly<Record<Format, (findings: readonly LocatedFinding[], severity: Severity) => string>> = {
  text: asText,
  json: (findings) => `${JSON.stringify(findings, null, 2)}\n`,
  sarif: (findings) => `${JSON.stringify(sarifLog(findings, allRules, version), null, 2)}\n`,
  github: (findings, severity) => findings.filter((finding) => atLeast(finding.severity, severity)).map((finding) => `${githubAnnotation(finding)}\n`).join(""),
};

function asText(findings: readonly LocatedFinding[], floor: Severity): string {
  const colours = coloursFor(process.stdout);
  const shown = findings.filter(({ severity }) => atLeast(severity, floor));
  const files = [...new Set(shown.map(({ file }) => file))];
  const parts = files.map((file) => `${colours.underline(file)}\n${shown.filter((finding) => finding.file === file).map(findingText).join("\n")}\n`);
  return `${parts.join("\n")}${shown.length > 0 ? "\n" : ""}${summary(shown, findings.length - shown.length)}\n`;
}

function findingText({ line, column, severity, rule, what, why, remedy, standard, fixable }: LocatedFinding): string {
  const colours = coloursFor(process.stdout);
  const tint = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
  const indent = "      ";
  const width = widthOf(process.stdout) - indent.length;
  const detail = (text: string): string => `${indent}${colours.dim(fold(text, width, indent))}`;
  const head = `  ${`${line}:${column}`.padEnd(8)}${tint(severity.padEnd(8))}${colours.bold(rule)}${fixable ? colours.green("  (--fix)") : ""}`;
  return [head, `${indent}${fold(what, width, indent)}`, detail(why), detail(`${remedy} [${standard}]`)].join("\n");
}

function summary(shown: readonly LocatedFinding[], hidden: number): string {
  const count = (severity: Severity, one: string): string => {
    const number = shown.filter((finding) => finding.severity === severity).length;
    return number === 0 ? "" : `${number} ${one}${number === 1 ? "" : "s"}`;
  };
  const counted = [count("error", "error"), count("warning", "warning"), count("info", "remark")].filter((text) => text !== "").join(", ");
  const more = hidden > 0 ? ` (${hidden} more of lower severity: --severity info)` : "";
  return `${counted === "" ? "Nothing to complain about." : counted}${more}`;
}
