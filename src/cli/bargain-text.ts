import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { percent } from "#kit/number-text";
import type { Bargain, BargainChallenge, BargainIssue } from "#workbench/bargaining/bargain";

/** What a text on each issue will say, as a person reads it on a terminal. */
export function bargainText({ title, description, issues, notes, engine }: Bargain): string {
  const { bold, dim } = coloursFor(process.stdout);
  const actors = new Set(issues.flatMap((issue) => issue.actors)).size;
  const facts = [description, `${actors} ${actors === 1 ? "actor" : "actors"}`, `${issues.length} ${issues.length === 1 ? "issue" : "issues"}`].filter((fact) => fact !== "");
  const head = [...(title === "" ? [] : [bold(fold(title, widthOf(process.stdout)))]), dim(fold(facts.join(" · "), widthOf(process.stdout)))].join("\n");
  const foot = dim(fold(`Intervals are those that held as many of 353 decisions of the European Union (docs/reference/validation.md); whether others decide alike is not known. Each issue is reckoned by itself. Engine ${engine.version}.`, widthOf(process.stdout)));
  return `${[head, ...issues.flatMap(issueParts), section("Notes", notes.map(wrapped)), foot].filter((part) => part !== "").join("\n\n")}\n`;
}

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : [coloursFor(process.stdout).bold(title), ...lines].join("\n"));

const wrapped = (text: string): string => `  ${fold(text, widthOf(process.stdout) - 4, "    ")}`;

function issueParts(issue: BargainIssue): readonly string[] {
  const { actors, low, high, compromise, median, intervals, held, challenge } = issue;
  const number = numberFor(high - low);
  const { dim, cyan } = coloursFor(process.stdout);
  const answers = [
    `  compromise   ${number(compromise).padStart(9)}  ${dim("mean of the positions by capability times salience")}`,
    `  best guess   ${number(median).padStart(9)}  ${dim("median of the forecast")}`,
    ...intervals.map(({ level, low: from, high: to }) => `  ${percent(level)} within   ${number(from)} to ${number(to)}`),
  ];
  const most = greatest(held.map(({ pull }) => pull));
  const shown = held.toSorted((one, other) => other.pull - one.pull).slice(0, 10).toSorted((one, other) => one.position - other.position);
  const room = widthOf(process.stdout) - 36;
  const positions = shown.map(({ position, weight, pull, actors: holders }) => `  ${number(position).padStart(9)} ${percent(weight).padStart(7)}  ${cyan(bar(pull / most, 12))}  ${dim(shortList(holders, room))}`.trimEnd());
  const more = held.length > shown.length ? [dim(`  and ${held.length - shown.length} other positions`)] : [];
  return [section(`${issue.issue || "Issue"} (${low === high ? `all at ${number(low)}` : `positions from ${number(low)} to ${number(high)}`})`, answers), [`  Positions held, share of the weight, pull`, ...positions, ...more].join("\n"), ...(challenge ? [challengeText(challenge, actors, number)] : [])];
}

/** A list may be longer than a call may have arguments. */
const greatest = (values: readonly number[], least = 0): number => values.reduce((most, value) => Math.max(most, value), least);

/** As many decimals as a hundredth of the range of an issue needs, and one more. */
function numberFor(range: number): (value: number) => string {
  const decimals = range > 0 ? Math.max(1, Math.min(6, 2 - Math.floor(Math.log10(range)))) : 1;
  return (value) => String(Number(value.toFixed(decimals)));
}

function shortList(names: readonly string[], room: number): string {
  const text = names.join(", ");
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
}

/** Most columns of rounds that a table has. */
const columns = 10;

function challengeText({ caveat, rounds, settled, period }: BargainChallenge, actors: readonly string[], number: (value: number) => string): string {
  const { dim, yellow } = coloursFor(process.stdout);
  const last = rounds.length - 1;
  const shown = rounds.map((_, round) => round).filter((round) => round < columns - 1 || round === last);
  const width = Math.min(24, greatest(actors.map(({ length }) => length), 5));
  const rows = [
    { name: "round", values: shown.map(String) },
    ...actors.map((name, actor) => ({ name, values: shown.map((round) => number(rounds[round]?.positions[actor] ?? Number.NaN)) })),
    { name: "mean", values: shown.map((round) => number(rounds[round]?.mean ?? Number.NaN)) },
  ];
  const room = 2 + greatest(rows.flatMap(({ values }) => values.map(({ length }) => length)));
  const table = rows.map(({ name, values }) => `    ${shortList([name], width).padEnd(width)} ${values.map((value) => value.padStart(room)).join("")}`);
  return ["  Challenges, round by round", yellow(wrapped(caveat)), ...table, dim(wrapped(restText(settled, period, last)))].join("\n");
}

function restText(settled: number | null, period: number | null, last: number): string {
  if (settled !== null) return settled === 0 ? "Nobody moves." : `Nobody moves after round ${settled}.`;
  return period === null ? `Still moving in round ${last}.` : `The same positions return every ${period} rounds: the model has no outcome here.`;
}
