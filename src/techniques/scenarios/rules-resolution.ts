import { writtenDate } from "#kit/date";
import type { Rule } from "#core/technique";
import type { FrontMatter } from "#model/outline";
import { nameOf } from "./read-id.ts";
import type { Scenarios } from "./schema.ts";

const accurate = "ICD 203, tradecraft standard 8: accurate judgements and assessments";

/** Without a question or a day there is nothing that the scenarios could answer; that the document lacks them is found elsewhere. */
export const asksQuestion = ({ question, resolves }: FrontMatter): boolean => question !== undefined || resolves !== undefined;

export const noResolution: Rule<Scenarios> = {
  name: "no-resolution",
  severity: "warning",
  message: {
    what: "Scenario {id} does not say what will count as its having come about.",
    why: "Two readers could later disagree on whether it did, and the forecast can never be scored.",
    remedy: "Add a line `Resolves: the event; by YYYY-MM-DD; [@source]`.",
  },
  standard: accurate,
  *check({ scenarios }, { document }) {
    if (!asksQuestion(document)) return;
    for (const { id, title, span, residual, resolution } of scenarios) if (!residual && !resolution) yield { span, values: { id: nameOf({ id, title }) } };
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
