import { markup, type Markup } from "../markup.ts";
import { light } from "../style/palette.ts";
import { placeLabels, type Box } from "./place-labels.ts";
import { markSize, pointMark } from "./point-marks.ts";
import { mapWidth, margin, scaleOf, signed, type Drawing, type MapPoint, type Scale } from "./point-drawing.ts";

/** Root of the 90 % point of a chi-squared with two degrees of freedom: how many standard errors the ellipse reaches. */
const reach = Math.sqrt(-2 * Math.log(0.1));

const fontSize = 10.5;

/** Points on their first two axes, both drawn to the same scale, each with its ellipse. */
export function scatterOf(points: readonly MapPoint[], top: number): Drawing {
  const spanOf = (axis: number): readonly number[] => points.flatMap(({ position, error }) => [-1, 1].map((side) => (position[axis] ?? 0) + side * reach * (error[axis] ?? 0)));
  const [xs, ys] = [spanOf(0), spanOf(1)];
  const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) || 1;
  const height = Math.round(Math.max(320, Math.min(1100, ((mapWidth - 2 * margin) * range(ys)) / range(xs))));
  const unit = Math.min((mapWidth - 2 * margin) / range(xs), height / range(ys));
  const width = unit * range(xs);
  const left = (mapWidth - width) / 2;
  const plane: Plane = { across: scaleOf(xs, left, left + width), up: scaleOf(ys, top + unit * range(ys), top), unit };
  const bottom = top + Math.round(unit * range(ys));
  return { height: bottom - top + 14, shapes: markup`${gridOf(plane, { left, right: left + width, top, bottom })}<g>${points.map((point) => ellipseOf(point, plane))}</g>
<g>${points.map((point) => markOf(point, plane))}</g>
${labelsOf(points, plane, { x: 4, y: top - 12, width: mapWidth - 8, height: bottom - top + 24 })}` };
}

interface Plane {
  readonly across: Scale;
  readonly up: Scale;
  /** Pixels of a standard deviation. */
  readonly unit: number;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const digits = (tick: number): number => (Number.isInteger(tick) ? 0 : 1);

const gridOf = ({ across, up }: Plane, { left, right, top, bottom }: Edges): Markup =>
  markup`<g font-size="10" fill="${light.muted}">${across.ticks.map((tick) => markup`<line x1="${across.at(tick)}" x2="${across.at(tick)}" y1="${top}" y2="${bottom}" stroke="${tick === 0 ? light.rule : light.line}"/><text x="${across.at(tick)}" y="${bottom + 13}" text-anchor="middle">${signed(tick, digits(tick))}</text>`)}${up.ticks.map((tick) => markup`<line x1="${left}" x2="${right}" y1="${up.at(tick)}" y2="${up.at(tick)}" stroke="${tick === 0 ? light.rule : light.line}"/><text x="${left - 6}" y="${up.at(tick) + 3.5}" text-anchor="end">${signed(tick, digits(tick))}</text>`)}</g>
`;

/** The region that holds the point: half axes and angle from the covariance of its errors. */
function ellipseOf({ position: [x = 0, y = 0], error: [e = 0, f = 0], correlation = 0 }: MapPoint, { across, up, unit }: Plane): Markup {
  const [xx, yy, xy] = [e * e, f * f, correlation * e * f];
  const middle = (xx + yy) / 2;
  const swing = Math.hypot((xx - yy) / 2, xy);
  const [long, short] = [middle + swing, Math.max(0, middle - swing)].map((variance) => Number((reach * unit * Math.sqrt(variance)).toFixed(1)));
  // Up is less on the screen: the angle turns the other way.
  const angle = Number(((-0.5 * Math.atan2(2 * xy, xx - yy) * 180) / Math.PI).toFixed(1));
  return markup`<ellipse cx="${across.at(x)}" cy="${up.at(y)}" rx="${long}" ry="${short}" transform="rotate(${angle} ${across.at(x)} ${up.at(y)})" fill="none" stroke="${light.rule}" stroke-opacity="0.35"/>`;
}

const markOf = ({ label, position: [x = 0, y = 0], error: [e = 0, f = 0], group = 0 }: MapPoint, { across, up }: Plane): Markup =>
  markup`<g><title>${label}: ${signed(x)} ± ${e.toFixed(2)} across, ${signed(y)} ± ${f.toFixed(2)} upward</title>${pointMark(group, across.at(x), up.at(y))}</g>
`;

/** Labels beside their points, those farthest out first. */
function labelsOf(points: readonly MapPoint[], { across, up }: Plane, bounds: Box): Markup {
  const wishes = points.map(({ label, position: [x = 0, y = 0] }) => ({ x: across.at(x), y: up.at(y), width: 0.62 * fontSize * label.length + 2, weight: Math.hypot(x, y) }));
  const boxes = placeLabels(wishes, { height: fontSize, mark: markSize, bounds });
  return markup`<g font-size="${fontSize}" fill="${light.ink}" text-anchor="middle">${points.map(({ label }, at) => {
    const box = boxes[at];
    return box && markup`<text x="${Number((box.x + box.width / 2).toFixed(1))}" y="${Number((box.y + 0.82 * fontSize).toFixed(1))}">${label}</text>
`;
  })}</g>`;
}
