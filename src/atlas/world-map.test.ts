import { expect, it } from "vitest";
import { states, unMembers } from "./states.ts";
import { worldMap } from "./world-map.ts";

const { shapes, dots, width, height, radius } = worldMap;

it("shows every member of the United Nations, its observers and Kosovo by a shape or a dot", () => {
  const codes = [...unMembers().map(({ code }) => code), "VAT", "PSE", "XKX"];
  expect(codes.filter((code) => !shapes.has(code) && !dots.has(code))).toEqual([]);
  expect([...shapes.keys(), ...dots.keys()].filter((code) => !states.has(code))).toEqual([]);
});

it("keeps dots apart and inside the map", () => {
  const places = [...dots.values()];
  const distances = places.flatMap(([x, y], at) => places.slice(at + 1).map(([u, v]) => Math.hypot(x - u, y - v)));
  expect(Math.min(...distances)).toBeGreaterThan(2 * radius - 1);
  expect(places.filter(([x, y]) => x < radius || y < radius || x > width - radius || y > height - radius)).toEqual([]);
});

it("has places and sizes that a globe confirms", () => {
  const [monaco = [0, 0], tonga = [0, 0]] = [dots.get("MCO"), dots.get("TON")];
  expect(monaco[0]).toBeLessThan(tonga[0]);
  expect(monaco[1]).toBeLessThan(tonga[1]);
  // Areas in millions of square kilometres: an equal-area map keeps their ratios.
  const sizes: readonly (readonly [string, number])[] = [["RUS", 17.1], ["AUS", 7.69], ["BRA", 8.51], ["COD", 2.34], ["IDN", 1.9]];
  const scale = areaOf("RUS") / 17.1;
  for (const [code, size] of sizes) expect(areaOf(code) / scale / size, code).toBeGreaterThan(0.9);
  for (const [code, size] of sizes) expect(areaOf(code) / scale / size, code).toBeLessThan(1.1);
});

/** The area of a shape by the shoelace formula, its rings apart; lakes are not among those asked for. */
function areaOf(code: string): number {
  const rings = (shapes.get(code) ?? "").split("z").filter((ring) => ring !== "");
  return rings.reduce((sum, ring) => {
    const numbers = Array.from(ring.matchAll(/-?\d+/gu), Number);
    let [x, y] = [0, 0];
    const points = Array.from({ length: numbers.length / 2 }, (_, at) => [(x += numbers[2 * at]!), (y += numbers[2 * at + 1]!)] as const);
    return sum + Math.abs(points.reduce((area, [a, b], at) => area + a * points[(at + 1) % points.length]![1] - points[(at + 1) % points.length]![0] * b, 0)) / 2;
  }, 0);
}
