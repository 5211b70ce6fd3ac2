/** A day of the Gregorian calendar as ISO 8601 writes it: `2027-06-30`. */
export type CalendarDate = string;

const millisecondsPerDay = 86_400_000;

/** The day from its parts, or undefined where the calendar has no such day (31 June, month 13). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Reads `YYYY-MM-DD`; undefined where the text is no such date. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Days since 1970-01-01. */
export const dayNumber = (date: CalendarDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);

/** Calendar days from one date to another; negative where the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** The date a number of days later. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date((dayNumber(date) + days) * millisecondsPerDay).toISOString().slice(0, 10);

/** As a person writes it: `30 June 2027`. */
export const writtenDate = (date: CalendarDate): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
