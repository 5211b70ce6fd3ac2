import type { Evidence, Network } from "#bayes/network";
import { estimatePosteriors, type Estimate } from "#bayes/sampling/estimate";
import { byState, refusal, type Refused } from "#workbench/network/engine";

/** The version of the sampler: it changes whenever the same seed may give other samples. */
const samplingEngine = { name: "importance sampling", version: "1.0.0" } as const;

/** Posteriors by state as samples estimate them, and how far they can be trusted. */
export type NetworkEstimate =
  | {
      readonly kind: "estimated";
      readonly posteriors: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly logEvidence: number;
      readonly sampling: {
        readonly samples: number;
        readonly seed: number;
        readonly effectiveSamples: number;
        readonly largestShare: number;
        readonly logEvidenceError: number;
        readonly standardErrors: Readonly<Record<string, Readonly<Record<string, number>>>>;
        /** Intervals that hold the true posterior in 95 of 100 runs. */
        readonly intervals: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
        readonly warnings: readonly string[];
      };
      readonly engine: typeof samplingEngine;
    }
  | { readonly kind: "degenerate"; readonly sampling: { readonly samples: number; readonly seed: number; readonly effectiveSamples: number }; readonly engine: typeof samplingEngine }
  | Refused;

/** Asks a sound network for some of its variables, or all, by importance sampling. */
export function estimateNetwork(network: Network, evidence: Evidence, { samples, seed, nodes }: { readonly samples: number; readonly seed: number; readonly nodes?: readonly string[] }): NetworkEstimate {
  const refused = refusal(network, evidence, nodes);
  if (refused) return refused;
  const answer = estimatePosteriors(network, evidence, { samples, seed, ...(nodes && { queries: nodes }) });
  if (answer.kind === "degenerate") return { kind: "degenerate", sampling: { samples: answer.samples, seed, effectiveSamples: answer.effectiveSamples }, engine: samplingEngine };
  const states = new Map(network.variables.map((variable) => [variable.id, variable.states]));
  const named = <Value>(pick: (estimate: Estimate) => Value): Readonly<Record<string, Readonly<Record<string, Value>>>> =>
    Object.fromEntries(Array.from(answer.posteriors, ([id, estimates]) => [id, byState(states.get(id) ?? [], estimates.map(pick))]));
  const { effectiveSamples, largestShare, logEvidence, logEvidenceError, warnings } = answer;
  return {
    kind: "estimated",
    posteriors: named(({ value }) => value),
    logEvidence,
    sampling: { samples: answer.samples, seed, effectiveSamples, largestShare, logEvidenceError, standardErrors: named(({ standardError }) => standardError), intervals: named(({ low, high }) => [low, high] as const), warnings },
    engine: samplingEngine,
  };
}
