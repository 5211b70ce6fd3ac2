import { resolutionOf, resolvedScenario } from "#core/resolution";
import { findingOf, type RuleDescription } from "#core/rule";
import type { Scene } from "#core/technique";
import { writtenDate } from "#kit/date";
import type { Finding } from "#model/finding";
import { dateFinding } from "#workbench/date-findings";

const scoring = "ICD 203, tradecraft standard 8: accurate judgements; Brier (1950): a forecast is scored by its outcome";

const unknownOutcome: RuleDescription = {
  name: "document/unknown-outcome",
  severity: "error",
  what: "`resolved: {outcome}` names no scenario of this document.",
  why: "The forecast cannot be scored, and nobody can tell which scenario came true.",
  remedy: "Write the id of one of them: {known}.",
  standard: scoring,
};
const noResolvedOn: RuleDescription = {
  name: "document/no-resolved-on",
  severity: "warning",
  what: "The question is resolved, but the day on which it was is not given.",
  why: "Whether a forecast was made before its outcome was known can only be told by the day.",
  remedy: "Add `resolved-on:` with the day as YYYY-MM-DD.",
  standard: scoring,
};
const resolvedInTheFuture: RuleDescription = {
  name: "document/resolved-in-the-future",
  severity: "error",
  what: "The question is said to be resolved on {on}, which has not come yet.",
  why: "What has not happened cannot settle a question, and as long as it is resolved nothing is due.",
  remedy: "Correct `resolved-on`, or leave out `resolved` until that day.",
  standard: scoring,
};
const resolvedBeforeAsOf: RuleDescription = {
  name: "document/resolved-before-as-of",
  severity: "error",
  what: "The question was resolved on {on}, before the author speaks on {asOf}.",
  why: "A forecast of what is known already is none, and its score says nothing.",
  remedy: "Correct `resolved-on` or `as-of`.",
  standard: scoring,
};

/** The rules about how the front matter says that the question was answered. */
export const resolutionRules: readonly RuleDescription[] = [unknownOutcome, noResolvedOn, resolvedInTheFuture, resolvedBeforeAsOf];

/** What is wrong with `resolved` and `resolved-on`; nothing while the question is open. */
export function resolutionFindings({ document, names, today }: Scene): readonly Finding[] {
  const resolution = resolutionOf(document);
  if (!resolution) return [];
  const { outcome } = resolution;
  const scenarios = names.all("scenario");
  const unknown = scenarios.length > 0 && !resolvedScenario(outcome, names);
  const values = { outcome, known: scenarios.map(({ id }) => `\`${id}\``).join(", ") };
  const span = document.spans["resolved"] ?? top;
  return [...(unknown ? [findingOf(unknownOutcome, { span, values })] : []), ...dayFindings({ document, today }, resolution.on)];
}

const top = { section: 0, from: 0, to: 0 };

function dayFindings({ document, today }: { readonly document: Scene["document"]; readonly today: string | undefined }, on: string | undefined): readonly Finding[] {
  const { asOf, spans, values } = document;
  const written = values["resolved-on"];
  const span = spans["resolved-on"] ?? spans["resolved"] ?? top;
  if (written === undefined || written === null || written === "") return [findingOf(noResolvedOn, { span })];
  if (on === undefined) return [dateFinding({ key: "resolved-on", written: String(written), span })];
  const told = { on: writtenDate(on), asOf: writtenDate(asOf ?? on) };
  if (today !== undefined && on > today) return [findingOf(resolvedInTheFuture, { span, values: told })];
  return asOf !== undefined && on < asOf ? [findingOf(resolvedBeforeAsOf, { span, values: told })] : [];
}
