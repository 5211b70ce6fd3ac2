import type { CalendarDate } from "#kit/date";

/** Probability by state id; each vector sums to 1. */
export type Distribution = Readonly<Record<string, number>>;

/** What the document's own evidence implies, with the derivation of each number. */
export interface Forecast {
  readonly question: string;
  readonly asOf?: CalendarDate;
  readonly scenarios: readonly StateForecast[];
  /** `exact`: low and high are attained; `outer`: proven to contain, perhaps wider than needed. */
  readonly bounds: "exact" | "outer";
  readonly evidence: readonly WeighedEvidence[];
  readonly assumptions: readonly AssumptionForecast[];
  readonly hypotheses: readonly StateForecast[];
  /** Open indicators by the expected information of learning whether they are crossed, largest first. */
  readonly watchNext: readonly { readonly id: string; readonly bits: number }[];
  /** All sets of the smallest size, of open indicators, whose crossing changes the leading scenario. */
  readonly flip: readonly (readonly string[])[];
  /** The forecast on each day on which the log says something. */
  readonly replay: readonly { readonly date: CalendarDate; readonly probabilities: Distribution; readonly items: readonly string[] }[];
  /** The forecast without one item or one source. */
  readonly without: readonly DroppedForecast[];
  /** Normalisations, defaults and exclusions a reader must know of, in sentences. */
  readonly notes: readonly string[];
  readonly engine: { readonly version: string; readonly seed: number };
}

export interface StateForecast {
  readonly id: string;
  readonly title: string;
  readonly residual: boolean;
  /** As the author wrote it, from 0 to 1. */
  readonly stated?: number;
  readonly prior: number;
  readonly posterior: number;
  readonly low: number;
  readonly high: number;
}

export interface WeighedEvidence {
  readonly id: string;
  readonly kind: "observation" | "test";
  /** What it bears on: an indicator, an assumption, a hypothesis. */
  readonly bearsOn: string;
  readonly date?: CalendarDate;
  readonly sources: readonly string[];
  readonly text: string;
  /** What the item says: `crossed`, `quiet`, `passed`. */
  readonly reading: string;
  /** Decibels by state: 10 log10 of the likelihood over the geometric mean of the vector, as it enters the
   * forecast (after grade and dependence). null where the likelihood is 0. */
  readonly weight: Readonly<Record<string, number | null>>;
  /** The share of its weight that counts, where it shares an origin with others: k_eff / k. */
  readonly share: number;
}

export interface AssumptionForecast {
  readonly id: string;
  readonly title: string;
  /** The author's P(holds); absent where none is stated. */
  readonly holds?: number;
  /** P(holds | all evidence). */
  readonly posterior?: number;
  /** The scenarios given that it fails, and all evidence. */
  readonly ifFalse?: Distribution;
  /** Half the sum of absolute changes (total variation) between posterior and `ifFalse`; 0 where unknown. */
  readonly leverage: number;
}

export interface DroppedForecast {
  readonly id: string;
  readonly kind: "item" | "source";
  readonly probabilities: Distribution;
  /** Total variation distance from the full forecast. */
  readonly shift: number;
}
