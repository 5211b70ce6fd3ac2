import type { TooLarge } from "#bayes/compile";
import { ask, compileNetwork } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { evidenceProblems, meant, type Evidence, type Network } from "#bayes/network";
import { listText } from "#kit/list-text";

/** The version of the inference engine: it changes whenever the same question may be answered otherwise. */
export const engine = { name: "junction tree", version: "1.2.0" } as const;

/** Why a question is not answered: it names what the network does not have, or exact inference does not fit the memory. */
export interface Refused {
  readonly kind: "refused";
  readonly problem: string;
}

export function refusal(network: Network, evidence: Evidence, nodes: readonly string[] = []): Refused | undefined {
  const ids = new Set(network.variables.map(({ id }) => id));
  const unknown = nodes.find((id) => !ids.has(id));
  const problem = unknown === undefined ? evidenceProblems(network, evidence)[0] : `The network has no variable called ${unknown}.${meant(unknown, Array.from(ids))}`;
  return problem === undefined ? undefined : { kind: "refused", problem };
}

/** The evidence cannot be true under the network. */
export interface Impossible {
  readonly kind: "impossible";
  /** Findings that cannot be true together, each of which is needed for that. */
  readonly conflict: readonly string[];
  readonly engine: { readonly name: string; readonly version: string };
}

/** Names the findings that contradict a tree's network or one another. */
export function impossible(tree: JunctionTree, evidence: Evidence): Impossible {
  const answer = ask(tree, evidence, []);
  return { kind: "impossible", conflict: answer.kind === "impossible" ? answer.conflict : [], engine };
}

/** A variable that is asked about, and how long small tables are searched: see `CompileOptions`. */
export interface Asked {
  readonly target: string;
  readonly effort?: number;
}

/** A tree that is asked several times is worth a longer search for small tables. */
const usualEffort = 4;

/** Rooted at the variable asked for most. */
export function compiled(network: Network, { target, effort = usualEffort }: Partial<Asked> = {}): JunctionTree | Refused {
  const tree = compileNetwork(network, { effort, ...(target !== undefined && { root: target }) });
  return tree.kind === "too large" ? tooLarge(tree) : tree;
}

/** Says how large the tables would be, and what may help; `others` are ways that are open here. */
export function tooLarge({ bytes, widest }: TooLarge, others: readonly string[] = []): Refused {
  const names = `${widest.slice(0, 4).join(", ")}${widest.length > 4 ? ", ..." : ""}`;
  const ways = listText(["Observe some of them", ...others, "search longer with --effort N, from 200 on"], "or");
  return { kind: "refused", problem: `Exact inference would go through tables of ${(bytes / 2 ** 30).toPrecision(2)} GiB in the best order found; the widest joins ${widest.length} variables (${names}). ${ways}.` };
}

/** Values by the names of the states. */
export const byState = <Value>(states: readonly string[], values: readonly Value[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(states.flatMap((state, at) => values.slice(at, at + 1).map((value) => [state, value])));
