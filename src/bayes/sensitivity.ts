import { propagateDerivatives, type LogDerivatives } from "#bayes/derivatives";
import { indexEvidence, type IndexedEvidence } from "#bayes/indexed";
import { posteriorOf } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { know } from "#bayes/known";
import type { Evidence } from "#bayes/network";
import { propagateUp, wholeReach } from "#bayes/propagate";

/** What is known together with one state of the target: how probable that is, and what follows. */
interface Hypothetical {
  readonly state: string;
  /** P(state | what is known). */
  readonly probability: number;
  /** The posteriors of all variables, in the order of the network, if the state were known. */
  readonly posteriors: readonly (readonly number[])[];
  readonly derivatives: LogDerivatives;
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
  readonly derivatives: LogDerivatives;
  readonly hypotheticals: readonly Hypothetical[];
}

/** Analyses a target given what is known of the other variables; undefined where that is impossible. */
export function analyse(tree: JunctionTree, evidence: Evidence, target: string): Analysis | undefined {
  const { network } = tree;
  const number = network.numbers.get(target);
  if (number === undefined) throw new RangeError(`The network has no variable called ${target}.`);
  const known = withoutTarget(indexEvidence(network, evidence), number);
  if (!know(tree, known) || !propagateUp(tree)) return undefined;
  const reach = wholeReach(tree);
  const derivatives = propagateDerivatives(tree, reach);
  const posteriors = allPosteriors(tree);
  const hypotheticals = (network.states[number] ?? []).flatMap((state, at): readonly Hypothetical[] => {
    const probability = posteriors[number]?.[at] ?? 0;
    if (probability === 0 || !know(tree, { ...known, observed: new Map([...known.observed, [number, at]]) }) || !propagateUp(tree)) return [];
    return [{ state, probability, derivatives: propagateDerivatives(tree, reach), posteriors: allPosteriors(tree) }];
  });
  return { tree, target: number, known, posteriors, derivatives, hypotheticals };
}

const allPosteriors = (tree: JunctionTree): readonly (readonly number[])[] => tree.network.ids.map((_, variable) => posteriorOf(tree, variable));

function withoutTarget({ observed, likelihoods }: IndexedEvidence, target: number): IndexedEvidence {
  const keep = <Value>(map: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> => new Map(Array.from(map).filter(([variable]) => variable !== target));
  return { observed: keep(observed), likelihoods: keep(likelihoods) };
}

/**
 * How P(state | what is known) depends on one entry of a table, while the others of its row keep their proportions: exactly
 * probability (1 + above d) / (1 + below d), where d is the change of the entry (Castillo, Gutiérrez and Hadi 1997; Chan
 * and Darwiche 2002). An entry of 1 gives what it loses to the others in equal parts.
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
export function changeFor({ probability, above, below }: SensitivityFunction, wanted: number): number | undefined {
  const slope = probability * above - wanted * below;
  return slope === 0 ? undefined : (wanted - probability) / slope;
}

/** An entry of the network's tables: P(variable = state | the states of its parents). */
export interface Parameter {
  readonly table: number;
  readonly entry: number;
  readonly value: number;
  readonly function: SensitivityFunction;
}

/** The sensitivity of one state of the target to every entry of every table; empty where the state is impossible. */
export function sensitivities({ tree, derivatives, hypotheticals }: Analysis, state: string): readonly Parameter[] {
  const hypothetical = hypotheticals.find((one) => one.state === state);
  if (!hypothetical) return [];
  const { tables, sizes } = tree.network;
  return tables.flatMap(({ scope, values }, table) => {
    const width = sizes[scope.at(-1) ?? 0] ?? 1;
    const above = alongRows(hypothetical.derivatives[table] ?? values, values, width);
    const below = alongRows(derivatives[table] ?? values, values, width);
    return Array.from(values, (value, entry) => ({ table, entry, value, function: { probability: hypothetical.probability, above: above[entry] ?? 0, below: below[entry] ?? 0 } }));
  });
}

/** Derivatives for each entry where the rest of its row gives way, from those for each entry on its own. */
function alongRows(alone: Float64Array, values: Float64Array, width: number): Float64Array {
  const along = new Float64Array(alone.length);
  if (width === 1) return along;
  for (let row = 0; row < alone.length; row += width) {
    let [weighted, sum] = [0, 0];
    for (let entry = row; entry < row + width; entry++) {
      weighted += (values[entry] ?? 0) * (alone[entry] ?? 0);
      sum += alone[entry] ?? 0;
    }
    for (let entry = row; entry < row + width; entry++) {
      const [value, own] = [values[entry] ?? 0, alone[entry] ?? 0];
      const others = value < 1 ? (weighted - value * own) / (1 - value) : (sum - own) / (width - 1);
      along[entry] = own - others;
    }
  }
  return along;
}
