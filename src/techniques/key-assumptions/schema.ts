import * as z from "zod/mini";
import { likelihood, prose, span, stateCell } from "#core/schemas";

export const Assumption = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  /** The whole row. */
  span,
  text: prose,
  support: z.exactOptional(prose),
  falsifier: z.exactOptional(prose),
  impact: z.exactOptional(prose),
  /** How likely it holds: the cell, and what it says where that is a likelihood. */
  holdsCell: z.exactOptional(prose),
  holds: z.exactOptional(likelihood),
  /** P(scenario | it fails), by column. */
  ifFails: z.array(stateCell),
});
export type Assumption = z.infer<typeof Assumption>;

export const KeyAssumptions = z.object({ assumptions: z.array(Assumption), heading: span });
export type KeyAssumptions = z.infer<typeof KeyAssumptions>;
