import { parseCalendarDate, writtenDate, type CalendarDate } from "#kit/date";
import { percent } from "#kit/number-text";

/** Bounds that say more than the point: both are known and read as two numbers. */
export const tellingBounds = ({ low, high }: { readonly low?: number; readonly high?: number }): { readonly low: number; readonly high: number } | undefined =>
  low === undefined || high === undefined || percent(low) === percent(high) ? undefined : { low, high };

/** A number without needless digits, for coordinates and positions. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A share as an SVG or CSS length: `62.5%`. */
export const share = (value: number): string => `${rounded(value * 100)}%`;

/** A day or a month (`2027-06`) written out where the text is one; any other text as it is. */
export function dateText(text: string): string {
  const day = parseCalendarDate(text);
  if (day !== undefined) return writtenDate(day);
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(text);
  return month ? `${monthNames[Number(month[2]) - 1] ?? ""} ${month[1] ?? ""}` : text;
}

const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as an axis shows it: `30 Jun 2027`. */
export const shortDate = (date: CalendarDate): string => `${Number(date.slice(8))} ${monthAndYear(date)}`;

/** `Jun 2027`. */
export const monthAndYear = (date: CalendarDate): string => `${months[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;
