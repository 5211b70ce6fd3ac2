import { checkAll, namesOf, networkOf, openAll } from "#core/fold";
import type { Situation } from "#core/network-piece";
import type { OpenTechnique, Scene } from "#core/technique";
import type { CalendarDate } from "#kit/date";
import type { Finding } from "#model/finding";
import type { Forecast } from "#model/forecast";
import type { Names } from "#model/names";
import type { Outline } from "#model/outline";
import { readOutline } from "#reader/read-outline";
import { documentFindings } from "#workbench/document-findings";
import { computeForecast, type ForecastOptions } from "#workbench/forecast/compute";
import { applySuppressions } from "#workbench/suppressions";
import { techniques } from "../techniques/index.ts";

export interface AssessOptions extends ForecastOptions {
  /** The shell's date: what is due, what is stale. Without it nothing is due. */
  readonly today?: CalendarDate;
  /** An earlier assessment of a similar text: what did not change is used again. The result is the same without it. */
  readonly previous?: Assessment;
}

/** Everything that follows from a text. */
export interface Assessment {
  readonly outline: Outline;
  readonly parts: readonly OpenTechnique[];
  readonly names: Names;
  readonly scene: Scene;
  readonly findings: readonly Finding[];
  /** undefined where the document gives nothing to compute. */
  readonly forecast: Forecast | undefined;
}

/** The whole pipeline: text, outline, parts, names, findings, forecast. */
export function assess(text: string, options: AssessOptions = {}): Assessment {
  const outline = readOutline(text, options.previous?.outline);
  const parts = openAll(techniques, outline, options.previous?.parts);
  const names = namesOf(parts);
  const scene: Scene = { names, document: outline.frontMatter, ...(options.today !== undefined && { today: options.today }) };
  const found = [...documentFindings(outline), ...checkAll(parts, scene)];
  const findings = applySuppressions(outline, found);
  const piecesFor = (situation: Situation) => networkOf(parts, situation);
  const forecast = computeForecast({ piecesFor, names, document: outline.frontMatter, options });
  return { outline, parts, names, scene, findings, forecast };
}
