import * as z from "zod/mini";
import { calendarDate, prose, referenceList, span } from "#core/schemas";

/** One change: on a day a judgement moved from one stand to another, for a reason. */
export const Change = z.object({
  id: z.string(),
  span,
  /** The day as written. */
  day: z.exactOptional(prose),
  /** The day, where it is one. */
  date: z.exactOptional(calendarDate),
  /** The ids that changed. */
  subjects: referenceList,
  subject: z.exactOptional(prose),
  from: z.exactOptional(prose),
  to: z.exactOptional(prose),
  why: z.exactOptional(prose),
  who: z.exactOptional(prose),
});
export type Change = z.infer<typeof Change>;

export const ChangeLog = z.object({ changes: z.array(Change), remarks: z.readonly(z.array(prose)), heading: span });
export type ChangeLog = z.infer<typeof ChangeLog>;
