import { ancestorsOf } from "#bayes/ancestors";
import { extentOf, type Contexts } from "#bayes/extents";
import type { IndexedEvidence } from "#bayes/indexed";
import type { JunctionTree } from "#bayes/junction-tree";
import { partsGiven } from "#bayes/separation";

/** What is done to the findings: taken away, given another state, or added about variables that were not observed. */
export type FlipMode = "removing" | "reversing" | "learning";

/** One change: the variable is in this state, or nothing is known of it where no state is given. */
export interface FlipChange {
  readonly variable: number;
  readonly state?: number;
}

/** A change with how far it can move the target at most, whatever the other changes. */
export interface FlipOption extends FlipChange {
  /** By state of the target: the most that its logarithm can gain on the leader's. */
  readonly gains: readonly number[];
}

/** A variable that may be changed, and in which ways. */
export interface Candidate {
  readonly variable: number;
  /** Those of different parts move the target independently. */
  readonly part: number;
  readonly options: readonly FlipOption[];
}

export interface FlipQuestion {
  readonly target: number;
  readonly mode: FlipMode;
  /** The variables that may be changed; all where it is left out. */
  readonly among?: ReadonlySet<number>;
}

/** All that may be changed, part by part. */
export function candidatesFor({ network }: JunctionTree, known: IndexedEvidence, { target, mode, among }: FlipQuestion, leader: number): readonly Candidate[] {
  const may = (variable: number): boolean => variable !== target && (among?.has(variable) ?? true);
  const variables = network.ids.flatMap((_, variable) => (may(variable) && isOpenTo(mode, variable, known) ? [variable] : []));
  const changing = new Set(mode === "learning" ? [] : variables);
  const fixed = new Map(Array.from(known.observed).filter(([variable]) => !changing.has(variable)));
  const present = ancestorsOf(network, [target, ...variables, ...known.observed.keys(), ...known.likelihoods.keys()]);
  const parts = partsGiven(network, present, new Set([target, ...fixed.keys()]));
  const gainsOf = gaining({ network, present, fixed, known, target, leader });
  return variables
    .map((variable) => ({ variable, part: parts[variable] ?? variable, options: changesOf(variable, network.sizes[variable] ?? 1, mode, known).map((change) => ({ ...change, gains: gainsOf(change) })) }))
    .filter(({ options }) => options.length > 0)
    .toSorted((a, b) => a.part - b.part || a.variable - b.variable);
}

function isOpenTo(mode: FlipMode, variable: number, { observed, likelihoods }: IndexedEvidence): boolean {
  if (mode === "learning") return !observed.has(variable);
  return observed.has(variable) || (mode === "removing" && likelihoods.has(variable));
}

function changesOf(variable: number, size: number, mode: FlipMode, { observed }: IndexedEvidence): readonly FlipChange[] {
  if (mode === "removing") return [{ variable }];
  return Array.from({ length: size }, (_, state) => ({ variable, state })).filter(({ state }) => state !== observed.get(variable));
}

interface Setting {
  readonly network: JunctionTree["network"];
  readonly present: ReadonlySet<number>;
  readonly fixed: ReadonlyMap<number, number>;
  readonly known: IndexedEvidence;
  readonly target: number;
  readonly leader: number;
}

/**
 * By the chain rule P(target's state, findings) gains on the leader's by the product of P(finding | state, other findings)
 * over the same for the leader; each factor lies within what the Markov blanket allows.
 */
function gaining({ network, present, fixed, known, target, leader }: Setting): (change: FlipChange) => readonly number[] {
  const extent = (variable: number, state: number, ofTarget: number) => {
    const likelihood = known.likelihoods.get(variable);
    const contexts: Contexts = { network, present, given: new Map([...fixed, [target, ofTarget]]), ...(likelihood && { likelihood }) };
    return extentOf(contexts, variable, state);
  };
  return ({ variable, state }) => {
    const before = known.observed.get(variable);
    const likelihood = state === undefined ? known.likelihoods.get(variable) : undefined;
    const loosened = likelihood ? Math.log(Math.max(...likelihood)) - Math.log(Math.min(...likelihood)) : 0;
    return (network.states[target] ?? []).map((_, rival) => {
      const added = state === undefined ? 0 : Math.log(extent(variable, state, rival).high) - Math.log(extent(variable, state, leader).low);
      const removed = before === undefined ? 0 : Math.log(extent(variable, before, leader).high) - Math.log(extent(variable, before, rival).low);
      return atMost(added + removed + loosened);
    });
  };
}

/** What cannot be compared is no bound. */
export const atMost = (value: number): number => (Number.isNaN(value) ? Infinity : value);
