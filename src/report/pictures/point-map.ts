import { markup, type Markup } from "../markup.ts";
import { light } from "../style/palette.ts";

/** A point with its name; `error` is one standard error on each axis. Points of one coordinate are drawn on a line, one a row. */
export interface MapPoint {
  readonly label: string;
  readonly position: readonly number[];
  readonly error: readonly number[];
}

const width = 900;
const margin = 60;

/** A self-contained SVG of points on the first two axes, or, where there is one axis only, in order along it with their errors. */
export function pointMap(title: string, points: readonly MapPoint[]): string {
  const flat = points.every(({ position }) => position.length < 2);
  const drawing = flat ? strip(points) : scatter(points);
  return `${markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${drawing.height}" font-family="system-ui, sans-serif" role="img">
<title>${title}</title><rect width="100%" height="100%" fill="${light.surface}"/>
<text x="${margin}" y="30" font-size="16" fill="${light.ink}">${title}</text>
${drawing.shapes}
</svg>`.text}\n`;
}

interface Drawing {
  readonly height: number;
  readonly shapes: Markup;
}

/** Where a value stands between the ends of all values. */
function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => Number((from + ((value - low) / (high - low || 1)) * (to - from)).toFixed(1));
}

function strip(points: readonly MapPoint[]): Drawing {
  const ends = points.flatMap(({ position: [x = 0], error: [e = 0] }) => [x - 1.96 * e, x + 1.96 * e]);
  const across = scaleOf(ends, margin + 60, width - margin);
  const rows = points.toSorted((a, b) => (a.position[0] ?? 0) - (b.position[0] ?? 0));
  const shapes = rows.map(({ label, position: [x = 0], error: [e = 0] }, row) => {
    const y = 60 + 14 * row;
    return markup`<text x="${margin + 50}" y="${y + 4}" font-size="11" text-anchor="end" fill="${light.ink}">${label}</text><line x1="${across(x - 1.96 * e)}" x2="${across(x + 1.96 * e)}" y1="${y}" y2="${y}" stroke="${light.rule}"/><circle cx="${across(x)}" cy="${y}" r="3.5" fill="${light.series[0]}"/>
`;
  });
  const zero = across(0);
  return { height: 80 + 14 * rows.length, shapes: markup`<line x1="${zero}" x2="${zero}" y1="48" y2="${60 + 14 * rows.length}" stroke="${light.line}"/>${shapes}` };
}

function scatter(points: readonly MapPoint[]): Drawing {
  const height = 760;
  const across = scaleOf(points.map(({ position: [x = 0] }) => x), margin, width - margin);
  const up = scaleOf(points.map(({ position: [, y = 0] }) => y), height - margin, margin);
  const shapes = points.map(({ label, position: [x = 0, y = 0] }) => markup`<circle cx="${across(x)}" cy="${up(y)}" r="3" fill="${light.series[0]}" fill-opacity="0.7"/><text x="${across(x) + 5}" y="${up(y) - 4}" font-size="9" fill="${light.ink}">${label}</text>
`);
  const axes = markup`<line x1="${margin}" x2="${width - margin}" y1="${up(0)}" y2="${up(0)}" stroke="${light.line}"/><line x1="${across(0)}" x2="${across(0)}" y1="${margin}" y2="${height - margin}" stroke="${light.line}"/><text x="${width - margin}" y="${height - 20}" font-size="12" text-anchor="end" fill="${light.muted}">axis 1 across, axis 2 upward; in standard deviations</text>`;
  return { height, shapes: markup`${axes}${shapes}` };
}
