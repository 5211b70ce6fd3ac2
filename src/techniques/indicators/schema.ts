import * as z from "zod/mini";
import { grade, horizon, prose, referenceList, span, stateCell, writtenDate } from "#core/schemas";

/** How the chance of a crossing builds up between the day of the assessment and the horizon. */
export const Pace = z.enum(["linear", "at the end", "at once"]);
export type Pace = z.infer<typeof Pace>;

export const Indicator = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  /** The whole row. */
  span,
  title: prose,
  state: z.exactOptional(prose),
  threshold: z.exactOptional(prose),
  /** The horizon as written, and as read where it is a time. */
  horizonCell: z.exactOptional(prose),
  horizon: z.exactOptional(horizon),
  paceCell: z.exactOptional(prose),
  /** Absent where what is written is no pace. */
  pace: z.exactOptional(Pace),
  /** P(crossed by the horizon | scenario), by column. */
  vector: z.array(stateCell),
  /** The assumptions that it tests. */
  tests: referenceList,
});
export type Indicator = z.infer<typeof Indicator>;

export const Reading = z.enum(["crossed", "not crossed", "quiet", "approaching", "holds", "fails"]);
export type Reading = z.infer<typeof Reading>;

export const Observation = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  span,
  text: prose,
  date: z.exactOptional(writtenDate),
  bearsOn: referenceList,
  readingCell: z.exactOptional(prose),
  reading: z.exactOptional(Reading),
  /** The sources that it cites, each with its place. */
  cited: referenceList,
  gradeCell: z.exactOptional(prose),
  /** The grade of the column, else the first that stands behind a citation. */
  grade: z.exactOptional(grade),
  /** P(this is observed | scenario), by column. */
  vector: z.array(stateCell),
  /** Observations of one cluster are not independent. */
  cluster: z.exactOptional(z.string()),
});
export type Observation = z.infer<typeof Observation>;

export const Indicators = z.object({
  indicators: z.array(Indicator),
  observations: z.array(Observation),
  /** Where the section of indicators is headed; absent where the document has only a log. */
  heading: z.exactOptional(span),
});
export type Indicators = z.infer<typeof Indicators>;
