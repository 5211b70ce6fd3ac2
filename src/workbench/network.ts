import type { TooLarge } from "#bayes/compile";
import { compileNetwork, infer } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { mostProbable, type MostProbable } from "#bayes/most-probable";
import { evidenceProblems, type Evidence, type Network } from "#bayes/network";

/** The version of the inference engine: it changes whenever the same question may be answered otherwise. */
const engine = { name: "junction tree", version: "1.0.0" } as const;

/** Why a question is not answered: it names what the network does not have, or exact inference does not fit the memory. */
export interface Refused {
  readonly kind: "refused";
  readonly problem: string;
}

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
  if (answer.kind === "too large") return tooLarge(answer);
  if (answer.kind === "impossible") return { ...answer, engine };
  const explained = explain ? mostProbableOf(network, evidence) : undefined;
  if (explained && "kind" in explained) return explained;
  const states = new Map(network.variables.map((variable) => [variable.id, variable.states]));
  const named = Array.from(answer.posteriors, ([id, marginal]) => [id, byState(states.get(id) ?? [], marginal)]);
  return { kind: "possible", posteriors: Object.fromEntries(named), logEvidence: answer.logEvidence, ...(explained && { mostProbable: explained }), engine };
}

const byState = (states: readonly string[], values: readonly number[]): Readonly<Record<string, number>> => Object.fromEntries(states.map((state, at) => [state, values[at] ?? 0]));

function mostProbableOf(network: Network, evidence: Evidence): MostProbable | Refused | undefined {
  const tree = compiled(network);
  return tree.kind === "refused" ? tree : mostProbable(tree, evidence);
}

function refusal(network: Network, evidence: Evidence, nodes: readonly string[] = []): Refused | undefined {
  const ids = new Set(network.variables.map(({ id }) => id));
  const unknown = nodes.find((id) => !ids.has(id));
  const problem = unknown === undefined ? evidenceProblems(network, evidence)[0] : `The network has no variable called ${unknown}.`;
  return problem === undefined ? undefined : { kind: "refused", problem };
}

function compiled(network: Network): JunctionTree | Refused {
  const tree = compileNetwork(network);
  return tree.kind === "too large" ? tooLarge(tree) : tree;
}

function tooLarge({ bytes, widest }: TooLarge): Refused {
  const names = `${widest.slice(0, 4).join(", ")}${widest.length > 4 ? ", ..." : ""}`;
  return { kind: "refused", problem: `Exact inference would need ${(bytes / 2 ** 30).toPrecision(2)} GiB; the widest table joins ${widest.length} variables (${names}). Observe some of them, or ask for single variables.` };
}
