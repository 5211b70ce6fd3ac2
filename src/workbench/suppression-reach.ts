import type { Item, Outline, Passage, Section } from "#model/outline";

/** A stretch of the document in absolute offsets. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * What a comment silences: the line at whose end it stands; where it stands alone, the whole passage that follows, or the
 * whole section where a heading follows. In a list (between items or inside one), or right above one without a blank line,
 * it silences the next item only.
 */
export function reachOf({ text, sections, offsets }: Outline, comment: Reach): Reach {
  const lineStart = text.lastIndexOf("\n", comment.from - 1) + 1;
  const lineEnd = endOfLine(text, comment.to);
  if (text.slice(lineStart, comment.from).trim() !== "" || text.slice(comment.to, lineEnd).trim() !== "") return { from: lineStart, to: lineEnd };
  const number = sectionAt(offsets, comment.from);
  const start = offsets[number] ?? 0;
  const at = { from: comment.from - start, to: comment.to - start };
  const passages = sections[number]?.passages ?? [];
  const following = nextItem(passages, at, isTight(text, lineEnd)) ?? nextPassage(passages, at.to);
  if (following) return { from: comment.to, to: following.span.to + start };
  const next = sections[number + 1];
  return { from: comment.to, to: next ? lengthOf(next) + (offsets[number + 1] ?? 0) : lineEnd };
}

/** True where the next line is not blank. */
const isTight = (text: string, lineEnd: number): boolean => text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1)).trim() !== "";

const nextPassage = (passages: readonly Passage[], from: number): Passage | undefined => passages.find(({ kind, span }) => kind !== "comment" && span.from >= from);

/** The item that follows a comment in its list, where it stands in one or, without a blank line, right above one. */
function nextItem(passages: readonly Passage[], { from, to }: Reach, tight: boolean): Item | undefined {
  const around = passages.find(({ span }) => span.from <= from && span.to >= to);
  const inside = around?.kind === "list" ? itemsOf(around).find(({ span }) => span.from >= to) : undefined;
  if (inside) return inside;
  const following = nextPassage(passages, to);
  if (following?.kind !== "list") return undefined;
  const preceding = passages.findLast(({ kind, span }) => kind !== "comment" && span.from < from);
  return tight || preceding?.kind === "list" ? following.items[0] : undefined;
}

/** The items of a list and of the lists nested in them, in the order of the document. */
const itemsOf = (passage: Passage): readonly Item[] => (passage.kind === "list" ? passage.items.flatMap((item) => [item, ...item.passages.flatMap(itemsOf)]) : []);

const lengthOf = (section: Section): number => section.span.to;

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};

/** The last section that begins at or before the offset. */
export function sectionAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
