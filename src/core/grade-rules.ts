import type { Rule } from "#core/technique";
import type { Span } from "#kit/span";
import { readGrade } from "#model/read-grade";

/** What is written where the grade of an item is asked for. */
export interface WrittenGrade {
  /** The id of the item. */
  readonly id: string;
  readonly written: string;
  readonly span: Span;
}

/** The sentences on a grade that is none; the same in a column and behind a citation. */
export const invalidGradeMessage = {
  what: "`{written}`, the grade of {id}, is not on the Admiralty scale.",
  why: "The letter runs from A to F and the digit from 1 to 6; anything else cannot be weighed and is left out.",
  remedy: "Write a letter for the source and a digit for the item, such as B2, or one of the two.",
};
export const admiraltyCode = "Admiralty code (NATO AJP-2.1)";

/** The rule that what stands in a column for grades is one. */
export const invalidGrade = <Part>(gradesOf: (part: Part) => readonly WrittenGrade[]): Rule<Part> => ({
  name: "invalid-grade",
  severity: "error",
  message: invalidGradeMessage,
  standard: admiraltyCode,
  *check(part) {
    for (const { id, written, span } of gradesOf(part)) if (!readGrade(written)) yield { span, values: { id, written } };
  },
});
