import * as z from "zod/mini";
import { horizon, likelihood, prose, referenceList, span } from "#core/schemas";

/** What to do if the scenario comes; without `audience` it is for every reader. */
export const Advice = z.object({ audience: z.exactOptional(z.string()), text: prose, span });
export type Advice = z.infer<typeof Advice>;

/** What will count as this scenario having come about. */
export const Resolution = z.object({
  text: prose,
  /** By when; absent where no date is given or none can be read. */
  by: z.exactOptional(horizon),
  /** True where it cites who will say so. */
  sourced: z.boolean(),
});
export type Resolution = z.infer<typeof Resolution>;

export const Scenario = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  title: z.string(),
  /** Where its title stands: in a heading, in the first words of a line, in a cell. */
  span,
  /** True for the one that stands for everything not named. */
  residual: z.boolean(),
  probability: z.exactOptional(likelihood),
  /** Another probability that the same section gives it. */
  second: z.exactOptional(likelihood),
  text: z.array(prose),
  resolution: z.exactOptional(Resolution),
  advice: z.array(Advice),
  /** Every text that it is read from, whole: for rules on words. */
  words: z.array(prose),
  /** The ids and sources that its text names. */
  mentions: referenceList,
});
export type Scenario = z.infer<typeof Scenario>;

export const Scenarios = z.object({
  scenarios: z.array(Scenario),
  /** True where the author declares that nothing can fall outside the named scenarios. */
  exhaustive: z.boolean(),
  /** Where they stand as a set: the head of their table, else the heading of the section. */
  set: span,
  heading: span,
});
export type Scenarios = z.infer<typeof Scenarios>;
