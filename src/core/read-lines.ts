import type { Span } from "#kit/span";
import type { Item, Passage, Prose, Section } from "#model/outline";
import { after } from "#model/prose";
import { passagesIn } from "#core/read-table";

/** A line of the form `Label: text`, as a paragraph, an item or a heading may be. */
export interface LabelledLine {
  readonly label: string;
  readonly text: Prose;
  readonly line: Prose;
}

/** Every paragraph and list item of the sections, items of nested lists included, in order. */
export const linesIn = (sections: readonly Section[]): readonly Prose[] => passagesIn(sections).flatMap(linesOf);

/** The paragraphs and list items of one passage, nested ones included, in order. */
export const linesOf = (passage: Passage): readonly Prose[] => {
  if (passage.kind === "paragraph") return [passage.prose];
  if (passage.kind === "quote") return passage.passages.flatMap(linesOf);
  if (passage.kind === "list") return passage.items.flatMap((item) => [item.prose, ...item.passages.flatMap(linesOf)]);
  return [];
};

/** The paragraphs of the sections that stand in no list and no quote, in order. */
export const paragraphsIn = (sections: readonly Section[]): readonly Prose[] =>
  passagesIn(sections).flatMap((passage) => (passage.kind === "paragraph" ? [passage.prose] : []));

/** The items of all lists of the sections, top level only, in order. */
export const itemsIn = (sections: readonly Section[]): readonly Item[] =>
  passagesIn(sections).flatMap((passage) => (passage.kind === "list" ? passage.items : []));

/** Splits `Label: text`. A label is at most eight words, holds no full stop and ends at the first colon that white space follows. */
export function labelled(line: Prose): LabelledLine | undefined {
  const match = /^\s*([^:.|?!]{1,80}):(?=\s|$)/u.exec(line.masked);
  const label = match?.[1]?.trim();
  if (!match || !label || label.split(/\s+/u).length > 8) return undefined;
  return { label, text: after(line, match[0].length), line };
}

/** Where the first of the sections is headed: the place of a finding about a section as a whole. */
export function headingSpan(sections: readonly Section[]): Span {
  const first = sections[0];
  if (!first) return { section: 0, from: 0, to: 0 };
  return first.level === 0 ? { ...first.span, to: first.span.from } : first.heading.span;
}
