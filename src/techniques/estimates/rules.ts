import { sumFault } from "#core/distribution";
import { intervalsOf, scenarioName, statesOf, vectorOver } from "#core/read-vector";
import type { Rule } from "#core/technique";
import { cellWording, unreadableLikelihood } from "#core/vector-rules";
import { plain } from "#model/prose";
import { isImpossible } from "./read-counted.ts";
import { baseRateWithoutN, noDate, noEstimate, noForecaster, noRationale, unreadableDate, unreadableNumber } from "./rules-rows.ts";
import type { Estimates } from "./schema.ts";

const axioms = "Kolmogorov's axioms; Mandel, Karvetski and Dhami 2018: estimates are made coherent before they are pooled";

const sumNot100: Rule<Estimates> = {
  name: "sum-not-100",
  severity: "error",
  message: {
    what: "The probabilities of {id} sum to {sum}, not to 100%.",
    why: "Exactly one scenario comes about; the pool divides the numbers by their sum, which the forecaster may not have meant.",
    remedy: "Ask the forecaster for numbers that sum to 100%.",
  },
  standard: axioms,
  *check({ estimates }, { names }) {
    const scenarios = statesOf(names, "scenario");
    for (const { id, span, vector } of estimates) {
      const numbers = vectorOver(scenarios, vector);
      const sum = numbers.given.size > 1 ? sumFault([...intervalsOf(numbers).values()], numbers.missing.length === 0) : undefined;
      if (sum !== undefined) yield { span: vector[0]?.cell.span ?? span, values: { id, sum } };
    }
  },
};

const incomplete: Rule<Estimates> = {
  name: "incomplete",
  severity: "warning",
  message: {
    what: "{id} gives no probability for {missing}.",
    why: "What is missing can only be what the others leave; where they leave nothing, the estimate is not counted.",
    remedy: "Ask for the missing number.",
  },
  standard: axioms,
  *check({ estimates }, { names }) {
    const scenarios = statesOf(names, "scenario");
    for (const { id, span, vector } of estimates) {
      const { given, missing } = vectorOver(scenarios, vector);
      const tried = new Set(vector.flatMap(({ key }) => scenarios.find(key)?.id ?? []));
      const empty = missing.filter((state) => !tried.has(state.id)).map(scenarioName);
      if (given.size > 0 && empty.length > 0) yield { span, values: { id, missing: empty.join(", ") } };
    }
  },
};

const incoherent: Rule<Estimates> = {
  name: "incoherent",
  severity: "error",
  message: {
    what: "{id} gives {column} {written}, which no probability can be.",
    why: "A probability lies between 0 and 100%; the whole estimate is left out of the pool.",
    remedy: "Correct the number.",
  },
  standard: axioms,
  *check({ estimates }, { names }) {
    const { find } = statesOf(names, "scenario");
    for (const { id, vector } of estimates) {
      for (const state of vector) if (isImpossible(state) && find(state.key)) yield { span: state.cell.span, values: { id, column: state.column, written: plain(state.cell) } };
    }
  },
};

const veto: Rule<Estimates> = {
  name: "veto",
  severity: "warning",
  message: {
    what: "{id} gives {scenario} 0%.",
    why: "In the pool of odds a single zero excludes the scenario for everybody, whatever evidence comes.",
    remedy: "Ask for the smallest number that the forecaster would still bet on.",
  },
  standard: "Genest and Zidek 1986: the logarithmic pool gives each opinion a veto",
  *check({ estimates }, { names }) {
    const scenarios = statesOf(names, "scenario");
    for (const { id, vector } of estimates) {
      const { given } = vectorOver(scenarios, vector);
      for (const state of scenarios.list) {
        const likelihood = given.get(state.id);
        if (likelihood?.point === 0) yield { span: likelihood.span, values: { id, scenario: scenarioName(state) } };
      }
    }
  },
};

const unknownScenario: Rule<Estimates> = {
  name: "unknown-scenario",
  severity: "warning",
  message: {
    what: "No scenario is called {column}, although the column holds probabilities.",
    why: "The numbers in it count for nothing.",
    remedy: "Head the column with the id or the title of a scenario.",
  },
  standard: "Rapporteur, document syntax of the estimates",
  *check({ estimates }, { names }) {
    const { list, find } = statesOf(names, "scenario");
    const told = new Set<string>();
    for (const { key, column, cell, likelihood } of list.length > 0 ? estimates.flatMap(({ vector }) => vector) : []) {
      if (!likelihood || find(key) || told.has(key)) continue;
      told.add(key);
      yield { span: cell.span, values: { column } };
    }
  },
};

const unreadable = unreadableLikelihood<Estimates>(({ estimates }) => estimates.map(({ id, vector }) => ({ id, vector: vector.filter((cell) => !isImpossible(cell)) })));

/** Cells such as `likely (30%)`. */
const clashes = cellWording<Estimates>(({ estimates }) => estimates.map(({ vector }) => vector));

export const rules = [noEstimate, noForecaster, noDate, unreadableDate, noRationale, unreadableNumber, baseRateWithoutN, sumNot100, incomplete, incoherent, veto, unreadable, ...clashes, unknownScenario];
