import type { Attachments } from "#core/attachments";
import type { NetworkPiece, Situation } from "#core/network-piece";
import type { CalendarDate } from "#kit/date";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import type { PoolingLaw } from "#scoring/pool";

/** How a forecast is asked for; everything has a default. */
export interface ForecastOptions {
  /** Items dated later do not count. */
  readonly until?: CalendarDate;
  /** Ids that do not count: sources, observations, indicators, assumptions, tests, forecasters. */
  readonly without?: readonly string[];
  /** Taken as given: `A1` to `fails` or `holds`, `I1` to `crossed` or `not crossed`. */
  readonly assumed?: ReadonlyMap<string, string>;
  /** false takes every report at face value. */
  readonly grades?: boolean;
  /** false counts items that share an origin as if they were independent. */
  readonly dependence?: boolean;
  readonly pool?: PoolingLaw;
  /** The exponent that a geometric pool of several opinions is raised to; 1, the default, leaves it alone. */
  readonly extremise?: number;
  readonly seed?: number;
}

/** What a forecast is computed from: the document's network, asked again for each what-if. */
export interface ForecastRequest {
  readonly piecesFor: (situation: Situation) => NetworkPiece;
  readonly names: Names;
  readonly document: FrontMatter;
  readonly attachments?: Attachments;
  readonly options?: ForecastOptions;
}

/** One question of the many that a forecast asks: the log up to a day, without some ids. */
export interface Question {
  readonly until?: CalendarDate;
  readonly without: ReadonlySet<string>;
}

/** The question that the options ask. */
export const mainQuestion = ({ until, without = [] }: ForecastOptions): Question => ({
  without: new Set(without),
  ...(until !== undefined && { until }),
});
