import { expect, it } from "vitest";
import { namesOf, networkOf, openAll } from "#core/fold";
import type { Situation } from "#core/network-piece";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const scenarios = "\n## Scenarios\n\n### A: Opened (55%) {#A}\n### B: Another session (40%) {#B}\n### Other (5%) {#other .residual}\n";
const table = (...rows: readonly string[]) => `\n## Estimates\n\n| Date | Forecaster | A | B | other | Weight | N |\n|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;

function opinionsOf(markdown: string, asked: Partial<Pick<Situation, "until" | "without">> = {}) {
  const outline = readOutline(markdown);
  const parts = openAll(techniques, outline);
  const { opinions, notes } = networkOf(parts, { names: namesOf(parts), document: outline.frontMatter, without: new Set(), assumed: new Map(), ...asked });
  const told = opinions.map(({ id, kind, weight, probabilities }) => [id, kind, weight, ...Object.entries(probabilities).map(([state, { point }]) => `${state} ${point}`)].join(" "));
  return { told: told.filter((text) => !text.startsWith("stated")), notes };
}

const rows = table(
  "| 2026-10-02 | Okoye | 60% | 30% | 10% | 2 | |",
  "| 2026-11-02 | Okoye | 70% | 20% | 10% | 2 | |",
  "| 2026-10-05 | Lind | likely | unlikely | 5% | | |",
  "| 2026-10-05 | base rate: treaties | 40% | 50% | 10% | | 12 |",
);

it("gives the latest estimate of each forecaster, words as the midpoints of their bands", () => {
  expect(opinionsOf(scenarios + rows).told).toEqual([
    "Okoye estimate 2 A 0.7 B 0.2 other 0.1",
    "Lind estimate 1 A 0.675 B 0.325 other 0.05",
    "base rate: treaties base rate 1 A 0.4 B 0.5 other 0.1",
  ]);
});

it("goes back to the earlier one where the later does not count yet", () => {
  expect(opinionsOf(scenarios + rows, { until: "2026-10-31" }).told[0]).toBe("Okoye estimate 2 A 0.6 B 0.3 other 0.1");
  expect(opinionsOf(scenarios + rows, { without: new Set(["Okoye", "base rate: treaties"]) }).told).toHaveLength(1);
});

it("leaves out what cannot be a distribution, and says so", () => {
  const { told, notes } = opinionsOf(scenarios + table("| 2026-10-02 | Okoye | 60% | 40% | | | |", "| 2026-10-02 | Lind | 60% | 30% | | | |", "| 2026-10-02 | Berg | 160% | 30% | | | |", "| 2026-10-02 | Amari | | | | | |"));
  expect(told).toEqual(["Lind estimate 1 A 0.6 B 0.3"]);
  expect(notes).toEqual([
    "The estimate of Okoye is left out: it leaves nothing for other.",
    "The estimate of Berg is left out: it holds a number that no probability can be.",
    "The estimate of Amari is left out: it has no probability for any scenario.",
  ]);
});
