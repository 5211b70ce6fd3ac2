import type { TooLarge } from "#bayes/compile";
import { compileNetwork } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { evidenceProblems, type Evidence, type Network } from "#bayes/network";

/** The version of the inference engine: it changes whenever the same question may be answered otherwise. */
export const engine = { name: "junction tree", version: "1.1.0" } as const;

/** Why a question is not answered: it names what the network does not have, or exact inference does not fit the memory. */
export interface Refused {
  readonly kind: "refused";
  readonly problem: string;
}

export function refusal(network: Network, evidence: Evidence, nodes: readonly string[] = []): Refused | undefined {
  const ids = new Set(network.variables.map(({ id }) => id));
  const unknown = nodes.find((id) => !ids.has(id));
  const problem = unknown === undefined ? evidenceProblems(network, evidence)[0] : `The network has no variable called ${unknown}.`;
  return problem === undefined ? undefined : { kind: "refused", problem };
}

/** A tree that is asked several times is worth a longer search for small tables. */
const effort = 4;

/** Rooted at the variable asked for most. */
export function compiled(network: Network, root?: string): JunctionTree | Refused {
  const tree = compileNetwork(network, { effort, ...(root !== undefined && { root }) });
  return tree.kind === "too large" ? tooLarge(tree) : tree;
}

export function tooLarge({ bytes, widest }: TooLarge): Refused {
  const names = `${widest.slice(0, 4).join(", ")}${widest.length > 4 ? ", ..." : ""}`;
  return { kind: "refused", problem: `Exact inference would go through tables of ${(bytes / 2 ** 30).toPrecision(2)} GiB; the widest joins ${widest.length} variables (${names}). Observe some of them, or ask for single variables.` };
}

export const impossible: Refused = { kind: "refused", problem: "The evidence cannot be true under the network." };

/** Values by the names of the states. */
export const byState = <Value>(states: readonly string[], values: readonly Value[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(states.flatMap((state, at) => values.slice(at, at + 1).map((value) => [state, value])));
