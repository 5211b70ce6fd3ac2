import { readTextFile } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { readEvidence } from "#exchange/network/read-evidence";
import { readNetwork } from "#exchange/network/read-network";

/** Reads a network and says on stderr what was changed in it. */
export function loadNetwork(file: string) {
  if (!/\.bif$/iu.test(file)) throw new UsageProblem(`${file} should end in .bif.`);
  const reading = readNetwork(readTextFile(file), "bif");
  if (reading.kind === "unreadable") throw new UsageProblem(`${file}:${reading.line}:${reading.column}: ${reading.what}`);
  for (const note of reading.notes) process.stderr.write(`rapporteur: ${file}: ${note}\n`);
  return reading.network;
}

/** Reads what is known; nothing where no file is named. */
export function loadEvidence(file: string | undefined) {
  if (file === undefined) return { observed: {}, likelihoods: {} };
  const reading = readEvidence(readTextFile(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file} ${reading.what}.`);
  return reading.evidence;
}
