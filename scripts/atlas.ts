import { createRequire } from "node:module";
import { geoCentroid, geoEqualEarth, geoPath, type ExtendedFeature, type ExtendedFeatureCollection, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Country } from "world-countries";

// Read as they stand: the type checker would infer a type from each of their 30,000 lines.
const require = createRequire(import.meta.url);
const countries: readonly Country[] = require("world-countries");
const isoCodes: readonly (readonly string[])[] = require("i18n-iso-countries/codes.json");
const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = require("world-atlas/countries-110m.json");

/** The data files of src/atlas, by name. The same packages give the same bytes. */
export const atlasFiles = (): Readonly<Record<string, string>> => ({ "countries.json": countriesText(), "world-shapes.json": shapesText() });

/** Kosovo has no code in ISO 3166-1; XKX is the one that most of its users agree on. */
const codeOf = ({ cca3 }: Country): string => (cca3 === "UNK" ? "XKX" : cca3);

/** The Holy See is an observer, not a member. */
const groupOf = ({ cca3, unMember, unRegionalGroup }: Country): string => (unMember && cca3 !== "VAT" ? unRegionalGroup : "");

/** A line for each: name, official name, regional group of the members of the United Nations (else empty). */
function countriesText(): string {
  const lines = countries
    .toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
    .map((country) => `  ${JSON.stringify(codeOf(country))}: ${JSON.stringify([country.name.common, country.name.official, groupOf(country)])}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Units of the map from west to east: whole ones, of which a screen shows about two to the pixel. */
const width = 2000;
/** Kept free at the sides for islands. */
const margin = 20;
/** Where the map is cut: through the Bering Strait, so that no state is. */
const middle = 11;
/** Half the width of a dot, and how far dots keep from one another. */
const radius = 7;
const apart = 2 * radius + 2;
/** Below this area, in units of the map, a shape is hard to see and gets a dot. */
const leastArea = 130;

/** Parts of a state by the name that the atlas gives them, where it has no code for them; as the United Nations count them. */
const codeByName: Readonly<Record<string, string>> = { "N. Cyprus": "CYP", Somaliland: "SOM", Kosovo: "XKX" };

interface Land {
  readonly code: string;
  readonly shape: ExtendedFeature;
}

function lands(): readonly Land[] {
  const byNumber = new Map(isoCodes.map(([, code = "", number = ""]) => [number, code]));
  return feature(topology, topology.objects.countries).features.flatMap((shape) => {
    const code = byNumber.get(String(shape.id)) ?? codeByName[shape.properties.name];
    if (code === undefined) throw new Error(`${shape.properties.name} has no code`);
    return code === "ATA" ? [] : counted({ code, shape });
  });
}

/** Parts that the atlas draws with the state that holds them, and the United Nations count with another: Crimea (A/RES/68/262). Degrees west, south, east, north. */
const partsOfOthers = [{ drawnWith: "RUS", countedWith: "UKR", within: [32, 44, 37, 46.5] }] as const;

/** A state without the parts that are counted with another, and these. */
function counted({ code, shape }: Land): readonly Land[] {
  const moves = partsOfOthers.filter(({ drawnWith }) => drawnWith === code);
  const { geometry } = shape;
  if (moves.length === 0 || geometry?.type !== "MultiPolygon") return [{ code, shape }];
  const ownerOf = (polygon: (typeof geometry.coordinates)[number]): string => {
    const [x = 0, y = 0] = geoCentroid({ type: "Polygon", coordinates: polygon });
    return moves.find(({ within: [west, south, east, north] }) => x > west && x < east && y > south && y < north)?.countedWith ?? code;
  };
  const owners = [code, ...moves.map(({ countedWith }) => countedWith)];
  return owners.map((owner) => ({ code: owner, shape: { ...shape, geometry: { ...geometry, coordinates: geometry.coordinates.filter((polygon) => ownerOf(polygon) === owner) } } }));
}

/** Shapes as paths of SVG in an equal-area projection (Equal Earth), and dots for the states that are too small to see. */
function shapesText(): string {
  const all = lands();
  const whole: ExtendedFeatureCollection = { type: "FeatureCollection", features: all.map(({ shape }) => shape) };
  const projection = geoEqualEarth().rotate([-middle, 0]).fitWidth(width - 4 * margin, whole);
  const [left, top] = projection.translate();
  projection.translate([left + margin, top + margin]);
  const [, [, bottom]] = geoPath(projection).bounds(whole);
  const areas = new Map<string, number>();
  const shapes = new Map<string, string>();
  for (const { code, shape } of all) {
    shapes.set(code, (shapes.get(code) ?? "") + outline(shape, projection));
    areas.set(code, (areas.get(code) ?? 0) + geoPath(projection).area(shape));
  }
  const lines = (entries: readonly (readonly [string, string | readonly number[]])[]): string => entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, value]) => `    ${JSON.stringify(code)}: ${JSON.stringify(value)}`).join(",\n");
  return `{\n  "width": ${width},\n  "height": ${Math.ceil(bottom) + margin},\n  "radius": ${radius},\n  "shapes": {\n${lines([...shapes])}\n  },\n  "dots": {\n${lines(dotsFor(areas, projection))}\n  }\n}\n`;
}

type Point = readonly [number, number];

/** The rings of a shape in whole units, each point by its distance from the one before; rings that come to nothing are left out. */
function outline(shape: ExtendedFeature, projection: GeoProjection): string {
  const rings: Point[][] = [];
  const add = (x: number, y: number): void => {
    const [point, last] = [[Math.round(x), Math.round(y)] as const, rings.at(-1)?.at(-1)];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) rings.at(-1)?.push(point);
  };
  const pen = {
    beginPath: () => undefined,
    arc: () => undefined,
    closePath: () => undefined,
    moveTo: (x: number, y: number) => {
      rings.push([]);
      add(x, y);
    },
    lineTo: add,
  };
  geoPath(projection, pen)(shape);
  return rings.filter((ring) => ring.length > 2).map(ringText).join("");
}

const ringText = (ring: readonly Point[]): string =>
  `M${ring[0]?.join(",")}l${ring
    .slice(1)
    .map(([x, y], at) => [x - (ring[at]?.[0] ?? 0), y - (ring[at]?.[1] ?? 0)])
    .map(([x, y = 0]) => `${x}${y < 0 ? "" : ","}${y}`)
    .join(" ")}z`;

/** States that may vote somewhere: the members of the United Nations, its observers, and Kosovo. */
const mayVote = (country: Country): boolean => groupOf(country) !== "" || ["VAT", "PSE", "UNK", "COK", "NIU"].includes(country.cca3);

interface Dot {
  readonly code: string;
  readonly home: Point;
  x: number;
  y: number;
}

function dotsFor(areas: ReadonlyMap<string, number>, projection: GeoProjection): readonly (readonly [string, readonly number[]])[] {
  const dots = countries
    .filter((country) => mayVote(country) && (areas.get(codeOf(country)) ?? 0) < leastArea)
    .map((country): Dot => {
      const [latitude = 0, longitude = 0] = country.latlng;
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { code: codeOf(country), home: [x, y], x, y };
    });
  for (let round = 0; round < 500; round++) settle(dots);
  return dots.map(({ code, x, y }) => [code, [Math.round(x), Math.round(y)]]);
}

/** Draws each dot a little towards its place, then moves apart those that touch. */
function settle(dots: readonly Dot[]): void {
  for (const dot of dots) {
    dot.x += 0.02 * (dot.home[0] - dot.x);
    dot.y += 0.02 * (dot.home[1] - dot.y);
  }
  dots.forEach((one, at) => {
    for (const other of dots.slice(at + 1)) {
      const [dx, dy] = [other.x - one.x || 0.01, other.y - one.y];
      const distance = Math.hypot(dx, dy);
      if (distance >= apart) continue;
      const push = (apart - distance) / 2 / distance;
      [one.x, one.y, other.x, other.y] = [one.x - dx * push, one.y - dy * push, other.x + dx * push, other.y + dy * push];
    }
  });
}
