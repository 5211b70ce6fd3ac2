import { ruleOf } from "#core/negotiation/read-negotiation";
import { forumNamed } from "#core/negotiation/forum-named";
import { outcomeWords, readOutcomeTest } from "#core/negotiation/outcome-words";
import { spokenName } from "#core/read-ids";
import { columnKey, isResidual, scenarioName, statesOf } from "#core/read-vector";
import type { Rule } from "#core/technique";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import type { Row, Simulation } from "./schema.ts";

const syntax = "Rapporteur, document syntax of the simulation";
const exclusive = "ICD 203, tradecraft standard 6: logical argumentation; outcomes exclude each other and leave nothing out";

const nameOf = (row: Row): string => spokenName({ id: row.id, kind: "outcome", title: row.scenario ? plain(row.scenario) : "a row without a scenario" });

const noTable: Rule<Simulation> = {
  name: "no-table",
  severity: "warning",
  message: {
    what: "No table leads from the outcomes of the forums to the scenarios.",
    why: "What the simulation says cannot bear on the forecast.",
    remedy: "Add a table ID, one column for each forum that matters, Scenario; a row such as `agreed, text from 63` under F1.",
  },
  standard: syntax,
  *check({ rows, heading }, { names }) {
    if (rows.length === 0 && names.all("scenario").length > 0) yield { span: heading };
  },
};

const noScenario: Rule<Simulation> = {
  name: "no-scenario",
  severity: "error",
  message: { what: "{row} leads to no scenario.", why: "The table cannot be applied, so the simulation does not enter the forecast.", remedy: "Name a scenario of the document in the column Scenario." },
  standard: syntax,
  *check({ rows }) {
    for (const row of rows) if (!row.scenario) yield { span: row.span, values: { row: nameOf(row) } };
  },
};

const unknownScenario: Rule<Simulation> = {
  name: "unknown-scenario",
  severity: "error",
  message: { what: "{row} leads to “{written}”, which is no scenario of this document.", why: "The table cannot be applied, so the simulation does not enter the forecast.", remedy: "Write the id of one of them: {known}." },
  standard: syntax,
  *check({ rows }, { names }) {
    const { list, find } = statesOf(names, "scenario");
    if (list.length === 0) return;
    for (const row of rows) if (row.scenario && !find(columnKey(plain(row.scenario)))) yield { span: row.scenario.span, values: { row: nameOf(row), written: plain(row.scenario), known: list.map(({ id }) => id).join(", ") } };
  },
};

/** The cells with the forum that each column names, if it names one. */
const cellsOf = ({ rows }: Simulation, names: Names) => rows.flatMap((row) => row.cells.map(({ column, cell }) => ({ row, column, cell, forum: forumNamed(column, names) })));

const unknownForum: Rule<Simulation> = {
  name: "unknown-forum",
  severity: "error",
  message: { what: "The column {column} names no forum of this document.", why: "What its cells ask for cannot be simulated, so the simulation does not enter the forecast.", remedy: "Head the column with the id of a forum: {known}." },
  standard: syntax,
  *check(part, { names }) {
    const known = names.all("forum").map(({ id }) => id);
    const told = new Set<string>();
    for (const { column, cell, forum } of known.length > 0 ? cellsOf(part, names) : []) {
      if (forum || told.has(column)) continue;
      told.add(column);
      yield { span: cell.span, values: { column, known: known.join(", ") } };
    }
  },
};

const unknownOutcome: Rule<Simulation> = {
  name: "unknown-outcome",
  severity: "error",
  message: { what: "“{written}” is no outcome that {forum} can have.", why: "The table cannot be applied, so the simulation does not enter the forecast.", remedy: "Write the first words of one of these: {known}." },
  standard: syntax,
  *check(part, { names }) {
    for (const { cell, forum } of cellsOf(part, names)) {
      const rule = forum && ruleOf(forum);
      if (rule && !readOutcomeTest(plain(cell), rule)) yield { span: cell.span, values: { written: plain(cell), forum: spokenName(forum), known: outcomeWords(rule) } };
    }
  },
};

const textOffScale: Rule<Simulation> = {
  name: "text-off-scale",
  severity: "error",
  message: { what: "“{written}” asks for a text at {place}, off the scale from 0 to 100.", why: "No text lies there, so the row takes no run or takes them wherever they lie.", remedy: "Write a place from 0 to 100, whatever the numbers of the actors' scale." },
  standard: syntax,
  *check(part, { names }) {
    for (const { cell, forum } of cellsOf(part, names)) {
      const rule = forum && ruleOf(forum);
      const { from, below } = (rule && readOutcomeTest(plain(cell), rule)?.text) ?? { from: 0, below: 0 };
      const place = [from, below].find((one) => Number.isFinite(one) && one > 1);
      if (place !== undefined) yield { span: cell.span, values: { written: plain(cell), place: Math.round(place * 100) } };
    }
  },
};

/** True for a row that every run fits. */
const isCatchAll = ({ cells }: Row): boolean => cells.every(({ cell }) => /^(?:any(?:thing| outcome)?|whatever|all)$/iu.test(plain(cell)));

const unreachable: Rule<Simulation> = {
  name: "unreachable-row",
  severity: "warning",
  message: { what: "{row} is never reached: {above} takes every run before it.", why: "Rows are tried from above, and the first that fits decides.", remedy: "Move {above} to the end, or say in its cells which outcomes it means." },
  standard: exclusive,
  *check({ rows }) {
    const first = rows.findIndex(isCatchAll);
    const above = rows[first];
    if (above) for (const row of rows.slice(first + 1)) yield { span: row.span, values: { row: nameOf(row), above: nameOf(above) } };
  },
};

const noRest: Rule<Simulation> = {
  name: "no-last-row",
  severity: "warning",
  message: {
    what: "No row takes what the rows above it leave, and no scenario is the residual one.",
    why: "A run that fits no row leads nowhere, and then the simulation does not enter the forecast.",
    remedy: "Add a last row without any condition, or a residual scenario.",
  },
  standard: exclusive,
  *check({ rows, heading }, { names }) {
    const scenarios = names.all("scenario");
    if (rows.length > 0 && scenarios.length > 0 && !scenarios.some(isResidual) && !rows.some(isCatchAll)) yield { span: rows.at(-1)?.span ?? heading };
  },
};

const notSimulated: Rule<Simulation> = {
  name: "not-simulated",
  severity: "info",
  message: {
    what: "No row leads to {scenario}.",
    why: "Of what it cannot lead to the simulation knows nothing; there it repeats the author's probability.",
    remedy: "Add a row that leads to it, or say among the limitations that it lies outside what is simulated.",
  },
  standard: exclusive,
  *check({ rows, heading }, { names }) {
    const { list, find } = statesOf(names, "scenario");
    const reached = new Set(rows.flatMap(({ scenario }) => (scenario ? (find(columnKey(plain(scenario)))?.id ?? []) : [])));
    for (const state of rows.length > 0 ? list : []) if (!reached.has(state.id) && !isResidual(state)) yield { span: heading, values: { scenario: scenarioName(state) } };
  },
};

export const mappingRules = [noTable, noScenario, unknownScenario, unknownForum, unknownOutcome, textOffScale, unreachable, noRest, notSimulated];
