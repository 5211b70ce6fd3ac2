import { joined, markup, type Markup } from "../markup.ts";
import { light } from "../style/palette.ts";
import { mapWidth, margin, type MapPoint } from "./point-drawing.ts";
import { markCount, pointMark } from "./point-marks.ts";
import { scatterOf } from "./point-scatter.ts";
import { stripOf } from "./point-strip.ts";

export interface PointMap {
  readonly title: string;
  readonly points: readonly MapPoint[];
  /** What the groups are called, in the order of their numbers. */
  readonly groups?: readonly string[];
  /** What tells about each axis, and which way. */
  readonly axes?: readonly string[];
}

const lineHeight = 18;

/**
 * A self-contained SVG of points: on two axes with ellipses, or, where there is one axis only, in order along it with bars, each of which
 * holds the point with 90 % confidence. Groups differ by mark and colour; the description says in words what the drawing shows.
 */
export function pointMap(map: PointMap): string {
  const { title, points, groups = [], axes = [] } = map;
  const flat = points.every(({ position }) => position.length < 2);
  const top = 64;
  const drawing = flat ? stripOf(points, top) : scatterOf(points, top);
  const notes = [...axes.slice(0, 2).map((text, axis) => `Axis ${axis + 1}: ${text}`), flat ? "Bars: 90 % intervals. In standard deviations of all points." : "Ellipses: 90 % regions. Axis 1 across, axis 2 upward; in standard deviations of all points. Labels where there is room; outer points first."];
  const lines = notes.flatMap((note) => brokenLines(note, 150));
  const keyTop = top + drawing.height + 24;
  const height = keyTop + lineHeight * (groups.length + lines.length) + 16;
  return `${markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mapWidth} ${height}" font-family="system-ui, sans-serif" role="img" aria-labelledby="map-title map-words">
<title id="map-title">${title}</title><desc id="map-words">${inWords(map, flat)}</desc>
<rect width="${mapWidth}" height="${height}" fill="${light.surface}"/>
<text x="${margin}" y="34" font-size="18" font-weight="600" fill="${light.ink}">${title}</text>
${drawing.shapes}
${groups.map((name, group) => keyLine(name, group, keyTop + lineHeight * group))}
${lines.map((line, at) => markup`<text x="${margin}" y="${keyTop + lineHeight * (groups.length + at) + 4}" font-size="12" fill="${light.muted}">${line}</text>
`)}</svg>`.text}\n`;
}

const keyLine = (name: string, group: number, y: number): Markup =>
  markup`<g>${pointMark(group, margin + 6, y)}<text x="${margin + 20}" y="${y + 4}" font-size="12" fill="${light.ink}">${brokenLines(name, 145)[0]}${group >= markCount ? " (same mark)" : ""}</text></g>
`;

/** A text in lines of at most so many characters, broken between words. */
function brokenLines(text: string, most: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/** How many points are named from each end of an axis. */
const named = 5;

function inWords({ points, groups = [] }: PointMap, flat: boolean): Markup {
  const ends = (axis: number): string => {
    const order = points.toSorted((a, b) => (a.position[axis] ?? 0) - (b.position[axis] ?? 0)).map(({ label }) => label);
    return `Axis ${axis + 1}: lowest ${order.slice(0, named).join(", ")}; highest ${order.slice(-named).toReversed().join(", ")}.`;
  };
  const sentences = [`${points.length} points on ${flat ? "one axis" : "two axes"}, with 90 % intervals.`, ends(0), ...(flat ? [] : [ends(1)]), ...groups];
  return joined(sentences, " ");
}
