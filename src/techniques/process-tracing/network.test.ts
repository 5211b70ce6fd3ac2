import fc from "fast-check";
import { expect, it } from "vitest";
import { namesOf, networkOf, openAll } from "#core/fold";
import { hypothesisVariable, type NetworkPiece, type Situation } from "#core/network-piece";
import { readOutline } from "#reader/read-outline";
import { processTracing } from "./index.ts";

function pieceOf(body: string, situation: Partial<Situation> = {}): NetworkPiece {
  const outline = readOutline(`---\nas-of: 2026-11-01\n---\n## Process tracing\n\n${body}\n`);
  const parts = openAll([processTracing], outline);
  return networkOf(parts, { names: namesOf(parts), document: outline.frontMatter, without: new Set(), assumed: new Map(), ...situation });
}

const hypotheses = (...rows: string[]) => `### Hypotheses\n\n| ID | Hypothesis | Prior |\n|---|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
const tests = (...rows: string[]) => `### Tests\n\n| ID | Evidence | Test | For | Result | H1 | H2 | Date | Source | Grade |\n|---|---|---|---|---|---|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;

/** Bayes' rule by hand on the points of a piece. */
function posteriorOf({ opinions, evidence }: NetworkPiece): Readonly<Record<string, number>> {
  const prior = opinions[0]?.probabilities ?? {};
  const joint = Object.entries(prior).map(([id, { point }]) => [id, evidence.reduce((product, item) => product * (item.eliminates.includes(id) ? 0 : (item.likelihood[id]?.point ?? NaN)), point)] as const);
  const sum = joint.reduce((total, [, value]) => total + value, 0);
  return Object.fromEntries(joint.map(([id, value]) => [id, value / sum]));
}

const points = (vector: Readonly<Record<string, { readonly point: number }>> | undefined) => Object.fromEntries(Object.entries(vector ?? {}).map(([id, { point }]) => [id, Number(point.toFixed(6))]));

// Tversky and Kahneman (1982), Evidential impact of base rates: 15% of cabs are blue, the witness is right 80% of the time.
it("answers the cab problem with 41%", () => {
  const piece = pieceOf(hypotheses("H1 | The cab was blue | 15%", "H2 | The cab was green | 85%") + tests("T1 | The witness says blue | straw | H1 | passed | 80% | 20% | | |"));
  expect(posteriorOf(piece)["H1"]).toBeCloseTo(0.41, 2);
});

it("turns a failed test into its opposite, and eliminates only by mark", () => {
  const rows = ["T1 | a | hoop | H1 | failed | 95% | 60% | | |", "T2 | b | hoop | H1 | failed, eliminates | 95% | 60% | | |"];
  const { evidence } = pieceOf(hypotheses("H1 | one | 50%", "H2 | two | 50%") + tests(...rows));
  expect(evidence.map(({ likelihood, eliminates }) => [points(likelihood), eliminates])).toEqual([
    [{ H1: 0.05, H2: 0.4 }, []],
    [{ H1: 0.05, H2: 0.4 }, ["H1"]],
  ]);
});

it("keeps open tests, tests of a later day and tests left out from counting", () => {
  const body = hypotheses("H1 | one | 50%", "H2 | two | 50%") + tests("T1 | a | straw | H1 | passed | 60% | 50% | 2026-03-01 | |", "T2 | b | straw | H1 | passed | 60% | 50% | | |", "T3 | c | straw | H1 | open | 60% | 50% | 2026-01-01 | |");
  const counted = (situation: Partial<Situation>) => pieceOf(body, situation).evidence.map(({ id }) => id);
  expect(counted({})).toEqual(["T1", "T2"]);
  expect(counted({ until: "2026-02-28" })).toEqual(["T2"]);
  expect(counted({ until: "2026-03-01" })).toEqual(["T1", "T2"]);
  expect(counted({ without: new Set(["T1"]) })).toEqual(["T2"]);
  expect(counted({ assumed: new Map([["T3", "failed"], ["T1", "open"]]) })).toEqual(["T2", "T3"]);
});

it("names the remainder of the priors and gives it half of every test", () => {
  const piece = pieceOf(hypotheses("H1 | one | 50%", "H2 | two | 30%") + tests("T1 | a | straw | H1 | passed | 60% | 50% | | |"));
  expect(points(piece.opinions[0]?.probabilities)).toEqual({ H1: 0.5, H2: 0.3, "other-hypothesis": 0.2 });
  expect(points(piece.evidence[0]?.likelihood)).toEqual({ H1: 0.6, H2: 0.5, "other-hypothesis": 0.5 });
  expect(piece.variables[0]).toMatchObject({ id: hypothesisVariable, states: [{ id: "H1", residual: false }, { id: "H2", residual: false }, { id: "other-hypothesis", residual: true }] });
  expect(piece.notes).toEqual(["The priors of the hypotheses leave 20%, which stands for a hypothesis that nobody named."]);
});

it("fills a test without numbers by its name, and says so", () => {
  const { evidence, notes } = pieceOf(hypotheses("H1 | one | ", "H2 | two | ") + tests("T1 | a | smoking gun | H2 | passed | | | | |", "T2 | b | | H1 | passed | | | | |"));
  expect(evidence.map(({ id, likelihood }) => [id, likelihood])).toEqual([["T1", { H1: { low: 0.01, point: 0.055, high: 0.1 }, H2: { low: 0.2, point: 0.4, high: 0.6 } }]]);
  expect(notes).toEqual([
    "The test T1 has no number under H1 and H2; the default range of a smoking gun test stands in, which is ours.",
    "The test T2 is left out: it has no number under H1 and H2, and no default without a known name and the hypothesis it is for.",
  ]);
});

it("weighs nothing with one hypothesis and no prior", () => {
  expect(pieceOf("- Hoop test (passed): seen [@a].").variables).toEqual([]);
  expect(pieceOf(hypotheses("H1 | one | ") + tests("T1 | a | hoop | H1 | passed | 95% | | | |")).evidence).toEqual([]);
});

it("gives a hoop and its rival the bounds of their ranges (seed 4202)", () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const results = fc.constantFrom("passed", "failed");
  fc.assert(
    fc.property(range, range, results, ([a, b], [c, d], result) => {
      const { evidence } = pieceOf(hypotheses("H1 | one | 50%", "H2 | two | 50%") + tests(`T1 | a | hoop | H1 | ${result} | ${a}-${b}% | ${c}-${d}% | | |`));
      const [low, high] = result === "passed" ? [a, b] : [100 - b, 100 - a];
      expect(evidence[0]?.likelihood["H1"]?.low).toBeCloseTo(low / 100, 9);
      expect(evidence[0]?.likelihood["H1"]?.high).toBeCloseTo(high / 100, 9);
    }),
    { seed: 4202, numRuns: 50, verbose: 1 },
  );
});
