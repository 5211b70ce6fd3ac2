/**
 * A stretch of a document, given by the section it stands in and two offsets (UTF-16 code units)
 * from the start of that section; `to` is exclusive. Spans are relative to their section so that
 * what was read from one section stays valid while the text of another is edited.
 */
export interface Span {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

/** A place as an editor counts it: both numbers start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The part of `span` between two offsets counted from its own start. */
export const within = (span: Span, from: number, to: number): Span => ({
  section: span.section,
  from: span.from + from,
  to: span.from + to,
});

/** Offsets at which the lines of a text begin; line ends are \n, \r\n or a lone \r. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset, by binary search in the line starts. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Of items whose stretches overlap, the one that begins first, then the longer, then the earlier in the list; in order. */
export function withoutOverlap<Item>(items: readonly Item[], stretchOf: (item: Item) => { readonly from: number; readonly to: number }): readonly Item[] {
  let end = Number.NEGATIVE_INFINITY;
  return items
    .map((item) => ({ item, stretch: stretchOf(item) }))
    .toSorted((a, b) => a.stretch.from - b.stretch.from || b.stretch.to - a.stretch.to)
    .flatMap(({ item, stretch }) => {
      if (stretch.from < end) return [];
      end = stretch.to;
      return [item];
    });
}
