import { expect, it } from "vitest";
import { pointMap } from "./point-map.ts";

const attribute = (svg: string, name: string): readonly number[] => Array.from(svg.matchAll(new RegExp(`<circle[^>]* ${name}="([\\d.-]+)"`, "gu")), ([, value]) => Number(value));

it("draws points on one axis in order, with the most negative first and errors on both sides", () => {
  const svg = pointMap("Points <one axis>", [
    { label: "B", position: [1], error: [0.2] },
    { label: "A & C", position: [-1], error: [0.1] },
  ]);
  expect(svg).toContain("Points &lt;one axis&gt;");
  expect(svg.indexOf("A &amp; C")).toBeLessThan(svg.indexOf(">B<"));
  const [first = 0, second = 0] = attribute(svg, "cx");
  expect(first).toBeLessThan(second);
  expect(Math.max(...attribute(svg, "cx"))).toBeLessThan(900);
});

it("draws two axes with up for more on the second", () => {
  const svg = pointMap("Map", [
    { label: "low", position: [0, -2], error: [] },
    { label: "high", position: [3, 2], error: [] },
  ]);
  const [low = 0, high = 0] = attribute(svg, "cy");
  expect(high).toBeLessThan(low);
  expect(svg).not.toMatch(/NaN|undefined/u);
});
