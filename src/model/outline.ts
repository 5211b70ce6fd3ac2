import type { CalendarDate } from "#kit/date";
import type { Span } from "#kit/span";
import type { Yardstick } from "#model/yardstick";

/** A document as sections and passages; the only shape that techniques read. */
export interface Outline {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** In the order of the document, one per heading; number 0 holds what stands before the first heading. */
  readonly sections: readonly Section[];
  /** Where each section begins in `text`, by its number. */
  readonly offsets: readonly number[];
}

/** One heading and what follows it up to the next heading of any level. */
export interface Section {
  readonly number: number;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  readonly heading: Prose;
  /** The whole section, heading included. */
  readonly span: Span;
  readonly passages: readonly Passage[];
}

export type Passage = Paragraph | List | Table | Quote | Code | Comment;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly span: Span;
  readonly prose: Prose;
}
export interface List {
  readonly kind: "list";
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly Item[];
}
/** A list item: its own text, and the passages nested in it. */
export interface Item {
  readonly span: Span;
  /** The number it carries in an ordered list. */
  readonly number?: number;
  readonly prose: Prose;
  readonly passages: readonly Passage[];
}
export interface Table {
  readonly kind: "table";
  readonly span: Span;
  readonly columns: readonly Prose[];
  readonly rows: readonly Row[];
}
/** A table row; it may have fewer or more cells than the table has columns. */
export interface Row {
  readonly span: Span;
  readonly cells: readonly Prose[];
  /** Attributes written at the end of the row's last cell or of its first. */
  readonly attributes: Attributes;
}
export interface Quote {
  readonly kind: "quote";
  readonly span: Span;
  readonly passages: readonly Passage[];
}
export interface Code {
  readonly kind: "code";
  readonly span: Span;
  readonly language: string;
  readonly text: string;
}
/** An HTML comment that stands by itself between passages; `text` is what it says. */
export interface Comment {
  readonly kind: "comment";
  readonly span: Span;
  readonly text: string;
}

/**
 * A run of text: a heading, a paragraph, an item, a cell.
 * `masked` has the length of `source`, with everything that is markup and not words (emphasis marks,
 * citations, grades, attributes, comments, addresses of links, backslashes) blanked by spaces: an index in it is
 * an index in `source`, and `span.from` plus that index is the place in the section.
 */
export interface Prose {
  readonly span: Span;
  readonly source: string;
  readonly masked: string;
  readonly citations: readonly Citation[];
  readonly attributes: Attributes;
}

/** `[@key, p. 3]{B2}`: one key of a citation; a group gives one citation for each key. */
export interface Citation {
  readonly span: Span;
  readonly key: string;
  readonly locator: string;
  /** The grade written behind the citation, as written. */
  readonly grade?: { readonly text: string; readonly span: Span };
}

/** `{#id .class name=value}` in Pandoc's notation. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly span?: Span;
}

/** What the YAML block at the top of the document says. */
export interface FrontMatter {
  readonly title?: string;
  readonly question?: string;
  /** The day on which the author speaks. */
  readonly asOf?: CalendarDate;
  /** The day by which the question resolves. */
  readonly resolves?: CalendarDate;
  readonly yardstick: Yardstick;
  readonly bibliography?: string;
  /** How strongly reports of one origin repeat each other, from 0 to 1, where the author says so. */
  readonly correlation?: number;
  readonly authors: readonly string[];
  readonly tlp?: string;
  readonly audiences: readonly string[];
  /** Every key with its value as YAML reads it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each key and its value stand. */
  readonly spans: Readonly<Record<string, Span>>;
  /** What could not be understood: a date that is none, an unknown yardstick, broken YAML. */
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterProblem {
  readonly kind: "broken-yaml" | "impossible-date" | "unknown-yardstick" | "not-a-share" | "not-a-text";
  readonly key: string;
  readonly written: string;
  readonly span: Span;
}
