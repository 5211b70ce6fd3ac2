import type { Marginal } from "#bayes/answer";
import type { FlipChange } from "#bayes/flip-options";
import type { IndexedEvidence } from "#bayes/indexed";
import { posteriorOf } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { know } from "#bayes/known";
import { propagate } from "#bayes/propagate";
import { reachOf } from "#bayes/reach";

/** A state of a variable that might be learned. */
export type Lesson = FlipChange & { readonly state: number };

/**
 * By Bayes' rule, the logarithms of the target's posterior, up to a common term, after each of many lessons alone: one
 * propagation for each state of the target tells of all. `odds` are those without a lesson; a state at -Infinity stays there.
 */
export function oddsAfterEach(tree: JunctionTree, known: IndexedEvidence, target: number, { odds, lessons }: { readonly odds: readonly number[]; readonly lessons: readonly Lesson[] }): readonly (readonly number[])[] {
  const variables = Array.from(new Set(lessons.map(({ variable }) => variable)));
  const beside = odds.map((log, state) => (log === -Infinity ? undefined : marginalsBeside(tree, { ...known, observed: new Map([...known.observed, [target, state]]) }, variables)));
  return lessons.map(({ variable, state }) => odds.map((log, ofTarget) => log + Math.log(beside[ofTarget]?.get(variable)?.[state] ?? 0)));
}

function marginalsBeside(tree: JunctionTree, known: IndexedEvidence, variables: readonly number[]): ReadonlyMap<number, Marginal> | undefined {
  if (!know(tree, known) || !propagate(tree, reachOf(tree, variables))) return undefined;
  return new Map(variables.map((variable) => [variable, posteriorOf(tree, variable)]));
}
