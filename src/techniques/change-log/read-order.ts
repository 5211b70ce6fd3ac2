import type { CalendarDate } from "#kit/date";
import { plain } from "#model/prose";
import type { Change } from "./schema.ts";

type Dated = Change & { readonly date: CalendarDate };

const isDated = (change: Change): change is Dated => change.date !== undefined;

/** The entries with a readable day, in the order of the document. */
export const dated = (changes: readonly Change[]): readonly Dated[] => changes.filter(isDated);

/** The entries with a readable day, oldest first; of one day in the order in which the log runs. */
export function chronological(changes: readonly Change[]): readonly Dated[] {
  const entries = dated(changes);
  const falling = (entries[0]?.date ?? "") > (entries.at(-1)?.date ?? "");
  return (falling ? entries.toReversed() : entries).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** What changed, as a person names it. */
export const subjectOf = ({ subject, date }: Change): string => {
  const words = subject ? plain(subject) : "";
  return words !== "" ? words : date === undefined ? "an unnamed judgement" : `an unnamed judgement on ${date}`;
};
