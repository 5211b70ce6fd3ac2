import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

const written = z.object({ written: z.string(), span });
const named = z.object({ name: z.string(), span });

/** Those who gave one answer: how many, who, or both. */
export const Side = z.object({
  written: z.string(),
  span,
  number: z.exactOptional(z.int()),
  names: z.array(named),
  /** `all others`: every member of the forum that no other list names, of the United Nations where the document lists no members. */
  others: z.boolean(),
});
export type Side = z.infer<typeof Side>;

/** A ballot in a table of states: who, and what is written in the cell of the roll call. */
export const Entry = z.object({ name: z.string(), span, vote: written });
export type Entry = z.infer<typeof Entry>;

export const RollCall = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  /** What was voted on: `Resolution 80/57`. */
  name: prose,
  date: z.exactOptional(writtenDate),
  forum: z.exactOptional(written),
  yes: z.exactOptional(Side),
  no: z.exactOptional(Side),
  abstain: z.exactOptional(Side),
  absent: z.exactOptional(Side),
  /** What became of it, in the author's words; `passed` where they say so. */
  result: z.exactOptional(z.object({ written: z.string(), span, passed: z.exactOptional(z.boolean()) })),
  file: z.exactOptional(written),
  /** The question that is put again and again, where the section follows several. */
  series: z.exactOptional(z.string()),
  entries: z.array(Entry),
  sources: referenceList,
});
export type RollCall = z.infer<typeof RollCall>;

export const Votes = z.object({ rollCalls: z.array(RollCall), remarks: z.array(prose), heading: span });
export type Votes = z.infer<typeof Votes>;
