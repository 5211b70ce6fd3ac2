import { expect, it } from "vitest";
import { morrisDesign, morrisEffects } from "./morris.ts";
import { sobolDesign, sobolIndices } from "./sobol.ts";

type Test = (x: Float64Array) => number;

/** Ishigami and Homma (1990), on [-pi, pi]^3. */
const ishigami: Test = (x) => {
  const [a, b, c] = Array.from(x, (value) => Math.PI * (2 * value - 1)) as [number, number, number];
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
};

/** Sobol's g-function; input i matters the less the larger a_i. */
const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
const g: Test = (x) => x.reduce((product, value, at) => product * ((Math.abs(4 * value - 2) + weights[at]!) / (1 + weights[at]!)), 1);

/** The test function of Morris (1991), with the fixed remainder of Campolongo, Cariboni and Saltelli (2007) for his random one. */
const morris: Test = (x) => {
  const w = Array.from(x, (value, at) => ([2, 4, 6].includes(at) ? 2 * ((1.1 * value) / (value + 0.1) - 0.5) : 2 * (value - 0.5)));
  let sum = 0;
  for (let i = 0; i < 20; i++) {
    sum += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i]!;
    for (let j = i + 1; j < 20; j++) {
      sum += (j < 6 ? -15 : (-1) ** (i + j)) * w[i]! * w[j]!;
      for (let l = j + 1; l < 5; l++) {
        sum -= 10 * w[i]! * w[j]! * w[l]!;
        for (let s = l + 1; s < 4; s++) sum += 5 * w[i]! * w[j]! * w[l]! * w[s]!;
      }
    }
  }
  return sum;
};

const sobolOf = (test: Test, inputs: number, rows: number) => {
  const design = sobolDesign({ inputs, rows, seed: 3 });
  return sobolIndices(design, design.points.map(test));
};

const closeTo = (found: number, published: number, by: number): void => expect(Math.abs(found - published)).toBeLessThan(by);

it("finds the published indices of Ishigami's function (seed 3)", () => {
  const { mean, variance, indices } = sobolOf(ishigami, 3, 4096);
  closeTo(mean, 3.5, 0.05);
  closeTo(variance, 13.845, 0.3);
  [0.3139, 0.4424, 0].forEach((first, at) => closeTo(indices[at]!.first, first, 0.025));
  [0.5576, 0.4424, 0.2437].forEach((total, at) => closeTo(indices[at]!.total, total, 0.025));
});

it("finds the published indices of Sobol's g-function, and errors that are those of a seed (seed 3)", () => {
  const parts = weights.map((a) => 1 / (3 * (1 + a) ** 2));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const { indices } = sobolOf(g, 8, 2048);
  indices.forEach(({ first, total, firstError, totalError }, at) => {
    closeTo(first, parts[at]! / variance, Math.max(0.002, 4 * firstError));
    closeTo(total, (parts[at]! * (1 + variance)) / (1 + parts[at]!) / variance, Math.max(0.002, 4 * totalError));
  });
  expect(indices[0]!.first).toBeGreaterThan(0.65);
  expect(indices[0]!.firstError).toBeLessThan(0.05);
  expect(indices[0]!.firstError).toBeGreaterThan(0.005);
});

it("tells Morris's inputs apart as he does: seven with interactions or curves, three plain, ten idle (seed 3)", () => {
  const design = morrisDesign({ inputs: 20, trajectories: 60, seed: 3 });
  const effects = morrisEffects(design, design.points.map(morris));
  // Of a plain input only the small remainder of pairs hangs on the others: its effect is twice its coefficient, and a little for the mean of the three curves.
  const curve = [0, 1 / 3, 2 / 3, 1].reduce((sum, value) => sum + 2 * ((1.1 * value) / (value + 0.1) - 0.5), 0) / 4;
  for (const at of [7, 8, 9]) {
    closeTo(effects[at]!.mean, 40 + 6 * (-1) ** at * curve, 0.8);
    expect(effects[at]!.deviation).toBeLessThan(10);
  }
  for (let at = 0; at < 7; at++) expect(effects[at]!.deviation).toBeGreaterThan(12);
  for (let at = 10; at < 20; at++) expect(effects[at]!.meanAbsolute).toBeLessThan(10);
  const least = Math.min(...effects.slice(0, 10).map(({ meanAbsolute }) => meanAbsolute));
  expect(least).toBeGreaterThan(2 * Math.max(...effects.slice(10).map(({ meanAbsolute }) => meanAbsolute)));
});

it("finds of a linear function its coefficients, without error, and no interactions", () => {
  const linear: Test = (x) => 3 * x[0]! - 2 * x[1]! + 0.5 * x[2]!;
  const design = morrisDesign({ inputs: 4, trajectories: 5, seed: 1 });
  morrisEffects(design, design.points.map(linear)).forEach(({ mean, meanAbsolute, deviation, error }, at) => {
    const coefficient = [3, -2, 0.5, 0][at]!;
    expect([mean, meanAbsolute, deviation, error]).toEqual([coefficient, Math.abs(coefficient), 0, 0].map((value) => expect.closeTo(value, 9)));
  });
  const { indices } = sobolOf(linear, 4, 2048);
  [9, 4, 0.25, 0].forEach((part, at) => {
    closeTo(indices[at]!.first, part / 13.25, 0.02);
    closeTo(indices[at]!.total, part / 13.25, 0.02);
  });
});

it("walks on the grid: every input moves once in a trajectory, by two thirds of its range, both ways, from every level", () => {
  const { points } = morrisDesign({ inputs: 6, trajectories: 40, seed: 2 });
  const moves = points.flatMap((point, at) => (at % 7 === 6 ? [] : [Array.from(point, (value, input) => points[at + 1]![input]! - value)]));
  for (const move of moves) expect(move.filter((step) => step !== 0).map(Math.abs)).toEqual([expect.closeTo(2 / 3, 12)]);
  expect(new Set(points.flatMap((point) => Array.from(point, (value) => Math.round(3 * value))))).toEqual(new Set([0, 1, 2, 3]));
  expect(moves.filter((move) => move.some((step) => step > 0)).length / moves.length).toBeGreaterThan(0.35);
  expect(moves.filter((move) => move.some((step) => step > 0)).length / moves.length).toBeLessThan(0.65);
});

it("says nothing of a function that does not vary", () => {
  const { indices } = sobolOf(() => 0.25, 2, 64);
  expect(indices).toEqual([0, 1].map(() => ({ first: 0, firstError: 0, total: 0, totalError: 0 })));
});
