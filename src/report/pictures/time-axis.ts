import { scaleUtc } from "d3-scale";
import { addDays, dayNumber, daysBetween, type CalendarDate } from "#kit/date";
import { markup, type Markup } from "../markup.ts";
import { monthAndYear, share, shortDate } from "../numbers.ts";

/** A stretch of days drawn from left to right; `at` gives the share of the width at which a day stands. */
export interface TimeAxis {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  at(date: CalendarDate): number;
}

/** The width that pictures are laid out for so that no label touches another; wider screens only give more room. */
export const narrowestPlot = 260;

/** The axis that holds all days; a single day gets a week on each side. */
export function timeAxis(dates: readonly CalendarDate[]): TimeAxis | undefined {
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = first === last ? [addDays(first, -7), addDays(last, 7)] : [first, last];
  return { from, to, at: (date) => daysBetween(from, date) / daysBetween(from, to) };
}

/** The marks of the axis: both ends, and between them months or years as far as their labels keep apart. */
export function timeTicks(axis: TimeAxis): readonly { readonly at: number; readonly text: string }[] {
  const needed = 84 / narrowestPlot;
  const between = scaleUtc()
    .domain([new Date(dayNumber(axis.from) * 86_400_000), new Date(dayNumber(axis.to) * 86_400_000)])
    .ticks(4)
    .map((date) => date.toISOString().slice(0, 10))
    .map((date) => ({ at: axis.at(date), text: date.endsWith("-01") ? monthAndYear(date) : shortDate(date) }));
  const ticks = [{ at: 0, text: shortDate(axis.from) }];
  for (const tick of between) if (tick.at - (ticks.at(-1)?.at ?? 0) >= needed && 1 - tick.at >= needed) ticks.push(tick);
  return [...ticks, { at: 1, text: shortDate(axis.to) }];
}

/** The axis with its labels, at a height of the drawing. */
export const timeAxisMarkup = (axis: TimeAxis, y: number): Markup =>
  markup`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>${timeTicks(axis).map(
    ({ at, text }) =>
      markup`<line class="axis" x1="${share(at)}" x2="${share(at)}" y1="${y}" y2="${y + 5}"/><text class="tick-label" x="${share(at)}" y="${y + 18}" text-anchor="${at === 0 ? "start" : at === 1 ? "end" : "middle"}">${text}</text>`,
  )}`;
