import { keptFor } from "#kit/kept";
import { lineStarts, positionAt, type Span } from "#kit/span";
import type { Outline } from "#model/outline";

/** Where a stretch of text begins and ends, as an editor counts; the end is exclusive. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const startsOf = keptFor(({ text }: Outline): readonly number[] => lineStarts(text));

/** Where a span begins in the whole text. */
export const absoluteOffset = (outline: Outline, span: Span): number => (outline.offsets[span.section] ?? 0) + span.from;

/** A span's lines and columns. */
export function locate(outline: Outline, span: Span): Location {
  const starts = startsOf(outline);
  const from = absoluteOffset(outline, span);
  const begin = positionAt(starts, from);
  const end = positionAt(starts, from + span.to - span.from);
  return { line: begin.line, column: begin.column, endLine: end.line, endColumn: end.column };
}
