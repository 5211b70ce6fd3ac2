import { daysBetween, type CalendarDate } from "#kit/date";
import { keptFor } from "#kit/kept";
import type { Indicator, Observation, Reading } from "./schema.ts";

/** What the log says of one indicator. */
export interface Standing {
  readonly status: "crossed" | "not crossed" | "quiet" | "open";
  /** The entry that speaks for it; absent while it is open. */
  readonly entry?: Observation;
  /** Entries that see the threshold near, or say something else of it: they count beside, while it is open, by their own columns only. */
  readonly others: readonly Observation[];
}

/** The entries of a log by what they bear on, in their order. */
const entriesByTarget = keptFor((observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> => {
  const entries = new Map<string, Observation[]>();
  for (const observation of observations) {
    for (const id of new Set(observation.bearsOn.map((reference) => reference.id))) {
      const known = entries.get(id);
      if (known) known.push(observation);
      else entries.set(id, [observation]);
    }
  }
  return entries;
});

/** The entries that bear on an indicator or an assumption. */
export const entriesOn = (id: string, observations: readonly Observation[]): readonly Observation[] => entriesByTarget(observations).get(id) ?? [];

/**
 * Looks are nested, so one entry speaks: a crossing, else that it was not crossed, else the latest quiet look. Of
 * several crossings the one with the best grade, of equals the earliest.
 */
export function standingOf(id: string, observations: readonly Observation[]): Standing {
  const about = entriesOn(id, observations);
  const reading = (value: Reading): readonly Observation[] => about.filter((observation) => observation.reading === value).toSorted(byDate);
  const crossing = reading("crossed").toSorted((a, b) => doubt(a) - doubt(b))[0];
  if (crossing) return { status: "crossed", entry: crossing, others: [] };
  const closing = reading("not crossed").at(-1);
  if (closing) return { status: "not crossed", entry: closing, others: [] };
  const quiet = reading("quiet").at(-1);
  const others = about.filter((observation) => observation.reading === undefined || observation.reading === "approaching");
  return quiet ? { status: "quiet", entry: quiet, others } : { status: "open", others };
}

/** Undated entries come first; of one day the later in the log counts as later. */
const byDate = (a: Observation, b: Observation): number => compareText(a.date?.day ?? "", b.date?.day ?? "");
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How much the grade leaves in doubt, for putting in order only; none without a grade. F and 6 are no basis, not the worst. */
const doubt = ({ grade }: Observation): number => "ABCDFE".indexOf(grade?.reliability ?? "A") + "123645".indexOf(String(grade?.credibility ?? 1));

/** The latest reading of an assumption. */
export const latestOn = (id: string, observations: readonly Observation[]): Observation | undefined =>
  entriesOn(id, observations).filter(({ reading }) => reading === "holds" || reading === "fails").toSorted(byDate).at(-1);

/**
 * The share of a crossing's chance that a look on this day has seen pass without one: 0 on the day of the assessment, 1
 * at the horizon, in between as the indicator's pace says. undefined where a date is missing.
 */
export function elapsedShare({ pace, horizon }: Pick<Indicator, "pace" | "horizon">, asOf: CalendarDate | undefined, day: CalendarDate | undefined): number | undefined {
  if (pace === "at once") return 1;
  if (horizon?.to === undefined || day === undefined) return undefined;
  if (day >= horizon.to) return 1;
  if (pace === "at the end") return 0;
  if (pace === undefined || asOf === undefined) return undefined;
  const length = daysBetween(asOf, horizon.to);
  return Math.min(1, Math.max(0, daysBetween(asOf, day) / length));
}
