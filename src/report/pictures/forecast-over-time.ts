import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { max } from "d3-array";
import { daysBetween, writtenDate, type CalendarDate } from "#kit/date";
import { percent } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { ForecastOverTime } from "#model/block";
import { seriesClass, shownId, told, type Picture } from "../figure.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { rounded, share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";
import { rowsFor, spread } from "./spread.ts";
import { narrowestDrawing, timeAxis, timeAxisMarkup, type TimeAxis } from "./time-axis.ts";

type Point = ForecastOverTime["points"][number];

const plotTop = 12;
const plotHeight = 220;
const plotBottom = plotTop + plotHeight;
const eventRow = 17;

/** The probability of each scenario from day to day: steps, because a forecast holds until the next item is logged. */
export function forecastOverTime(block: ForecastOverTime, page: Rendering): Picture {
  const points = block.points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(block, points),
    drawing: draw(block, points, page),
    table: {
      caption: block.caption,
      head: ["Date", ...block.scenarios.map(({ id }) => shownId(id) ?? id), "What happened"],
      rows: points.map(({ date, probabilities, events }) => ({
        cells: [writtenDate(date), ...block.scenarios.map(({ id }) => chance(probabilities[id])), events.map(({ id, text }) => `${id}: ${text}`).join("; ")],
      })),
    },
  };
}

const chance = (probability: number | undefined): string => (probability === undefined ? "–" : percent(probability));

function tell({ scenarios, resolves }: ForecastOverTime, points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "Nothing has been logged yet.";
  const when = first.date === last.date ? `On ${writtenDate(first.date)}` : `From ${writtenDate(first.date)} to ${writtenDate(last.date)}`;
  const moves = scenarios.map(({ id, title }) => `${shownId(id) ?? plainText(title)} ${moveText(chance(first.probabilities[id]), chance(last.probabilities[id]), first === last)}`);
  const end = resolves === undefined ? "" : ` The question resolves on ${writtenDate(resolves)}.`;
  return `${when}: ${moves.join("; ")}.${end}`;
}

function moveText(before: string, after: string, once: boolean): string {
  if (once) return after;
  return before === after ? `stays at ${after}` : `went from ${before} to ${after}`;
}

function draw(block: ForecastOverTime, points: readonly Point[], page: Rendering): Markup {
  const last = points.at(-1);
  const axis = last && axisFor(daysShown(points, block.resolves), last.date);
  if (!axis || !last) return markup`<p class="empty">Nothing to draw yet.</p>`;
  const highest = max(points.flatMap(({ probabilities }) => Object.values(probabilities))) ?? 1;
  const top = Math.min(1, Math.max(0.2, Math.ceil(highest * 10 + 0.5) / 10));
  const y = scaleLinear([0, top], [plotBottom, plotTop]);
  const events = eventMarks(points, axis);
  const axisAt = plotBottom + events.rows * eventRow + (block.resolves === undefined ? 8 : 22);
  const plot: Plot = { points, axis, y, last };
  return markup`<svg class="plot${endsNear(axis, last.date) && " near"}" role="img" width="100%" height="${axisAt + 26}" overflow="visible">${told(block.caption, tell(block, points))}
${y.ticks(5).map((value) => gridLine(value, y(value)))}
<g class="events">${events.marks}</g>${timeAxisMarkup(axis, axisAt)}${block.resolves !== undefined && resolvesMark(axis, block.resolves, axisAt)}
${block.scenarios.map(({ id }) => stepLine(id, plot, page))}
${endLabels(block, plot, page)}</svg>`;
}

/** Lines that end near the right edge need room for their labels outside the plot, which is then narrower. */
const endsNear = (axis: TimeAxis, last: CalendarDate): boolean => axis.at(last) > 0.55;

function axisFor(days: readonly CalendarDate[], last: CalendarDate): TimeAxis | undefined {
  const axis = timeAxis(days);
  return axis && endsNear(axis, last) ? timeAxis(days, narrowestDrawing - 72) : axis;
}

interface Plot {
  readonly points: readonly Point[];
  readonly axis: TimeAxis;
  readonly y: (value: number) => number;
  readonly last: Point;
}

// The day of the answer belongs on the axis, unless it is so far off that it would press all lines into a corner.
function daysShown(points: readonly Point[], resolves: CalendarDate | undefined): readonly CalendarDate[] {
  const days = points.map(({ date }) => date);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || resolves === undefined || resolves < last) return days;
  return daysBetween(first, last) >= 0.2 * daysBetween(first, resolves) ? [...days, resolves] : days;
}

const gridLine = (value: number, y: number): Markup =>
  markup`<line class="grid" x1="0" x2="100%" y1="${rounded(y)}" y2="${rounded(y)}"/><text class="tick-label" x="0" dx="-8" y="${rounded(y + 4)}" text-anchor="end">${percent(value)}</text>`;

