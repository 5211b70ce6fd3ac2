import { expect, it } from "vitest";
import { customProperties, dark, light, type Scheme } from "./palette.ts";

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
const linear = (colour: string): readonly number[] => channels(colour).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
function contrast(a: string, b: string): number {
  const [lighter, darker] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))];
  return (lighter + 0.05) / (darker + 0.05);
}

const schemes: readonly (readonly [string, Scheme])[] = [["light", light], ["dark", dark]];

it("knows black on white as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it.each(schemes)("gives text 4.5:1 on every ground it stands on (%s)", (_, scheme) => {
  const grounds = [scheme.paper, scheme.surface, scheme.sunken];
  for (const text of [scheme.ink, scheme.muted, scheme.link]) for (const ground of grounds) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const text of [...scheme.series, scheme.residual]) for (const ground of [scheme.paper, scheme.surface]) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const { ink, ground } of Object.values(scheme.tones)) {
    for (const text of [ink, scheme.ink, scheme.link]) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(scheme.surface, ink), `${scheme.surface} on ${ink}`).toBeGreaterThanOrEqual(4.5);
  }
});

it.each(schemes)("gives lines that carry meaning 3:1 (%s)", (_, scheme) => {
  for (const ground of [scheme.paper, scheme.surface]) expect(contrast(scheme.rule, ground)).toBeGreaterThanOrEqual(3);
});

// Machado, Oliveira and Fernandes 2009, severity 1.0: how the colours look to those who lack one kind of cone.
const sights: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  "full sight": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** CIELAB under D65. */
function lab([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] {
  const xyz = [(0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505, 0.2126 * red + 0.7152 * green + 0.0722 * blue, (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089];
  const [x = 0, y = 0, z = 0] = xyz.map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const seen = (colour: string, sight: readonly (readonly [number, number, number])[]): readonly number[] => {
  const [red = 0, green = 0, blue = 0] = linear(colour);
  return lab(sight.map(([r, g, b]) => Math.min(1, Math.max(0, r * red + g * green + b * blue))));
};

it.each(schemes)("keeps the colours of scenarios apart for every kind of sight (%s)", (_, scheme) => {
  const colours = [...scheme.series, scheme.residual];
  for (const [name, sight] of Object.entries(sights)) {
    for (const [index, one] of colours.entries()) {
      for (const other of colours.slice(0, index)) {
        const [a, b] = [seen(one, sight), seen(other, sight)];
        expect(Math.hypot(...a.map((value, at) => value - (b[at] ?? 0))), `${one} and ${other} under ${name}`).toBeGreaterThan(15);
      }
    }
  }
});

it.each(schemes)("shows answers to a roll call against their ground, and yes and no apart even in grey (%s)", (_, { votes, paper, surface }) => {
  for (const colour of Object.values(votes)) for (const ground of [paper, surface]) expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
  for (const ground of [votes.yes, votes.no]) expect(contrast(paper, ground), `numbers on ${ground}`).toBeGreaterThanOrEqual(4.5);
  expect(contrast(votes.yes, votes.no)).toBeGreaterThanOrEqual(2);
  for (const [name, sight] of Object.entries(sights)) {
    const [a, b] = [seen(votes.yes, sight), seen(votes.no, sight)];
    expect(Math.hypot(...a.map((value, at) => value - (b[at] ?? 0))), name).toBeGreaterThan(30);
  }
});

it("names every colour of both schemes alike", () => {
  const names = (scheme: Scheme) => customProperties(scheme).split(";").map((pair) => pair.split(":")[0]);
  expect(names(dark)).toEqual(names(light));
  expect(names(light)).toContain("--watch-ground");
});
