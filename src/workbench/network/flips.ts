import type { FlipChange, FlipMode } from "#bayes/flip-options";
import { smallestFlipsOf, type FlipSet } from "#bayes/flips";
import { evidenceBeside, type Evidence, type Network } from "#bayes/network";
import { compiled, engine, impossible, refusal, type Asked, type Impossible, type Refused } from "#workbench/network/engine";

export const flipModes: readonly FlipMode[] = ["removing", "reversing", "learning"];

/** The smallest sets of one kind of change after which another state of the target leads. */
export interface NetworkFlips {
  readonly kind: "possible";
  readonly target: string;
  /** The leading state; null where two are equally probable. */
  readonly leader: string | null;
  readonly searches: readonly {
    readonly by: FlipMode;
    /** Changed variables with their new states, null where a finding is taken away; all sets of the smallest size. */
    readonly sets: readonly { readonly changes: Readonly<Record<string, string | null>>; readonly leader: string }[];
    /** True where the search was given up: there may be smaller sets than none, or others than these. */
    readonly cut: boolean;
  }[];
  readonly engine: typeof engine;
}

export interface FlipsQuestion extends Asked {
  readonly by?: readonly FlipMode[];
  /** The variables that may be changed; all where it is left out. */
  readonly among?: readonly string[];
}

/** Questions that a search may put to the network; a few seconds at 200 variables. */
const mostAsked = 50_000;

/** Finds what would change the leading state of a target. What the evidence says of the target itself is left out. */
export function flipsOn(network: Network, evidence: Evidence, question: FlipsQuestion): NetworkFlips | Impossible | Refused {
  const { target, by = flipModes, among } = question;
  const refused = refusal(network, evidence, [target, ...(among ?? [])]);
  if (refused) return refused;
  const tree = compiled(network, question);
  if (tree.kind === "refused") return tree;
  const { ids, states, numbers } = tree.network;
  const number = numbers.get(target) ?? -1;
  const found = by.map((mode) => ({ mode, flips: smallestFlipsOf(tree, evidence, { target, mode, mostAsked, ...(among && { among }) }) }));
  if (found.some(({ flips }) => !flips)) return impossible(tree, evidenceBeside(evidence, target));
  const stateOf = (variable: number, state: number | undefined): string | null => (state === undefined ? null : (states[variable]?.[state] ?? null));
  const named = ({ changes, leader }: FlipSet) => ({ changes: Object.fromEntries(inOrder(changes).map(({ variable, state }) => [ids[variable] ?? "", stateOf(variable, state)])), leader: stateOf(number, leader) ?? "" });
  const searches = found.map(({ mode, flips }) => ({ by: mode, sets: flips?.sets.map(named) ?? [], cut: flips?.cut ?? false }));
  return { kind: "possible", target, leader: stateOf(number, found[0]?.flips?.leader), searches, engine };
}

const inOrder = (changes: readonly FlipChange[]): readonly FlipChange[] => changes.toSorted((a, b) => a.variable - b.variable);
