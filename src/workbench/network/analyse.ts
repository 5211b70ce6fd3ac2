import { valueOfInformation, type ValueOfInformation } from "#bayes/information";
import { evidenceBeside, noSuchState, type Evidence, type Network } from "#bayes/network";
import { analyse, changeFor, derivativeOf, posteriorAfter, sensitivityTo, type Analysis, type SensitivityFunction } from "#bayes/sensitivity";
import { changeToTurn, statementHolds, type Statement } from "#bayes/statement";
import { compiled, engine, impossible, refusal, type Asked, type Impossible, type Refused } from "#workbench/network/engine";
import { entryNames, type NamedEntry } from "#workbench/network/entry";
import { readStatement } from "#workbench/network/read-statement";

/** One entry of a table, and how the posterior that was asked about follows it. */
export interface NetworkParameter extends NamedEntry {
  /** True for the second of two states: what moves it moves the first the other way. */
  readonly mirrored: boolean;
  /** dP / d entry, where the others of its row keep their proportions. */
  readonly derivative: number;
  /** The ends of the interval over which the entry was moved, and the posterior there. */
  readonly from: { readonly value: number; readonly posterior: number };
  readonly to: { readonly value: number; readonly posterior: number };
  /** The value of the entry that brings the posterior to the one that was wanted, or at which the statement turns; null where none from 0 to 1 does. */
  readonly reaches?: number | null;
}

/** A tornado: entries of tables, those first that move the posterior most. */
export interface Tornado {
  readonly kind: "possible";
  readonly target: string;
  readonly state: string;
  readonly posterior: number;
  /** The statement that was to be made true, and whether it holds already. */
  readonly statement?: { readonly text: string; readonly holds: boolean };
  readonly parameters: readonly NetworkParameter[];
  readonly engine: typeof engine;
}

export interface TornadoQuestion extends Asked {
  /** The most probable state, unless another is named. */
  readonly state?: string;
  /** Each entry is moved down and up by this, as far as 0 and 1 allow. */
  readonly by: number;
  /** A posterior that is wanted. */
  readonly reach?: number;
  /** A statement that is wanted: `STATE > STATE`, `STATE >= 0.6`. The entries that need the smallest change come first. */
  readonly make?: string;
}

/** The one-way sensitivities of a posterior to every entry of every table. */
export function tornadoOf(network: Network, evidence: Evidence, question: TornadoQuestion): Tornado | Impossible | Refused {
  const { target, make } = question;
  const analysis = analysisOf(network, evidence, question);
  if ("kind" in analysis) return analysis;
  const statement = make === undefined ? undefined : statementOn(analysis, network, target, make);
  if (statement && "kind" in statement) return statement;
  const asked = stateAsked(analysis, target, question.state ?? statement?.state);
  if ("kind" in asked) return asked;
  const naming = entryNames(network);
  const { starts, tables, sizes } = analysis.tree.network;
  const parameters = network.tables.flatMap(({ probabilities }, table) => {
    const ofTwo = sizes[tables[table]?.scope.at(-1) ?? -1] === 2;
    return probabilities.flatMap((value, entry) => {
      const number = (starts[table] ?? 0) + entry;
      const own = sensitivityTo(analysis, asked.state, number);
      if (!own) return [];
      const turn = statement ? { reaches: turning(value, analysis, statement, number) } : question.reach === undefined ? {} : { reaches: within(value, changeFor(own, question.reach)) };
      return [described(naming(table, entry), own, { by: question.by, mirrored: ofTwo && entry % 2 === 1, turn })];
    });
  });
  const sorted = parameters.toSorted(statement ? byNeed : bySwing);
  return { kind: "possible", target, state: asked.state, posterior: asked.probability, ...(statement && { statement: { text: make ?? "", holds: statementHolds(analysis, statement) } }), parameters: sorted, engine };
}

const swing = ({ from, to }: NetworkParameter): number => Math.abs(to.posterior - from.posterior);
const bySwing = (a: NetworkParameter, b: NetworkParameter): number => swing(b) - swing(a);
const need = ({ value, reaches }: NetworkParameter): number => (typeof reaches === "number" ? Math.abs(reaches - value) : 2);
const byNeed = (a: NetworkParameter, b: NetworkParameter): number => need(a) - need(b);

function statementOn({ hypotheticals }: Analysis, network: Network, target: string, text: string): Statement | Refused {
  const statement = readStatement(text, target, network.variables.find(({ id }) => id === target)?.states ?? []);
  if ("problem" in statement) return { kind: "refused", problem: statement.problem };
  const named = [statement.state, ...(statement.than.kind === "state" ? [statement.than.state] : [])];
  const excluded = named.find((state) => !hypotheticals.some((one) => one.state === state));
  return excluded === undefined ? statement : { kind: "refused", problem: `The evidence excludes ${excluded}, so no single entry is known to make \`${text}\` true.` };
}

/** The named state of the target, or the most probable, with its posterior. */
export function stateAsked({ hypotheticals, tree, target: number }: Analysis, target: string, named: string | undefined): { readonly state: string; readonly probability: number } | Refused {
  const leading = hypotheticals.reduce((best, one) => (one.probability > best.probability ? one : best), hypotheticals[0] ?? { state: "", probability: 0 });
  const asked = named === undefined ? leading : hypotheticals.find(({ state }) => state === named);
  if (asked) return asked;
  const states = tree.network.states[number] ?? [];
  return { kind: "refused", problem: states.includes(named ?? "") ? `The evidence excludes the state ${named ?? ""} of ${target}.` : noSuchState(target, named ?? "", states) };
}

/** The value at which a statement turns; a strict one must be able to go beyond. */
function turning(value: number, analysis: Analysis, statement: Statement, entry: number): number | null {
  const turn = within(value, changeToTurn(analysis, statement, entry));
  return statement.strict && (turn === 0 || turn === 1) && !statementHolds(analysis, statement) ? null : turn;
}

/** An analysis rooted at the target; or why there is none. */
export function analysisOf(network: Network, evidence: Evidence, asked: Asked): Analysis | Impossible | Refused {
  const { target } = asked;
  const refused = refusal(network, evidence, [target]);
  if (refused) return refused;
  const tree = compiled(network, asked);
  if (tree.kind === "refused") return tree;
  return analyse(tree, evidence, target) ?? impossible(tree, evidenceBeside(evidence, target));
}

interface Description {
  readonly by: number;
  readonly mirrored: boolean;
  readonly turn: Pick<NetworkParameter, "reaches">;
}

function described(named: NamedEntry, own: SensitivityFunction, { by, mirrored, turn }: Description): NetworkParameter {
  const { value } = named;
  const at = (moved: number) => ({ value: moved, posterior: posteriorAfter(own, moved - value) });
  return { ...named, mirrored, derivative: derivativeOf(own), from: at(Math.max(0, value - by)), to: at(Math.min(1, value + by)), ...turn };
}

function within(value: number, change: number | undefined): number | null {
  const moved = value + (change ?? Number.NaN);
  return moved >= 0 && moved <= 1 ? moved : null;
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

export function watchlistOf(network: Network, evidence: Evidence, asked: Asked): Watchlist | Impossible | Refused {
  const { target } = asked;
  const analysis = analysisOf(network, evidence, asked);
  if ("kind" in analysis) return analysis;
  const entropy = analysis.hypotheticals.reduce((sum, { probability }) => sum - probability * Math.log2(probability), 0);
  const variables = valueOfInformation(analysis).map(({ variable, ...value }) => ({ node: network.variables[variable]?.id ?? "", ...value }));
  return { kind: "possible", target, entropy: Math.max(0, entropy), variables, engine };
}
