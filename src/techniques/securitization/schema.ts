import * as z from "zod/mini";
import { prose, span } from "#core/schemas";

/** One element of the frame: what stands behind its label. */
export const Part = z.object({ span, texts: z.array(prose) });
export type Part = z.infer<typeof Part>;

export const elementNames = ["actor", "functional", "referent", "threat", "audience", "acceptance", "measures", "conditions"] as const;
export type ElementName = (typeof elementNames)[number];

export const Securitization = z.object({
  actor: z.exactOptional(Part),
  functional: z.exactOptional(Part),
  referent: z.exactOptional(Part),
  threat: z.exactOptional(Part),
  audience: z.exactOptional(Part),
  acceptance: z.exactOptional(Part),
  measures: z.exactOptional(Part),
  conditions: z.exactOptional(Part),
  /** Sentences that say the audience accepted, or that the securitization succeeded. */
  claims: z.array(prose),
  /** True where the text itself calls it a move. */
  calledMove: z.boolean(),
  remarks: z.array(prose),
  heading: span,
});
export type Securitization = z.infer<typeof Securitization>;
