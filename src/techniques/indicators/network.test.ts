import fc from "fast-check";
import { expect, it } from "vitest";
import { namesOf, networkOf, openAll } from "#core/fold";
import type { NetworkPiece, Situation } from "#core/network-piece";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const scenarios = `
## Scenarios

### A: Opened for signature (55%) {#A}
### B: Another session (40%) {#B}
### Other (5%) {#other .residual}
`;
const indicators = (...rows: readonly string[]) => `
## Indicators

| ID | Indicator | Current state | Warning threshold | Time horizon | Accrues | A | B | other |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
const i1 = "| I1 | Bracketed paragraphs | 41 | fewer than 10 | 2027-03-31 | | 80% | 10% | |";
const log = (...rows: readonly string[]) => `
## Observations

| ID | Date | Observation | Bears on | Reading | A | B | Source | Grade |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;

type Asked = Partial<Pick<Situation, "until">> & { readonly without?: readonly string[]; readonly assumed?: Readonly<Record<string, string>> };

function pieceOf(markdown: string, { until, without = [], assumed = {} }: Asked = {}): NetworkPiece {
  const outline = readOutline(`---\nas-of: 2026-11-01\n---\n${markdown}`);
  const parts = openAll(techniques, outline);
  const situation = { names: namesOf(parts), document: outline.frontMatter, without: new Set(without), assumed: new Map(Object.entries(assumed)) };
  return networkOf(parts, { ...situation, ...(until !== undefined && { until }) });
}
const pointsOf = ({ evidence }: NetworkPiece) => evidence.map(({ id, likelihood }) => [id, ...Object.values(likelihood).map(({ point }) => Number(point.toFixed(6)))]);

it("counts a quiet look by the share of the time that had passed", () => {
  // 33 of the 150 days from 1 November 2026 to 31 March 2027: F = 0.22.
  const piece = pieceOf(scenarios + indicators(i1) + log("| O1 | 2026-12-04 | 29 remain | I1 | quiet | | | [@s] | A2 |"));
  expect(pointsOf(piece)).toEqual([["O1", 1 - 0.8 * 0.22, 1 - 0.1 * 0.22, 1 - 0.5 * 0.22]]);
  expect(piece.evidence[0]).toMatchObject({ bearsOn: "I1", variable: "scenarios", reading: "quiet", sources: ["s"], grade: { reliability: "A", credibility: 2 }, outcomes: 2 });
  expect(piece.watched).toMatchObject([{ id: "I1", quiet: { evidence: "O1", elapsed: 0.22 } }]);
  expect(piece.notes).toEqual(["I1 has no likelihood for other; 50% is used there, our default."]);
});

it("carries the band of a word through: the quiet look turns it round", () => {
  const [item] = pieceOf(scenarios + indicators("| I1 | x | 1 | 2 | 2027-03-31 | | likely | 10% | 50% |") + log("| O1 | 2027-03-31 | x | I1 | quiet | | | | |")).evidence;
  expect(item?.likelihood["A"]?.low).toBeCloseTo(0.2, 12);
  expect(item?.likelihood["A"]?.point).toBeCloseTo(0.325, 12);
  expect(item?.likelihood["A"]?.high).toBeCloseTo(0.45, 12);
});

const several = scenarios + indicators(i1) + log("| O2 | 2027-01-15 | 20 remain | I1 | quiet | | | | |", "| O1 | 2026-12-04 | 29 remain | I1 | quiet | | | | |", "| O3 | 2027-02-01 | 9 remain | I1 | crossed | | | | |");

