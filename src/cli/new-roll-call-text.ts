import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { percent } from "#kit/number-text";
import type { NewRollCallPrediction } from "#workbench/votes/new-roll-call";

/** How many voters are listed at most. */
const most = 40;

/** The forecast of a new roll call as a person reads it on a terminal. */
export function newRollCallText({ known, voters, unplaced, knownWithoutPlace, expected, like, effective, model, seed }: NewRollCallPrediction): string {
  const { bold, dim } = coloursFor(process.stdout);
  const width = widthOf(process.stdout);
  const doubtful = voters.filter(({ yes }) => yes < 0.9).toSorted((a, b) => a.yes - b.yes);
  const rows = doubtful.slice(0, most).map(({ id, yes, abstain, no, present }) => `  ${id.padEnd(12)} ${[yes, abstain, no].map((p) => percent(p).padStart(8)).join("")} ${(present === undefined ? "" : percent(present)).padStart(8)}  ${bar(yes, 12)}`);
  const heads = dim(`  ${"".padEnd(12)} ${["yes", "abstain", "no"].map((word) => word.padStart(8)).join("")} ${"present".padStart(8)}`);
  const totals = (["yes", "abstain", "no"] as const).map((answer) => `  ${answer.padEnd(12)} ${expected[answer].mean.toFixed(1).padStart(6)}  ${dim(`${expected[answer].low} to ${expected[answer].high}`)}`);
  const likest = like.map(({ id, resolution, date, title, share }) => `  ${fold(`${percent(share)} ${[...new Set([resolution ?? id, date, title])].filter(Boolean).join(" · ")}`, width - 2, "  ")}`);
  const parts = [
    [bold(`A new roll call, from ${known.length} known ${known.length === 1 ? "answer" : "answers"}`), `  ${fold(known.map(({ id, answer }) => `${id} ${answer}`).join(", "), width - 2, "  ")}`],
    [bold("Expected totals, known answers counted; four outcomes of five lie in the interval"), ...totals],
    rows.length === 0 ? [] : [bold("Voters less than 90% sure to say yes if they vote"), heads, ...rows, ...(doubtful.length > most ? [dim(`  ... and ${doubtful.length - most} more (\`--json\` has all)`)] : [])],
    unplaced.length === 0 ? [] : [bold("Without a place: no answer in these sessions, in no total"), `  ${fold(unplaced.join(" "), width - 2, "  ")}`],
    knownWithoutPlace.length === 0 ? [] : [bold("Known, but without a place: counted in the totals, telling nothing of the others"), `  ${fold(knownWithoutPlace.join(" "), width - 2, "  ")}`],
    [bold("Most like, by the share of the belief about it"), ...likest],
    [dim(fold(`Places on ${model.dimensions} ${model.dimensions === 1 ? "axis" : "axes"} and readiness from ${model.rollCalls} roll calls of ${model.sessions.length} ${model.sessions.length === 1 ? "session" : "sessions"}; worth ${effective.toFixed(0)} independent draws; seed ${seed}.`, width))],
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
