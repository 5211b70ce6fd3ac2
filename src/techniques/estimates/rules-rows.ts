import type { Rule } from "#core/technique";
import type { Estimates } from "./schema.ts";

const syntax = "Rapporteur, document syntax of the estimates";
const elicitation = "Mandel, Karvetski and Dhami 2018; Tetlock and Gardner 2015, on keeping score";

export const noEstimate: Rule<Estimates> = {
  name: "no-estimate",
  severity: "warning",
  message: {
    what: "No estimate can be read in this section.",
    why: "Estimates that are not told apart cannot be pooled.",
    remedy: "Give a table with the columns Date, Forecaster, one for each scenario, and Rationale.",
  },
  standard: syntax,
  *check({ estimates, heading }) {
    if (estimates.length === 0) yield { span: heading };
  },
};

export const noForecaster: Rule<Estimates> = {
  name: "no-forecaster",
  severity: "warning",
  message: {
    what: "This estimate does not say whose it is.",
    why: "A later estimate by the same person could not replace it, so it is not counted.",
    remedy: "Fill in Forecaster; a pseudonym will do.",
  },
  standard: elicitation,
  *check({ estimates }) {
    for (const { span, forecaster } of estimates) if (!forecaster) yield { span };
  },
};

export const noDate: Rule<Estimates> = {
  name: "no-date",
  severity: "warning",
  message: {
    what: "The estimate of {id} has no date.",
    why: "It cannot be scored, nor told which of two estimates is the later.",
    remedy: "Add the day on which it was given as YYYY-MM-DD.",
  },
  standard: elicitation,
  *check({ estimates }) {
    for (const { id, span, date } of estimates) if (!date) yield { span, values: { id } };
  },
};

export const unreadableDate: Rule<Estimates> = {
  name: "unreadable-date",
  severity: "error",
  message: {
    what: "The date of the estimate of {id}, “{written}”, is no day of the calendar.",
    why: "It counts for every date, even those before it was given.",
    remedy: "Write the day as YYYY-MM-DD.",
  },
  standard: "ISO 8601-1:2019, calendar dates",
  *check({ estimates }) {
    for (const { id, date } of estimates) if (date && date.day === undefined) yield { span: date.span, values: { id, written: date.written } };
  },
};

export const noRationale: Rule<Estimates> = {
  name: "no-rationale",
  severity: "info",
  message: {
    what: "The estimate of {id} gives no reason.",
    why: "Nobody can learn from it when it turns out right or wrong.",
    remedy: "Add one sentence under Rationale.",
  },
  standard: "ICD 203, tradecraft standard 6: logical argumentation",
  *check({ estimates }) {
    for (const { id, span, rationale } of estimates) if (!rationale) yield { span, values: { id } };
  },
};

export const unreadableNumber: Rule<Estimates> = {
  name: "unreadable-number",
  severity: "warning",
  message: {
    what: "“{written}” for {id} is not a number of at least 0.",
    why: "A weight that cannot be read counts as 1, and a number of cases as none.",
    remedy: "Write a plain number, such as `2` or `0.5`.",
  },
  standard: syntax,
  *check({ estimates }) {
    for (const { id, weight, count } of estimates) {
      for (const number of [weight, count]) if (number && number.value === undefined) yield { span: number.span, values: { id, written: number.written } };
    }
  },
};

export const baseRateWithoutN: Rule<Estimates> = {
  name: "base-rate-without-n",
  severity: "warning",
  message: {
    what: "{id} does not say how many cases it counts.",
    why: "Three of four and three hundred of four hundred are the same rate and not the same evidence.",
    remedy: "Write the number of cases in the column N, and cite where they are listed.",
  },
  standard: "Kahneman and Tversky 1979, reference class forecasting; ICD 203, tradecraft standard 1",
  *check({ estimates }) {
    for (const { id, kind, span, count } of estimates) if (kind === "base rate" && count?.value === undefined) yield { span, values: { id } };
  },
};
