import { refuseOverwriting, writeWhole } from "#cli/files";
import { sayConflict, sayImpossible } from "#cli/impossible-evidence";
import { formatOf, loadEvidence, loadEvidenceBeside, loadNetwork, readWhole, sayNotes } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { networkFormatOf, writeNetwork, type NetworkFormat } from "#exchange/network/formats";
import { watchlistOf, type Watchlist } from "#workbench/network/analyse";
import { influenceOn, type NetworkInfluences } from "#workbench/network/influence";
import { queryNetwork, type NetworkAnswer } from "#workbench/network/query";

type Possible = Extract<NetworkAnswer, { readonly kind: "possible" }>;

interface QueryOptions {
  readonly evidence?: string;
  readonly node?: readonly string[];
  readonly mpe?: boolean;
  readonly effort?: number;
  readonly json?: boolean;
}

/** Prints the posteriors of a network; exit code 1 where the evidence cannot be true. */
export function queryCommand(file: string, { evidence, node, mpe = false, effort, json }: QueryOptions): void {
  const answer = queryNetwork(loadNetwork(file), loadEvidence(evidence), { ...(node && { nodes: node }), mostProbable: mpe, ...(effort !== undefined && { effort }) });
  if (answer.kind === "refused") throw new UsageProblem(answer.problem);
  if (answer.kind === "impossible") sayConflict(answer.conflict);
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
  readonly effort?: number;
  readonly evidence?: string;
  readonly json?: boolean;
}

/** Prints what each finding does to the posterior of a target, the strongest first. */
export function influenceCommand(file: string, { target, evidence, effort, json }: TargetOptions): void {
  const influences = influenceOn(loadNetwork(file), loadEvidenceBeside(evidence, target), { target, ...(effort !== undefined && { effort }) });
  if (influences.kind === "refused") throw new UsageProblem(influences.problem);
  if (influences.kind === "impossible") return sayImpossible(influences, { target, ...(json && { json }) });
  const { kind: _, ...shown } = influences;
  process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : influenceText(influences));
}

function influenceText({ target, posterior, findings, conflict }: NetworkInfluences): string {
  const colours = coloursFor(process.stdout);
  const shares = (values: Readonly<Record<string, number>>): string => Object.entries(values).map(([state, p]) => `${state} ${p.toFixed(4)}`).join("  ");
  const lines = findings.map(({ node, without, decibels }) => {
    const weights = Object.entries(decibels).map(([state, value]) => `${state} ${value === null ? "out" : `${fixed(value, 1)} dB`}`);
    return `  without ${node}: ${shares(without)}\n    ${colours.dim(`its weight: ${weights.join("  ")}`)}`;
  });
  if (findings.length === 0) lines.push("  there are no findings beside it, so there is nothing to leave out");
  return `${colours.bold(`${target}: ${shares(posterior)}`)}\n${lines.join("\n")}\n${findings.length > 1 ? conflictText(conflict) : ""}`;
}

/** Findings that have nothing to do with one another differ from 0 by rounding alone. */
function conflictText(conflict: number): string {
  const verdict = Math.abs(conflict) < 1e-9 ? "they have nothing to do with one another" : conflict > 0 ? "they pull apart" : "they support one another";
  return `conflict of the findings: ${fixed(conflict, 4)} (${verdict})\n`;
}

/** A number without the minus sign that rounding leaves before a zero. */
const fixed = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(?=[0.]+$)/u, "");

/** Prints what it is worth to learn each variable, the most telling first. */
export function voiCommand(file: string, { target, evidence, effort, json }: TargetOptions): void {
  const watchlist = watchlistOf(loadNetwork(file), loadEvidenceBeside(evidence, target), { target, ...(effort !== undefined && { effort }) });
  if (watchlist.kind === "refused") throw new UsageProblem(watchlist.problem);
  if (watchlist.kind === "impossible") return sayImpossible(watchlist, { target, ...(json && { json }) });
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
  if (output !== undefined) refuseUnsuited(file, output, format);
  const { network, notCarried } = readWhole(file);
  const { text, notes } = writeNetwork(network, format);
  if (output === undefined) process.stdout.write(text);
  else writeWhole(output, text);
  sayNotes(file, notCarried);
  sayNotes(output ?? format, notes);
}

/** An output that is the input, or whose ending would be read as another format. */
function refuseUnsuited(file: string, output: string, format: NetworkFormat): void {
  refuseOverwriting(file, output);
  const ending = networkFormatOf(output);
  if (ending !== undefined && ending !== format) throw new UsageProblem(`${output} would be read as ${ending}, and --to says ${format}; change one of them.`);
}
