import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { defaultCorrelation } from "#workbench/forecast/dependence";
import { credibilityFactor, reliabilityFactor } from "#workbench/forecast/report-reliability";

const page = readFileSync(new URL("../docs/reference/forecast-semantics.md", import.meta.url), "utf8");
const example = /```markdown\n([\s\S]*?)```/u.exec(page)![1]!;
const forecast = assess(example).forecast!;

/** The numbers of a table row by its first cell. */
function row(label: string): readonly number[] {
  const line = page.split("\n").find((text) => text.startsWith(`| ${label}`));
  if (line === undefined) throw new Error(`The page has no row ${label}`);
  return line.split("|").slice(2, -1).map((cell) => Number(cell.trim()));
}

/** True to the four decimals that the page prints. */
const expectRow = (label: string, values: readonly number[]) => expect(row(label), label).toEqual(values.map((value) => Number(value.toFixed(4))));

const states = ["A", "B", "other"] as const;
const q = [0.675, 0.125, 0.5] as const;
const F = 33 / 150;
const r = reliabilityFactor.A * credibilityFactor[2];
const graded = q.map((value) => r * (1 - value * F) + (1 - r) / 2);

it("prints the table of report reliabilities that is used", () => {
  const rows = Array.from(page.matchAll(/^\| ([A-F]) \| ([\d.]+) \| (\d) \| ([\d.]+) \|$/gmu), ([, letter, ours, digit, factor]) => ({ letter, ours: Number(ours), digit, factor: Number(factor) }));
  expect(Object.fromEntries(rows.map(({ letter, ours }) => [letter, ours]))).toEqual(reliabilityFactor);
  expect(Object.fromEntries(rows.map(({ digit, factor }) => [digit, factor]))).toEqual(credibilityFactor);
  expect(page).toContain(`ρ = ${defaultCorrelation} (ours)`);
});

it("prints the steps of its example as they are computed", () => {
  expectRow("stated, here also the prior", forecast.scenarios.map(({ prior }) => prior));
  expect(forecast.scenarios.map(({ stated }) => stated)).toEqual([0.55, 0.4, 0.05]);
  expectRow("q, crossed by the horizon", q);
  expectRow("L = 1 − qF", q.map((value) => 1 - value * F));
  expectRow("L' = 0.931 L + 0.0345", graded);
  expectRow("prior × L' (sum 0.8741)", forecast.scenarios.map(({ prior }, at) => prior * graded[at]!));
  expect(forecast.scenarios.reduce((sum, { prior }, at) => sum + prior * graded[at]!, 0)).toBeCloseTo(0.8741, 4);
  expectRow("P(A1 fails, given the scenario)", [0.1, 0.75, 0.15].map((value, at) => (value * 0.125) / forecast.scenarios[at]!.stated!));
});

it("works its lower bound of A as told", () => {
  const quiet = (value: number) => r * (1 - value * F) + (1 - r) / 2;
  const [low, rival, residual] = [0.55 * quiet(0.8), 0.4 * quiet(0.05), 0.05 * quiet(0.5)];
  for (const number of [low, rival, residual, quiet(0.05), low / (low + rival + residual)]) expect(page).toContain(number.toFixed(4));
});

it("prints the answers of its example", () => {
  expectRow("posterior |", forecast.scenarios.map(({ posterior }) => posterior));
  expectRow("low |", forecast.scenarios.map(({ low }) => low));
  expectRow("high |", forecast.scenarios.map(({ high }) => high));
  expectRow("weight of O1 in decibels", states.map((id) => forecast.evidence[0]!.weight[id]!));
  expectRow("scenarios if A1 fails", states.map((id) => forecast.assumptions[0]!.ifFalse![id]!));
  expectRow("P(A1 holds), all evidence", [forecast.assumptions[0]!.posterior!]);
  expectRow("leverage of A1", [forecast.assumptions[0]!.leverage]);
  expectRow("information of another look at I1, in bits", [forecast.watchNext[0]!.bits]);
  const crossed = q.map((value, at) => (value * (F * ((1 - r) / 2) + (1 - F) * (r + (1 - r) / 2))) / graded[at]!);
  expectRow("P(I1 crossed by the horizon)", [forecast.scenarios.reduce((sum, { posterior }, at) => sum + posterior * crossed[at]!, 0)]);
});

it("names the switches that the command line has", () => {
  const commandLine = readFileSync(new URL("../docs/reference/command-line.md", import.meta.url), "utf8");
  const flags = new Set(Array.from(page.matchAll(/`(--[a-z][a-z-]+)/gu), ([, flag]) => flag!));
  expect(flags.size).toBeGreaterThan(3);
  for (const flag of flags) expect(commandLine.includes(flag), flag).toBe(true);
});
