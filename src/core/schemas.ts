import * as z from "zod/mini";
import type { Likelihood } from "#model/likelihood";
import type { Reference } from "#model/names";
import type { Prose } from "#model/outline";

/** Schemas of the nouns that parts are made of; a technique composes its own of these. */

export const span = z.object({ section: z.int(), from: z.int(), to: z.int() });

const attributes = z.object({
  id: z.exactOptional(z.string()),
  classes: z.readonly(z.array(z.string())),
  values: z.readonly(z.record(z.string(), z.string())),
  span: z.exactOptional(span),
});

const citation = z.object({
  span,
  key: z.string(),
  locator: z.string(),
  grade: z.exactOptional(z.object({ text: z.string(), span })),
});

/** A run of text with its place, its citations and its attributes. */
export const prose: z.ZodMiniType<Prose> = z.object({
  span,
  source: z.string(),
  masked: z.string(),
  citations: z.readonly(z.array(citation)),
  attributes,
});

/** An id that is used, and where. */
export const reference: z.ZodMiniType<Reference> = z.object({
  id: z.string(),
  kinds: z.readonly(z.array(z.enum(["source", "judgement", "assumption", "counterargument", "indicator", "observation", "scenario", "hypothesis", "step", "test", "actor", "forum", "limitation"]))),
  span,
  from: z.exactOptional(z.string()),
  passing: z.exactOptional(z.boolean()),
});
export const referenceList = z.readonly(z.array(reference));

const probability = z.number().check(z.minimum(0), z.maximum(1));

/** A probability as written: point and interval from 0 to 1. */
export const likelihood: z.ZodMiniType<Likelihood> = z.object({
  point: probability,
  low: probability,
  high: probability,
  written: z.string(),
  word: z.exactOptional(z.string()),
  span,
});

/** A vector of likelihoods by state: scenario or hypothesis id. */
export const likelihoodVector = z.readonly(z.record(z.string(), likelihood));

/** A day, `2027-06-30`. */
export const calendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
