import { expect, it } from "vitest";
import type { MapPoint } from "./point-drawing.ts";
import { pointMap } from "./point-map.ts";

const attribute = (svg: string, element: string, name: string): readonly number[] => Array.from(svg.matchAll(new RegExp(`<${element}[^>]* ${name}="([\\d.-]+)"`, "gu")), ([, value]) => Number(value));

it("draws points on one axis in order, with the most negative first and errors on both sides", () => {
  const svg = pointMap({
    title: "Points <one axis>",
    points: [
      { label: "B", position: [1], error: [0.2] },
      { label: "A & C", position: [-1], error: [0.1] },
    ],
  });
  expect(svg).toContain("Points &lt;one axis&gt;");
  expect(svg.indexOf(">A &amp; C<")).toBeLessThan(svg.indexOf(">B<"));
  const [first = 0, second = 0] = attribute(svg, "circle", "cx");
  expect(first).toBeLessThan(second);
  const bar = (label: string): number => {
    const row = svg.slice(svg.indexOf(`<title>${label}`));
    return attribute(row, "line", "x2")[0]! - attribute(row, "line", "x1")[0]!;
  };
  expect(bar("B") / bar("A &amp; C")).toBeCloseTo(2, 1);
});

it("breaks a long row of points into columns, each on the same scale", () => {
  const svg = pointMap({ title: "Many", points: Array.from({ length: 190 }, (_, at) => ({ label: `V${at}`, position: [at / 50 - 2], error: [0.1] })) });
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/u.exec(svg)?.[1] ?? "").split(" ").map(Number);
  expect(height).toBeLessThan(1.3 * width);
  const places = attribute(svg, "circle", "cx");
  expect(new Set([...places.keys()].map((at) => Math.floor(at / 64))).size).toBe(3);
  expect(places[63]! - places[0]!).toBeCloseTo(places[127]! - places[64]!, 0);
  expect(Math.max(...places)).toBeLessThan(width);
});

const cloud: readonly MapPoint[] = Array.from({ length: 150 }, (_, at) => ({ label: `P${at}`, position: [2 * Math.sin(at) * Math.cos(7 * at), Math.sin(3 * at)], error: [0.1, 0.2], correlation: 0.5, group: at % 6 }));

it("draws two axes with up for more on the second, both to the same scale", () => {
  const corners = [[-2, 0], [2, 0], [0, -1], [0, 1]] as const;
  const svg = pointMap({ title: "Map", points: corners.map(([x, y]) => ({ label: `${x} ${y}`, position: [x, y], error: [0, 0] })) });
  const [xs, ys] = [attribute(svg, "circle", "cx"), attribute(svg, "circle", "cy")];
  expect(ys[3]).toBeLessThan(ys[2]!);
  expect((xs[1]! - xs[0]!) / (ys[2]! - ys[3]!)).toBeCloseTo(2, 2);
});

it("turns the ellipse with the correlation of the errors, long side up to the right where they rise together", () => {
  const svgOf = (correlation: number) => pointMap({ title: "Map", points: [{ label: "A", position: [0, 0], error: [0.3, 0.3], correlation }, { label: "B", position: [3, 2], error: [0, 0] }] });
  const [rx = 0, ry = 0] = [attribute(svgOf(0.6), "ellipse", "rx")[0], attribute(svgOf(0.6), "ellipse", "ry")[0]];
  expect((rx / ry) ** 2).toBeCloseTo(1.6 / 0.4, 1);
  expect(svgOf(0.6)).toContain("rotate(-45 ");
  expect(svgOf(-0.6)).toContain("rotate(45 ");
});

it("tells groups apart by form, names them in a key, and says in words what it shows", () => {
  const svg = pointMap({ title: "Map", points: cloud, groups: ["Bloc one", "Bloc two", "Three", "Four", "Five", "Six"], axes: ["told by R1", "told by R2 & R3"] });
  const outlines = Array.from(svg.matchAll(/class="mark" d="M[\d.-]+ [\d.-]+(m[^"]+)"/gu), ([, outline]) => outline);
  expect(new Set(outlines).size).toBe(5);
  expect(svg).toContain(">Bloc two<");
  expect(svg).toContain("Axis 2: told by R2 &amp; R3");
  expect(svg).toMatch(/role="img" aria-labelledby="map-title map-words"/u);
  expect(svg).toMatch(/<desc id="map-words">150 points on two axes, with 90 % intervals\. Axis 1: lowest P\d+, /u);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
  const labels = svg.match(/<text x="[\d.]+" y="[\d.]+">P\d+<\/text>/gu) ?? [];
  expect(labels.length).toBeGreaterThan(40);
  expect(labels.length).toBeLessThan(150);
});
