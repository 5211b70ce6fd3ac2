import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, compileNetwork } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { forget } from "#bayes/known";
import { mostProbable } from "#bayes/most-probable";
import type { Evidence, Network } from "#bayes/network";
import { writeNetwork } from "#exchange/network/formats";
import { referenceNetwork, withoutReferences } from "../tests/reference-data.ts";
import { askGrain } from "./grain.ts";
import { sampledEvidence } from "./inference.ts";
import { median, milliseconds, processorTime, type Measurement } from "./measure.ts";
import { bayesjs, samiam, type Peer, type Posteriors } from "./npm-peers.ts";

/** Interleaved rounds of us and them: what slows the machine down slows both. */
const rounds = 3;

/** Milliseconds that gRain 1.4.5 (R 4.2) took for all posteriors on a 2-core AMD EPYC (Zen 4), for machines without it. */
const grainElsewhere: Readonly<Record<string, number>> = { asia: 0.84, alarm: 2.4, insurance: 9.2, hailfinder: 5.2, hepar2: 4.6, win95pts: 5.4, assess60: 4.6 };

/** Networks on which no reference stands beside the repository: gRain and toulbar2 are asked instead. */
const unreferenced: readonly string[] = ["sachs", "hailfinder", "hepar2", "win95pts", "assess120", "assess200", "pathfinder", "andes", "pigs"];

/** Of this one toulbar2 1.1.1 gives an explanation less probable than another; all are enumerated in tests/reference-networks.test.ts. */
const refuted = "sachs";

/** The large ones, for which these take minutes. */
const large: readonly string[] = ["munin3", "munin2", "water", "barley", "diabetes", "munin", "munin4"];

/** All posteriors after a change of evidence, beside other programs on the same machine; and whether they say the same. */
export function inferencePeersBench(): readonly Measurement[] {
  if (withoutReferences) return [{ what: "networks", measured: "skipped: no reference networks beside the repository" }];
  return [...[samiam, bayesjs].flatMap((peer) => peer.networks.map((name) => beside(peer, questionAbout(name)))), ...besideGrain(), ...agreements(unreferenced), ...unreferenced.filter((name) => name !== refuted).map(explanation)];
}

/** Whether the large networks have the posteriors and explanations that other programs find. */
export const inferenceAgreementBench = (): readonly Measurement[] => (withoutReferences ? [{ what: "networks", measured: "skipped: no reference networks beside the repository" }] : [...agreements(large), ...large.map(explanation)]);

interface Question {
  readonly name: string;
  readonly network: Network;
  readonly evidence: Evidence;
  readonly tree: JunctionTree;
}

/** With hard evidence on a tenth of the variables, on one at least. */
function questionAbout(name: string): Question {
  const network = referenceNetwork(name);
  let evidence = sampledEvidence(network);
  for (let seed = 8; Object.keys(evidence.observed).length === 0; seed++) evidence = sampledEvidence(network, seed);
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error(`needs ${tree.entries} entries`);
  return { name, network, evidence, tree };
}

/** Nothing of the last answer is kept. */
function answerAnew({ tree, evidence }: Question) {
  forget(tree);
  const answer = ask(tree, evidence);
  if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
  return answer;
}

function beside(peer: Peer, question: Question): Measurement {
  const { name, network, evidence } = question;
  const askPeer = peer.prepare(network);
  const theirs = askPeer(evidence);
  const difference = largestDifference(theirs, answerAnew(question).posteriors);
  const pairs = Array.from({ length: rounds }, () => [lasting(60, () => answerAnew(question)), lasting(20, () => askPeer(evidence))] as const);
  return row(`${name} (${network.variables.length}): ${peer.name} ${peer.version}`, pairs, { difference, tolerance: peer.tolerance, limit: network.variables.length < 10 ? 0.01 : 0.002 });
}

/** Milliseconds of a call, from as many as take so long. */
function lasting(least: number, act: () => void): number {
  const started = processorTime();
  let calls = 0;
  let took = 0;
  for (; took < least; took = processorTime() - started) {
    act();
    calls++;
  }
  return took / calls;
}

interface Wanted {
  readonly difference: number;
  readonly tolerance: number;
  readonly limit: number;
}

function row(what: string, pairs: readonly (readonly [number, number])[], { difference, tolerance, limit }: Wanted): Measurement {
  const [ours, theirs, ratio] = [median(pairs.map(([own]) => own)), median(pairs.map(([, other]) => other)), median(pairs.map(([own, other]) => own / other))];
  return {
    what,
    measured: `${precise(ours)}, theirs ${precise(theirs)}: ${ratio.toPrecision(2)} x; largest difference ${difference.toExponential(0)}`,
    target: `at most ${limit} x, the same to ${tolerance}`,
    met: ratio <= limit && difference <= tolerance,
  };
}