it("lets a look with numbers of its own speak where the latest has none, and the one before where its sources are left out", () => {
  const without = (...ids: readonly string[]) => pointsOf(pieceOf(half, { without: ids }));
  const half = scenarios + indicators("| I1 | Brackets | 41 | fewer than 10 | 2027-03-31 | | 80% | | |") + log("| O1 | 2026-12-04 | 29 remain | I1 | quiet | 60% | 30% | [@s] | |", "| O2 | 2027-01-15 | 20 remain | I1 | quiet | | | [@t] | |");
  expect([without(), without("s"), without("s", "t")]).toEqual([[["O1", 0.6, 0.3, 0.5]], [], []]);
  expect(pieceOf(half).notes).toEqual(["O2 is no evidence: I1 has no likelihood for B."]);
  const twice = scenarios + indicators(i1) + log("| O1 | 2026-12-04 | 29 remain | I1 | quiet | | | [@s] | |", "| O2 | 2027-01-15 | 20 remain | I1 | quiet | | | [@t] [@s] | |");
  expect([[], ["t"], ["t", "s"], ["s"]].map((gone) => pieceOf(twice, { without: gone }).evidence.map(({ id }) => id))).toEqual([["O2"], ["O2"], [], ["O2"]]);
});

it("lets the latest look replace the earlier ones, and a crossing all of them", () => {
  expect(pointsOf(pieceOf(several))).toEqual([["O3", 0.8, 0.1, 0.5]]);
  expect(pieceOf(several).watched).toEqual([]);
  expect(pointsOf(pieceOf(several, { until: "2027-01-31" }))).toEqual([["O2", 0.6, 0.95, 0.75]]);
  expect(pointsOf(pieceOf(several, { without: ["O3", "O2"] })).map(([id]) => id)).toEqual(["O1"]);
  expect(pieceOf(several, { until: "2026-11-30" }).evidence).toEqual([]);
  expect(pieceOf(several, { without: ["I1"] })).toMatchObject({ evidence: [], watched: [] });
});

it("counts `not crossed` as the whole time, and closes the indicator", () => {
  const piece = pieceOf(scenarios + indicators(i1) + log("| O1 | 2027-04-01 | 12 remain | I1 | not crossed | | | | |"));
  expect(pointsOf(piece)).toEqual([["O1", 0.2, 0.9, 0.5]]);
  expect(piece.watched).toEqual([]);
});

it("lets the better graded of two reports of a crossing speak", () => {
  const reports = log("| O1 | 2027-01-01 | rumour | I1 | crossed | | | [@a] | E5 |", "| O2 | 2027-01-09 | minutes | I1 | crossed | | | [@b] | A1 |", "| O3 | 2027-01-11 | press | I1 | crossed | | | [@c] | C3 |");
  expect(pieceOf(scenarios + indicators(i1) + reports).evidence.map(({ id }) => id)).toEqual(["O2"]);
});

it("takes a reading as given without a report in between", () => {
  const assumed = pieceOf(several, { assumed: { I1: "not crossed" } });
  expect(pointsOf(assumed)).toEqual([["I1", 0.2, 0.9, 0.5]]);
  expect(assumed.evidence[0]).toMatchObject({ grade: {}, sources: [] });
  expect(pointsOf(pieceOf(several, { assumed: { I1: "crossed" } }))).toEqual([["I1", 0.8, 0.1, 0.5]]);
});

it("leaves a row without a number for a named scenario out, and says so", () => {
  const piece = pieceOf(scenarios + indicators("| I1 | x | 1 | 2 | 2027-03-31 | | 80% | | 50% |") + log("| O1 | 2026-12-04 | x | I1 | quiet | | | | |"));
  expect(piece).toMatchObject({ evidence: [], watched: [], notes: ["O1 is no evidence: I1 has no likelihood for B."] });
});

it("knows that a vote on the last day cannot be crossed before, and that some things show at once", () => {
  const quietOn = (pace: string, day: string) => pointsOf(pieceOf(scenarios + indicators(i1.replace("2027-03-31 | |", `2027-03-31 | ${pace} |`)) + log(`| O1 | ${day} | x | I1 | quiet | | | | |`)));
  expect(quietOn("at the end", "2027-03-30")).toEqual([["O1", 1, 1, 1]]);
  expect(quietOn("at the end", "2027-03-31")).toEqual([["O1", 0.2, 0.9, 0.5]]);
  expect(quietOn("at once", "2026-11-02")).toEqual([["O1", 0.2, 0.9, 0.5]]);
});

