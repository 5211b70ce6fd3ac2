import { derivativeReach, propagateDerivatives, type LogDerivatives } from "#bayes/derivatives";
import { indexEvidence, type IndexedEvidence } from "#bayes/indexed";
import { posteriorOf } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { know } from "#bayes/known";
import type { Evidence } from "#bayes/network";
import { propagateUp } from "#bayes/propagate";

/** What is known together with one state of the target: how probable that is, and what follows. */
interface Hypothetical {
  readonly state: string;
  /** P(state | what is known). */
  readonly probability: number;
  /** The posteriors of all variables, in the order of the network, if the state were known. */
  readonly posteriors: readonly (readonly number[])[];
  /** The relative change of P(state, what is known) for each entry, while its row gives way. */
  readonly slopes: Float64Array;
}

/**
 * All that can be told about a target from one propagation for each of its states and one without: enough for the
 * sensitivity of its posterior to every entry of every table, and for the value of knowing any other variable. States that
 * are impossible are left out.
 */
export interface Analysis {
  readonly tree: JunctionTree;
  readonly target: number;
  readonly known: IndexedEvidence;
  readonly posteriors: readonly (readonly number[])[];
  /** The relative change of P(what is known) for each entry, while its row gives way. */
  readonly slopes: Float64Array;
  readonly hypotheticals: readonly Hypothetical[];
}

/** Analyses a target given what is known of the other variables; undefined where that is impossible. */
export function analyse(tree: JunctionTree, evidence: Evidence, target: string): Analysis | undefined {
  const { network } = tree;
  const number = network.numbers.get(target);
  if (number === undefined) throw new RangeError(`The network has no variable called ${target}.`);
  const known = withoutTarget(indexEvidence(network, evidence), number);
  if (!know(tree, known) || !propagateUp(tree)) return undefined;
  const reach = derivativeReach(tree);
  const slopes = alongRows(tree, propagateDerivatives(tree, reach));
  const posteriors = allPosteriors(tree);
  const hypotheticals = (network.states[number] ?? []).flatMap((state, at): readonly Hypothetical[] => {
    const probability = posteriors[number]?.[at] ?? 0;
    if (probability === 0 || !know(tree, { ...known, observed: new Map([...known.observed, [number, at]]) }) || !propagateUp(tree)) return [];
    return [{ state, probability, slopes: alongRows(tree, propagateDerivatives(tree, reach)), posteriors: allPosteriors(tree) }];
  });
  return { tree, target: number, known, posteriors, slopes, hypotheticals };
}

const allPosteriors = (tree: JunctionTree): readonly (readonly number[])[] => tree.network.ids.map((_, variable) => posteriorOf(tree, variable));

