/** One replacement in a text: the characters between two absolute offsets become `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The edits that are applied, in order: of two that overlap only the one that begins first. */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  let done = 0;
  return edits
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (from < done) return false;
      done = to;
      return true;
    });
}

/**
 * Applies edits to a text; what no edit touches stays as it is. Edits may come in any order;
 * of two that overlap only the one that begins first is applied.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return result + text.slice(done);
}
