import { eachOrAll } from "#core/each-or-all";
import { isResidual, scenarioName, statesOf, vectorOver, type StateCell, type States } from "#core/read-vector";
import type { Rule } from "#core/technique";
import { cellWording, unreadableLikelihood } from "#core/vector-rules";
import { exactPercent } from "#kit/number-text";
import { nameOf, rowName } from "./read-name.ts";
import type { Indicator, Indicators } from "./schema.ts";

const validator = "R. H. Pherson, Indicators Validator; Heuer and Pherson, Structured Analytic Techniques, ch. 6";

/** Less than this between the highest and the lowest likelihood tells scenarios apart no more than a coin. Ours. */
const diagnostic = 0.1;

export const noLikelihoods: Rule<Indicators> = {
  name: "no-likelihoods",
  severity: "info",
  message: {
    what: "{subject} how likely its crossing is under each scenario.",
    why: "Whatever is seen of it moves no scenario.",
    remedy: "Add one column per scenario with the likelihood of a crossing by the horizon if that scenario comes.",
  },
  standard: validator,
  *check({ indicators, heading }, { names }) {
    const scenarios = statesOf(names, "scenario");
    if (scenarios.list.length === 0 || !heading) return;
    const lacks = ({ vector }: Indicator): boolean => !vector.some(({ key }) => scenarios.find(key));
    yield* eachOrAll<Indicator>({ entries: indicators, lacks, heading, noun: "indicators", one: "does not say", none: "says", nameOf, spanOf: ({ span }) => span });
  },
};

/** The named scenarios for which a row has an empty cell or no column, while it has numbers for others. */
function missingIn(vector: readonly StateCell[], scenarios: States): string {
  const { given, missing } = vectorOver(scenarios, vector);
  const attempted = new Set(vector.flatMap(({ key }) => scenarios.find(key)?.id ?? []));
  if (given.size === 0) return "";
  return missing.filter((state) => !isResidual(state) && !attempted.has(state.id)).map(scenarioName).join(", ");
}

export const incompleteLikelihoods: Rule<Indicators> = {
  name: "incomplete-likelihoods",
  severity: "warning",
  message: {
    what: "{id} has a likelihood for some scenarios, but none for {missing}.",
    why: "A likelihood that is missing cannot be guessed, so the whole row stays out of the forecast.",
    remedy: "Fill in the cell; for the residual alone it may stay empty.",
  },
  standard: validator,
  *check({ indicators, observations }, { names }) {
    const scenarios = statesOf(names, "scenario");
    for (const row of [...indicators, ...observations]) {
      const missing = missingIn(row.vector, scenarios);
      if (missing !== "") yield { span: row.span, values: { id: rowName(row), missing } };
    }
  },
};

export const notDiagnostic: Rule<Indicators> = {
  name: "not-diagnostic",
  severity: "info",
  message: {
    what: "The likelihoods of {id} differ by only {spread} between the scenarios.",
    why: "An indicator that every scenario predicts alike tells nothing about which is coming.",
    remedy: "Watch something that the scenarios predict differently, or keep it in a list of its own.",
  },
  standard: validator,
  *check({ indicators }, { names }) {
    const scenarios = statesOf(names, "scenario");
    for (const { id, title, span, vector } of indicators) {
      const points = [...vectorOver(scenarios, vector).given.values()].map(({ point }) => point);
      const spread = Math.max(...points) - Math.min(...points);
      if (points.length > 1 && spread < diagnostic - 1e-9) yield { span, values: { id: nameOf({ id, title }), spread: exactPercent(spread) } };
    }
  },
};

const rowsOf = ({ indicators, observations }: Indicators) => [...indicators, ...observations];

export const unreadable = unreadableLikelihood<Indicators>((part) => rowsOf(part).map((row) => ({ id: rowName(row), vector: row.vector })));

/** Cells such as `likely (30%)`. */
export const clashes = cellWording<Indicators>((part) => rowsOf(part).map(({ vector }) => vector));
