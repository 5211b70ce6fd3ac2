import { sumFault } from "#core/distribution";
import type { Rule } from "#core/technique";
import { nameOf } from "./read-id.ts";
import type { Scenarios } from "./schema.ts";

export const sumNot100: Rule<Scenarios> = {
  name: "sum-not-100",
  severity: "error",
  message: {
    what: "The probabilities of the scenarios sum to {sum}, not to 100%.",
    why: "Of scenarios that exclude each other exactly one comes about; a reader cannot tell which of the numbers to believe.",
    remedy: "Correct them so that they sum to 100%; until then the forecast divides each by their sum.",
  },
  standard: "Kolmogorov's axioms; ICD 203, tradecraft standard 6: logical argumentation",
  *check({ scenarios, set }) {
    const stated = scenarios.flatMap(({ probability }) => (probability ? [probability] : []));
    const sum = stated.length > 1 ? sumFault(stated, stated.length === scenarios.length) : undefined;
    if (sum !== undefined) yield { span: set, values: { sum } };
  },
};

export const noProbability: Rule<Scenarios> = {
  name: "no-probability",
  severity: "warning",
  message: {
    what: "Scenario {id} has no probability that can be read.",
    why: "Where some scenarios have none, they share what the others leave; where all have none, nothing can be computed.",
    remedy: "Put a number, a range or a word of the yardstick in brackets behind its title.",
  },
  standard: "ICD 203 D.6.e(2): expressions of likelihood",
  *check({ scenarios }) {
    for (const { id, title, span, probability } of scenarios) if (!probability) yield { span, values: { id: nameOf({ id, title }) } };
  },
};

export const twoProbabilities: Rule<Scenarios> = {
  name: "two-probabilities",
  severity: "error",
  message: {
    what: "Scenario {id} is given {first} in one place and {second} in another.",
    why: "A reader cannot tell which is meant; the forecast uses the first.",
    remedy: "Leave one of them.",
  },
  standard: "ICD 203, tradecraft standard 6: logical argumentation",
  *check({ scenarios }) {
    for (const { id, title, probability, second } of scenarios) if (probability && second) yield { span: second.span, values: { id: nameOf({ id, title }), first: probability.written, second: second.written } };
  },
};
