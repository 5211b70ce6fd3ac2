import { keptFor } from "#kit/kept";
import { matchesOf } from "#kit/matches";
import type { Span } from "#kit/span";
import { headingKey } from "#model/heading";
import type { Item, Passage, Prose, Row, Section } from "#model/outline";
import { after, isBlank, piecesAt, plain } from "#model/prose";
import { linesIn } from "#core/read-lines";

/** A part of a frame by its label, such as `Referent object: ...`: one line, a subsection so headed, or a row of two cells. */
export interface Element {
  /** The label as `headingKey` gives it. */
  readonly key: string;
  /** The label as written, with the qualifier it may carry: `Stage (the wider norm)`. */
  readonly label: string;
  /** Where the line, heading or row stands. */
  readonly span: Span;
  /** What stands behind the label; empty where nothing does. */
  readonly texts: readonly Prose[];
}

/**
 * The labelled elements of the sections, in order. A paragraph in which several lines begin with one of the labels is
 * split there; a label with nothing behind it takes the list that follows or is nested under it.
 */
export function elementsIn(sections: readonly Section[], labels: readonly string[]): readonly Element[] {
  const keys = keysOf(labels);
  return sections.flatMap((section) => [...headedElement(section, keys), ...elementsAmong(section.passages, keys)]);
}

/** The first element that carries one of the labels. */
export const elementFor = (elements: readonly Element[], labels: readonly string[]): Element | undefined => elementsFor(elements, labels)[0];

/** All elements that carry one of the labels. */
export function elementsFor(elements: readonly Element[], labels: readonly string[]): readonly Element[] {
  const keys = keysOf(labels);
  return elements.filter(({ key }) => keys.has(key));
}

/** The labels as they are compared; kept, since a technique asks with the same lists for every document. */
const keysOf = keptFor((labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(headingKey)));

function headedElement(section: Section, keys: ReadonlySet<string>): readonly Element[] {
  const label = plain(section.heading);
  if (section.level === 0 || !keys.has(headingKey(label))) return [];
  return [{ key: headingKey(label), label, span: section.heading.span, texts: linesIn([section]).filter(hasWords) }];
}

const elementsAmong = (passages: readonly Passage[], keys: ReadonlySet<string>): readonly Element[] =>
  passages.flatMap((passage, at) => {
    if (passage.kind === "paragraph") return withFollowing(splitAtLabels(passage.prose, keys), passages[at + 1]);
    if (passage.kind === "list") return passage.items.flatMap((item) => elementsOfItem(item, keys));
    if (passage.kind === "table") return passage.rows.flatMap((row) => elementOfRow(row, keys));
    return passage.kind === "quote" ? elementsAmong(passage.passages, keys) : [];
  });

/** The last element takes the list behind it, where nothing stands behind its label. */
function withFollowing(elements: readonly Element[], next: Passage | undefined): readonly Element[] {
  const last = elements.at(-1);
  if (!last || last.texts.length > 0 || next?.kind !== "list") return elements;
  return [...elements.slice(0, -1), { ...last, texts: next.items.map(({ prose }) => prose).filter(hasWords) }];
}

function elementsOfItem(item: Item, keys: ReadonlySet<string>): readonly Element[] {
  const own = splitAtLabels(item.prose, keys);
  const nested = elementsAmong(item.passages, keys);
  const last = own.at(-1);
  if (!last || nested.length > 0) return [...own, ...nested];
  const below = item.passages.flatMap((passage) => (passage.kind === "list" ? passage.items.map(({ prose }) => prose) : passage.kind === "paragraph" ? [passage.prose] : []));
  return [...own.slice(0, -1), { ...last, texts: [...last.texts, ...below.filter(hasWords)] }];
}

function elementOfRow({ cells, span }: Row, keys: ReadonlySet<string>): readonly Element[] {
  const label = cells[0] ? plain(cells[0]).replace(/:$/u, "") : "";
  return keys.has(headingKey(label)) ? [{ key: headingKey(label), label, span, texts: cells.slice(1).filter(hasWords) }] : [];
}

/** The pieces of a paragraph that begin, on a line of their own, with one of the labels; what stands before the first is no element. */
function splitAtLabels(prose: Prose, keys: ReadonlySet<string>): readonly Element[] {
  const starts = matchesOf(prose.masked, /(?:^|\n)[^\S\n]*([^:.|?!\n]{1,80}):(?=\s|$)/gu).map((match) => ({
    label: (match[1] ?? "").trim(),
    from: match.index,
    behind: match.index + match[0].length,
  })).filter(({ label }) => keys.has(headingKey(label)));
  const pieces = piecesAt(prose, starts.map(({ from }) => from));
  return pieces.map((piece, at) => {
    const { label = "", behind = 0 } = starts[at] ?? {};
    return { key: headingKey(label), label, span: piece.span, texts: [after(piece, prose.span.from + behind - piece.span.from)].filter(hasWords) };
  });
}

const hasWords = (prose: Prose): boolean => !isBlank(prose) || prose.citations.length > 0;
