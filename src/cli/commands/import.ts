import { readTextFile, refuseOverwriting, writeWhole } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { coloursFor, fold, widthOf } from "#cli/terminal";
import { importDocument, type ImportAccount } from "#workbench/import";
import { knownSections } from "#workbench/vocabulary";

interface ImportOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** Writes the assessment to the output and the account to stdout; without an output the assessment goes to stdout, the account to stderr. */
export function importCommand(file: string, { output, json }: ImportOptions): void {
  const text = readTextFile(file);
  if (output !== undefined) refuseOverwriting(file, output);
  const { markdown, account } = importDocument(text);
  if (!account.sections.some(({ role }) => role !== "rest")) {
    throw new UsageProblem(`${file} has no section that is known here (${knownSections().slice(0, 4).join(", ")}, ...); nothing was written. Headings must be in English.`);
  }
  if (output !== undefined) writeWhole(output, markdown);
  if (json) process.stdout.write(`${JSON.stringify(account, null, 2)}\n`);
  else if (output !== undefined) process.stdout.write(accountText(account, process.stdout) + `${output} written.\n`);
  else {
    process.stdout.write(markdown);
    process.stderr.write(accountText(account, process.stderr));
  }
}

/** One entry, several entries. */
const entryNames: Readonly<Record<string, readonly [string, string]>> = {
  judgement: ["key finding", "key findings"],
  actor: ["actor", "actors"],
  forum: ["forum", "forums"],
  vote: ["roll call", "roll calls"],
  step: ["mechanism step", "mechanism steps"],
  hypothesis: ["hypothesis", "hypotheses"],
  test: ["test", "tests"],
  assumption: ["key assumption", "key assumptions"],
  counterargument: ["counterargument", "counterarguments"],
  indicator: ["indicator", "indicators"],
  observation: ["observation", "observations"],
  scenario: ["scenario", "scenarios"],
  limitation: ["limitation", "limitations"],
  source: ["source", "sources"],
  change: ["change", "changes"],
};

const counted = (count: number, [one, several]: readonly [string, string]): string => `${count} ${count === 1 ? one : several}`;

function accountText({ sections, entries, damage, contradictions }: ImportAccount, stream: NodeJS.WriteStream): string {
  const colours = coloursFor(stream);
  const list = Object.entries(entries).map(([kind, count]) => counted(count, entryNames[kind] ?? [kind, kind]));
  const block = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : `${colours.bold(title)}\n${lines.join("\n")}\n`);
  const wrap = (text: string): string => fold(text, widthOf(stream) - 8, "        ");
  return [
    `${counted(sections.length, ["section", "sections"])}: ${fold(list.join(", "), widthOf(stream) - 4)}\n`,
    block("Damaged places", damage.map(({ line, kind, text, what }) => `  ${`line ${line}`.padEnd(9)} ${colours.yellow(kind)}\n        ${wrap(`"${text.slice(0, 90)}": ${what}`)}`)),
    block("Contradictions", contradictions.map(({ what, places }) => `  ${fold(what, widthOf(stream) - 2, "  ")}\n${places.map(({ line, text }) => `        ${wrap(`line ${line}: ${text}`)}`).join("\n")}`)),
  ].join("");
}
