import { clockDate, loadAssessment } from "#cli/load";
import { writtenDate } from "#kit/date";
import { coloursFor, fold, widthOf } from "#cli/terminal";
import { groupBy } from "#kit/group";
import type { Assessment } from "#workbench/assess";
import { compareAssessments, type Change } from "#workbench/compare";

/** Prints what changed between two editions; exit code 0 whether or not something did. */
export function diffCommand(before: string, after: string, options: { readonly json?: boolean }): void {
  const today = clockDate();
  const [first, second] = [loadAssessment(before, { today }), loadAssessment(after, { today })];
  for (const doubt of doubts([before, first], [after, second])) process.stderr.write(`rapporteur: ${doubt}\n`);
  const changes = compareAssessments(first, second);
  process.stdout.write(options.json ? `${JSON.stringify(changes, null, 2)}\n` : diffText(changes));
}

type Edition = readonly [file: string, assessment: Assessment];

/** Why the two may not be what a comparison of editions asks for, in sentences. */
function doubts([before, first]: Edition, [after, second]: Edition): readonly string[] {
  const [from, to] = [first.scene.document.asOf, second.scene.document.asOf];
  const [asked, askedThen] = [questionOf(first), questionOf(second)];
  return [
    ...(from !== undefined && to !== undefined && to < from ? [`${after} is as of ${writtenDate(to)}, before ${before} as of ${writtenDate(from)}; name the earlier edition first.`] : []),
    ...(asked !== "" && askedThen !== "" && asked !== askedThen ? [`${before} and ${after} ask different questions, so they may be no editions of one assessment.`] : []),
  ];
}

/** Apart from case and white space, which say nothing of what is asked. */
const questionOf = ({ outline }: Assessment): string => (outline.frontMatter.question ?? "").trim().replace(/\s+/gu, " ").toLowerCase();

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
  coalition: "Coalitions",
  forum: "Forums",
  counterargument: "Counterarguments",
  limitation: "Limitations",
  vote: "Votes",
  simulation: "Simulation",
  outcome: "From outcomes to scenarios",
  event: "Events",
  source: "Sources",
  change: "Change log",
};

function diffText(changes: readonly Change[]): string {
  if (changes.length === 0) return "Both editions say the same.\n";
  const colours = coloursFor(process.stdout);
  const groups = [...groupBy(changes, ({ kind }) => kind)];
  const groupText = (list: readonly Change[]): string => [...groupBy(list, ({ id }) => id).values()].map(entryText).join("\n");
  return `${groups.map(([kind, list]) => `${colours.bold(titles[kind])}\n${groupText(list)}`).join("\n\n")}\n`;
}

const indent = "      ";
const wrapped = (text: string, room = indent): string => `${room}${fold(text, widthOf(process.stdout) - room.length, room)}`;

/** An entry with everything that changed in it, and the reason once. */
function entryText(changes: readonly Change[]): string {
  const colours = coloursFor(process.stdout);
  const { what = "changed", id = "", title = "", why } = changes[0] ?? {};
  const sign = { added: colours.green("+"), removed: colours.red("-"), changed: colours.yellow("~") }[what];
  const short = title.length > 72 ? `${title.slice(0, 70).trimEnd()} …` : title;
  const reason = why === undefined && !needsReason(changes) ? [] : [colours.dim(wrapped(`why: ${why ?? "the change log gives no reason"}`))];
  return [`  ${sign} ${title === id || title === "" ? id : `${id}  ${short}`}`, ...changes.flatMap(factLines), ...reason].join("\n");
}

/** ICD 203, tradecraft standard 7: a judgement that changed says why. */
const needsReason = (changes: readonly Change[]): boolean => changes.some(({ kind, what }) => what === "changed" && (kind === "judgement" || kind === "scenario"));

function factLines({ what, fact, from, to }: Change): readonly string[] {
  if (what !== "changed") return (to ?? from) === undefined ? [] : [wrapped(to ?? from ?? "")];
  if (fact === "text") return [wrapped(`was: ${from ?? ""}`), wrapped(`now: ${to ?? ""}`)];
  return [wrapped(`${fact}: ${from ?? "not given"} → ${to ?? "no longer given"}`)];
}
