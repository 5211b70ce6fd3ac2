import { fallbackNotes } from "#bargaining/forums/fallback-notes";
import type { Negotiation } from "#bargaining/forums/negotiation";
import { parameters, parametersWith } from "#bargaining/forums/parameters";
import { runNegotiation, type Account, type RunOptions } from "#bargaining/forums/run";
import { runOverParameters } from "#bargaining/forums/uncertain";
import { declaredSimulation, type DeclaredSimulation } from "#core/negotiation/declared-simulation";
import { readNegotiation, type Clock } from "#core/negotiation/read-negotiation";
import { scenarioShares, type ScenarioShares } from "#core/negotiation/scenario-shares";
import { statesOf, type State } from "#core/read-vector";
import { keptForBoth, keptLast } from "#kit/kept";
import type { Names } from "#model/names";

/** The simulation that a document declares, carried out. */
export interface DeclaredRuns {
  readonly negotiation: Negotiation;
  readonly declared: DeclaredSimulation;
  /** The runs with every parameter at its default, or as the document sets it: what variants are compared with. */
  readonly options: RunOptions;
  /** The runs over draws of the parameters. */
  readonly accounts: readonly Account[];
  /** What had to be assumed or left out. */
  readonly notes: readonly string[];
  /** By scenario; a sentence says why there is nothing; undefined where the document has no table for it. */
  readonly scenarios: ScenarioShares | string | undefined;
}

/** Carries out the declared simulation; a sentence says what is missing, and undefined that none is declared. Kept, because a forecast asks once for each of its what-ifs. */
export const declaredRuns = keptForBoth((names: Names, clock: Clock): DeclaredRuns | string | undefined => {
  const declared = declaredSimulation(names);
  if (!declared) return undefined;
  const impossible = outOfRange(declared);
  if (impossible !== undefined) return impossible;
  const read = readNegotiation(names, { rules: new Map(), texts: declared.texts }, clock);
  if (typeof read === "string") return read;
  const { negotiation, notes } = read;
  const options: RunOptions = { runs: declared.runs, seed: declared.seed, parameters: parametersWith(declared.parameters) };
  const accounts = runsOf({ negotiation, declared });
  return { negotiation, declared, options, accounts, notes: [...notes, ...fallbackNotes(accounts)], scenarios: scenarioShares(names, accounts, declared.draws) };
});

/** A number that the document sets and that its parameter cannot have. */
function outOfRange({ texts, parameters: set }: DeclaredSimulation): string | undefined {
  const wrong = parameters.find(({ name, low, high }) => (set[name] ?? low) < low || (set[name] ?? low) > high);
  if (wrong) return `${wrong.name} cannot be ${set[wrong.name]}`;
  const text = Array.from(texts).find(([, place]) => place < 0 || place > 100);
  return text && `the text of ${text[0]} cannot lie at ${text[1]}`;
}

/** Kept, because most letters that are typed change nothing here. */
const runsOf = keptLast(
  (asked: Pick<DeclaredRuns, "negotiation" | "declared">) => JSON.stringify(asked),
  ({ negotiation, declared: { runs, seed, draws, parameters: known } }) => (draws > 1 ? runOverParameters(negotiation, { runs, seed, draws, known }) : runNegotiation(negotiation, { runs, seed, parameters: parametersWith(known) })),
);

/** A distribution over all scenarios. */
export type Distribution = ReadonlyMap<string, number>;

/**
 * What the simulation gives to the pool: for each scenario that it can lead to (count + 1/2) / (runs + m/2), m being their number, so
 * that what no run led to is rare and not impossible (Krichevsky and Trofimov 1981). Of the others it knows nothing: they
 * keep what the author states, and the simulation shares out the rest. A sentence where that cannot be done.
 */
export function simulatedDistribution(names: Names, { runs, shares }: ScenarioShares): Distribution | string {
  const states = statesOf(names, "scenario").list;
  const beyond = states.filter(({ id }) => !shares.some((share) => share.id === id));
  const silent = beyond.find((state) => statedOf(state) === undefined);
  if (silent) return `no row of its table leads to ${silent.id}, and no probability is stated for it`;
  const sum = states.every((state) => statedOf(state) !== undefined) ? total(states.map((state) => statedOf(state) ?? 0)) : 1;
  const kept = beyond.map((state) => [state.id, (statedOf(state) ?? 0) / sum] as const);
  const left = 1 - total(kept.map(([, share]) => share));
  if (!(left > 0)) return "the scenarios that it cannot lead to are stated with certainty";
  return new Map([...kept, ...shares.map(({ id, count }) => [id, (left * (count + 1 / 2)) / (runs + shares.length / 2)] as const)]);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function statedOf({ facts }: State): number | undefined {
  const stated = Number(facts?.["stated"] ?? Number.NaN);
  return Number.isFinite(stated) ? stated : undefined;
}
