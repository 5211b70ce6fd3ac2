import type { Assessment } from "#workbench/assess";
import type { ForecastOptions } from "#workbench/forecast/compute";
import { explainAssumption, explainIndicator, explainItem, explainOpinion, explainOutside, explainSimulated, explainSource } from "#workbench/explain/entries";
import { settingOf } from "#workbench/explain/setting";
import type { Explanation } from "#workbench/explain/shape";
import { explainState } from "#workbench/explain/state";

export type { Explanation } from "#workbench/explain/shape";

/** The ids of what can be explained, the states of the forecast first. */
export const explainableIds = ({ forecast, names }: Assessment): readonly string[] =>
  Array.from(new Set([...(forecast ? [...forecast.scenarios, ...forecast.hypotheses] : []), ...(["assumption", "indicator", "observation", "test", "source", "simulation", "outcome", "event", "actor", "forum"] as const).flatMap((kind) => names.all(kind))].map(({ id }) => id)));

/**
 * Where a number of the forecast comes from: the walk from the prior to a scenario's or hypothesis's posterior, or what an
 * indicator, assumption, observation, test, source, forecaster or the simulation does to it. `options` are those the assessment was made
 * with. undefined for an id that the document does not have, and where it gives nothing to compute.
 */
export function explain(assessment: Assessment, options: ForecastOptions, id: string): Explanation | undefined {
  const { forecast, names } = assessment;
  if (!forecast) return undefined;
  const setting = settingOf(assessment, forecast, options);
  const state = explainState(setting, id);
  if (state) return state;
  const declaration = names.find(id);
  if (!declaration) return explainOpinion(setting, id);
  switch (declaration.kind) {
    case "observation":
    case "test":
      return explainItem(setting, declaration);
    case "indicator":
      return explainIndicator(setting, declaration);
    case "assumption":
      return explainAssumption(setting, declaration);
    case "source":
      return explainSource(setting, declaration);
    default:
      return explainSimulated(setting, declaration) ?? explainOutside(setting, declaration);
  }
}
