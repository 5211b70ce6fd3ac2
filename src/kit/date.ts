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

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** As a person writes it: `30 June 2027`. Without `Intl`, whose formatter takes 30 ms to build, more than reading, checking and computing the document. */
export function writtenDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** Year, month (1 to 12) and day of a date. */
export function dateParts(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** The last day of a month; months beyond 1 to 12 run on into the years before and after. */
export const lastDayOfMonth = (year: number, month: number): CalendarDate => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The first day of a month; months beyond 1 to 12 run on into the years before and after. */
export const firstDayOfMonth = (year: number, month: number): CalendarDate => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);

/** The same day of the month a number of months later, or that month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const last = lastDayOfMonth(year, month + months);
  return day < dateParts(last).day ? `${last.slice(0, 8)}${String(day).padStart(2, "0")}` : last;
}

/** How far a date lies from another, as a person says it: `today`, `in 4 months`, `5 days ago`. */
export function relativeDays(from: CalendarDate, to: CalendarDate): string {
  const days = daysBetween(from, to);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const length = writtenLength(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

function writtenLength(days: number): string {
  if (days < 14) return `${days} days`;
  if (days < 61) return `${Math.round(days / 7)} weeks`;
  if (days < 720) return `${Math.round(days / 30.44)} months`;
  return `${Math.round(days / 365.25)} years`;
}
