import type { Attachments } from "#core/attachments";
import { checkAll, contributorsAmong, namesOf, networkOf } from "#core/fold";
import { keptWhileNamesAgree } from "#core/kept-answer";
import type { OpenTechnique, Scene } from "#core/technique";
import type { CalendarDate } from "#kit/date";
import { keptFor, keptOnce } from "#kit/kept";
import type { Finding } from "#model/finding";
import type { Forecast } from "#model/forecast";
import type { Names } from "#model/names";
import type { Outline } from "#model/outline";
import { attachmentsFor, openDocument, type GivenFiles, type OpenDocument } from "#workbench/attachments";
import { openBibliography } from "#workbench/bibliography";
import { documentFindings } from "#workbench/document-findings";
import { computeForecast, type ForecastOptions, type ForecastRequest } from "#workbench/forecast/compute";
import { applySuppressions } from "#workbench/suppressions";
import { unknownSections } from "#workbench/unknown-sections";
import { ruleNames, vocabulary } from "#workbench/vocabulary";

/** The options of a forecast, and the files beside the document: `attachmentsOf` tells which it asks for. */
export interface AssessOptions extends ForecastOptions, GivenFiles {
  /** The shell's date: what is due, what is stale. Without it nothing is due. */
  readonly today?: CalendarDate;
  /** An earlier assessment of a similar text, or the document as it was opened: what did not change is used again. The result is the same without it. */
  readonly previous?: OpenDocument & Partial<Pick<Assessment, "contributors" | "attachments">>;
}

/** Everything that follows from a text. */
export interface Assessment {
  readonly outline: Outline;
  readonly parts: readonly OpenTechnique[];
  readonly names: Names;
  readonly attachments: Attachments;
  readonly scene: Scene;
  readonly findings: readonly Finding[];
  /** The parts that bear on the forecast. */
  readonly contributors: readonly OpenTechnique[];
  /** Computed when it is first asked for; undefined where the document gives nothing to compute. */
  readonly forecast: Forecast | undefined;
}

/** The whole pipeline: text, outline, parts, names, findings, forecast. */
export function assess(text: string, { previous, today, attachments: texts, unreadable, ...options }: AssessOptions = {}): Assessment {
  const opened = openDocument(text, previous);
  const { outline } = opened;
  const attachments = attachmentsFor(opened, { ...(texts && { attachments: texts }), ...(unreadable && { unreadable }) }, previous?.attachments);
  const bibliography = openBibliography(outline.frontMatter, attachments, opened.parts);
  const parts = [...opened.parts, ...bibliography.parts];
  const names = namesOf(parts);
  const document = outline.frontMatter;
  const scene: Scene = { names, document, attachments, ...(today !== undefined && { today }) };
  const findings = applySuppressions(outline, [...documentFindings(outline, scene), ...unknownSections(outline, vocabulary), ...bibliography.findings, ...checkAll(parts, scene)], ruleNames);
  const contributors = contributorsAmong(parts, previous?.contributors);
  const forecast = keptOnce(() => forecastFrom(contributors)({ names, document, attachments, options }));
  return { outline, parts, names, attachments, scene, findings, contributors, get forecast() { return forecast(); } };
}

/** The forecast from some parts; it stands as long as they do, and what it asks of the names. */
const forecastFrom = keptFor((parts: readonly OpenTechnique[]) =>
  keptWhileNamesAgree((request: Omit<ForecastRequest, "piecesFor">) => computeForecast({ ...request, piecesFor: (situation) => networkOf(parts, situation) })),
);
