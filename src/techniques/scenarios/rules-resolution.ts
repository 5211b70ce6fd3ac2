import { writtenDate } from "#kit/date";
import { eachOrAll } from "#core/each-or-all";
import type { Rule } from "#core/technique";
import type { FrontMatter } from "#model/outline";
import { nameOf } from "./read-id.ts";
import type { Scenario, Scenarios } from "./schema.ts";

const accurate = "ICD 203, tradecraft standard 8: accurate judgements and assessments";

/**
 * True where the scenarios are meant to be settled: the document asks a question, or they are more than names and numbers.
 * A bare table of probabilities is a summary; that its document asks nothing is found elsewhere.
 */
export const areWorkedOut = ({ scenarios }: Scenarios, { question, resolves }: FrontMatter): boolean =>
  question !== undefined || resolves !== undefined || scenarios.some(({ text, advice, resolution }) => text.length > 0 || advice.length > 0 || resolution !== undefined);

export const noResolution: Rule<Scenarios> = {
  name: "no-resolution",
  severity: "warning",
  message: {
    what: "{subject} what will count as its having come about.",
    why: "Two readers could later disagree on whether it did, and the forecast can never be scored.",
    remedy: "Add a line `Resolves: the event; by YYYY-MM-DD; [@source]`.",
  },
  standard: accurate,
  *check(part, { document }) {
    if (!areWorkedOut(part, document)) return;
    const entries = part.scenarios.filter(({ residual }) => !residual);
    const lacks = ({ resolution }: Scenario): boolean => resolution === undefined;
    yield* eachOrAll({ entries, lacks, heading: part.set, noun: "scenarios", one: "does not say", none: "says", nameOf: (scenario) => `Scenario ${nameOf(scenario)}`, spanOf: ({ span }) => span });
  },
};

export const resolutionWithoutDate: Rule<Scenarios> = {
  name: "resolution-without-date",
  severity: "warning",
  message: {
    what: "How scenario {id} resolves has no date.",
    why: "Without an end nobody can say that it did not come about.",
    remedy: "Add `by YYYY-MM-DD` to the line `Resolves:`.",
  },
  standard: accurate,
  *check({ scenarios }) {
    for (const { id, title, residual, resolution } of scenarios) if (!residual && resolution?.by?.to === undefined && resolution) yield { span: resolution.text.span, values: { id: nameOf({ id, title }) } };
  },
};

export const resolutionWithoutSource: Rule<Scenarios> = {
  name: "resolution-without-source",
  severity: "info",
  message: {
    what: "How scenario {id} resolves names no source that will tell.",
    why: "An outcome that nobody publishes cannot be settled.",
    remedy: "Cite where the outcome will be read: `[@key]` at the end of the line `Resolves:`.",
  },
  standard: "ICD 206 (2015), sourcing requirements",
  *check({ scenarios }) {
    for (const { id, title, residual, resolution } of scenarios) if (!residual && resolution && !resolution.sourced) yield { span: resolution.text.span, values: { id: nameOf({ id, title }) } };
  },
};

export const resolutionAfterQuestion: Rule<Scenarios> = {
  name: "resolution-after-question",
  severity: "warning",
  message: {
    what: "Scenario {id} resolves by {date}, after the question itself on {end}.",
    why: "On the day of the question nobody will know yet whether this scenario came about.",
    remedy: "Bring the date forward, or let the question resolve later.",
  },
  standard: accurate,
  *check({ scenarios }, { document: { resolves } }) {
    for (const { id, title, resolution } of scenarios) {
      const date = resolution?.by?.to;
      if (resolution && date !== undefined && resolves !== undefined && date > resolves) yield { span: resolution.text.span, values: { id: nameOf({ id, title }), date: writtenDate(date), end: writtenDate(resolves) } };
    }
  },
};
