import { headingKey } from "#model/heading";
import type { Pace, Reading } from "./schema.ts";

const readings: Readonly<Record<Reading, readonly string[]>> = {
  crossed: ["crossed", "met", "triggered", "breached", "reached", "tripped", "fired", "threshold crossed", "threshold met", "yes"],
  "not crossed": ["not crossed", "not met", "not reached", "not triggered", "never crossed", "expired", "lapsed", "closed without crossing", "did not cross", "no"],
  quiet: ["quiet", "no change", "unchanged", "not yet", "not yet crossed", "steady", "nothing new", "below threshold"],
  approaching: ["approaching", "near", "nearing", "close", "close to threshold", "rising"],
  holds: ["holds", "held", "still holds", "holding", "stands"],
  fails: ["fails", "failed", "no longer holds", "falsified", "broken", "collapsed"],
};

const paces: Readonly<Record<Pace, readonly string[]>> = {
  linear: ["linear", "linearly", "steadily", "evenly"],
  "at the end": ["at the end", "end", "on the day", "at the horizon"],
  "at once": ["at once", "immediately", "from the start"],
};

const byWord = <Value extends string>(words: Readonly<Record<Value, readonly string[]>>, values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(values.flatMap((value) => words[value].map((word) => [word, value] as const)));

const readingByWord = byWord(readings, ["crossed", "not crossed", "quiet", "approaching", "holds", "fails"]);
const paceByWord = byWord(paces, ["linear", "at the end", "at once"]);

/** What an entry of the log says of its indicator or assumption; undefined for any other word, such as `supports`. */
export const readReading = (text: string): Reading | undefined => readingByWord.get(headingKey(text));

export const readPace = (text: string): Pace | undefined => paceByWord.get(headingKey(text));

/** The readings that an indicator can have; an assumption holds or fails. */
export const indicatorReadings: readonly Reading[] = ["crossed", "not crossed", "quiet", "approaching"];
export const assumptionReadings: readonly Reading[] = ["holds", "fails"];
