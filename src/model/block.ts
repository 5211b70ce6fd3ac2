import type { CalendarDate } from "#kit/date";

/** Inline Markdown with Pandoc citations, as the author wrote it or as a technique composed it. */
export type InlineMarkdown = string;

/**
 * The neutral page: every medium renders these, no technique knows a medium.
 * Probabilities and shares are 0 to 1; weights are decibels; ids are the document's own.
 */
export type Block =
  | { readonly kind: "heading"; readonly text: InlineMarkdown; readonly level: 2 | 3 | 4; readonly id?: string }
  | { readonly kind: "prose"; readonly text: InlineMarkdown }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly ListEntry[] }
  | { readonly kind: "table"; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly kind: "facts"; readonly entries: readonly { readonly term: string; readonly text: InlineMarkdown }[] }
  | { readonly kind: "callout"; readonly tone: Tone; readonly title: string; readonly text: InlineMarkdown }
  | { readonly kind: "quote"; readonly text: InlineMarkdown }
  | ScenarioLadder
  | ForecastOverTime
  | WeightOfEvidence
  | Waterfall
  | IndicatorBoard
  | MechanismChain
  | LeverageBars
  | PositionLadder
  | AdoptionCurve
  | VoteBars
  | VoteMap
  | VoteChanges
  | AgreementMatrix
  | OutcomeBars
  | ForumBoard
  | Timeline;

export type Tone = "note" | "good" | "watch" | "alarm";

export interface ListEntry {
  readonly id?: string;
  readonly text: InlineMarkdown;
  readonly entries?: readonly ListEntry[];
}
export interface TableRow {
  readonly id?: string;
  readonly cells: readonly TableCell[];
}
/** A cell: words, a probability (drawn with a bar), or words with a tone (drawn as a badge). */
export type TableCell =
  | InlineMarkdown
  | { readonly probability: number; readonly low?: number; readonly high?: number }
  | { readonly badge: string; readonly tone: Tone };

/** One rung per scenario: what the author stated, what the evidence implies, and the guaranteed bounds. */
export interface ScenarioLadder {
  readonly kind: "scenario-ladder";
  readonly caption: string;
  readonly rungs: readonly {
    readonly id: string;
    readonly title: string;
    readonly stated?: number;
    readonly computed?: number;
    /** The yardstick's word for the computed probability. */
    readonly word?: string;
    readonly low?: number;
    readonly high?: number;
    readonly residual?: boolean;
  }[];
}
/** The forecast replayed by date: for each date the probability of each scenario. */
export interface ForecastOverTime {
  readonly kind: "forecast-over-time";
  readonly caption: string;
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly points: readonly {
    readonly date: CalendarDate;
    readonly probabilities: Readonly<Record<string, number>>;
    /** What happened on that day: the ids and words of the observations. */
    readonly events: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly resolves?: CalendarDate;
}
/** Items of evidence against scenarios or hypotheses, each cell a weight in decibels; null where it eliminates. */
export interface WeightOfEvidence {
  readonly kind: "weight-of-evidence";
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly text: InlineMarkdown;
    readonly date?: CalendarDate;
    readonly weights: Readonly<Record<string, number | null>>;
  }[];
}
/** How one probability came about: from the prior, item by item, to the result. */
export interface Waterfall {
  readonly kind: "waterfall";
  readonly caption: string;
  /** The scenario or hypothesis that it is the probability of. */
  readonly state: string;
  readonly start: number;
  readonly steps: readonly {
    /** The item; empty for what is none: several lighter items, or what is known of the assumptions. */
    readonly id: string;
    readonly text: InlineMarkdown;
    readonly before: number;
    readonly after: number;
  }[];
  readonly end: number;
}
/** Indicators as cards: state, threshold, time left. */
export interface IndicatorBoard {
  readonly kind: "indicator-board";
  readonly caption: string;
  readonly cards: readonly {
    readonly id: string;
    readonly title: InlineMarkdown;
    readonly state: InlineMarkdown;
    readonly threshold: InlineMarkdown;
    readonly status: "crossed" | "not crossed" | "quiet" | "approaching" | "due" | "open";
    /** Words beside the status: `in 4 months`, `due 5 days ago`, `last looked at 4 December 2026`. */
    readonly timing: string;
    /** Share of the time from the assessment to the horizon that has passed. */
    readonly elapsed?: number;
    /** Likelihood of crossing under each scenario. */
    readonly likelihoods: readonly { readonly id: string; readonly point: number; readonly low: number; readonly high: number }[];
  }[];
}
/** Cause, steps and outcome, each link with the tests that bear on it. */
export interface MechanismChain {
  readonly kind: "mechanism-chain";
  readonly caption: string;
  readonly links: readonly {
    readonly id: string;
    readonly role: "cause" | "step" | "outcome";
    readonly text: InlineMarkdown;
    readonly marks: readonly { readonly text: string; readonly tone: Tone }[];
  }[];
}
/** Bars of how far the forecast moves: assumptions by leverage, sources by the change when dropped. */
export interface LeverageBars {
  readonly kind: "leverage-bars";
  readonly caption: string;
  readonly bars: readonly { readonly id: string; readonly text: InlineMarkdown; readonly leverage: number; readonly note: string }[];
}
/** Actors on the issue scale, grouped by coalition; places from 0 to 100, whatever the numbers of the declared scale. */
export interface PositionLadder {
  readonly kind: "position-ladder";
  readonly caption: string;
  /** What the ends stand for, and the numbers that they have on the declared scale: 0 and 100 where absent. */
  readonly scale: { readonly low: string; readonly high: string; readonly ends?: { readonly low: number; readonly high: number } };
  readonly groups: readonly {
    readonly title: string;
    readonly actors: readonly { readonly id: string; readonly name: string; readonly position: number; readonly low: number; readonly high: number; readonly salience?: number }[];
  }[];
}
/** How many of a population have taken up a norm, over time, against the share at which norms tend to tip. */
export interface AdoptionCurve {
  readonly kind: "adoption-curve";
  readonly caption: string;
  /** In any order; counts are of the population on that day. */
  readonly points: readonly { readonly date: CalendarDate; readonly adopters: number; readonly population: number }[];
  /** The share at which norms tend to tip, with the words that say so. */
  readonly tipping: { readonly share: number; readonly label: string };
}
/** How often exclusive outcomes came about in each body: shares that sum to 1, with their standard error, and how far each moves with what is not known of the model. */
export interface OutcomeBars {
  readonly kind: "outcome-bars";
  readonly caption: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    /** The rule and what else a reader wants beside the title. */
    readonly note: string;
    readonly outcomes: readonly { readonly name: string; readonly delivers: boolean; readonly share: number; readonly error: number; readonly spread: number }[];
  }[];
}
/** Bodies that can decide, as cards: how, when they meet next, what follows if they do not agree. */
export interface ForumBoard {
  readonly kind: "forum-board";
  readonly caption: string;
  readonly cards: readonly {
    readonly id: string;
    readonly title: InlineMarkdown;
    /** The rule in a few words; empty where none is known. */
    readonly rule: string;
    /** What it takes to decide, in a sentence. */
    readonly needs: string;
    readonly members: InlineMarkdown;
    /** The next session in words, with how far it is. */
    readonly session: string;
    readonly status: "meets" | "met" | "no session";
    readonly fallback: InlineMarkdown;
    readonly sources: InlineMarkdown;
  }[];
}
export interface Timeline {
  readonly kind: "timeline";
  readonly caption: string;
  readonly events: readonly {
    readonly date: CalendarDate;
    /** The date in the author's words, where they mean no single day: `October 2026`. */
    readonly written?: string;
    readonly id?: string;
    readonly text: InlineMarkdown;
    readonly tone: Tone;
  }[];
}

