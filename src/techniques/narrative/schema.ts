import * as z from "zod/mini";
import { section } from "#core/schemas";

export const Narrative = z.object({
  /** The executive summary. */
  summary: z.readonly(z.array(section)),
  /** All sections that no technique reads, what stands before the first heading included. */
  rest: z.readonly(z.array(section)),
});
export type Narrative = z.infer<typeof Narrative>;
