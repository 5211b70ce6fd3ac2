import { pairsIn } from "#core/read-pairs";
import { parameters, type ParameterName, type Parameters } from "#bargaining/forums/parameters";
import type { Names } from "#model/names";
import { forumNamed } from "#core/negotiation/forum-named";
import type { AskedInstead } from "#core/negotiation/read-negotiation";

/** The id by which a document's simulation is known, and left out. */
export const simulationId = "simulation";

/** How a document wants its negotiation simulated. */
export interface DeclaredSimulation {
  readonly runs: number;
  readonly seed: number;
  /** How often the parameters that the document does not set are drawn anew; 1 leaves them at their defaults. */
  readonly draws: number;
  /** Of its opinion in the pool. */
  readonly weight: number;
  readonly texts: AskedInstead["texts"];
  readonly parameters: Partial<Parameters>;
}

/** What counts where the document says nothing: ours. */
export const simulationDefaults = { runs: 1000, seed: 1, draws: 20, weight: 1 } as const;

/** More than this and a page takes its time. */
export const mostDeclaredRuns = 100_000;
export const mostDeclaredDraws = 1000;

/** The simulation that the document declares; undefined where it declares none. */
export function declaredSimulation(names: Names): DeclaredSimulation | undefined {
  const declared = names.find(simulationId);
  if (declared?.kind !== "simulation") return undefined;
  const number = (fact: keyof typeof simulationDefaults): number => Number(declared.facts?.[fact] ?? simulationDefaults[fact]);
  const set = pairsIn(declared.facts?.["parameters"]);
  return {
    runs: number("runs"),
    seed: number("seed"),
    draws: Math.min(number("draws"), number("runs")),
    weight: number("weight"),
    texts: new Map(pairsIn(declared.facts?.["texts"]).flatMap(([words, value]) => forumIdsOf(words, names).map((id) => [id, value] as const))),
    parameters: Object.fromEntries(parameters.flatMap(({ name }) => set.filter(([words]) => words === name).map(([, value]): [ParameterName, number] => [name, value]))),
  };
}

/** A row of the table that leads from outcomes to scenarios, as declared. */
export interface OutcomeRow {
  readonly id: string;
  /** The scenario in the author's words. */
  readonly scenario: string;
  /** What each column that has words says, by the column's name. */
  readonly words: readonly (readonly [column: string, words: string])[];
}

const columnFact = "in ";

/** The facts by which a row is declared. */
export const rowFacts = ({ scenario, words }: Omit<OutcomeRow, "id">): Readonly<Record<string, string>> => ({ scenario, ...Object.fromEntries(words.map(([column, text]) => [`${columnFact}${column}`, text])) });

/** The rows in the order of the document. */
export const outcomeRows = (names: Names): readonly OutcomeRow[] =>
  names.all("outcome").map(({ id, facts = {} }) => ({
    id,
    scenario: facts["scenario"] ?? "",
    words: Object.entries(facts).flatMap(([name, words]) => (name.startsWith(columnFact) ? [[name.slice(columnFact.length), words] as const] : [])),
  }));

const forumIdsOf = (words: string, names: Names): readonly string[] => {
  const forum = forumNamed(words, names);
  return forum ? [forum.id] : [];
};
