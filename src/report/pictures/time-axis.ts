import { addDays, dateParts, daysBetween, firstDayOfMonth, type CalendarDate } from "#kit/date";
import { markup, type Markup } from "../markup.ts";
import { monthAndYear, share, shortDate } from "../numbers.ts";

/** A stretch of days drawn from left to right; `at` gives the share of the width at which a day stands. */
export interface TimeAxis {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The narrowest width, in pixels, at which it is drawn: labels are laid out for it, wider screens only give more room. */
  readonly narrowest: number;
  at(date: CalendarDate): number;
}

/** The width of a drawing in a window of 320 pixels. */
export const narrowestDrawing = 230;

/** The axis that holds all days; a single day gets a week on each side. */
export function timeAxis(dates: readonly CalendarDate[], narrowest = narrowestDrawing): TimeAxis | undefined {
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = first === last ? [addDays(first, -7), addDays(last, 7)] : [first, last];
  return { from, to, narrowest, at: (date) => daysBetween(from, date) / daysBetween(from, to) };
}

// Labels at the ends are written inwards, so the next one must keep clear of all their width.
const roomAtEnds = 108;
const roomBetween = 70;

/** The marks of the axis: both ends, and between them the first days of months or years whose labels keep apart. */
export function timeTicks(axis: TimeAxis): readonly { readonly at: number; readonly text: string }[] {
  const between: { at: number; text: string }[] = [];
  for (const day of monthStarts(axis)) {
    const at = axis.at(day);
    const fromEnds = Math.min(at, 1 - at) * axis.narrowest;
    const fromBefore = (at - (between.at(-1)?.at ?? -1)) * axis.narrowest;
    if (fromEnds >= roomAtEnds && fromBefore >= roomBetween) between.push({ at, text: monthAndYear(day) });
  }
  return [{ at: 0, text: shortDate(axis.from) }, ...between, { at: 1, text: shortDate(axis.to) }];
}

/** The first days of months within the axis: of every month, or of every third, every twelfth ... where they are many. */
function monthStarts({ from, to }: TimeAxis): readonly CalendarDate[] {
  const start = dateParts(from);
  const end = dateParts(to);
  const count = (end.year - start.year) * 12 + end.month - start.month;
  const step = [1, 3, 6, 12, 24, 60, 120].find((months) => count / months <= 8) ?? 600;
  const first = Math.ceil(start.month / step) * step + 1;
  const months = Array.from({ length: Math.max(0, Math.floor((start.month + count - first) / step) + 1) }, (_, index) => first + index * step);
  return months.map((month) => firstDayOfMonth(start.year, month));
}

/** The axis with its labels, at a height of the drawing. */
export const timeAxisMarkup = (axis: TimeAxis, y: number): Markup =>
  markup`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>${timeTicks(axis).map(
    ({ at, text }) =>
      markup`<line class="axis" x1="${share(at)}" x2="${share(at)}" y1="${y}" y2="${y + 5}"/><text class="tick-label" x="${share(at)}" y="${y + 18}" text-anchor="${at === 0 ? "start" : at === 1 ? "end" : "middle"}">${text}</text>`,
  )}`;
