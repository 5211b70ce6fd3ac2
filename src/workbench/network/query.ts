import { infer } from "#bayes/infer";
import { mostProbable, type MostProbable } from "#bayes/most-probable";
import type { Evidence, Network } from "#bayes/network";
import { byState, compiled, engine, refusal, tooLarge, type Impossible, type Refused } from "#workbench/network/engine";

/** The posterior of each asked variable by state, and ln P(evidence); or why there is none. */
export type NetworkAnswer =
  | {
      readonly kind: "possible";
      readonly posteriors: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly logEvidence: number;
      readonly mostProbable?: MostProbable;
      readonly engine: typeof engine;
    }
  | Impossible
  | Refused;

interface Query {
  /** Ask for these variables only. */
  readonly nodes?: readonly string[];
  /** Find the most probable explanation as well. */
  readonly mostProbable?: boolean;
  /** How long small tables are searched: see `CompileOptions`. */
  readonly effort?: number;
}

/** Asks a sound network for some of its variables, or all. */
export function queryNetwork(network: Network, evidence: Evidence, { nodes, mostProbable: explain, effort }: Query = {}): NetworkAnswer {
  const refused = refusal(network, evidence, nodes);
  if (refused) return refused;
  const searched = effort === undefined ? {} : { effort };
  const answer = infer(network, evidence, nodes, searched);
  if (answer.kind === "too large") return tooLarge(answer, [...(nodes ? [] : ["ask for single variables with --node"]), "estimate with --sample N --seed S"]);
  if (answer.kind === "impossible") return { ...answer, engine };
  const explained = explain ? mostProbableOf(network, evidence, searched) : undefined;
  if (explained && "kind" in explained) return explained;
  const states = new Map(network.variables.map((variable) => [variable.id, variable.states]));
  const named = Array.from(answer.posteriors, ([id, marginal]) => [id, byState(states.get(id) ?? [], marginal)]);
  return { kind: "possible", posteriors: Object.fromEntries(named), logEvidence: answer.logEvidence, ...(explained && { mostProbable: explained }), engine };
}

function mostProbableOf(network: Network, evidence: Evidence, searched: Pick<Query, "effort">): MostProbable | Refused | undefined {
  const tree = compiled(network, searched);
  return tree.kind === "refused" ? tree : mostProbable(tree, evidence);
}
