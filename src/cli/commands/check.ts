import { readTextFile, writeWhole } from "#cli/files";
import { clockDate, loadAssessment } from "#cli/load";
import { coloursFor, fold, startProgress, widthOf } from "#cli/terminal";
import { version } from "#cli/version";
import { githubAnnotation } from "#exchange/github";
import { sarifLog } from "#exchange/sarif";
import { atLeast, type LocatedFinding, type Severity } from "#model/finding";
import { locatedFindings, repaired } from "#workbench/findings";
import { allRules } from "#workbench/vocabulary";

type Format = "text" | "json" | "sarif" | "github";
interface CheckOptions {
  readonly format: Format;
  readonly severity: Severity;
  readonly fix?: boolean;
  readonly today?: string;
}

/** Prints the findings of all files; exit code 1 where one is at or above the asked severity. */
export function checkCommand(files: readonly string[], options: CheckOptions): void {
  const progress = startProgress("Checking", files.length);
  const findings = files.flatMap((file) => {
    const found = checkFile(file, options);
    progress.step();
    return found;
  });
  progress.end();
  process.stdout.write(printers[options.format](findings, options.severity));
  if (findings.some(({ severity }) => atLeast(severity, options.severity))) process.exitCode = 1;
}

function checkFile(file: string, { fix, today = clockDate() }: CheckOptions): readonly LocatedFinding[] {
  const assessment = loadAssessment(file, { today });
  if (!fix) return locatedFindings(assessment, file);
  const text = repaired(assessment);
  if (text !== readTextFile(file)) writeWhole(file, text);
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
