import type { Span } from "#kit/span";

/** The kinds of thing that carry an id in an assessment. */
export type Kind =
  | "source"
  | "judgement"
  | "assumption"
  | "counterargument"
  | "indicator"
  | "observation"
  | "scenario"
  | "hypothesis"
  | "step"
  | "test"
  | "actor"
  | "coalition"
  | "forum"
  | "vote"
  | "limitation"
  | "simulation"
  | "outcome"
  | "event"
  | "change";

/** An id the document introduces: all that one technique may know of another. */
export interface Declaration {
  readonly id: string;
  readonly kind: Kind;
  /** What a person calls it: the title of a scenario, the text of an assumption. */
  readonly title: string;
  readonly span: Span;
  /** Small facts that other techniques or a comparison of editions may need, by name:
   * `residual: "yes"`, `origin: "secretariat"`, `probability: "55%"`, `confidence: "moderate"`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** An id the document uses; without `kind` any kind will do. */
export interface Reference {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly span: Span;
  /** Where the reference stands: the id of the judgement, indicator or item that makes it. */
  readonly from?: string;
  /** The grade written behind a citation, as written: `B2`. */
  readonly grade?: string;
  /** True for a word that only looks like an id (`A1`, but also `G20`): no fault where it leads nowhere. */
  readonly passing?: boolean;
}

/** Everything that any technique declared and used, merged by the core between reading and checking. */
export interface Names {
  find(id: string): Declaration | undefined;
  /** In the order of the document. */
  all(kind: Kind): readonly Declaration[];
  /** All references to an id, from anywhere in the document. */
  references(id: string): readonly Reference[];
}
