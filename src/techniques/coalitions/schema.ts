import * as z from "zod/mini";
import { prose, referenceList, span } from "#core/schemas";

export const Coalition = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  title: z.string(),
  span,
  /** The lists of members as written; which actors they name is known once all names are. */
  members: z.array(prose),
  /** What it wants, in words. */
  aim: z.exactOptional(prose),
  /** Who speaks for it. */
  lead: z.exactOptional(prose),
  sources: referenceList,
});
export type Coalition = z.infer<typeof Coalition>;

export const Coalitions = z.object({ coalitions: z.array(Coalition), remarks: z.array(prose), heading: span });
export type Coalitions = z.infer<typeof Coalitions>;
