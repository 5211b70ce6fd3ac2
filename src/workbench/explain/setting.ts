import { networkOf } from "#core/fold";
import type { Forecast } from "#model/forecast";
import type { Kind } from "#model/names";
import type { Assessment } from "#workbench/assess";
import { mainAnswer, type ForecastOptions } from "#workbench/forecast/compute";
import { mainRoot, posteriorOf, rootsOf, totalVariation, type Root } from "#workbench/forecast/roots";
import { sourceRegister, type SourceRegister } from "#workbench/forecast/source-register";
import { distributionOf, type Answer } from "#workbench/forecast/what-ifs";
import type { Mention, Otherwise } from "#workbench/explain/shape";

/** What an explanation is told from: the forecast, and what it was computed from. */
export interface Setting {
  readonly assessment: Assessment;
  readonly forecast: Forecast;
  readonly answer: Answer;
  readonly register: SourceRegister;
  /** The forecast of one variable (that the document is about, where none is named) if something were left out or taken as given. */
  readonly otherwise: (change: Change, variable?: string) => Otherwise | null;
}

export interface Change {
  readonly without?: string;
  readonly assumed?: readonly [string, string];
}

/** Prepares an explanation of an assessment's forecast, which was computed with these options. */
export function settingOf(assessment: Assessment, forecast: Forecast, options: ForecastOptions): Setting {
  const { names, attachments, scene, contributors } = assessment;
  const answerWith = (changed: ForecastOptions): Answer => mainAnswer({ names, attachments, document: scene.document, options: changed, piecesFor: (situation) => networkOf(contributors, situation) });
  const answer = answerWith(options);
  const pick = ({ compiled }: Answer, variable: string | undefined): Root | undefined => (variable === undefined ? mainRoot(compiled) : rootsOf(compiled).find((root) => root.variable.id === variable));
  const otherwise = ({ without, assumed }: Change, variable?: string): Otherwise | null => {
    const changed = answerWith({
      ...options,
      ...(without !== undefined && { without: [...(options.without ?? []), without] }),
      ...(assumed && { assumed: new Map([...(options.assumed ?? []), assumed]) }),
    });
    const [before, after] = [pick(answer, variable), pick(changed, variable)];
    if (!before || !after) return null;
    return { probabilities: distributionOf(after.states, posteriorOf(after)), shift: totalVariation(posteriorOf(before), posteriorOf(after)) };
  };
  return { assessment, forecast, answer, register: sourceRegister(names), otherwise };
}

/** The forecast without an item or a source, as the forecast itself gives it. */
export function droppedFrom({ forecast }: Setting, id: string, kind: "item" | "source"): Otherwise | null {
  const found = forecast.without.find((dropped) => dropped.id === id && dropped.kind === kind);
  return found && Object.keys(found.probabilities).length > 0 ? { probabilities: found.probabilities, shift: found.shift } : null;
}

/** The entries of the document that name an id. */
export function mentionsOf({ assessment: { names } }: Setting, id: string): readonly Mention[] {
  const from = new Set(names.references(id).flatMap((reference) => (reference.from === undefined || reference.from === id ? [] : [reference.from])));
  return Array.from(from).flatMap((other) => mentionOf(names.find(other)));
}

const mentionOf = (declaration: { readonly id: string; readonly kind: Kind; readonly title: string } | undefined): readonly Mention[] =>
  declaration ? [{ id: declaration.id, kind: declaration.kind, title: declaration.title }] : [];
