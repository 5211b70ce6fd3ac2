import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

export const stages = ["emergence", "cascade", "internalization"] as const;
export type Stage = (typeof stages)[number];

/** One element of the frame: what stands behind its label. */
export const Part = z.object({ span, texts: z.array(prose) });
export type Part = z.infer<typeof Part>;

/** A stage that the text states, and for which norm where it says so. */
export const StatedStage = z.object({
  stage: z.enum(stages),
  /** The norm as it is compared; empty for the norm of the section. */
  norm: z.string(),
  span,
  /** True where the text gives a reason beside the numbers. */
  explained: z.boolean(),
});
export type StatedStage = z.infer<typeof StatedStage>;

const count = z.object({ written: z.string(), span, value: z.exactOptional(z.int()) });

/** A row of the adoption series. */
export const Adoption = z.object({
  norm: z.string(),
  date: z.exactOptional(writtenDate),
  adopters: z.exactOptional(count),
  population: z.exactOptional(count),
  sources: referenceList,
  span,
});
export type Adoption = z.infer<typeof Adoption>;

export const CriticalState = z.object({ name: z.string(), stand: z.exactOptional(prose), span, sources: referenceList });
export type CriticalState = z.infer<typeof CriticalState>;

export const NormLifeCycle = z.object({
  identities: z.exactOptional(Part),
  norms: z.exactOptional(Part),
  entrepreneurs: z.exactOptional(Part),
  meaning: z.exactOptional(Part),
  stage: z.exactOptional(Part),
  stated: z.array(StatedStage),
  series: z.array(Adoption),
  critical: z.array(CriticalState),
  remarks: z.array(prose),
  heading: span,
});
export type NormLifeCycle = z.infer<typeof NormLifeCycle>;
