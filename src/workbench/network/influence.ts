import { influencesOn } from "#bayes/influence";
import { evidenceBeside, type Evidence, type Network } from "#bayes/network";
import { byState, compiled, engine, impossible, refusal, type Asked, type Impossible, type Refused } from "#workbench/network/engine";

/** What each finding does to a target; null decibels where it excludes a state. */
export interface NetworkInfluences {
  readonly kind: "possible";
  readonly target: string;
  readonly posterior: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly node: string; readonly without: Readonly<Record<string, number>>; readonly decibels: Readonly<Record<string, number | null>> }[];
  /** Above 0 the findings pull apart: how much less probable they are together than on their own, as a natural logarithm. */
  readonly conflict: number;
  readonly engine: typeof engine;
}

/** Leaves each finding out in turn, those first that move the target most. What the evidence says of the target itself is left out. */
export function influenceOn(network: Network, evidence: Evidence, asked: Asked): NetworkInfluences | Impossible | Refused {
  const { target } = asked;
  const refused = refusal(network, evidence, [target]);
  if (refused) return refused;
  const tree = compiled(network, asked);
  if (tree.kind === "refused") return tree;
  const known = evidenceBeside(evidence, target);
  const found = influencesOn(tree, known, target);
  if (!found) return impossible(tree, known);
  const states = network.variables.find(({ id }) => id === target)?.states ?? [];
  const moved = (without: readonly number[]): number => without.reduce((sum, p, at) => sum + Math.abs(p - (found.posterior[at] ?? 0)), 0);
  const findings = found.influences
    .toSorted((a, b) => moved(b.without) - moved(a.without))
    .map(({ variable, without, decibels }) => ({ node: variable, without: byState(states, without), decibels: byState(states, decibels.map((value) => (Number.isFinite(value) ? value : null))) }));
  return { kind: "possible", target, posterior: byState(states, found.posterior), findings, conflict: found.conflict, engine };
}
