import type { Rule } from "#core/technique";
import { wordingRules } from "#core/wording-rules";
import { headingKey } from "#model/heading";
import { adviceForNobody, noAdvice } from "./rules-advice.ts";
import { noProbability, sumNot100, twoProbabilities } from "./rules-probability.ts";
import { areWorkedOut, noResolution, resolutionAfterQuestion, resolutionWithoutDate, resolutionWithoutSource } from "./rules-resolution.ts";
import { nameOf } from "./read-id.ts";
import type { Scenario, Scenarios } from "./schema.ts";

const noResidual: Rule<Scenarios> = {
  name: "no-residual",
  severity: "warning",
  message: {
    what: "No scenario stands for everything that is not named.",
    why: "Reality often takes a way that nobody wrote down; without a place for it the named scenarios share its probability.",
    remedy: "Add `### Other (5%) {#other .residual}`, or mark the section `{.exhaustive}` where nothing else can happen by definition.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check(part, { document }) {
    const { scenarios, exhaustive, set } = part;
    if (scenarios.length > 1 && !exhaustive && areWorkedOut(part, document) && !scenarios.some(({ residual }) => residual)) yield { span: set };
  },
};

const singleScenario: Rule<Scenarios> = {
  name: "single-scenario",
  severity: "warning",
  message: {
    what: "There is only one scenario.",
    why: "One scenario is a prediction; alternatives are what keeps its author honest.",
    remedy: "Add at least one rival and one that stands for everything else.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ scenarios }) {
    if (scenarios.length === 1 && scenarios[0]) yield { span: scenarios[0].span };
  },
};

const noScenario: Rule<Scenarios> = {
  name: "no-scenario",
  severity: "warning",
  message: {
    what: "No scenario can be read in this section.",
    why: "What is not told apart cannot be weighed.",
    remedy: "Write each as a subsection `### A: Title (55%) {#A}`, as an item `Scenario A (55%): title.`, or in a table with the columns Scenario and Probability.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ scenarios, heading }) {
    if (scenarios.length === 0) yield { span: heading };
  },
};

const duplicate: Rule<Scenarios> = {
  name: "duplicate",
  severity: "error",
  message: {
    what: "Scenario {id} has the same title as {other}.",
    why: "Scenarios exclude each other; two with one title cannot be told apart when the question resolves.",
    remedy: "Merge them, or say in the titles what distinguishes them.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ scenarios }) {
    const first = new Map<string, Scenario>();
    for (const scenario of scenarios) {
      const key = headingKey(scenario.title);
      const other = first.get(key);
      if (!other) first.set(key, scenario);
      else if (other.id !== scenario.id) yield { span: scenario.span, values: { id: nameOf(scenario), other: nameOf(other) } };
    }
  },
};

export const rules = [
  noScenario,
  singleScenario,
  duplicate,
  noResidual,
  sumNot100,
  noProbability,
  twoProbabilities,
  noResolution,
  resolutionWithoutDate,
  resolutionWithoutSource,
  resolutionAfterQuestion,
  noAdvice,
  adviceForNobody,
  ...wordingRules<Scenarios>(({ scenarios }) => scenarios.flatMap(({ words }) => words), { likelihoodsOf: ({ scenarios }) => scenarios.flatMap(({ probability }) => probability ?? []) }),
];
