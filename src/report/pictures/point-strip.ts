import { markup, type Markup } from "../markup.ts";
import { light } from "../style/palette.ts";
import { pointMark } from "./point-marks.ts";
import { mapWidth, margin, ninety, scaleOf, signed, type Drawing, type MapPoint, type Scale } from "./point-drawing.ts";

/** The most rows of a column; what has more is drawn in columns side by side, read downward. */
const mostRows = 66;
const rowHeight = 13;
const labelWidth = 52;

/** Points of one axis in order along it, the lowest first, each with its bar. */
export function stripOf(points: readonly MapPoint[], top: number): Drawing {
  const columns = Math.max(1, Math.ceil(points.length / mostRows));
  const rows = Math.ceil(points.length / columns);
  const order = points.toSorted((a, b) => (a.position[0] ?? 0) - (b.position[0] ?? 0));
  const ends = points.flatMap(({ position: [x = 0], error: [e = 0] }) => [x - ninety * e, x + ninety * e]);
  const width = (mapWidth - 2 * margin + 24) / columns;
  const shapes = Array.from({ length: columns }, (_, column) => {
    const left = margin + column * width;
    const scale = scaleOf(ends, left + labelWidth, left + width - 24);
    return markup`<g>${grid(scale, top, rows)}${order.slice(column * rows, (column + 1) * rows).map((point, row) => rowOf(point, { scale, left, y: top + 8 + rowHeight * row }))}</g>
`;
  });
  return { height: rowHeight * rows + 8, shapes: markup`${shapes}` };
}

const grid = ({ at, ticks }: Scale, top: number, rows: number): Markup =>
  markup`${ticks.map((tick) => markup`<line x1="${at(tick)}" x2="${at(tick)}" y1="${top}" y2="${top + 8 + rowHeight * rows}" stroke="${tick === 0 ? light.rule : light.line}"/><text x="${at(tick)}" y="${top - 5}" font-size="10" text-anchor="middle" fill="${light.muted}">${signed(tick, Number.isInteger(tick) ? 0 : 1)}</text>`)}
`;

function rowOf({ label, position: [x = 0], error: [e = 0], group = 0 }: MapPoint, { scale: { at }, left, y }: { readonly scale: Scale; readonly left: number; readonly y: number }): Markup {
  return markup`<g><title>${label}: ${signed(x)} ± ${e.toFixed(2)}</title><text x="${left + labelWidth - 8}" y="${y + 4}" font-size="11" text-anchor="end" fill="${light.ink}">${label.slice(0, 8)}</text><line x1="${at(x - ninety * e)}" x2="${at(x + ninety * e)}" y1="${y}" y2="${y}" stroke="${light.rule}" stroke-width="1.5"/>${pointMark(group, at(x), y)}</g>
`;
}
