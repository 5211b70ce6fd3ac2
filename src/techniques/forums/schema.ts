import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

/** How a forum decides. */
export const DecisionRule = z.object({
  kind: z.enum(["consensus", "unanimity", "majority", "opt-in"]),
  /** Of a majority: more than this share where it is a half, at least this share otherwise. */
  share: z.exactOptional(z.number()),
  /** Of a majority: whose votes are counted. */
  of: z.exactOptional(z.enum(["those voting", "members"])),
  /** Of an opt-in: how many must join before it is in force. */
  needed: z.exactOptional(z.int()),
});
export type DecisionRule = z.infer<typeof DecisionRule>;

const written = z.object({ written: z.string(), span });

export const Members = z.object({
  written: z.string(),
  span,
  /** `all` of the actors, a number of them, or a list; of all, a number where one is written. */
  kind: z.enum(["all", "number", "list"]),
  number: z.exactOptional(z.int()),
  /** The list as written; which actors it names is known once all names are. */
  list: z.exactOptional(prose),
});
export type Members = z.infer<typeof Members>;

export const Forum = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  name: prose,
  rule: z.exactOptional(written),
  decides: z.exactOptional(DecisionRule),
  /** The rule that applies where the first one fails: `consensus, two-thirds as a last resort`. */
  lastResort: z.exactOptional(DecisionRule),
  members: z.exactOptional(Members),
  session: z.exactOptional(writtenDate),
  fallback: z.exactOptional(prose),
  sources: referenceList,
});
export type Forum = z.infer<typeof Forum>;

export const Forums = z.object({ forums: z.array(Forum), remarks: z.array(prose), heading: span });
export type Forums = z.infer<typeof Forums>;
