import { readTextFile } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { readEvidence } from "#exchange/network/read-evidence";
import { readNetwork, type NetworkReading } from "#exchange/network/read-network";
import { queryNetwork, type NetworkAnswer } from "#workbench/network";

type Possible = Extract<NetworkAnswer, { readonly kind: "possible" }>;

interface QueryOptions {
  readonly evidence?: string;
  readonly node?: readonly string[];
  readonly mpe?: boolean;
  readonly json?: boolean;
}

/** Prints the posteriors of a network; exit code 1 where the evidence cannot be true. */
export function queryCommand(file: string, { evidence, node, mpe = false, json }: QueryOptions): void {
  const answer = queryNetwork(loadNetwork(file).network, loadEvidence(evidence), { ...(node && { nodes: node }), mostProbable: mpe });
  if (answer.kind === "refused") throw new UsageProblem(answer.problem);
  if (answer.kind === "impossible") {
    process.stderr.write(`rapporteur: the evidence cannot be true under the network: ${answer.conflict.join(", ")} contradict it or one another.\n`);
    process.exitCode = 1;
  }
  if (json) process.stdout.write(`${JSON.stringify(answerJson(answer), null, 2)}\n`);
  else if (answer.kind === "possible") process.stdout.write(posteriorsText(answer));
}

/** Reads a network and says on stderr what was changed in it. */
function loadNetwork(file: string): Extract<NetworkReading, { readonly kind: "read" }> {
  if (!/\.bif$/iu.test(file)) throw new UsageProblem(`${file} should end in .bif.`);
  const reading = readNetwork(readTextFile(file), "bif");
  if (reading.kind === "unreadable") throw new UsageProblem(`${file}:${reading.line}:${reading.column}: ${reading.what}`);
  for (const note of reading.notes) process.stderr.write(`rapporteur: ${file}: ${note}\n`);
  return reading;
}

function loadEvidence(file: string | undefined) {
  if (file === undefined) return { observed: {}, likelihoods: {} };
  const reading = readEvidence(readTextFile(file));
  if (reading.kind === "unreadable") throw new UsageProblem(`${file} ${reading.what}.`);
  return reading.evidence;
}

const answerJson = (answer: Exclude<NetworkAnswer, { readonly kind: "refused" }>) =>
  answer.kind === "possible"
    ? { posteriors: answer.posteriors, logEvidence: answer.logEvidence, ...(answer.mostProbable && { mostProbable: answer.mostProbable }), engine: answer.engine }
    : { posteriors: null, logEvidence: null, conflict: answer.conflict, engine: answer.engine };

function posteriorsText({ posteriors, logEvidence, mostProbable }: Possible): string {
  const colours = coloursFor(process.stdout);
  const width = Math.max(...Object.values(posteriors).flatMap((states) => Object.keys(states).map((state) => state.length)));
  const blocks = Object.entries(posteriors).map(([id, states]) => {
    const lines = Object.entries(states).map(([state, p]) => `  ${state.padEnd(width)}  ${p.toFixed(6)}  ${colours.cyan(bar(p, 24))}`.trimEnd());
    return `${colours.bold(id)}\n${lines.join("\n")}`;
  });
  return `${blocks.join("\n")}\n\nln P(evidence) = ${logEvidence}\n${mostProbable ? explanationText(mostProbable) : ""}`;
}

function explanationText({ states, logProbability, tied }: NonNullable<Possible["mostProbable"]>): string {
  const pairs = Object.entries(states).map(([id, state]) => `${id} = ${state}`);
  return `\nmost probable explanation${tied ? " (others are as probable)" : ""}, ln P = ${logProbability}:\n  ${fold(pairs.join(", "), widthOf(process.stdout) - 2, "  ")}\n`;
}
