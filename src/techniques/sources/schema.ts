import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

/** What stands where the reliability is asked for. */
export const SourceGrade = z.object({
  written: z.string(),
  span,
  /** `letter` A to F; `both` a letter and a digit; `ungraded` says so; `invalid` is no grade. */
  kind: z.enum(["letter", "both", "digit", "ungraded", "invalid"]),
  reliability: z.exactOptional(z.enum(["A", "B", "C", "D", "E", "F"])),
  credibility: z.exactOptional(z.literal([1, 2, 3, 4, 5, 6])),
});
export type SourceGrade = z.infer<typeof SourceGrade>;

export const Origin = z.object({
  written: z.string(),
  span,
  /** The key of another source that this one goes back to, where the origin is given as such. */
  key: z.exactOptional(z.string()),
});
export type Origin = z.infer<typeof Origin>;

export const Source = z.object({
  key: z.string(),
  /** False where the author gave no key and nothing can cite it. */
  keyed: z.boolean(),
  /** A row of the table; a line such as `[S1] Publisher, "Title". (B2)`; a remnant of which only the grade is left. */
  form: z.enum(["row", "line", "remnant"]),
  /** The key, or the first cell or the line where there is none. */
  span,
  title: z.exactOptional(prose),
  publisher: z.exactOptional(prose),
  kind: z.exactOptional(prose),
  date: z.exactOptional(writtenDate),
  address: z.exactOptional(z.object({ url: z.string(), span })),
  grade: z.exactOptional(SourceGrade),
  /** True where the grade stands in a column for the reliability alone. */
  reliabilityColumn: z.boolean(),
  origin: z.exactOptional(Origin),
  /** Where the information comes from in the end: the origin, followed through sources that go back to others. */
  root: z.exactOptional(z.string()),
  /** True where following the origin comes back to the source itself. */
  loops: z.boolean(),
  cites: referenceList,
});
export type Source = z.infer<typeof Source>;

export const Sources = z.object({
  sources: z.array(Source),
  /** Paragraphs of the section that are no entries. */
  remarks: z.array(prose),
  heading: span,
});
export type Sources = z.infer<typeof Sources>;
