import { writeWhole } from "#cli/files";
import { formatOf, loadEvidence, loadNetwork, readWhole, sayNotes } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { writeNetwork, type NetworkFormat } from "#exchange/network/formats";
import { watchlistOf, type Watchlist } from "#workbench/network/analyse";
import { influenceOn, type NetworkInfluences } from "#workbench/network/influence";
import { queryNetwork, type NetworkAnswer } from "#workbench/network/query";

type Possible = Extract<NetworkAnswer, { readonly kind: "possible" }>;

interface QueryOptions {
  readonly evidence?: string;
  readonly node?: readonly string[];
  readonly mpe?: boolean;
  readonly json?: boolean;
}

/** Prints the posteriors of a network; exit code 1 where the evidence cannot be true. */
export function queryCommand(file: string, { evidence, node, mpe = false, json }: QueryOptions): void {
  const answer = queryNetwork(loadNetwork(file), loadEvidence(evidence), { ...(node && { nodes: node }), mostProbable: mpe });
  if (answer.kind === "refused") throw new UsageProblem(answer.problem);
  if (answer.kind === "impossible") {
    process.stderr.write(`rapporteur: the evidence cannot be true under the network: ${answer.conflict.join(", ")} contradict it or one another.\n`);
    process.exitCode = 1;
  }
  if (json) process.stdout.write(`${JSON.stringify(answerJson(answer), null, 2)}\n`);
  else if (answer.kind === "possible") process.stdout.write(posteriorsText(answer));
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

interface TargetOptions {
  readonly target: string;
  readonly evidence?: string;
  readonly json?: boolean;
}

/** Prints what each finding does to the posterior of a target, the strongest first. */
export function influenceCommand(file: string, { target, evidence, json }: TargetOptions): void {
  const influences = influenceOn(loadNetwork(file), loadEvidence(evidence), target);
  if (influences.kind === "refused") throw new UsageProblem(influences.problem);
  const { kind: _, ...shown } = influences;
  process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : influenceText(influences));
}

function influenceText({ target, posterior, findings, conflict }: NetworkInfluences): string {
  const colours = coloursFor(process.stdout);
  const shares = (values: Readonly<Record<string, number>>): string => Object.entries(values).map(([state, p]) => `${state} ${p.toFixed(4)}`).join("  ");
  const lines = findings.map(({ node, without, decibels }) => {
    const weights = Object.entries(decibels).map(([state, value]) => `${state} ${value === null ? "out" : `${value.toFixed(1)} dB`}`);
    return `  without ${node}: ${shares(without)}\n    ${colours.dim(`its weight: ${weights.join("  ")}`)}`;
  });
  const verdict = conflict > 0 ? "they pull apart" : "they support one another";
  return `${colours.bold(`${target}: ${shares(posterior)}`)}\n${lines.join("\n")}\nconflict of the findings: ${conflict.toFixed(4)} (${verdict})\n`;
}

/** Prints what it is worth to learn each variable, the most telling first. */
export function voiCommand(file: string, { target, evidence, json }: TargetOptions): void {
  const watchlist = watchlistOf(loadNetwork(file), loadEvidence(evidence), target);
  if (watchlist.kind === "refused") throw new UsageProblem(watchlist.problem);
  const { kind: _, ...shown } = watchlist;
  process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : watchlistText(watchlist));
}

function watchlistText({ target, entropy, variables }: Watchlist): string {
  const colours = coloursFor(process.stdout);
  const width = Math.max(...variables.map(({ node }) => node.length), 8);
  const lines = variables.map(({ node, bits, quadratic, changesLeader }) => `  ${node.padEnd(width)}  ${bits.toFixed(5)}  ${quadratic.toFixed(5)}  ${changesLeader.toFixed(3)}  ${colours.cyan(bar(entropy > 0 ? bits / entropy : 0, 20))}`.trimEnd());
  return `${colours.bold(`${target} is unknown to ${entropy.toFixed(5)} bits; what learning a variable is expected to tell of it:`)}\n  ${"variable".padEnd(width)}  bits     score    leader changes\n${lines.join("\n")}\n`;
}

/** Writes a network in another format; what that cannot carry is said on stderr. */
export function convertCommand(file: string, { output, to }: { readonly output?: string; readonly to?: NetworkFormat }): void {
  const format = to ?? (output === undefined ? undefined : formatOf(output));
  if (format === undefined) throw new UsageProblem("Say what to write: name a file with --output, or a format with --to.");
  const { network, notCarried } = readWhole(file);
  const { text, notes } = writeNetwork(network, format);
  if (output === undefined) process.stdout.write(text);
  else writeWhole(output, text);
  sayNotes(file, notCarried);
  sayNotes(output ?? format, notes);
}
