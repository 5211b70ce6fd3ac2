import type { Account } from "#bargaining/forums/run";
import type { Share } from "#bargaining/forums/summary";
import { columnKey, isResidual, statesOf } from "#core/read-vector";
import { forumNamed, outcomeRows, type OutcomeRow } from "#core/negotiation/declared-simulation";
import { isMeant, readOutcomeTest, type OutcomeTest } from "#core/negotiation/outcome-words";
import type { Names } from "#model/names";

/** How often a scenario came about, with the error of the number of runs. */
export interface ScenarioShare extends Share {
  readonly id: string;
  readonly count: number;
}

/** Leads runs to scenarios by the document's table. Every scenario that a row leads to is there, even where no run led to it. */
export interface ScenarioShares {
  readonly runs: number;
  readonly shares: readonly ScenarioShare[];
}

/** Rows are tried from above; the first that a run fits decides, and what fits none is the residual scenario. A sentence says what is at fault with the table; undefined where there is none. */
export function scenarioShares(names: Names, accounts: readonly Account[]): ScenarioShares | string | undefined {
  const rows = outcomeRows(names);
  if (rows.length === 0) return undefined;
  const compiled = rows.map((row) => compileRow(row, names, accounts));
  const fault = compiled.find((row) => typeof row === "string");
  if (fault !== undefined) return fault;
  const usable = compiled.filter((row) => typeof row !== "string");
  const rest = usable.some(({ tests }) => tests.length === 0) ? undefined : statesOf(names, "scenario").list.find(isResidual)?.id;
  const runs = accounts[0]?.outcomes.length ?? 0;
  const counts = new Map([...usable.map(({ scenario }) => scenario), ...(rest === undefined ? [] : [rest])].map((id) => [id, 0]));
  for (let run = 0; run < runs; run++) {
    const led = usable.find(({ tests }) => tests.every(({ account, test }) => isMeant(test, account.outcomes[run] ?? 0, account.texts[run] ?? Number.NaN)))?.scenario ?? rest;
    if (led === undefined) return "a run fits none of its rows, and no scenario is the residual one";
    counts.set(led, (counts.get(led) ?? 0) + 1);
  }
  return { runs, shares: Array.from(counts, ([id, count]) => ({ id, count, share: count / runs, error: Math.sqrt((count / runs) * (1 - count / runs) / runs) })) };
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

/** A cell that any run fits asks for nothing. */
const isAny = ({ classes, text }: OutcomeTest, { track }: Account): boolean => text === undefined && classes.size === (readOutcomeTest("any", track.forum.rule)?.classes.size ?? 0);
