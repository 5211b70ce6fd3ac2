import * as z from "zod/mini";
import { prose, referenceList, span, stateCell, writtenDate } from "#core/schemas";

/** A number as written; `value` is absent where it is none. */
const WrittenNumber = z.object({ written: z.string(), span, value: z.exactOptional(z.number()) });

export const Estimate = z.object({
  /** The forecaster's name, or the name of the reference class. */
  id: z.string(),
  span,
  kind: z.enum(["estimate", "base rate"]),
  /** Absent where the row names nobody. */
  forecaster: z.exactOptional(prose),
  date: z.exactOptional(writtenDate),
  weight: z.exactOptional(WrittenNumber),
  /** How many cases a base rate counts. */
  count: z.exactOptional(WrittenNumber),
  rationale: z.exactOptional(prose),
  /** A probability per scenario, by column. */
  vector: z.array(stateCell),
  cited: referenceList,
});
export type Estimate = z.infer<typeof Estimate>;

export const Estimates = z.object({ estimates: z.array(Estimate), heading: span });
export type Estimates = z.infer<typeof Estimates>;
