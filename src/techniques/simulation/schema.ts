import * as z from "zod/mini";
import { prose, referenceList, span, writtenDate } from "#core/schemas";

/** A whole or other number as written; without `value` it could not be read. */
export const Setting = z.object({ written: z.string(), span, value: z.exactOptional(z.number()) });
export type Setting = z.infer<typeof Setting>;

/** Texts put to forums or parameters set otherwise: what is named, and the number. */
export const Assignments = z.object({ written: z.string(), span, pairs: z.array(z.tuple([z.string(), z.number()])) });
export type Assignments = z.infer<typeof Assignments>;

/** A row that leads from outcomes to a scenario. */
export const Row = z.object({
  id: z.string(),
  written: z.boolean(),
  span,
  scenario: z.exactOptional(prose),
  /** The cells that say something of a forum, by the column's name. */
  cells: z.array(z.object({ column: z.string(), cell: prose })),
  rationale: z.exactOptional(prose),
});
export type Row = z.infer<typeof Row>;

/** Something that may happen on a day and moves actors. */
export const Event = z.object({
  id: z.string(),
  written: z.boolean(),
  title: prose,
  date: z.exactOptional(writtenDate),
  chance: z.exactOptional(Setting),
  moves: z.exactOptional(Assignments),
  scale: z.exactOptional(z.object({ written: z.string(), span })),
  sources: referenceList,
});
export type Event = z.infer<typeof Event>;

export const Simulation = z.object({
  runs: z.exactOptional(Setting),
  seed: z.exactOptional(Setting),
  draws: z.exactOptional(Setting),
  weight: z.exactOptional(Setting),
  /** Where things stay as they are, from 0 to 100. */
  statusQuo: z.exactOptional(Setting),
  texts: z.exactOptional(Assignments),
  parameters: z.exactOptional(Assignments),
  rows: z.array(Row),
  events: z.array(Event),
  remarks: z.array(prose),
  cited: referenceList,
  heading: span,
});
export type Simulation = z.infer<typeof Simulation>;
