import { readTextFile } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { readEvidence } from "#exchange/network/read-evidence";
import { readIntervals } from "#exchange/network/read-intervals";
import { networkFormatOf, readNetwork, type NetworkFormat } from "#exchange/network/formats";

/** Reads a network and says on stderr what was changed in it. */
export const loadNetwork = (file: string) => readWhole(file).network;

/** The same, and what the file says that the network does not hold. */
export function readWhole(file: string) {
  const reading = readNetwork(readTextFile(file), formatOf(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file}:${reading.line}:${reading.column}: ${reading.what}`);
  sayNotes(file, reading.notes);
  return reading;
}

/** The format of a network's file, by its ending. */
export function formatOf(file: string): NetworkFormat {
  const format = networkFormatOf(file);
  if (format === undefined) throw new UsageProblem(`${file} should end in .bif, .net, .xmlbif, .xdsl or .uai.`);
  return format;
}

/** Reads what is known; nothing where no file is named. */
export function loadEvidence(file: string | undefined) {
  if (file === undefined) return { observed: {}, likelihoods: {} };
  const reading = readEvidence(readTextFile(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file} ${reading.what}.`);
  sayNotes(file, reading.notes);
  return reading.evidence;
}

/** The same for a question about one variable; says that what is known of that itself does not count. */
export function loadEvidenceBeside(file: string | undefined, target: string) {
  const evidence = loadEvidence(file);
  if (file !== undefined && (Object.hasOwn(evidence.observed, target) || Object.hasOwn(evidence.likelihoods, target))) sayNotes(file, [`What it says of ${target} itself is left out.`]);
  return evidence;
}

/** Reads the intervals of tables. */
export function loadIntervals(file: string) {
  const reading = readIntervals(readTextFile(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file} ${reading.what}.`);
  return reading.boxes;
}

/** What a file could not carry, or what was changed in it, on stderr. */
export function sayNotes(file: string, notes: readonly string[]): void {
  for (const note of notes) process.stderr.write(`rapporteur: ${file}: ${note}\n`);
}