function stepLine(id: string, { points, axis, y }: Plot, page: Rendering): Markup {
  const path = line<Point>()
    .defined(({ probabilities }) => probabilities[id] !== undefined)
    .x(({ date }) => rounded(axis.at(date) * 1000))
    .y(({ probabilities }) => rounded(y(probabilities[id] ?? 0)))
    .curve(curveStepAfter)(points);
  const dots = points.filter(({ probabilities, events }, index) => probabilities[id] !== undefined && (events.length > 0 || index === points.length - 1));
  return markup`<g class="${seriesClass(page.series(id))}"><svg viewBox="0 0 1000 ${plotBottom}" width="100%" height="${plotBottom}" preserveAspectRatio="none"><path class="step" d="${path ?? ""}"/></svg>${dots.map(
    ({ date, probabilities }) => markup`<circle class="dot" cx="${share(axis.at(date))}" cy="${rounded(y(probabilities[id] ?? 0))}" r="3"/>`,
  )}</g>`;
}

/** A label at the end of each line, moved apart where lines end close together. */
function endLabels({ scenarios }: ForecastOverTime, { axis, y, last }: Plot, page: Rendering): Markup {
  const ends = scenarios.flatMap((scenario) => {
    const probability = last.probabilities[scenario.id];
    return probability === undefined ? [] : [{ ...scenario, probability, y: y(probability) }];
  });
  const places = spread(ends.map((end) => end.y), 17, [plotTop, plotBottom - 2]);
  const x = share(axis.at(last.date));
  return markup`${ends.map((end, index) => endLabel(end, { x, place: places[index] ?? end.y, className: seriesClass(page.series(end.id)) }))}`;
}

function endLabel(end: { readonly id: string; readonly title: string; readonly probability: number; readonly y: number }, { x, place, className }: { readonly x: string; readonly place: number; readonly className: string }): Markup {
  const shown = shownId(end.id);
  const title = plainText(end.title);
  const leader = Math.abs(place - end.y) > 2 && markup`<path class="leader" d="M4 ${rounded(end.y)}L11 ${rounded(place)}"/>`;
  const name = shown === undefined || shown.toLowerCase() === title.toLowerCase() ? shortened(title, 26) : shown;
  const rest = name === shown && shown.toLowerCase() !== title.toLowerCase() && markup`<tspan class="title"> ${shortened(title, 24)}</tspan>`;
  return markup`<svg class="end ${className}" x="${x}" overflow="visible">${leader}<text x="13" y="${rounded(place + 4)}"><tspan class="value">${name} ${percent(end.probability)}</tspan>${rest}</text></svg>`;
}

/** A mark for each day on which something was seen, with its ids under the plot, in rows that keep them apart. */
function eventMarks(points: readonly Point[], axis: TimeAxis): { readonly marks: Markup; readonly rows: number } {
  const days = points.filter(({ events }) => events.length > 0);
  const labels = days.map(({ date, events }) => ({ at: axis.at(date), text: eventIds(events) }));
  const sized = labels.map(({ at, text }) => ({ at: inside(at, text, axis), width: (text.length * 7.5 + 10) / axis.narrowest }));
  const rows = rowsFor(sized, 5);
  const used = Math.max(0, ...rows.map((row) => (row === undefined ? 0 : row + 1)));
  const marks = labels.map(({ at, text }, index) => {
    const row = rows[index];
    const label = row !== undefined && markup`<text class="event-label" x="${share(sized[index]?.at ?? at)}" y="${plotBottom + 15 + row * eventRow}" text-anchor="middle">${text}</text>`;
    return markup`<line x1="${share(at)}" x2="${share(at)}" y1="${plotTop}" y2="${plotBottom + 3}"/>${label}`;
  });
  return { marks: markup`${marks}`, rows: used };
}

/** The ids of a day's events, of many only how many more: `O1, O2 +3`; nothing where none of them has an id of the author's. */
function eventIds(events: Point["events"]): string {
  const ids = events.flatMap(({ id }) => shownId(id) ?? []);
  if (ids.length === 0) return "";
  const shown = ids.length <= 3 ? ids : ids.slice(0, 2);
  const more = events.length - shown.length;
  return [shown.join(", "), more > 0 ? `+${more}` : ""].filter((part) => part !== "").join(" ");
}

// The middle of a label, moved in where half of it would leave the drawing.
function inside(at: number, text: string, axis: TimeAxis): number {
  const half = (text.length * 7.5) / 2 / axis.narrowest;
  return Math.max(half, Math.min(1 - half, at));
}

function resolvesMark(axis: TimeAxis, resolves: CalendarDate, y: number): Markup {
  const at = axis.at(resolves);
  if (at > 1) return markup`<text class="resolves" x="100%" y="${y - 5}" text-anchor="end">resolves ${writtenDate(resolves)} →</text>`;
  return markup`<line class="resolves" x1="${share(at)}" x2="${share(at)}" y1="${plotTop}" y2="${y}"/><text class="resolves" x="${share(at)}" y="${y - 5}" dx="-5" text-anchor="end">resolves</text>`;
}

