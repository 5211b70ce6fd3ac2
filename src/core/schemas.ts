import * as z from "zod/mini";
import type { WrittenDate } from "#core/read-cell";
import type { StateCell } from "#core/read-vector";
import type { Grade } from "#model/grade";
import type { Horizon } from "#model/horizon";
import type { Likelihood } from "#model/likelihood";
import type { Reference } from "#model/names";
import type { Item, Passage, Prose, Section } from "#model/outline";

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

const row = z.object({ span, cells: z.readonly(z.array(prose)), attributes });
const item: z.ZodMiniType<Item> = z.lazy(() => z.object({ span, number: z.exactOptional(z.number()), prose, passages: z.readonly(z.array(passage)) }));

/** A paragraph, list, table, quote, block of code or comment, with all that is nested in it. */
export const passage: z.ZodMiniType<Passage> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("paragraph"), span, prose }),
    z.object({ kind: z.literal("list"), span, ordered: z.boolean(), items: z.readonly(z.array(item)) }),
    z.object({ kind: z.literal("table"), span, columns: z.readonly(z.array(prose)), rows: z.readonly(z.array(row)) }),
    z.object({ kind: z.literal("quote"), span, passages: z.readonly(z.array(passage)) }),
    z.object({ kind: z.literal("code"), span, language: z.string(), text: z.string() }),
    z.object({ kind: z.literal("comment"), span, text: z.string() }),
  ]),
);

/** A heading and what stands under it. */
export const section: z.ZodMiniType<Section> = z.object({ number: z.int(), level: z.int(), heading: prose, span, passages: z.readonly(z.array(passage)) });

/** An id that is used, and where. */
export const reference: z.ZodMiniType<Reference> = z.object({
  id: z.string(),
  kinds: z.readonly(z.array(z.enum(["source", "judgement", "assumption", "counterargument", "indicator", "observation", "scenario", "hypothesis", "step", "test", "actor", "coalition", "forum", "vote", "limitation", "simulation", "outcome", "event", "change"]))),
  span,
  from: z.exactOptional(z.string()),
  grade: z.exactOptional(z.string()),
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

/** A day, `2027-06-30`. */
export const calendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));

/** A date as written, with the first and last day it means. */
export const writtenDate: z.ZodMiniType<WrittenDate> = z.object({ written: z.string(), span, from: z.exactOptional(calendarDate), day: z.exactOptional(calendarDate) });

/** A stretch of time as written; without `to` it has no end. */
export const horizon: z.ZodMiniType<Horizon> = z.object({ from: z.exactOptional(calendarDate), to: z.exactOptional(calendarDate), written: z.string(), approximate: z.exactOptional(z.boolean()) });

/** Both axes of an Admiralty grade. */
export const grade: z.ZodMiniType<Grade> = z.object({
  reliability: z.exactOptional(z.enum(["A", "B", "C", "D", "E", "F"])),
  credibility: z.exactOptional(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])),
});

/** A cell in a column that may stand for a scenario or a hypothesis. */
export const stateCell: z.ZodMiniType<StateCell> = z.object({ column: z.string(), key: z.string(), cell: prose, likelihood: z.exactOptional(likelihood) });
