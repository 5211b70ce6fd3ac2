import { infer } from "#bayes/infer";
import { mostProbable, type MostProbable } from "#bayes/most-probable";
import type { Evidence, Network } from "#bayes/network";
import { byState, compiled, engine, refusal, tooLarge, type Refused } from "#workbench/network/engine";

/** The posterior of each asked variable by state, and ln P(evidence); or why there is none. */
export type NetworkAnswer =
  | {
      readonly kind: "possible";
      readonly posteriors: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly logEvidence: number;
      readonly mostProbable?: MostProbable;
      readonly engine: typeof engine;
    }
  | { readonly kind: "impossible"; readonly conflict: readonly string[]; readonly engine: typeof engine }
  | Refused;

interface Query {
  /** Ask for these variables only. */
  readonly nodes?: readonly string[];
  /** Find the most probable explanation as well. */
  readonly mostProbable?: boolean;
}

/** Asks a sound network for some of its variables, or all. */
export function queryNetwork(network: Network, evidence: Evidence, { nodes, mostProbable: explain }: Query = {}): NetworkAnswer {
  const refused = refusal(network, evidence, nodes);
  if (refused) return refused;
  const answer = infer(network, evidence, nodes);
  if (answer.kind === "too large") return { kind: "refused", problem: `${tooLarge(answer).problem} Or estimate with --sample N --seed S.` };
  if (answer.kind === "impossible") return { ...answer, engine };
  const explained = explain ? mostProbableOf(network, evidence) : undefined;
  if (explained && "kind" in explained) return explained;
  const states = new Map(network.variables.map((variable) => [variable.id, variable.states]));
  const named = Array.from(answer.posteriors, ([id, marginal]) => [id, byState(states.get(id) ?? [], marginal)]);
  return { kind: "possible", posteriors: Object.fromEntries(named), logEvidence: answer.logEvidence, ...(explained && { mostProbable: explained }), engine };
}

function mostProbableOf(network: Network, evidence: Evidence): MostProbable | Refused | undefined {
  const tree = compiled(network);
  return tree.kind === "refused" ? tree : mostProbable(tree, evidence);
}
