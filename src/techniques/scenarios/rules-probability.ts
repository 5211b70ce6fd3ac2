import { percent } from "#kit/number-text";
import { sumFault } from "#core/distribution";
import type { Rule } from "#core/technique";
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
    for (const { id, span, probability } of scenarios) if (!probability) yield { span: span, values: { id } };
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
    for (const { id, probability, second } of scenarios) if (probability && second) yield { span: second.span, values: { id, first: probability.written, second: second.written } };
  },
};

export const tooCertain: Rule<Scenarios> = {
  name: "too-certain",
  severity: "warning",
  message: {
    what: "Scenario {id} is given {probability}.",
    why: "No evidence can ever move a probability of 0 or 100%, and no yardstick has a word for either.",
    remedy: "Give it the smallest or largest probability that you would still bet on, or leave out what cannot happen.",
  },
  standard: "ICD 203 D.6.e(2)(a): the bands run from 1 to 99%",
  *check({ scenarios }) {
    for (const { id, probability } of scenarios)
      if (probability && (probability.point <= 0 || probability.point >= 1)) yield { span: probability.span, values: { id, probability: percent(probability.point) } };
  },
};
