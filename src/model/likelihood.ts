import type { Span } from "#kit/span";
import type { Term } from "#model/yardstick";

/** A probability as the author gave it: a point and the interval it stands for, all from 0 to 1. */
export interface Likelihood {
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** As written, white space trimmed: `likely`, `60-75%`, `~55 %`, `3:1`. */
  readonly written: string;
  /** The yardstick's word, where it was one. */
  readonly word?: string;
  readonly span: Span;
}

/** A likelihood in running text. */
export type LikelihoodMention = WordMention | NumberMention;

/** A term of a yardstick in running text. */
export interface WordMention extends Likelihood {
  readonly kind: "word";
  readonly term: Term;
  /** The title of the yardstick that the term belongs to. */
  readonly yardstick: string;
  /** `not almost certain`: the interval is that of the opposite, and `word` is absent. */
  readonly negated: boolean;
}

/** A percentage, odds or a share of 1 in running text. */
export interface NumberMention extends Likelihood {
  readonly kind: "number";
  /**
   * True where the words around say that a likelihood is meant (`a 30% chance`, `likely (60-75%)`). False for a
   * number that may be any share: `the budget rose by 12%`.
   */
  readonly asLikelihood: boolean;
}

/** A term and a number that stand side by side and speak of the same thing: `almost certain (40%)`. */
export interface LikelihoodPair {
  readonly word: WordMention;
  readonly number: NumberMention;
}
