import { clockDate, loadAssessment } from "#cli/load";
import { coloursFor, fold, widthOf } from "#cli/terminal";
import { groupBy } from "#kit/group";
import { compareAssessments, type Change } from "#workbench/compare";

/** Prints what changed between two editions; exit code 0 whether or not something did. */
export function diffCommand(before: string, after: string, options: { readonly json?: boolean }): void {
  const today = clockDate();
  const changes = compareAssessments(loadAssessment(before, { today }), loadAssessment(after, { today }));
  process.stdout.write(options.json ? `${JSON.stringify(changes, null, 2)}\n` : diffText(changes));
}

const titles: Readonly<Record<Change["kind"], string>> = {
  document: "The document",
  forecast: "Computed forecast",
  scenario: "Scenarios",
  judgement: "Key findings",
  hypothesis: "Hypotheses",
  assumption: "Key assumptions",
  indicator: "Indicators",
  observation: "Observations",
  test: "Tests",
  step: "Mechanism",
  actor: "Actors",
  forum: "Forums",
  counterargument: "Counterarguments",
  limitation: "Limitations",
  source: "Sources",
  change: "Change log",
};

function diffText(changes: readonly Change[]): string {
  if (changes.length === 0) return "Both editions say the same.\n";
  const colours = coloursFor(process.stdout);
  const groups = [...groupBy(changes, ({ kind }) => kind)];
  return `${groups.map(([kind, list]) => [colours.bold(titles[kind]), ...list.map(changeText)].join("\n")).join("\n\n")}\n`;
}

function changeText({ what, id, title, fact, from, to, why }: Change): string {
  const colours = coloursFor(process.stdout);
  const indent = "      ";
  const sign = { added: colours.green("+"), removed: colours.red("-"), changed: colours.yellow("~") }[what];
  const name = fact === "text" || title === id ? id : `${id}  ${title}`;
  const wrap = (text: string): string => `${indent}${fold(text, widthOf(process.stdout) - indent.length, indent)}`;
  const lines = what === "changed" ? [wrap(`${fact}: ${from ?? "not given"} → ${to ?? "no longer given"}`)] : [to ?? from].flatMap((text) => (text === undefined ? [] : [wrap(text)]));
  return [`  ${sign} ${fold(name, widthOf(process.stdout) - 4, indent)}`, ...lines, ...(why === undefined ? [] : [colours.dim(wrap(`why: ${why}`))])].join("\n");
}
