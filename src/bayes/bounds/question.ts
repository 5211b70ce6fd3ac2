import { indexEvidence, indexNetwork, type IndexedEvidence, type IndexedNetwork } from "#bayes/indexed";
import type { Evidence, Network } from "#bayes/network";

/** What bears on the posterior of a target: all other tables sum to 1, or cancel out of it. */
export interface Question {
  readonly network: IndexedNetwork;
  readonly target: number;
  /** What is known of the other variables; what is known of the target itself is left out. */
  readonly known: IndexedEvidence;
  /** The variables whose tables bear on it, as numbers. */
  readonly bearing: ReadonlySet<number>;
}

/** Keeps the ancestors of the target and of what is known, and of these what is connected with the target once the observed states are put in. */
export function questionAbout(network: Network, evidence: Evidence, target: string): Question {
  const indexed = indexNetwork(network);
  const number = indexed.numbers.get(target);
  if (number === undefined) throw new RangeError(`The network has no variable called ${target}.`);
  const known = withoutTarget(indexEvidence(indexed, evidence), number);
  const families = familiesOf(indexed);
  const relevant = spread([number, ...known.observed.keys(), ...known.likelihoods.keys()], (variable) => families.get(variable)?.slice(0, -1) ?? []);
  const bearing = bearingOn(number, Array.from(relevant, (variable) => families.get(variable) ?? []), known.observed);
  return { network: indexed, target: number, known, bearing };
}

function withoutTarget({ observed, likelihoods }: IndexedEvidence, target: number): IndexedEvidence {
  const keep = <Value>(map: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> => new Map(Array.from(map).filter(([variable]) => variable !== target));
  return { observed: keep(observed), likelihoods: keep(likelihoods) };
}

/** Each variable's parents and then itself. */
export const familiesOf = ({ tables }: IndexedNetwork): ReadonlyMap<number, readonly number[]> => new Map(tables.map(({ scope }) => [scope.at(-1) ?? -1, scope]));

/** The variables of families that share free variables with the target, step by step. */
function bearingOn(target: number, families: readonly (readonly number[])[], observed: ReadonlyMap<number, number>): ReadonlySet<number> {
  const holding = new Map<number, number[]>();
  for (const [place, family] of families.entries()) for (const variable of family) holding.set(variable, [...(holding.get(variable) ?? []), place]);
  const free = (place: number): readonly number[] => (families[place] ?? []).filter((variable) => !observed.has(variable));
  const reached = spread([target], (variable) => (holding.get(variable) ?? []).flatMap(free));
  const places = new Set(Array.from(reached).flatMap((variable) => holding.get(variable) ?? []));
  return new Set(Array.from(places, (place) => families[place]?.at(-1) ?? -1));
}

/** All that is reached from some numbers. */
function spread(from: readonly number[], next: (number: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set(from);
  for (const number of found) for (const other of next(number)) found.add(other);
  return found;
}
