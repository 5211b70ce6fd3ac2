import type { LocatedFinding, Severity } from "#model/finding";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** A finding as a workflow command of GitHub Actions, which shows it beside the line. */
export function githubAnnotation({ file, rule, severity, what, remedy, line, column, endLine, endColumn }: LocatedFinding): string {
  const place = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(rule)}`;
  return `::${commands[severity]} ${place}::${message(`${what} ${remedy}`)}`;
}

const message = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