/** An answer when the roll is called; who gave none was absent, or chose not to vote. */
export type VoteAnswer = "yes" | "no" | "abstain" | "absent";

/** How many answered what: a row for each roll call, or for each group of voters in one. */
export interface VoteBars {
  readonly kind: "vote-bars";
  readonly caption: string;
  readonly rows: readonly {
    readonly id?: string;
    readonly title: InlineMarkdown;
    /** Words below the title: `1 December 2025`, `cohesion 0.93`. */
    readonly note?: string;
    readonly counts: Readonly<Record<VoteAnswer, number>>;
    /** How many yes the rule asks for, and in words: `86 of 170 voting`. */
    readonly needed?: { readonly count: number; readonly label: string };
  }[];
}
/** The answers of states on a map of the world. */
export interface VoteMap {
  readonly kind: "vote-map";
  readonly caption: string;
  /** The first is drawn large, the others small beside one another. */
  readonly maps: readonly {
    readonly title: string;
    /** By code of the state, ISO 3166-1 alpha-3 (`NOR`), with the name a reader sees. */
    readonly votes: Readonly<Record<string, { readonly name: string; readonly answer: VoteAnswer }>>;
  }[];
}
/** Who answered otherwise than the time before, step by step. */
export interface VoteChanges {
  readonly kind: "vote-changes";
  readonly caption: string;
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    /** How many answered both times, and the same. */
    readonly stayed: number;
    /** Groups that moved alike, and the names in them. */
    readonly moves: readonly { readonly from: VoteAnswer; readonly to: VoteAnswer; readonly names: readonly string[] }[];
  }[];
}
/** How often voters, or groups of them, answer alike. */
export interface AgreementMatrix {
  readonly kind: "agreement-matrix";
  readonly caption: string;
  /** Members of a bloc stand together; in the order of rows and columns. */
  readonly blocs: readonly { readonly title: string; readonly members: readonly { readonly id: string; readonly name: string }[] }[];
  /** 0 to 1 by row and column; null where the two never voted on the same question. */
  readonly shares: readonly (readonly (number | null)[])[];
}
