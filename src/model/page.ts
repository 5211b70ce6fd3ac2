import type { Block, InlineMarkdown, ScenarioLadder } from "#model/block";
import type { Severity } from "#model/finding";
import type { Reliability } from "#model/grade";

/**
 * A published assessment, ready to be rendered. Whoever composes it decides what is said and in which order;
 * the renderer decides how it looks. Nothing in it depends on a medium.
 */
export interface Page {
  readonly title: string;
  /** The question that the assessment answers. */
  readonly question?: InlineMarkdown;
  /** BCP 47 tag of the language the author writes in; `en` where it is left out. */
  readonly language?: string;
  readonly meta: PageMeta;
  readonly bottomLine: BottomLine;
  /** The executive summary and key findings: what is read after the bottom line. */
  readonly summary: readonly Block[];
  readonly sections: readonly PageSection[];
  /** In the order in which they are numbered. */
  readonly sources: readonly PageSource[];
  /** What the checks of the document left open; absent where they were not run. */
  readonly findings?: readonly PageFinding[];
  readonly derivation: Derivation;
}

/** Who speaks, when, and to whom. Dates are ISO 8601 days (`2027-06-30`); another text is shown as it is. */
export interface PageMeta {
  readonly asOf?: string;
  readonly resolves?: string;
  /** The day on which the page was made: what is due, and how much time is left, holds for it. */
  readonly checked?: string;
  readonly authors: readonly string[];
  readonly audiences: readonly string[];
  /** A label of the Traffic Light Protocol: `AMBER`, `TLP:AMBER+STRICT`. */
  readonly tlp?: string;
  /** The title of the yardstick whose words the document uses. */
  readonly yardstick?: string;
}

/** What a reader must know who reads no further. The leading scenario is read from the ladder. */
export interface BottomLine {
  /** The author's answer in a sentence or two. */
  readonly answer?: InlineMarkdown;
  readonly ladder?: ScenarioLadder;
  /** `outer`: the ladder's bounds contain the answer but may be wider than needed. Left out: exact. */
  readonly bounds?: "exact" | "outer";
  /** How the question was answered, where it is: then the ladder tells what the forecast had been. */
  readonly resolved?: ResolvedQuestion;
  /** What changed since the revision before, one sentence each. */
  readonly changed: readonly InlineMarkdown[];
  /** What to look at next, the most informative first. */
  readonly watch: readonly InlineMarkdown[];
  /** What is due, what tells most first. */
  readonly due: readonly InlineMarkdown[];
}

/** The answer that came true, beside what the document had said of it. */
export interface ResolvedQuestion {
  /** The scenario's id, or the outcome in the author's words where it is none of the scenarios. */
  readonly outcome: string;
  readonly title?: string;
  /** An ISO 8601 day. */
  readonly on?: string;
  /** The sources that settle it. */
  readonly by?: InlineMarkdown;
  /** Probabilities from 0 to 1 of the outcome, as the author stated it and as the evidence implied it. */
  readonly stated?: number;
  readonly computed?: number;
}

/** A section of the page. Its title is a heading of level 2; headings inside it stand below. */
export interface PageSection {
  /** A slug, unique in the page: `key-assumptions`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface PageSource {
  readonly key: string;
  readonly title: string;
  readonly publisher?: string;
  /** An ISO 8601 day is written out; another text (`2026`, `autumn 2026`) is shown as it is. */
  readonly date?: string;
  readonly address?: string;
  readonly reliability?: Reliability;
  /** Where it has its content from; sources of one origin count as one voice. */
  readonly origin?: string;
}

/** A finding as a reader of the page sees it. */
export interface PageFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly what: string;
  readonly remedy: string;
  readonly standard: string;
  /** The line of the document, counted from 1. */
  readonly line?: number;
}

/** How every number of the page can be computed again. */
export interface Derivation {
  readonly engine: { readonly version: string; readonly seed: number };
  /** Hash of the document's text, with the name of the hash: `sha256:3f5a…`. */
  readonly document: string;
  /** The files beside the document that it was read with, each with the hash of its text. */
  readonly files?: readonly { readonly name: string; readonly hash: string }[];
  /** The options that differ from the defaults, as one would give them: `--no-grades`. */
  readonly options: readonly string[];
  /** Normalisations, defaults of ours and exclusions, in sentences. */
  readonly notes: readonly InlineMarkdown[];
}
