import { spokenName } from "#core/read-ids";
import { columnNameKey } from "#core/read-table";
import type { Interval } from "#kit/interval";
import type { Likelihood } from "#model/likelihood";
import type { Declaration, Kind, Names } from "#model/names";
import type { Prose } from "#model/outline";
import { isBlank } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";

/** A cell in a column that may stand for a scenario or a hypothesis, with the likelihood where the cell holds one. */
export interface StateCell {
  /** The column's name as written. */
  readonly column: string;
  /** The column's name as `columnKey` gives it. */
  readonly key: string;
  readonly cell: Prose;
  readonly likelihood?: Likelihood;
}

/** The cells, blank ones left out, of the columns that a table's own names do not cover. Which state a column means is known once all names are. */
export const readStateCells = (other: readonly { readonly column: string; readonly cell: Prose }[], yardstick: Yardstick): readonly StateCell[] =>
  other.flatMap(({ column, cell }) => {
    if (isBlank(cell)) return [];
    const likelihood = readLikelihood(cell, yardstick);
    return { column, key: columnKey(column), cell, ...(likelihood && { likelihood }) };
  });

/** A column's name as it is compared: `P(A)`, `Scenario A` and `A (mandate)` are all `a`. */
export function columnKey(column: string): string {
  return columnNameKey(column).replace(/^(?:scenario|hypothesis|outcome|if) (?=.)/u, "");
}

const residualNames = ["other", "others", "else", "something else", "another outcome", "another result", "residual", "rest", "the rest", "none of these", "none of the above", "any other"];

/** True for what people call the state that stands for everything not named: `Other`, `Any other outcome`, `None of these`. */
export function saysResidual(text: string): boolean {
  const key = columnKey(text);
  return residualNames.includes(key) || /^(?:(?:any|some|an|all) ?)?others?(?: (?:outcome|result|scenario|development|possibilit|explanation|hypothes)\p{Letter}*)?$/u.test(key);
}

/** What a state is known by. */
export type State = Pick<Declaration, "id" | "title" | "facts">;

/** Finds the state that a column means: by its id, its title or both; the residual state also by words such as `other`. */
export function stateFinder(states: readonly State[]): (key: string) => State | undefined {
  const residual = states.filter(isResidual);
  const only = residual.length === 1 ? residual[0] : undefined;
  const byKey = new Map<string, State>(only ? residualNames.map((name) => [name, only] as const) : []);
  for (const state of states) byKey.set(columnKey(state.title), state).set(columnKey(`${state.id} ${state.title}`), state);
  for (const state of states) byKey.set(columnKey(state.id), state);
  byKey.delete("");
  return (key) => byKey.get(key);
}

/** The states that the document declares, with the finder for columns that mean them. */
export interface States {
  readonly list: readonly State[];
  readonly find: (key: string) => State | undefined;
}

/** The scenarios or hypotheses of a document; kept for as long as its names are, since every row asks for them. */
export function statesOf(names: Names, kind: Kind): States {
  const kept = keptStates.get(names) ?? new Map<Kind, States>();
  keptStates.set(names, kept);
  const known = kept.get(kind) ?? statesFrom(names.all(kind));
  kept.set(kind, known);
  return known;
}
const statesFrom = (list: readonly State[]): States => ({ list, find: stateFinder(list) });
const keptStates = new WeakMap<Names, Map<Kind, States>>();

/** The numbers of a row by state; a state named by two columns keeps the first. */
export interface StateVector {
  readonly given: ReadonlyMap<string, Likelihood>;
  /** The states without a number, in their order. */
  readonly missing: readonly State[];
}

export function vectorOver({ list, find }: States, cells: readonly StateCell[]): StateVector {
  const given = new Map<string, Likelihood>();
  for (const { key, likelihood } of cells) {
    const state = find(key);
    if (state && likelihood && !given.has(state.id)) given.set(state.id, likelihood);
  }
  return { given, missing: list.filter(({ id }) => !given.has(id)) };
}

/** The numbers of a row without where and how they were written. */
export const intervalsOf = ({ given }: StateVector): ReadonlyMap<string, Interval> => new Map(Array.from(given, ([state, likelihood]) => [state, intervalOf(likelihood)]));

/** True for the state that stands for everything not named. */
export const isResidual = ({ facts }: State): boolean => facts?.["residual"] === "yes";

/** What a sentence calls a scenario. */
export const scenarioName = ({ id, title }: State): string => spokenName({ id, title, kind: "scenario" });

/** A likelihood as the bare numbers that enter a computation. */
export const intervalOf = ({ low, point, high }: Likelihood): Interval => ({ low, point, high });
