import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shapes } from "#exchange/shapes";
import { runRapporteur } from "./run-rapporteur.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
  writeFileSync(join(folder, "rain.bif"), rain);
  writeFileSync(join(folder, "seen.json"), '{"hard": {"wet": "yes", "season": "dry"}}');
  writeFileSync(join(folder, "wet.json"), '{"wet": [[0.25, 0.75], [[0.7, 0.9], [0.1, 0.3]]]}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rain = `network rain {}
variable season { type discrete [2] { dry, rainy }; }
variable rain { type discrete [2] { no, yes }; }
variable wet { type discrete [2] { yes, no }; }
probability (season) { table 0.5, 0.5; }
probability (rain | season) { (dry) 0.9, 0.1; (rainy) 0.4, 0.6; }
probability (wet | rain) { (yes) 0.8, 0.2; (no) 0.25, 0.75; }
`;

const network = (...args: string[]) => runRapporteur(folder, ["network", ...args]);

function parsed(command: string, text: string) {
  const result = JSON.parse(text);
  shapes.find((shape) => shape.command === command)!.schema.parse(result);
  return result;
}

it("bounds a posterior over the intervals of one table, by hand", () => {
  const { status, stdout } = network("bounds", "rain.bif", "--target", "rain", "--intervals", "wet.json", "--evidence", "seen.json", "--models", "--json");
  const { states, dominance, carriers, gap, engine } = parsed("network-bounds", stdout);
  const posterior = (wet: number): number => (0.1 * wet) / (0.1 * wet + 0.9 * 0.25);
  expect({ status, gap, engine }).toEqual({ status: 0, gap: 0, engine: { name: "interval elimination", version: "1.0.0" } });
  expect(states.yes).toMatchObject({ exact: true, point: expect.closeTo(posterior(0.8), 12), low: { attained: expect.closeTo(posterior(0.7), 12) }, high: { attained: expect.closeTo(posterior(0.9), 12), model: { wet: [[0.25, 0.75], [0.9, expect.closeTo(0.1, 12)]] } } });
  expect(states.no.low.proven).toBeCloseTo(1 - posterior(0.9), 12);
  expect(dominance).toHaveLength(1);
  expect(dominance[0]).toMatchObject({ state: "no", over: "yes", verdict: "always", least: { attained: expect.closeTo((0.9 * 0.25) / (0.1 * 0.9), 9) } });
  expect(carriers).toMatchObject({ state: "no", tables: [{ node: "wet" }] });
});

it("widens every entry, and says in words what is always so", () => {
  const { stdout } = network("bounds", "rain.bif", "--target", "rain", "--width", "0.05", "--evidence", "seen.json", "--state", "yes");
  // P(rain | dry) from 0.05 to 0.15, P(wet | rain) from 0.75 to 0.85, P(wet | no rain) from 0.2 to 0.3.
  const [low, high] = [(0.05 * 0.75) / (0.05 * 0.75 + 0.95 * 0.3), (0.15 * 0.85) / (0.15 * 0.85 + 0.85 * 0.2)];
  expect(stdout).toContain(`  yes  0.2623  from ${low.toFixed(4)} to ${high.toFixed(4)}  exact`);
  expect(stdout).toContain("no is more probable than yes, at least 1.333 times");
  expect(stdout).toMatch(/what P\(rain = yes\) could still be if a table were certain[^\n]*\n {2}rain /u);
  expect(network("bounds", "rain.bif", "--target", "rain", "--width", "0", "--json").stdout).toContain('"gap": 0');
});

it("answers where probabilities are smaller than numbers multiply, and refuses in one sentence what it cannot compute there", () => {
  const two = (id: string): string => `variable ${id} { type discrete [2] { x, y }; }\n`;
  writeFileSync(join(folder, "tiny.bif"), `network tiny {}\n${["a", "b", "c"].map(two).join("")}probability (a) { table 1e-200, 1; }\nprobability (b | a) { (x) 1e-200, 1; (y) 0.5, 0.5; }\nprobability (c | b) { (x) 0.25, 0.75; (y) 0.5, 0.5; }\n`);
  writeFileSync(join(folder, "rare.json"), '{"hard": {"a": "x", "b": "x"}}');
  const { posteriors, logEvidence } = JSON.parse(network("query", "tiny.bif", "--evidence", "rare.json", "--json").stdout);
  expect([posteriors.c.x, logEvidence]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(400 * Math.log(0.1), 9)]);
  expect(network("sensitivity", "tiny.bif", "--target", "c", "--evidence", "rare.json")).toEqual({ status: 1, stdout: "", stderr: "rapporteur: Probabilities here lie beyond the range of numbers (below 1e-289), so no sensitivities can be computed.\n" });
});

it("says that a state is impossible, not how many times less probable it is", () => {
  writeFileSync(join(folder, "sure.bif"), "network sure {}\nvariable a { type discrete [2] { yes, no }; }\nprobability (a) { table 1, 0; }\n");
  expect(network("bounds", "sure.bif", "--target", "a", "--width", "0").stdout).toContain("  yes is more probable than no, which is impossible\n");
});

it("estimates by sampling where that is asked for, and says how far to trust it", () => {
  const exact = JSON.parse(network("query", "rain.bif", "--evidence", "seen.json", "--json").stdout);
  const [one, again] = [1, 2].map(() => network("query", "rain.bif", "--evidence", "seen.json", "--sample", "20000", "--seed", "7", "--json").stdout);
  const { posteriors, sampling, logEvidence, engine } = parsed("network-query", one!);
  expect(again).toBe(one);
  expect(engine).toEqual({ name: "importance sampling", version: "1.0.0" });
  expect(sampling).toMatchObject({ samples: 20_000, seed: 7, warnings: [] });
  expect(Math.abs(posteriors.rain.yes - exact.posteriors.rain.yes)).toBeLessThan(4 * sampling.standardErrors.rain.yes);
  expect(Math.abs(logEvidence - exact.logEvidence)).toBeLessThan(4 * sampling.logEvidenceError);
  const [low, high] = sampling.intervals.rain.yes;
  expect(low < posteriors.rain.yes && posteriors.rain.yes < high && high - low < 0.03).toBe(true);
  expect(network("query", "rain.bif", "--sample", "2000").stdout).toMatch(/estimated by importance sampling, with intervals that hold in 95 of 100 runs: 2016 samples \(seed 1\)/u);
});

/** A square of binary variables, each with the one above and the one to the left as parents: hopeless for exact inference from 30 on. */
function grid(side: number): string {
  const places = Array.from({ length: side * side }, (_, at) => [Math.floor(at / side), at % side] as const);
  const name = (row: number, column: number): string => `v${row}_${column}`;
  const rows = (parents: number): string => (parents === 0 ? "table 0.4, 0.6;" : parents === 1 ? "(a) 0.7, 0.3; (b) 0.2, 0.8;" : "(a, a) 0.9, 0.1; (a, b) 0.6, 0.4; (b, a) 0.5, 0.5; (b, b) 0.2, 0.8;");
  const tables = places.map(([row, column]) => {
    const parents = [...(row > 0 ? [name(row - 1, column)] : []), ...(column > 0 ? [name(row, column - 1)] : [])];
    return `probability (${name(row, column)}${parents.length > 0 ? ` | ${parents.join(", ")}` : ""}) { ${rows(parents.length)} }`;
  });
  return ["network grid {}", ...places.map(([row, column]) => `variable ${name(row, column)} { type discrete [2] { a, b }; }`), ...tables].join("\n");
}

it("says how much exact inference would need, and estimates instead where that is asked for", () => {
  writeFileSync(join(folder, "grid.bif"), grid(32));
  writeFileSync(join(folder, "corner.json"), '{"hard": {"v31_31": "a"}}');
  const refused = network("query", "grid.bif", "--evidence", "corner.json");
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toMatch(/^rapporteur: Exact inference would .* GiB in the best order found; .*\. Observe some of them, ask for single variables with --node, estimate with --sample N --seed S or search longer with --effort N, from 200 on\.\n$/u);
  expect(network("query", "grid.bif", "--evidence", "corner.json", "--node", "v31_30").stderr).not.toContain("--node");
  const { posteriors, sampling } = parsed("network-query", network("query", "grid.bif", "--evidence", "corner.json", "--sample", "2000", "--node", "v31_30", "--json").stdout);
  expect(posteriors.v31_30.a).toBeGreaterThan(0.5);
  expect(sampling.effectiveSamples).toBeGreaterThan(1000);
  expect(network("bounds", "grid.bif", "--target", "v31_30", "--width", "0.1").stderr).toMatch(/entries\. Observe some variables, or ask about another\.\n$/u);
});

it.each(["bounds", "influence", "flips", "sensitivity", "voi"])("%s says with 1 that the evidence cannot be true, and names it", (command) => {
  writeFileSync(join(folder, "never.json"), '{"hard": {"wet": "yes"}, "virtual": {"rain": [0, 0]}}');
  const { status, stdout, stderr } = network(command, "rain.bif", "--target", "season", "--evidence", "never.json", "--json", ...(command === "bounds" ? ["--width", "0.1"] : []));
  expect(status).toBe(1);
  expect(parsed(`network-${command}`, stdout)).toMatchObject({ target: "season", conflict: ["rain"] });
  expect(stderr).toBe("rapporteur: the evidence cannot be true under the network: rain contradicts it.\n");
});

it("gives no estimate where the weights degenerate", () => {
  writeFileSync(join(folder, "sure.bif"), rain.replace("(no) 0.25, 0.75", "(no) 0, 1"));
  writeFileSync(join(folder, "clash.json"), '{"hard": {"wet": "yes", "rain": "no"}}');
  const { status, stdout, stderr } = network("query", "sure.bif", "--evidence", "clash.json", "--sample", "1000", "--json");
  expect(status).toBe(1);
  expect(parsed("network-query", stdout)).toMatchObject({ posteriors: null, logEvidence: null, sampling: { effectiveSamples: 0 } });
  expect(stderr).toBe("rapporteur: 1024 samples count as 0.0 of equal weight, too few for an answer. Draw more, or observe less; or the evidence cannot be true.\n");
});

it.each([
  ["no width", ["bounds", "--target", "rain"], "Say how far entries may move: --width for all of them, --intervals for some."],
  ["an unknown target", ["bounds", "--target", "snow", "--width", "0.1"], "The network has no variable called snow."],
  ["an unknown state", ["bounds", "--target", "rain", "--width", "0.1", "--state", "maybe"], "rain has no state maybe; its states are no, yes."],
  ["a width above 1", ["bounds", "--target", "rain", "--width", "2"], "Write a number from 0 to 1."],
  ["half a budget", ["bounds", "--target", "rain", "--width", "0.1", "--budget", "0.5"], "Write a whole number from 0 to 1000000000."],
  ["intervals of another shape", ["bounds", "--target", "rain", "--intervals", "seen.json"], "seen.json is not {NODE: [[[LOW, HIGH], ...], ...]}: hard: "],
  ["intervals that are no JSON", ["bounds", "--target", "rain", "--intervals", "rain.bif"], "rain.bif is no JSON: a value is missing in line 1, column 1."],
  ["intervals of the wrong number", ["bounds", "--target", "rain", "--intervals", "short.json"], "The intervals of wet are 2, its entries 4."],
  ["a point outside its interval", ["bounds", "--target", "rain", "--intervals", "far.json"], "Entry 1 of the table of season is 0.5, outside its interval from 0.6 to 0.7."],
  ["an explanation by sampling", ["query", "--sample", "1000", "--mpe"], "The most probable explanation is not found by sampling: leave out --mpe or --sample."],
  ["half a sample", ["query", "--sample", "1.5"], "Write a whole number from 32 to 1000000000."],
])("ends with 2 and one sentence at %s", (_, [command = "", ...args], sentence) => {
  writeFileSync(join(folder, "short.json"), '{"wet": [[[0, 1], [0, 1]]]}');
  writeFileSync(join(folder, "far.json"), '{"season": [[[0.6, 0.7], [0.3, 0.4]]]}');
  const { status, stdout, stderr } = network(command, "rain.bif", ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
});
