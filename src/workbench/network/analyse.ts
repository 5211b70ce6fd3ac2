import { valueOfInformation, type ValueOfInformation } from "#bayes/information";
import type { Evidence, Network } from "#bayes/network";
import { analyse, changeFor, derivativeOf, posteriorAfter, sensitivityTo, type Analysis, type SensitivityFunction } from "#bayes/sensitivity";
import { compiled, engine, impossible, refusal, type Refused } from "#workbench/network/engine";

/** One entry of a table, and how the posterior that was asked about follows it. */
export interface NetworkParameter {
  readonly node: string;
  readonly state: string;
  /** The states of the parents in its row. */
  readonly given: Readonly<Record<string, string>>;
  readonly value: number;
  /** True for the second of two states: what moves it moves the first the other way. */
  readonly mirrored: boolean;
  /** dP / d entry, where the others of its row keep their proportions. */
  readonly derivative: number;
  /** The ends of the interval over which the entry was moved, and the posterior there. */
  readonly from: { readonly value: number; readonly posterior: number };
  readonly to: { readonly value: number; readonly posterior: number };
  /** The value of the entry that brings the posterior to the one that was wanted; null where none from 0 to 1 does. */
  readonly reaches?: number | null;
}

/** A tornado: entries of tables, those first that move the posterior most. */
export interface Tornado {
  readonly kind: "possible";
  readonly target: string;
  readonly state: string;
  readonly posterior: number;
  readonly parameters: readonly NetworkParameter[];
  readonly engine: typeof engine;
}

export interface TornadoQuestion {
  readonly target: string;
  /** The most probable state, unless another is named. */
  readonly state?: string;
  /** Each entry is moved down and up by this, as far as 0 and 1 allow. */
  readonly by: number;
  /** A posterior that is wanted. */
  readonly reach?: number;
}

/** The one-way sensitivities of a posterior to every entry of every table. */
export function tornadoOf(network: Network, evidence: Evidence, question: TornadoQuestion): Tornado | Refused {
  const analysis = analysisOf(network, evidence, question.target);
  if ("kind" in analysis) return analysis;
  const { hypotheticals } = analysis;
  const leading = hypotheticals.reduce((best, one) => (one.probability > best.probability ? one : best), hypotheticals[0] ?? { state: "", probability: 0 });
  const { state, probability } = question.state === undefined ? leading : (hypotheticals.find((one) => one.state === question.state) ?? { state: undefined, probability: 0 });
  if (state === undefined) return { kind: "refused", problem: `${question.target} has no state ${question.state ?? ""} that is possible.` };
  const named = { network, byId: new Map(network.variables.map((variable) => [variable.id, variable.states])) };
  const parameters = network.tables.flatMap(({ probabilities }, table) =>
    probabilities.flatMap((value, entry) => {
      const own = sensitivityTo(analysis, state, (analysis.tree.network.starts[table] ?? 0) + entry);
      return own ? [described(named, { table, entry, value, own }, question)] : [];
    }),
  );
  const swing = ({ from, to }: NetworkParameter): number => Math.abs(to.posterior - from.posterior);
  return { kind: "possible", target: question.target, state, posterior: probability, parameters: parameters.toSorted((a, b) => swing(b) - swing(a)), engine };
}

interface Entry {
  readonly table: number;
  readonly entry: number;
  readonly value: number;
  readonly own: SensitivityFunction;
}

interface Named {
  readonly network: Network;
  readonly byId: ReadonlyMap<string, readonly string[]>;
}

function analysisOf(network: Network, evidence: Evidence, target: string): Analysis | Refused {
  const refused = refusal(network, evidence, [target]);
  if (refused) return refused;
  const tree = compiled(network, target);
  if (tree.kind === "refused") return tree;
  return analyse(tree, evidence, target) ?? impossible;
}

function described({ network, byId }: Named, { table, entry, value, own }: Entry, { by, reach }: TornadoQuestion): NetworkParameter {
  const { variable = "", parents = [] } = network.tables[table] ?? {};
  const states = (id: string): readonly string[] => byId.get(id) ?? [];
  const width = states(variable).length;
  const at = (moved: number) => ({ value: moved, posterior: posteriorAfter(own, moved - value) });
  return {
    node: variable,
    state: states(variable)[entry % width] ?? "",
    given: rowStates(Math.floor(entry / width), parents, states),
    value,
    mirrored: width === 2 && entry % 2 === 1,
    derivative: derivativeOf(own),
    from: at(Math.max(0, value - by)),
    to: at(Math.min(1, value + by)),
    ...(reach !== undefined && { reaches: within(value, changeFor(own, reach)) }),
  };
}

function within(value: number, change: number | undefined): number | null {
  const moved = value + (change ?? Number.NaN);
  return moved >= 0 && moved <= 1 ? moved : null;
}

/** The last parent changes fastest. */
function rowStates(row: number, parents: readonly string[], states: (id: string) => readonly string[]): Readonly<Record<string, string>> {
  let rest = row;
  const pairs = parents.toReversed().map((parent) => {
    const list = states(parent);
    const state = list[rest % list.length] ?? "";
    rest = Math.floor(rest / list.length);
    return [parent, state] as const;
  });
  return Object.fromEntries(pairs.toReversed());
}

/** What it is worth to learn each variable that is not observed, the most telling first. */
export interface Watchlist {
  readonly kind: "possible";
  readonly target: string;
  /** What is still unknown of the target, in bits. */
  readonly entropy: number;
  readonly variables: readonly (Omit<ValueOfInformation, "variable"> & { readonly node: string })[];
  readonly engine: typeof engine;
}

export function watchlistOf(network: Network, evidence: Evidence, target: string): Watchlist | Refused {
  const analysis = analysisOf(network, evidence, target);
  if ("kind" in analysis) return analysis;
  const entropy = analysis.hypotheticals.reduce((sum, { probability }) => sum - probability * Math.log2(probability), 0);
  const variables = valueOfInformation(analysis).map(({ variable, ...value }) => ({ node: network.variables[variable]?.id ?? "", ...value }));
  return { kind: "possible", target, entropy: Math.max(0, entropy), variables, engine };
}
