import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { problemOf } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { coloursFor } from "#cli/terminal";
import { callsBetween, voteReader, type ImportReport, type RollCalls } from "#workbench/votes/select";

export interface VotesSource {
  readonly from?: string;
  readonly to?: string;
}

export interface LoadedVotes {
  readonly calls: RollCalls;
  readonly report: ImportReport;
}

/** Reads files of roll calls piece by piece (packed with gzip where they end in .gz) and keeps those between two days. */
export async function loadVotes(paths: readonly string[], { from, to }: VotesSource): Promise<LoadedVotes> {
  const reader = voteReader();
  for (const path of paths) await readInto(path, reader.file(path));
  const { calls: everything, report } = reader.finish();
  if (everything.rollCalls.length === 0) throw new UsageProblem(`${paths.join(", ")} ${paths.length > 1 ? "hold" : "holds"} no roll call that could be read. ${reasonsFor(report)}`);
  const calls = callsBetween(everything, { from, to });
  if (calls.rollCalls.length === 0) throw new UsageProblem(`None of the ${everything.rollCalls.length} roll calls is dated between ${from ?? "the beginning"} and ${to ?? "the end"}.`);
  return { calls, report };
}

/** Why nothing was read: the first irregularity of each kind with its place; or that there is nothing but a header, or nothing at all. */
function reasonsFor({ notes, files }: ImportReport): string {
  if (notes.length > 0) return `Skipped: ${notes.map(({ count, text, examples }) => `${text} (${count} in all; ${examples[0] ?? ""})`).join("; ")}.`;
  const bare = files.filter(({ layout }) => layout !== "unknown").map(({ name }) => name);
  return bare.length > 0 ? `${bare.join(", ")} ${bare.length > 1 ? "have" : "has"} a header and nothing below it.` : "Nothing is in it.";
}

/** Reads one file piece by piece. */
export async function readInto(path: string, file: { add(chunk: string): void; end(): void }): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const take = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) file.add(decoded(path, () => decoder.decode(chunk, { stream: true })));
    file.add(decoded(path, () => decoder.decode()));
  };
  try {
    await (path.endsWith(".gz") ? pipeline(createReadStream(path), createGunzip(), take) : pipeline(createReadStream(path), take));
  } catch (error) {
    throw problemOf(path, "read", error);
  }
  file.end();
}

function decoded(path: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new UsageProblem(`${path} is not written in UTF-8, or is no text at all: a picture, a spreadsheet, a packed file without the ending .gz. Save the table as CSV in that encoding.`);
  }
}

/** Fewer roll calls than these say little; ours. */
const few = 10;

/** What was read and what was skipped, on stderr, so that it stands beside every result and in the way of none. */
export function tellImport({ calls, report }: LoadedVotes): void {
  const colours = coloursFor(process.stderr);
  const [yes = 0, abstain = 0, no = 0, absent = 0] = report.ballots;
  const kept = calls.rollCalls.length < report.rollCalls ? `; ${calls.rollCalls.length} of them in the time asked for` : "";
  const lines = [
    `Read ${report.rollCalls} ${report.rollCalls === 1 ? "roll call" : "roll calls"} of ${report.voters} ${report.voters === 1 ? "voter" : "voters"}: ${yes} yes, ${abstain} ${abstain === 1 ? "abstention" : "abstentions"}, ${no} no, ${absent} ${absent === 1 ? "absence" : "absences"}${kept}.`,
    ...(calls.rollCalls.length < few ? [`  ${calls.rollCalls.length} roll ${calls.rollCalls.length === 1 ? "call says" : "calls say"} little of where voters stand: read places by their errors, and blocs and power with the same doubt.`] : []),
    ...report.notes.map(({ outcome, count, text, examples }) => colours.dim(`  ${outcome} ${count}: ${text} (${examples.join("; ")}${count > examples.length ? "; ..." : ""})`)),
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
}