function withoutTarget({ observed, likelihoods }: IndexedEvidence, target: number): IndexedEvidence {
  const keep = <Value>(map: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> => new Map(Array.from(map).filter(([variable]) => variable !== target));
  return { observed: keep(observed), likelihoods: keep(likelihoods) };
}

/**
 * How P(state | what is known) depends on one entry of a table, while the others of its row keep their proportions: exactly
 * probability (1 + above d) / (1 + below d), where d is the change of the entry (Castillo, Gutiérrez and Hadi 1997; Chan
 * and Darwiche 2002). An entry beside which all others of its row are 0 gives what it loses to them in equal parts.
 */
export interface SensitivityFunction {
  readonly probability: number;
  readonly above: number;
  readonly below: number;
}

/** The posterior where the entry changes by this much. */
export const posteriorAfter = ({ probability, above, below }: SensitivityFunction, change: number): number => (probability * (1 + above * change)) / (1 + below * change);

/** The slope of the posterior at the entry as it is. */
export const derivativeOf = ({ probability, above, below }: SensitivityFunction): number => probability * (above - below);

/** By how much the entry must change for the posterior to be this; undefined where no change of it does that. */
export function changeFor(own: SensitivityFunction, wanted: number): number | undefined {
  const { probability, above, below } = own;
  const slope = probability * above - wanted * below;
  const change = (wanted - probability) / slope;
  return slope !== 0 && staysPossible(own, change) ? change : undefined;
}

/** False where the change makes what is known impossible, so that there is no posterior: where both lines of the quotient cross 0, nothing is reached. */
export const staysPossible = ({ below }: Pick<SensitivityFunction, "below">, change: number): boolean => 1 + below * change > 1e-9;

/**
 * The sensitivity of one state of the target to an entry of the tables, numbered by `starts` of the network; undefined where
 * the state is impossible. A number that no entry has is refused.
 */
export function sensitivityTo({ slopes, hypotheticals }: Analysis, state: string, entry: number): SensitivityFunction | undefined {
  if (!(entry in slopes)) throw new RangeError(`The tables have no entry ${entry}; they have ${slopes.length}, from 0.`);
  const hypothetical = hypotheticals.find((one) => one.state === state);
  return hypothetical && { probability: hypothetical.probability, above: hypothetical.slopes[entry] ?? 0, below: slopes[entry] ?? 0 };
}

/** The slope of one state's posterior for every entry of the tables. */
export function gradient({ slopes, hypotheticals }: Analysis, state: string): Float64Array {
  const { probability = 0, slopes: own = slopes } = hypotheticals.find((one) => one.state === state) ?? {};
  const found = new Float64Array(slopes.length);
  for (let entry = 0; entry < slopes.length; entry++) found[entry] = probability * ((own[entry] ?? 0) - (slopes[entry] ?? 0));
  return found;
}

/** Turns derivatives for each entry on its own into those where the rest of its row gives way. */
function alongRows({ network: { tables, starts, sizes } }: JunctionTree, alone: LogDerivatives): Float64Array {
  for (let table = 0; table < tables.length; table++) {
    const { scope = [], values = none } = tables[table] ?? {};
    turnRows(alone, { start: starts[table] ?? 0, values, width: sizes[scope.at(-1) ?? 0] ?? 1 });
  }
  return alone;
}

const none = new Float64Array(0);

function turnRows(alone: LogDerivatives, { start, values, width }: { readonly start: number; readonly values: Float64Array; readonly width: number }): void {
  for (let row = 0; row < values.length; row += width) {
    let weighted = 0;
    let sum = 0;
    for (let entry = row; entry < row + width; entry++) {
      const own = alone[start + entry] ?? 0;
      weighted += (values[entry] ?? 0) * own;
      sum += own;
    }
    // Near 1 a difference of sums is all rounding; at most one entry of a row is that large, so the others are summed anew.
    const rest = restOf(alone, { start, values, row, width });
    for (let entry = row; entry < row + width; entry++) {
      const value = values[entry] ?? 0;
      const own = alone[start + entry] ?? 0;
      const others = entry !== rest.beside ? (weighted - value * own) / (1 - value) : rest.value > 0 ? rest.weighted / rest.value : (sum - own) / (width - 1);
      alone[start + entry] = width === 1 ? 0 : own - others;
    }
  }
}

interface Row {
  readonly start: number;
  readonly values: Float64Array;
  readonly row: number;
  readonly width: number;
}

/** The other entries of a row beside one above a half, and what they weigh; `beside` is -1 where none is. */
function restOf(alone: LogDerivatives, { start, values, row, width }: Row): { readonly beside: number; readonly value: number; readonly weighted: number } {
  let beside = -1;
  for (let entry = row; entry < row + width; entry++) if ((values[entry] ?? 0) > 0.5) beside = entry;
  let value = 0;
  let weighted = 0;
  for (let entry = beside < 0 ? row + width : row; entry < row + width; entry++) {
    if (entry === beside) continue;
    value += values[entry] ?? 0;
    weighted += (values[entry] ?? 0) * (alone[start + entry] ?? 0);
  }
  return { beside, value, weighted };
}
