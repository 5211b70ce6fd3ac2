import { statesOf, type StateCell } from "#core/read-vector";
import type { Rule } from "#core/technique";
import { wordingRules } from "#core/wording-rules";
import type { Kind } from "#model/names";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";

/** A row with numbers by state, and what a sentence calls it. */
export interface VectorRow {
  readonly id: string;
  readonly vector: readonly StateCell[];
}

/** The cells in which a word and a number stand together; in others there is nothing to disagree. */
export const mixedCells = (vector: readonly StateCell[]): readonly Prose[] => vector.flatMap(({ cell }) => (/\p{Letter}/u.test(cell.masked) && /\d/u.test(cell.masked) ? [cell] : []));

/** The rules on words that make sense of a cell with a likelihood: that a word and a number in it agree. */
export const cellWording = <Part>(vectorsOf: (part: Part) => readonly (readonly StateCell[])[]): readonly Rule<Part>[] =>
  wordingRules<Part>((part) => vectorsOf(part).flatMap(mixedCells)).filter(({ name }) => name === "word-number-clash");

/** The rule that every cell in a column of a scenario (or of another kind of state) can be read as a likelihood. */
export const unreadableLikelihood = <Part>(rowsOf: (part: Part) => readonly VectorRow[], kind: Kind = "scenario"): Rule<Part> => ({
  name: "unreadable-likelihood",
  severity: "warning",
  message: {
    what: "“{written}” under {column} of {id} is not a likelihood that can be read.",
    why: "A row with a number missing is left out of the forecast.",
    remedy: "Write a number (`70%`), a range (`60-75%`) or a word of the document's yardstick.",
  },
  standard: "ICD 203 D.6.e(2): expressions of likelihood",
  *check(part, { names }) {
    const { find } = statesOf(names, kind);
    for (const { id, vector } of rowsOf(part)) {
      for (const { key, column, cell, likelihood } of vector) {
        if (!likelihood && find(key)) yield { span: cell.span, values: { id, column, written: plain(cell) } };
      }
    }
  },
});
