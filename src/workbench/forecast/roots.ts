import { hypothesisVariable, scenarioVariable, type Dependent, type Evidence, type NetworkPiece, type Variable, type Watched } from "#core/network-piece";
import { firstOfEach, groupBy } from "#kit/group";
import { keptFor } from "#kit/kept";
import type { PoolingLaw } from "#scoring/pool";
import { normalised } from "#scoring/pool";
import { assumptionStates, compileAssumption, messageOf, type CompiledAssumption } from "#workbench/forecast/assumptions";
import { priorOf, type Prior } from "#workbench/forecast/prior";
import { addItems, weigh, type WeighedItem, type WeighingRules } from "#workbench/forecast/weigh";

/** A variable whose probability the forecast gives, with all that bears on it. */
export interface Root {
  readonly variable: Variable;
  readonly states: readonly string[];
  readonly prior: Prior;
  readonly items: readonly WeighedItem[];
  readonly assumptions: readonly CompiledAssumption[];
  readonly watched: readonly Watched[];
  /** How strongly items of one cluster repeat each other. */
  readonly correlation: number;
  /** ln of prior times likelihood, by state. */
  readonly logs: readonly number[];
}

export interface Rules extends WeighingRules {
  readonly law: PoolingLaw;
  readonly exponent: number;
  readonly assumed: ReadonlyMap<string, string>;
}

/** A piece with its numbers ready. */
export interface Compiled {
  readonly scenarios?: Root;
  readonly hypotheses?: Root;
  /** All assumptions, those without a variable to hang on included. */
  readonly assumptions: readonly CompiledAssumption[];
  /** Items that bear on nothing the forecast knows. */
  readonly adrift: readonly Evidence[];
}

export const rootsOf = ({ scenarios, hypotheses }: Compiled): readonly Root[] => [scenarios, hypotheses].filter((root) => root !== undefined);

/** The variable that the document is about: its scenarios, or its hypotheses where it has none. */
export const mainRoot = ({ scenarios, hypotheses }: Compiled): Root | undefined => scenarios ?? hypotheses;

/**
 * Puts each opinion, item and assumption of a piece in its place. `active` leaves out the assumptions about which nothing
 * is known: they cannot move their variable, so a what-if that asks for nothing else can do without.
 */
export function compile(piece: NetworkPiece, rules: Rules, which: "all" | "active" = "all"): Compiled {
  const evidence = groupBy(piece.evidence, ({ variable }) => variable);
  const priors = new Map([scenarioVariable, hypothesisVariable].flatMap((id) => priorFor(id, piece, rules)));
  const asked = which === "all" ? piece.dependents : piece.dependents.filter(({ id }) => evidence.has(id) || rules.assumed.has(id));
  const assumptions = distinct(asked).map((dependent) => {
    const items = weigh(evidence.get(dependent.id) ?? [], assumptionStates, rules);
    const parent = priors.get(dependent.variable);
    const states = parent ? stateIds(parent.variable) : [];
    return compileAssumption(dependent, { states, prior: parent?.prior ?? noPrior, items, assumed: rules.assumed.get(dependent.id) });
  });
  const roots = Array.from(priors.values(), ({ variable, prior }) => rootOf(variable, prior, { piece, items: evidence.get(variable.id) ?? [], assumptions, rules }));
  const known = new Set([...priors.keys(), ...piece.dependents.map(({ id }) => id)]);
  const [scenarios, hypotheses] = [scenarioVariable, hypothesisVariable].map((id) => roots.find(({ variable }) => variable.id === id));
  return { ...(scenarios && { scenarios }), ...(hypotheses && { hypotheses }), assumptions, adrift: piece.evidence.filter(({ variable }) => !known.has(variable)) };
}

type PriorEntry = readonly [string, { readonly variable: Variable; readonly prior: Prior }];

function priorFor(id: string, piece: NetworkPiece, rules: Rules): readonly PriorEntry[] {
  const variable = piece.variables.find((candidate) => candidate.id === id && candidate.states.length > 0);
  return variable ? [[id, { variable, prior: priorOf(variable, piece.opinions, rules) }]] : [];
}

const noPrior: Prior = { point: [], opinions: [], law: "uniform", deadlock: false, unusable: [] };

const distinct = (dependents: readonly Dependent[]): readonly Dependent[] => firstOfEach(dependents, ({ id }) => id);

interface Parts {
  readonly piece: NetworkPiece;
  readonly items: readonly Evidence[];
  readonly assumptions: readonly CompiledAssumption[];
  readonly rules: Rules;
}

function rootOf(variable: Variable, prior: Prior, { piece, items, assumptions, rules }: Parts): Root {
  const states = stateIds(variable);
  const root = {
    variable,
    states,
    prior,
    items: weigh(items, states, rules),
    assumptions: assumptions.filter(({ dependent }) => dependent.variable === variable.id),
    watched: piece.watched.filter((watched) => watched.variable === variable.id),
    correlation: rules.correlation,
  };
  return { ...root, logs: logsOf(root) };
}

/** The same list for the same variable. */
const stateIds = keptFor(({ states }: Variable): readonly string[] => states.map(({ id }) => id));

/** ln of prior times likelihood by state, without the message of one assumption where asked. */
export function logsOf({ prior, items, assumptions }: Pick<Root, "prior" | "items" | "assumptions">, except?: CompiledAssumption): readonly number[] {
  const messages = assumptions.flatMap((assumption) => (assumption === except ? [] : [messageOf(assumption)])).filter((message) => message !== undefined);
  const logs = addItems(prior.point.map(Math.log), items);
  return messages.reduce(addMessage, logs);
}

/** Adds a likelihood to the logarithms by state; what is impossible stays so. */
export const addMessage = (logs: readonly number[], message: readonly number[]): readonly number[] =>
  logs.map((log, state) => (log === -Infinity ? log : log + Math.log(message[state] ?? 1)));

/** The distribution that logarithms stand for, up to a common term; undefined where every state is impossible. */
export function fromLogs(logs: readonly number[]): readonly number[] | undefined {
  const largest = Math.max(...logs);
  return largest === -Infinity ? undefined : normalised(logs.map((log) => Math.exp(log - largest)));
}

/** The item that stands for the latest quiet look at an indicator. */
export const quietLook = ({ items }: Root, { id, quiet }: Watched): WeighedItem | undefined =>
  quiet && items.find(({ item }) => item.id === quiet.evidence && item.bearsOn === id);

/** The posterior; where the evidence excludes every state, the prior, and a note says so. */
export const posteriorOf = ({ logs, prior }: Root): readonly number[] => fromLogs(logs) ?? prior.point;

/** False where the evidence excludes every state between its items. */
export const isPossible = ({ logs }: Root): boolean => logs.some((log) => log > -Infinity);

/** The same variable with its prior only: what is left where the evidence contradicts itself. */
export const withoutEvidence = (root: Root): Root => ({
  ...root,
  items: [],
  assumptions: root.assumptions.map(({ assumed: _assumed, ...assumption }) => ({ ...assumption, items: [] })),
  watched: [],
  logs: root.prior.point.map(Math.log),
});

/** Half the sum of absolute differences of two distributions: the total variation distance. */
export const totalVariation = (one: readonly number[], other: readonly number[]): number =>
  Math.min(1, one.reduce((sum, value, state) => sum + Math.abs(value - (other[state] ?? 0)), 0) / 2);
