import { classesOf } from "#bargaining/forums/rules";
import type { Account } from "#bargaining/forums/run";
import { countsByDraw, drawnShare, type DrawnShare } from "#bargaining/forums/uncertain";
import { columnKey, isResidual, statesOf } from "#core/read-vector";
import { outcomeRows, type OutcomeRow } from "#core/negotiation/declared-simulation";
import { forumNamed } from "#core/negotiation/forum-named";
import { isMeant, readOutcomeTest, type OutcomeTest } from "#core/negotiation/outcome-words";
import type { Names } from "#model/names";

/** How often a scenario came about, with its error and how far it moves with the parameters. */
export interface ScenarioShare extends DrawnShare {
  readonly id: string;
  readonly count: number;
}

/** Leads runs to scenarios by the document's table. Every scenario that a row leads to is there, even where no run led to it. */
export interface ScenarioShares {
  readonly runs: number;
  readonly shares: readonly ScenarioShare[];
}

/** Rows are tried from above; the first that a run fits decides, and what fits none is the residual scenario. A sentence says what is at fault with the table; undefined where there is none. */
export function scenarioShares(names: Names, accounts: readonly Account[], draws = 1): ScenarioShares | string | undefined {
  const rows = outcomeRows(names);
  if (rows.length === 0) return undefined;
  const compiled = rows.map((row) => compileRow(row, names, accounts));
  const fault = compiled.find((row) => typeof row === "string");
  if (fault !== undefined) return fault;
  const usable = compiled.filter((row) => typeof row !== "string");
  const rest = isComplete(usable, accounts) ? undefined : statesOf(names, "scenario").list.find(isResidual)?.id;
  const runs = accounts[0]?.outcomes.length ?? 0;
  const fits = ({ tests }: CompiledRow, run: number): boolean => tests.every(({ account, test }) => isMeant(test, account.outcomes[run] ?? 0, account.texts[run] ?? Number.NaN));
  const led = Array.from({ length: runs }, (_, run) => usable.find((row) => fits(row, run))?.scenario ?? rest);
  if (led.includes(undefined)) return "a run fits none of its rows, and no scenario is the residual one";
  const reachable = new Set([...usable.map(({ scenario }) => scenario), ...(rest === undefined ? [] : [rest])]);
  return { runs, shares: Array.from(reachable, (id) => shareOf(id, led, draws)) };
}

function shareOf(id: string, led: readonly (string | undefined)[], draws: number): ScenarioShare {
  const counts = countsByDraw(led.length, draws, (run) => led[run] === id);
  return { id, count: counts.reduce((sum, count) => sum + count, 0), ...drawnShare(counts, led.length / draws) };
}

interface CompiledRow {
  readonly scenario: string;
  readonly tests: readonly { readonly account: Account; readonly test: OutcomeTest }[];
}

function compileRow({ id, scenario: words, words: cells }: OutcomeRow, names: Names, accounts: readonly Account[]): CompiledRow | string {
  const scenario = statesOf(names, "scenario").find(columnKey(words));
  if (!scenario) return `${id} leads to “${words}”, which is no scenario`;
  const tests = cells.map(([column, text]) => {
    const forum = forumNamed(column, names)?.id;
    const account = accounts.find(({ track }) => track.forum.id === forum);
    if (!account) return `${id} speaks of ${column}, which is not simulated`;
    const test = readOutcomeTest(text, account.track.forum.rule);
    return test ? { account, test } : `${id} says “${text}” of ${column}, which is none of its outcomes`;
  });
  const fault = tests.find((test) => typeof test === "string");
  return fault ?? { scenario: scenario.id, tests: tests.filter((test) => typeof test !== "string").filter(({ test, account }) => !isAny(test, account)) };
}

/** Combinations of outcomes that are looked through; beyond, something is taken to be left. */
const mostCombinations = 100_000;

/** True where every combination of outcomes, texts in each stretch between the places that are asked for, fits a row. */
function isComplete(rows: readonly CompiledRow[], accounts: readonly Account[]): boolean {
  const asked = accounts.filter((account) => rows.some(({ tests }) => tests.some((test) => test.account === account)));
  const endings = asked.map((account) => endingsOf(account, rows));
  const combinations = endings.reduce((product, { length }) => product * length, 1);
  if (combinations > mostCombinations) return false;
  const fits = (row: CompiledRow, chosen: readonly Ending[]): boolean =>
    row.tests.every(({ account, test }) => {
      const ending = chosen[asked.indexOf(account)];
      return ending !== undefined && isMeant(test, ending.outcome, ending.place);
    });
  return Array.from({ length: combinations }, (_, at) => chosenFrom(endings, at)).every((chosen) => rows.some((row) => fits(row, chosen)));
}

interface Ending {
  readonly outcome: number;
  readonly place: number;
}

/** Each way in which a forum can end, as far as the rows tell ways apart. */
function endingsOf(account: Account, rows: readonly CompiledRow[]): readonly Ending[] {
  const tests = rows.flatMap((row) => row.tests.flatMap(({ account: other, test }) => (other === account && test.text ? [test.text.from, test.text.below] : [])));
  const places = [0, ...new Set(tests.filter((place) => place > 0 && place <= 1))];
  return classesOf(account.track.forum.rule).flatMap(({ delivers }, outcome) => (delivers ? places.map((place) => ({ outcome, place })) : [{ outcome, place: Number.NaN }]));
}

/** The combination with a number: its digits choose from each list. */
function chosenFrom(lists: readonly (readonly Ending[])[], number: number): readonly Ending[] {
  let left = number;
  return lists.flatMap((list) => {
    const chosen = list[left % list.length];
    left = Math.floor(left / list.length);
    return chosen ? [chosen] : [];
  });
}

/** A cell that any run fits asks for nothing. */
const isAny = ({ classes, text }: OutcomeTest, { track }: Account): boolean => text === undefined && classes.size === (readOutcomeTest("any", track.forum.rule)?.classes.size ?? 0);
