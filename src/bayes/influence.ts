import type { Marginal } from "#bayes/answer";
import { indexEvidence, type IndexedEvidence } from "#bayes/indexed";
import { posteriorOf } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { know } from "#bayes/known";
import type { Evidence } from "#bayes/network";
import { logCollected, propagate, propagateUp } from "#bayes/propagate";
import { reachOf } from "#bayes/reach";

/** What one finding does to the posterior of a target. */
export interface Influence {
  /** The variable that it is about. */
  readonly variable: string;
  /** The target's posterior without it, with all other findings. */
  readonly without: Marginal;
  /**
   * Its weight for each state of the target beside all other findings: 10 log10 of how probable it is in that state, over
   * the geometric mean of the states (Good 1950); -Infinity where it excludes a state. States that the others exclude have 0.
   */
  readonly decibels: readonly number[];
}

export interface Influences {
  readonly posterior: Marginal;
  readonly influences: readonly Influence[];
  /**
   * How much less probable the findings are together than if they had nothing to do with one another, as a natural
   * logarithm: above 0 they pull apart, or come from a case that the network does not know (Jensen, Chamberlain, Nordahl and
   * Jensen 1990).
   */
  readonly conflict: number;
}

/**
 * Leaves each finding out in turn; only what lies between it and the root is computed again, so the tree is best rooted at
 * the target. undefined where what is known is impossible.
 */
export function influencesOn(tree: JunctionTree, evidence: Evidence, target: string): Influences | undefined {
  const { network } = tree;
  const number = network.numbers.get(target);
  if (number === undefined) throw new RangeError(`The network has no variable called ${target}.`);
  const known = indexEvidence(network, evidence);
  const findings = Array.from(new Set([...known.observed.keys(), ...known.likelihoods.keys()])).filter((variable) => variable !== number);
  const posterior = posteriorGiven(tree, known, number);
  if (!posterior) return undefined;
  const together = findings.length === 0 ? 0 : logProbability(tree, only(known, findings));
  const alone = findings.reduce((sum, variable) => sum + logProbability(tree, only(known, [variable])), 0);
  const influences = findings.map((variable): Influence => {
    const without = posteriorGiven(tree, only(known, [...findings.filter((other) => other !== variable), number]), number) ?? posterior;
    return { variable: network.ids[variable] ?? "", without, decibels: decibelsOf(posterior, without) };
  });
  return { posterior, influences, conflict: alone - together };
}

/** The posterior of one variable given what is known; undefined where that is impossible. */
export function posteriorGiven(tree: JunctionTree, known: IndexedEvidence, target: number): Marginal | undefined {
  if (!know(tree, known) || !propagate(tree, reachOf(tree, [target]))) return undefined;
  return posteriorOf(tree, target);
}

const logProbability = (tree: JunctionTree, known: IndexedEvidence): number => (know(tree, known) && propagateUp(tree) ? logCollected(tree) : -Infinity);

/** What is known of these variables alone. */
function only({ observed, likelihoods }: IndexedEvidence, variables: readonly number[]): IndexedEvidence {
  const wanted = new Set(variables);
  const keep = <Value>(map: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> => new Map(Array.from(map).filter(([variable]) => wanted.has(variable)));
  return { observed: keep(observed), likelihoods: keep(likelihoods) };
}

/** By Bayes' rule the finding is as probable in a state as the posterior grows there. */
function decibelsOf(posterior: Marginal, without: Marginal): readonly number[] {
  const logs = posterior.map((after, state) => ((without[state] ?? 0) > 0 ? 10 * Math.log10(after / (without[state] ?? 1)) : undefined));
  const finite = logs.filter((log) => log !== undefined && log > -Infinity);
  const mean = finite.reduce<number>((sum, log) => sum + (log ?? 0), 0) / Math.max(1, finite.length);
  return logs.map((log) => (log === undefined ? 0 : log - mean));
}
