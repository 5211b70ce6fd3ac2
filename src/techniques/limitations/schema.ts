import * as z from "zod/mini";
import { prose, referenceList, span } from "#core/schemas";

export const Limitation = z.object({
  id: z.string(),
  text: prose,
  /** What it affects. */
  affects: referenceList,
  /** What would close the gap; absent where the author does not say. */
  closedBy: z.exactOptional(prose),
});
export type Limitation = z.infer<typeof Limitation>;

export const Limitations = z.object({ limitations: z.array(Limitation), heading: span });
export type Limitations = z.infer<typeof Limitations>;
