import { parseCalendarDate, writtenDate, type CalendarDate } from "#kit/date";

/** A probability as a person writes it, without false precision: `55%`, `<1%`, `>99%`. */
export function percent(probability: number): string {
  if (probability > 0 && probability < 0.005) return "<1%";
  if (probability < 1 && probability >= 0.995) return ">99%";
  return `${Math.round(probability * 100)}%`;
}

/** Bounds as a person writes them: `48–61%`; one number where both ends read the same. */
export function percentRange(low: number, high: number): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? to : `${from.slice(0, -1)}–${to}`;
}

/** Bounds that say more than the point: both are known and read as two numbers. */
export const tellingBounds = ({ low, high }: { readonly low?: number; readonly high?: number }): { readonly low: number; readonly high: number } | undefined =>
  low === undefined || high === undefined || percent(low) === percent(high) ? undefined : { low, high };

/** A difference of probabilities: `7 points`, `1 point`, `less than a point`. The sign is left to the sentence. */
export function points(difference: number): string {
  const size = Math.abs(difference) * 100;
  if (size < 0.5) return size === 0 ? "0 points" : "less than a point";
  const whole = Math.round(size);
  return whole === 1 ? "1 point" : `${whole} points`;
}

/** A weight of evidence: `+3.2 dB`, `−0.4 dB`. */
export const decibels = (weight: number): string => `${signed(weight)} dB`;

/** A number with one decimal and its sign; zero has none. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  if (digits === "0.0") return digits;
  return `${value < 0 ? "−" : "+"}${digits}`;
}

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
