import { loadEvidence, loadNetwork } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { coloursFor } from "#cli/terminal";
import { estimateNetwork, type NetworkEstimate } from "#workbench/network/estimate";

interface SampleOptions {
  readonly evidence?: string;
  readonly node?: readonly string[];
  readonly mpe?: boolean;
  readonly sample: number;
  readonly seed: number;
  readonly effort?: number;
  readonly json?: boolean;
}

/** Prints posteriors as samples estimate them; exit code 1 where too few samples carry all the weight. */
export function sampleCommand(file: string, { evidence, node, mpe, sample, seed, effort, json }: SampleOptions): void {
  if (mpe) throw new UsageProblem("The most probable explanation is not found by sampling: leave out --mpe or --sample.");
  if (effort !== undefined) throw new UsageProblem("Sampling needs no small tables: leave out --effort or --sample.");
  const answer = estimateNetwork(loadNetwork(file), loadEvidence(evidence), { samples: sample, seed, ...(node && { nodes: node }) });
  if (answer.kind === "refused") throw new UsageProblem(answer.problem);
  if (answer.kind === "degenerate") {
    process.stderr.write(`rapporteur: ${answer.sampling.samples} samples count as ${answer.sampling.effectiveSamples.toPrecision(2)} of equal weight, too few for an answer. Draw more, or observe less; or the evidence cannot be true.\n`);
    process.exitCode = 1;
  } else for (const warning of answer.sampling.warnings) process.stderr.write(`rapporteur: ${warning}\n`);
  if (json) process.stdout.write(`${JSON.stringify(estimateJson(answer), null, 2)}\n`);
  else if (answer.kind === "estimated") process.stdout.write(estimateText(answer));
}

const estimateJson = (answer: Exclude<NetworkEstimate, { readonly kind: "refused" }>) =>
  answer.kind === "estimated"
    ? { posteriors: answer.posteriors, logEvidence: answer.logEvidence, sampling: answer.sampling, engine: answer.engine }
    : { posteriors: null, logEvidence: null, sampling: answer.sampling, engine: answer.engine };

function estimateText({ posteriors, logEvidence, sampling }: Extract<NetworkEstimate, { readonly kind: "estimated" }>): string {
  const colours = coloursFor(process.stdout);
  const width = Math.max(...Object.values(posteriors).flatMap((states) => Object.keys(states).map((state) => state.length)));
  const blocks = Object.entries(posteriors).map(([id, states]) => {
    const lines = Object.entries(states).map(([state, p]) => {
      const [low, high] = sampling.intervals[id]?.[state] ?? [0, 1];
      return `  ${state.padEnd(width)}  ${p.toFixed(4)}  from ${low.toFixed(4)} to ${high.toFixed(4)}`;
    });
    return `${colours.bold(id)}\n${lines.join("\n")}`;
  });
  const drawn = `estimated by importance sampling, with intervals that hold in 95 of 100 runs: ${sampling.samples} samples (seed ${sampling.seed}) that count as ${Math.round(sampling.effectiveSamples)} of equal weight`;
  return `${blocks.join("\n")}\n\nln P(evidence) = ${logEvidence.toFixed(4)}, give or take ${sampling.logEvidenceError.toFixed(4)}\n${drawn}\n`;
}
