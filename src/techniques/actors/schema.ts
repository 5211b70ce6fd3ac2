import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

const written = z.object({ written: z.string(), span });

/** The issue scale: what its numbers stand for, in rising order. The first and the last are its ends. */
export const Scale = z.object({ marks: z.array(z.object({ value: z.number(), title: z.string() })), span });
export type Scale = z.infer<typeof Scale>;

/** What an actor was seen to want on a day. Numbers are on the declared scale. */
export const Stand = z.object({
  actor: z.string(),
  /** What the position is about, where the table says so. */
  matter: z.exactOptional(z.string()),
  position: z.exactOptional(written),
  /** The number; absent where what is written is neither a number nor a word of the scale. */
  value: z.exactOptional(z.number()),
  range: z.exactOptional(written),
  /** How much the actor cares about this matter. */
  salience: z.exactOptional(z.object({ written: z.string(), span, value: z.exactOptional(z.number()) })),
  low: z.exactOptional(z.number()),
  high: z.exactOptional(z.number()),
  date: z.exactOptional(writtenDate),
  sources: referenceList,
  grade: z.exactOptional(written),
  span,
});
export type Stand = z.infer<typeof Stand>;

/** A weight from 0 to 1, or what is written in its place. */
export const Weight = z.object({ written: z.string(), span, value: z.exactOptional(z.number()) });
export type Weight = z.infer<typeof Weight>;

export const Actor = z.object({
  id: z.string(),
  name: prose,
  coalition: z.exactOptional(written),
  salience: z.exactOptional(Weight),
  capability: z.exactOptional(Weight),
  /** The chance a year that a change of government takes its position anew. */
  changeRate: z.exactOptional(Weight),
  /** What it answered when a forum last voted on the question: the column's name, and the answer where it can be read. */
  lastVotes: z.array(z.object({ column: z.string(), written: z.string(), span, answer: z.exactOptional(z.enum(["yes", "abstain", "no", "absent"])) })),
});
export type Actor = z.infer<typeof Actor>;

export const Actors = z.object({
  scale: z.exactOptional(Scale),
  /** The scales of the matters beside the first, and what each counts beside it. */
  further: z.array(z.object({ matter: z.string(), scale: z.exactOptional(Scale), weight: z.exactOptional(z.number()) })),
  /** The lines of weights, as written. */
  weights: z.array(prose),
  actors: z.array(Actor),
  stands: z.array(Stand),
  remarks: z.array(prose),
  heading: span,
});
export type Actors = z.infer<typeof Actors>;
