import type { Interval } from "#kit/interval";
import type { AssumptionForecast, Distribution, Forecast, WeighedEvidence } from "#model/forecast";
import type { Kind } from "#model/names";

/** Where a number of the forecast comes from, or what an entry of the document does to it. */
export type Explanation = StateExplanation | ItemExplanation | IndicatorExplanation | AssumptionExplanation | SourceExplanation | OpinionExplanation | SimulatedExplanation | OutsideExplanation;

/** The forecast if something were otherwise; `shift` is half the sum of absolute differences, null where nothing can be computed. */
export interface Otherwise {
  readonly probabilities: Distribution;
  readonly shift: number;
}

/** A scenario or hypothesis: from the opinions of its prior through the evidence to its posterior. */
export interface StateExplanation {
  readonly kind: "scenario" | "hypothesis";
  readonly id: string;
  readonly title: string;
  readonly stated: number | null;
  readonly prior: number;
  readonly posterior: number;
  readonly low: number;
  readonly high: number;
  readonly bounds: Forecast["bounds"];
  readonly pool: { readonly law: "geometric" | "arithmetic" | "uniform"; readonly opinions: readonly ExplainedOpinion[] };
  /** The most probable state, this one or another. */
  readonly leading: string;
  /** The most probable of the other states. */
  readonly rival: { readonly id: string; readonly title: string; readonly posterior: number } | null;
  readonly steps: readonly ExplainedStep[];
  /** What is known of the assumptions, after all items; null where it moves nothing. */
  readonly assumptions: { readonly before: number; readonly after: number } | null;
  /** Numbers given as a word or range, those first without which the bounds would be narrowest. */
  readonly width: readonly CarriedWidth[];
  /** The probability of the state if an assumption is false, and which state then leads. */
  readonly linchpins: readonly { readonly id: string; readonly title: string; readonly holds: number | null; readonly ifFalse: number; readonly leader: string; readonly leverage: number }[];
  /** Sets of crossings after which another state leads. */
  readonly flips: Forecast["flip"];
  /** The probability of the state without one item or source, the furthest first; `leader` is the state that then leads. */
  readonly without: readonly { readonly id: string; readonly kind: "item" | "source"; readonly probability: number; readonly leader: string; readonly shift: number }[];
}

export interface ExplainedOpinion {
  readonly id: string;
  readonly kind: string;
  readonly date: string | null;
  /** Its weight as a share of all. */
  readonly share: number;
  /** Its probability of the state, of a vector that sums to 1. */
  readonly probability: number;
}

/** What one item weighs for a state in decibels against the average of all states: at face value, as its grade allows, and as it counts beside others of its origin. */
export interface ExplainedWeight {
  readonly face: number | null;
  readonly graded: number | null;
  readonly counted: number | null;
}

export interface ExplainedStep {
  readonly id: string;
  readonly kind: WeighedEvidence["kind"];
  readonly bearsOn: string;
  readonly reading: string;
  readonly text: string;
  readonly date: string | null;
  readonly sources: readonly string[];
  readonly weight: ExplainedWeight;
  /** How often such a report tells what happened; 1 at face value. */
  readonly reliability: number;
  readonly share: number;
  /** The other items that share an origin with it. */
  readonly together: readonly string[];
  /** Decibels by which it moves the state's odds against all the others, at its place in the order; null where something is excluded. */
  readonly odds: number | null;
  readonly before: number;
  readonly after: number;
}

/** A number given as an interval, and the bounds of the state if it were its middle. */
export interface CarriedWidth {
  readonly about: string;
  /** What the number is: `likelihood of O1 under A`. */
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** By how much the bounds would be narrower. */
  readonly narrower: number;
}

/** An observation or a test. */
export interface ItemExplanation {
  readonly kind: "item";
  readonly id: string;
  readonly title: string;
  /** False where it does not count: why says so. */
  readonly counts: boolean;
  readonly why: string | null;
  readonly about: readonly {
    /** The variable whose states it weighs: `scenarios`, `hypotheses`, or an assumption's id. */
    readonly variable: string;
    readonly bearsOn: string;
    readonly reading: string;
    readonly date: string | null;
    readonly sources: readonly string[];
    /** The Admiralty grade that counts, as `B2`. */
    readonly grade: string;
    readonly reliability: number;
    readonly share: number;
    readonly together: readonly string[];
    /** By state: how probable what was seen is, at face value. */
    readonly likelihood: Readonly<Record<string, Interval>>;
    readonly weight: Readonly<Record<string, ExplainedWeight>>;
  }[];
  readonly without: Otherwise | null;
  readonly mentions: readonly Mention[];
}

export interface IndicatorExplanation {
  readonly kind: "indicator";
  readonly id: string;
  readonly title: string;
  /** True where it may still be crossed, and its row has numbers to count by. */
  readonly open: boolean;
  /** P(crossed by the horizon | state), as the row says; empty where it is not open. */
  readonly crossing: Readonly<Record<string, Interval>>;
  /** P(crossed by the horizon), given all evidence. */
  readonly probability: number | null;
  readonly bits: number | null;
  readonly ifCrossed: Otherwise | null;
  readonly ifNotCrossed: Otherwise | null;
  readonly items: readonly string[];
  readonly without: Otherwise | null;
  readonly flips: Forecast["flip"];
  readonly mentions: readonly Mention[];
}

export interface AssumptionExplanation {
  readonly kind: "assumption";
  readonly id: string;
  readonly title: string;
  readonly holds: number | null;
  readonly posterior: number | null;
  readonly leverage: AssumptionForecast["leverage"];
  /** P(fails | state); empty where the row does not say what follows. */
  readonly failing: Distribution;
  readonly ifFalse: Otherwise | null;
  readonly ifHolds: Otherwise | null;
  readonly items: readonly string[];
  readonly without: Otherwise | null;
  readonly mentions: readonly Mention[];
}

export interface SourceExplanation {
  readonly kind: "source";
  readonly id: string;
  readonly title: string;
  readonly reliability: string | null;
  readonly origin: string | null;
  /** Other sources of the same origin. */
  readonly sameOrigin: readonly string[];
  /** The items that count and cite it; those that have no other source fall with it. */
  readonly items: readonly { readonly id: string; readonly alone: boolean }[];
  readonly without: Otherwise | null;
  readonly mentions: readonly Mention[];
}

/** A forecaster, or a base rate: an opinion in the pool. */
export interface OpinionExplanation {
  readonly kind: "opinion";
  readonly id: string;
  readonly opinions: readonly { readonly kind: string; readonly date: string | null; readonly share: number; readonly probabilities: Distribution }[];
  readonly without: Otherwise | null;
}

/** What a simulation is made of, an actor, a forum, an event, a row of its table: it enters through the simulation's opinion in the pool. */
export interface SimulatedExplanation {
  readonly kind: "simulated";
  readonly id: string;
  readonly title: string;
  readonly what: Kind;
  /** The id of the opinion. */
  readonly through: string;
  readonly opinions: OpinionExplanation["opinions"];
  /** The forecast without that opinion. */
  readonly without: Otherwise | null;
  readonly mentions: readonly Mention[];
}

/** An entry on which no number of the forecast is computed: a judgement, an actor, a limitation. */
export interface OutsideExplanation {
  readonly kind: "outside";
  readonly id: string;
  readonly title: string;
  readonly what: Kind;
  /** The ids that it names, as far as the forecast knows them. */
  readonly names: readonly string[];
  readonly mentions: readonly Mention[];
}

/** An entry of the document that names it. */
export interface Mention {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
}