it("gives `approaching` and items without an indicator the likelihoods of their own columns only", () => {
  const piece = pieceOf(scenarios + indicators(i1) + log("| O1 | 2026-12-01 | 12 remain | I1 | approaching | 60% | 20% | | |", "| O2 | 2026-12-02 | 11 remain | I1 | approaching | | | | |", "| O3 | 2026-12-03 | A walk-out | | | 10% | 40% | | |"));
  expect(pointsOf(piece)).toEqual([["O1", 0.6, 0.2, 0.5], ["O3", 0.1, 0.4, 0.5]]);
  expect(piece.watched.map(({ id, quiet }) => [id, quiet])).toEqual([["I1", undefined]]);
});

it("reads an assumption by its latest entry, for certain or by columns of its own", () => {
  const assumptions = "\n## Key assumptions\n\n| ID | Assumption | Holds |\n|---|---|---|\n| A1 | The chair stays | 90% |\n";
  const said = log("| O1 | 2026-12-01 | She says so | A1 | holds | | | | |", "| O2 | 2026-12-09 | She resigns | A1 | fails | | | | |");
  expect(pieceOf(assumptions + said).evidence.map(({ id, variable, likelihood }) => [id, variable, likelihood["holds"]?.point, likelihood["fails"]?.point])).toEqual([["O2", "A1", 0, 1]]);
  const own = "\n## Observations\n\n| ID | Date | Observation | Bears on | Reading | Holds | Fails |\n|---|---|---|---|---|---|---|\n| O1 | 2026-12-01 | x | A1 | holds | 90% | 30% |\n";
  expect(pieceOf(assumptions + own).evidence.map(({ likelihood }) => [likelihood["holds"]?.point, likelihood["fails"]?.point])).toEqual([[0.9, 0.3]]);
  expect(pieceOf(assumptions + said, { assumed: { A1: "holds" } }).evidence).toEqual([]);
});

it("a later quiet look never makes a likelihood larger, and none exceeds 1 (seed 711)", () => {
  const percentage = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(percentage, percentage, fc.integer({ min: 1, max: 27 }), fc.integer({ min: 1, max: 27 }), (a, b, one, other) => {
      const quiet = (day: number) =>
        pieceOf(scenarios + indicators(`| I1 | x | 1 | 2 | 2027-03-31 | | ${a}% | ${b}% | 50% |`) + log(`| O1 | 2026-12-${String(day).padStart(2, "0")} | x | I1 | quiet | | | | |`)).evidence[0]?.likelihood ?? {};
      const [early, late] = [quiet(Math.min(one, other)), quiet(Math.max(one, other))];
      for (const state of ["A", "B", "other"]) {
        expect(late[state]?.point).toBeLessThanOrEqual(early[state]?.point ?? 0);
        expect(early[state]?.point).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 711, verbose: 1, numRuns: 40 },
  );
});

it("weighs an observation for the hypotheses that have a column", () => {
  const hypotheses = "\n## Hypotheses\n\n| ID | Hypothesis | Prior |\n|---|---|---|\n| H1 | The rule stopped it | 40% |\n| H2 | The chair stopped it | 30% |\n";
  const table = (row: string) => `\n## Observations\n\n| ID | Date | Observation | Bears on | Reading | H1 | H2 | Source |\n|---|---|---|---|---|---|---|---|\n${row}\n`;
  const [item, ...others] = pieceOf(hypotheses + table("| O1 | 2026-12-04 | A letter | H1 | | 60% | 20% | [@s] |")).evidence;
  expect(others).toEqual([]);
  expect(item).toMatchObject({ id: "O1", variable: "hypotheses", bearsOn: "H1", sources: ["s"], likelihood: { H1: { point: 0.6 }, H2: { point: 0.2 } } });
  expect(pieceOf(hypotheses + table("| O1 | 2026-12-04 | A letter | H1 | | 60% | | [@s] |")).evidence).toEqual([]);
});
