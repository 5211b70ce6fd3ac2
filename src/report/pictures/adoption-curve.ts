import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { writtenDate } from "#kit/date";
import { percent } from "#kit/number-text";
import type { AdoptionCurve } from "#model/block";
import { told, type Picture } from "../figure.ts";
import { markup, type Markup } from "../markup.ts";
import { rounded, share } from "../numbers.ts";
import { spread } from "./spread.ts";
import { narrowestDrawing, timeAxis, timeAxisMarkup, type TimeAxis } from "./time-axis.ts";

type Point = AdoptionCurve["points"][number];

const plotTop = 16;
const plotBottom = 176;
/** Room to the right for the latest count. */
const roomForLabel = 88;

/** The share of adopters from count to count, below or above the line at which norms tend to tip. */
export function adoptionCurve(block: AdoptionCurve): Picture {
  const points = block.points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(points, block.tipping),
    drawing: draw(block, points),
    table: {
      caption: block.caption,
      head: ["Date", "Adopters", "Population", "Share"],
      rows: points.map((point) => ({ cells: [writtenDate(point.date), String(point.adopters), String(point.population), percent(shareOf(point))] })),
    },
  };
}

const shareOf = ({ adopters, population }: Point): number => (population > 0 ? Math.min(1, adopters / population) : 0);

/** `43 of 193 (22%) on 26 November 2025, up from 21%; 22 short of one third.` */
function tell(points: readonly Point[], { share: tipping, label }: AdoptionCurve["tipping"]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "Nothing has been counted yet.";
  const now = `${last.adopters} of ${last.population} (${percent(shareOf(last))}) on ${writtenDate(last.date)}`;
  const before = first === last ? "" : `, ${percent(shareOf(first))} on ${writtenDate(first.date)}`;
  const missing = Math.ceil(tipping * last.population - 1e-9) - last.adopters;
  return `${now}${before}; ${missing > 0 ? `${missing} short of` : "at or above"} ${label}.`;
}

function draw(block: AdoptionCurve, points: readonly Point[]): Markup {
  const axis = timeAxis(points.map(({ date }) => date), narrowestDrawing - roomForLabel);
  if (!axis) return markup`<p class="empty">Nothing to draw yet.</p>`;
  const top = Math.min(1, Math.max(0.4, block.tipping.share * 1.2, ...points.map((point) => shareOf(point) * 1.15)));
  const y = scaleLinear([0, top], [plotBottom, plotTop]);
  const ticks = y.ticks(4).filter((value) => Math.abs(y(value) - y(block.tipping.share)) > 14);
  return markup`<svg class="plot" role="img" width="100%" height="${plotBottom + 34}" overflow="visible">${told(block.caption, tell(points, block.tipping))}
${ticks.map((value) => gridLine(value, y(value)))}${tippingLine(block, y(block.tipping.share))}${timeAxisMarkup(axis, plotBottom + 8)}${curve(points, axis, y)}</svg>`;
}

const gridLine = (value: number, y: number): Markup =>
  markup`<line class="grid" x1="0" x2="100%" y1="${rounded(y)}" y2="${rounded(y)}"/><text class="tick-label" x="0" dx="-8" y="${rounded(y + 4)}" text-anchor="end">${percent(value)}</text>`;

const tippingLine = ({ tipping }: AdoptionCurve, y: number): Markup =>
  markup`<line class="tipping" x1="0" x2="100%" y1="${rounded(y)}" y2="${rounded(y)}"/><text class="tick-label" x="0" dx="-8" y="${rounded(y + 4)}" text-anchor="end">${percent(tipping.share)}</text><text class="tipping" x="0" y="${rounded(y - 6)}">${tipping.label}</text>`;

function curve(points: readonly Point[], axis: TimeAxis, y: (value: number) => number): Markup {
  const path = line<Point>()
    .x(({ date }) => rounded(axis.at(date) * 1000))
    .y((point) => rounded(y(shareOf(point))))
    .curve(curveStepAfter)(points);
  const dots = points.map((point) => markup`<circle class="dot" cx="${share(axis.at(point.date))}" cy="${rounded(y(shareOf(point)))}" r="4"/>`);
  return markup`<g class="series-1"><svg viewBox="0 0 1000 ${plotBottom}" width="100%" height="${plotBottom}" preserveAspectRatio="none"><path class="step" d="${path ?? ""}"/></svg>${dots}</g>${latestLabel(points, axis, y)}`;
}

/** The latest count beside its dot. */
function latestLabel(points: readonly Point[], axis: TimeAxis, y: (value: number) => number): Markup | false {
  const last = points.at(-1);
  if (!last) return false;
  const [place = 0] = spread([y(shareOf(last))], 17, [plotTop, plotBottom - 4]);
  return markup`<svg class="end series-1" x="${share(axis.at(last.date))}" overflow="visible"><text x="10" y="${rounded(place + 4)}"><tspan class="value">${last.adopters} of ${last.population}</tspan></text></svg>`;
}