const precise = (value: number): string => (value < 1 ? `${(value * 1000).toPrecision(3)} µs` : milliseconds(value));

function largestDifference(theirs: Posteriors, ours: Posteriors): number {
  let worst = 0;
  for (const [id, marginal] of theirs) for (const [state, value] of marginal.entries()) worst = Math.max(worst, Math.abs(value - ours.get(id)![state]!));
  return worst;
}

function besideGrain(): readonly Measurement[] {
  const timedOnes = Object.keys(grainElsewhere).map(questionAbout);
  const first = askGrain(timedOnes, 0.2);
  if (!first) {
    const figures = Object.entries(grainElsewhere).map(([name, ms]) => `${name} ${ms}`);
    return [{ what: "gRain", measured: `skipped: no Rscript with the package gRain here; 1.4.5 on a 2-core AMD EPYC (Zen 4), ms: ${figures.join(", ")}` }];
  }
  // Its process answers all networks before it ends, so that rounds are interleaved as a whole.
  const times = Array.from({ length: rounds }, (_, round) => {
    const ours = timedOnes.map((question) => lasting(60, () => answerAnew(question)));
    const theirs = round === 0 ? first : askGrain(timedOnes, 0.2);
    return timedOnes.map((_, at) => [ours[at]!, theirs?.answers[at]?.query ?? Number.NaN] as const);
  });
  return timedOnes.map((question, at): Measurement => {
    const pairs = times.map((round) => round[at]!);
    const difference = largestDifference(first.answers[at]!.posteriors, answerAnew(question).posteriors);
    return row(`${question.name} (${question.network.variables.length}): gRain ${first.version}`, pairs, { difference, tolerance: 1e-9, limit: 0.02 });
  });
}

function agreements(names: readonly string[]): readonly Measurement[] {
  const questions = names.map(questionAbout);
  const answers = askGrain(questions, 0)?.answers;
  if (!answers) return [{ what: "agreement with gRain", measured: "skipped: no Rscript with the package gRain here, or it gave up" }];
  return questions.map((question, at) => {
    const { posteriors, logEvidence } = answerAnew(question);
    const theirs = answers[at];
    const difference = theirs ? Math.max(largestDifference(theirs.posteriors, posteriors), Math.abs(logEvidence - theirs.logEvidence)) : Number.NaN;
    return { what: `${question.name} (${posteriors.size}): posteriors, ln P(evidence), as gRain`, measured: `largest difference ${difference.toExponential(1)}`, target: "under 1e-9", met: difference < 1e-9 };
  });
}

/** Beside the most probable explanation of toulbar2, where it is installed. */
function explanation(name: string): Measurement {
  const question = questionAbout(name);
  const what = `${name} (${question.network.variables.length}): most probable explanation, as toulbar2`;
  const theirs = explainedByToulbar2(question);
  if (theirs === undefined) return { what, measured: "skipped: toulbar2 is not installed, or found none in two minutes" };
  const ours = mostProbable(question.tree, question.evidence)?.logProbability ?? Number.NaN;
  return { what, measured: `ln P ${ours.toFixed(6)}, ours less theirs ${(ours - theirs).toExponential(1)}`, target: "0 to 1e-9", met: Math.abs(ours - theirs) < 1e-9 };
}

/** ln P of its explanation and the evidence under our network, from the states it chose. */
function explainedByToulbar2({ network, evidence }: Question): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "toulbar2-"));
  try {
    const places = new Map(network.variables.map(({ id, states }, at) => [id, { at, states }]));
    const observed = Object.entries(evidence.observed).map(([id, state]) => `${places.get(id)!.at} ${places.get(id)!.states.indexOf(state)}`);
    writeFileSync(join(folder, "network.uai"), writeNetwork(network, "uai").text);
    writeFileSync(join(folder, "network.uai.evid"), `1\n${observed.length} ${observed.join(" ")}\n`);
    spawnSync("toulbar2", ["network.uai", "network.uai.evid", "-timer=120", "-w=network.sol"], { cwd: folder });
    if (!existsSync(join(folder, "network.sol"))) return undefined;
    const states = readFileSync(join(folder, "network.sol"), "utf8").trim().split(/\s+/).map(Number);
    return states.length < network.variables.length ? undefined : logOf(network, states);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function logOf({ variables, tables }: Network, states: readonly number[]): number {
  const places = new Map(variables.map(({ id }, at) => [id, at]));
  return tables.reduce((sum, { variable, parents, probabilities }) => {
    const entry = [...parents, variable].reduce((at, id) => at * variables[places.get(id)!]!.states.length + states[places.get(id)!]!, 0);
    return sum + Math.log(probabilities[entry]!);
  }, 0);
}
