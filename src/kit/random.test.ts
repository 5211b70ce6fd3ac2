import { expect, it } from "vitest";
import { fillUniform, normalQuantile, seededRandom, uniformAt } from "./random.ts";

it("gives the numbers of Mulberry32 as its author's JavaScript does", () => {
  const original = (a: number) => () => {
    let t = (a += 0x6d2b79f5);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (const seed of [0, 1, 12345, 4_294_967_295]) {
    const [ours, theirs] = [seededRandom(seed), original(seed)];
    for (let at = 0; at < 50; at++) expect(ours()).toBe(theirs());
  }
});

it("finds any place of a stream without those before it, beyond 32 bits too", () => {
  const random = seededRandom(9);
  const stream = Array.from({ length: 40 }, random);
  const some = new Float64Array(7);
  fillUniform(some, 9, 12);
  expect(Array.from(some)).toEqual(stream.slice(12, 19));
  expect(stream.map((_, place) => uniformAt(9, place))).toEqual(stream);
  fillUniform(some, 9, 2 ** 33 + 12);
  expect(Array.from(some)).toEqual(stream.slice(12, 19));
});

it.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.26234008979841],
  [0.5, 0],
  [0.975, 1.959963984540054],
])("gives the normal deviate of %d that Wichura publishes, and tables", (share, deviate) => {
  expect(Math.abs(normalQuantile(share) - deviate)).toBeLessThan(1e-6 * Math.max(1, Math.abs(deviate)));
  if (share > 1e-9) expect(normalQuantile(1 - share)).toBeCloseTo(-deviate, 6);
});
