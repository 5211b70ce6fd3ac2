import type { AssumptionForecast, DroppedForecast, Forecast, StateForecast, WeighedEvidence } from "#model/forecast";

/**
 * The forecast as `forecast --json` prints it. Probabilities from 0 to 1, weights in decibels (null: impossible), sources as
 * keys joined by commas. What is absent is null, so that every object of a list has the same keys.
 */
export interface ForecastJson {
  readonly question: string;
  readonly asOf: string | null;
  readonly scenarios: readonly StateJson[];
  readonly evidence: readonly EvidenceJson[];
  readonly assumptions: readonly AssumptionJson[];
  readonly hypotheses: readonly StateJson[];
  readonly watchNext: Forecast["watchNext"];
  readonly flip: Forecast["flip"];
  readonly notes: readonly string[];
  readonly engine: Forecast["engine"];
  readonly bounds: Forecast["bounds"];
  readonly replay: Forecast["replay"];
  readonly without: readonly DroppedForecast[];
}

export interface StateJson {
  readonly id: string;
  readonly title: string;
  readonly stated: number | null;
  readonly prior: number;
  readonly posterior: number;
  readonly low: number;
  readonly high: number;
}
export interface EvidenceJson {
  readonly id: string;
  readonly kind: WeighedEvidence["kind"];
  readonly bearsOn: string;
  readonly reading: string;
  readonly date: string | null;
  readonly source: string;
  readonly weight: WeighedEvidence["weight"];
  readonly share: number;
}
export interface AssumptionJson {
  readonly id: string;
  readonly holds: number | null;
  readonly posterior: number | null;
  readonly ifFalse: Readonly<Record<string, number>> | null;
  readonly leverage: number;
}

export function forecastJson(forecast: Forecast): ForecastJson {
  const { question, asOf, scenarios, evidence, assumptions, hypotheses, watchNext, flip, notes, engine, bounds, replay, without } = forecast;
  return {
    question,
    asOf: asOf ?? null,
    scenarios: scenarios.map(stateJson),
    evidence: evidence.map(evidenceJson),
    assumptions: assumptions.map(assumptionJson),
    hypotheses: hypotheses.map(stateJson),
    watchNext,
    flip,
    notes,
    engine,
    bounds,
    replay,
    without,
  };
}

const stateJson = ({ id, title, stated, prior, posterior, low, high }: StateForecast): StateJson => ({ id, title, stated: stated ?? null, prior, posterior, low, high });

const evidenceJson = ({ id, kind, bearsOn, reading, date, sources, weight, share }: WeighedEvidence): EvidenceJson => ({ id, kind, bearsOn, reading, date: date ?? null, source: sources.join(", "), weight, share });

const assumptionJson = ({ id, holds, posterior, ifFalse, leverage }: AssumptionForecast): AssumptionJson => ({ id, holds: holds ?? null, posterior: posterior ?? null, ifFalse: ifFalse ?? null, leverage });
