import * as z from "zod/mini";
import { likelihood, prose, referenceList, span } from "#core/schemas";

export const Confidence = z.object({ level: z.enum(["high", "moderate", "low"]), written: z.string(), span });

export const Judgement = z.object({
  id: z.string(),
  text: prose,
  /** Lines and sentences that belong to it: its confidence, its sources, what it rests on. */
  more: z.readonly(z.array(prose)),
  /** The likelihoods it states in words of the yardstick, or in numbers that are meant as such, in order. */
  likelihoods: z.readonly(z.array(likelihood)),
  /** The likelihood in a cell of its own, where a table has one; it is the first of `likelihoods` as well. */
  cell: z.exactOptional(likelihood),
  confidence: z.exactOptional(Confidence),
  /** The sources it cites and the ids it names, each with where it stands. */
  names: referenceList,
});
export type Judgement = z.infer<typeof Judgement>;

export const KeyFindings = z.object({
  judgements: z.readonly(z.array(Judgement)),
  /** Paragraphs around a list of judgements. */
  remarks: z.readonly(z.array(prose)),
  heading: span,
});
export type KeyFindings = z.infer<typeof KeyFindings>;
