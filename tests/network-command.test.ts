import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runRapporteur } from "./run-rapporteur.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
  writeFileSync(join(folder, "rain.bif"), rain);
  writeFileSync(join(folder, "seen.json"), '{"hard": {"wet": "yes"}, "virtual": {"season": [0.5, 1]}}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The rows of `wet` stand in another order than the states of `rain`, and the second is off.
const rain = `network rain {}
variable season { type discrete [2] { dry, rainy }; }
variable rain { type discrete [2] { no, yes }; }
variable wet { type discrete [2] { yes, no }; }
probability (season) { table 0.5, 0.5; }
probability (rain | season) { (dry) 0.9, 0.1; (rainy) 0.4, 0.6; }
probability (wet | rain) { (yes) 0.8, 0.2; (no) 0.2, 0.6; }
`;

const network = (...args: string[]) => runRapporteur(folder, ["network", ...args]);

it("prints posteriors by state and the natural logarithm of the evidence, and notes rows that do not sum", () => {
  const { status, stdout, stderr } = network("query", "rain.bif", "--evidence", "seen.json", "--json");
  const { posteriors, logEvidence, engine } = JSON.parse(stdout);
  // P(season, rain, wet = yes) times the likelihoods, by hand; the row that sums to 0.8 becomes 0.25, 0.75.
  const joint = { dry: { no: 0.5 * 0.9 * 0.25 * 0.5, yes: 0.5 * 0.1 * 0.8 * 0.5 }, rainy: { no: 0.5 * 0.4 * 0.25, yes: 0.5 * 0.6 * 0.8 } };
  const total = joint.dry.no + joint.dry.yes + joint.rainy.no + joint.rainy.yes;
  expect(status).toBe(0);
  expect(stderr).toBe("rapporteur: rain.bif: One row did not sum to 1, of wet in line 7, which was off by 0.2; it was divided by its sum.\n");
  expect(posteriors.wet).toEqual({ yes: 1, no: 0 });
  expect(posteriors.season.dry).toBeCloseTo((joint.dry.no + joint.dry.yes) / total, 12);
  expect(posteriors.rain.yes).toBeCloseTo((joint.dry.yes + joint.rainy.yes) / total, 12);
  expect(logEvidence).toBeCloseTo(Math.log(total), 12);
  expect(engine).toEqual({ name: "junction tree", version: "1.2.0" });
});

it("asks for single variables and for the most probable explanation", () => {
  const { stdout } = network("query", "rain.bif", "--node", "rain", "--mpe", "--json");
  const { posteriors, mostProbable } = JSON.parse(stdout);
  expect(Object.keys(posteriors)).toEqual(["rain"]);
  expect(mostProbable).toEqual({ states: { season: "dry", rain: "no", wet: "no" }, logProbability: expect.closeTo(Math.log(0.5 * 0.9 * 0.75), 12), tied: false });
});

it("ranks entries and variables", () => {
  const { parameters, posterior } = JSON.parse(network("sensitivity", "rain.bif", "--target", "rain", "--state", "yes", "--reach", "0.4", "--json").stdout);
  expect(posterior).toBeCloseTo(0.35, 12);
  expect(parameters).toHaveLength(10);
  expect(parameters.find(({ node, state, given }: { node: string; state: string; given: { season?: string } }) => node === "rain" && state === "yes" && given.season === "dry")).toMatchObject({ value: 0.1, derivative: expect.closeTo(0.5, 12), reaches: expect.closeTo(0.2, 12) });
  const { variables, entropy } = JSON.parse(network("voi", "rain.bif", "--target", "rain", "--json").stdout);
  expect(variables.map(({ node }: { node: string }) => node)).toEqual(["season", "wet"]);
  expect(entropy).toBeGreaterThan(variables[0].bits);
  expect(network("sensitivity", "rain.bif", "--target", "rain").stdout).toMatch(/P\(rain = no\) = 0\.65/u);
});

it("says which entry would make a statement true, and where", () => {
  const { statement, parameters } = JSON.parse(network("sensitivity", "rain.bif", "--target", "rain", "--make", "yes > no", "--json").stdout);
  expect(statement).toEqual({ text: "yes > no", holds: false });
  // 0.5 x + 0.5 * 0.6 = 0.5 for P(yes | dry), and so on; the smallest change comes first, and `wet` changes nothing.
  const found = parameters.filter(({ reaches }: { reaches: number | null }) => reaches !== null).map(({ node, state, given, reaches }: { node: string; state: string; given: { season?: string }; reaches: number }) => [node, state, given.season ?? "", reaches]);
  expect(found).toHaveLength(6);
  expect(found).toContainEqual(["rain", "yes", "dry", expect.closeTo(0.4, 12)]);
  expect(found).toContainEqual(["rain", "yes", "rainy", expect.closeTo(0.9, 12)]);
  expect(found).toContainEqual(["season", "dry", "", expect.closeTo(0.2, 12)]);
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--make", "yes >= 100%").stdout).toContain("no single entry of the tables changes that");
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--make", "no > 60%").stdout).toMatch(/`no > 60%` holds; [^]*P\(rain = no \| season = dry\) = 0\.9 {2}ceases to hold at 0\.8000/u);
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--make", "yes = no")).toMatchObject({ status: 2, stderr: expect.stringContaining("is no statement about rain") });
});

it("moves two entries together, and draws where the leading state changes", () => {
  const one = JSON.parse(network("sensitivity", "rain.bif", "--target", "rain", "--state", "yes", "--with", "P(rain = yes | season = dry)", "--json").stdout);
  const pair = one.pairs.find(({ node }: { node: string }) => node === "season");
  // P(yes) = x y + 0.6 (1 - y), where y = P(dry).
  for (const [at, coefficient] of [0.6, 0, -0.6, 1].entries()) expect(pair.numerator[at]).toBeCloseTo(coefficient, 12);
  for (const [at, coefficient] of [1, 0, 0, 0].entries()) expect(pair.denominator[at]).toBeCloseTo(coefficient, 12);
  expect(pair).toMatchObject({ least: expect.closeTo(0.05 * 0.55 + 0.6 * 0.45, 12), greatest: expect.closeTo(0.15 * 0.45 + 0.6 * 0.55, 12) });
  const two = JSON.parse(network("sensitivity", "rain.bif", "--target", "rain", "--state", "yes", "--with", "rain=yes|season=dry", "season=dry", "--json").stdout);
  expect(two.square.posterior[4][10]).toBeCloseTo(0.2 * 0.5 + 0.3, 12);
  expect(two.square.leader[4][10]).toBe("no");
  // Equal where x y + 0.6 - 0.6 y = 0.5.
  const [change] = two.square.leaderChanges;
  expect(change.states).toEqual(["no", "yes"]);
  expect(change.points.length).toBeGreaterThan(20);
  for (const [x, y] of change.points) expect(x * y + 0.6 - 0.6 * y).toBeCloseTo(0.5, 9);
  for (const { posterior, points } of two.square.contours) for (const [x, y] of points) expect(x * y + 0.6 - 0.6 * y).toBeCloseTo(posterior, 9);
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--with", "rain=yes|season=dry", "season=dry").stdout).toMatch(/ 0\.8 {2}0\.88 no {2}0\.72 no {2}0\.56 no {2}0\.40 yes/u);
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--with", "rain=yes|season=dry", "rain=no|season=dry")).toMatchObject({ status: 2, stderr: expect.stringContaining("stand in one row") });
  expect(network("sensitivity", "rain.bif", "--target", "rain", "--with", "rain=yes|snow=dry")).toMatchObject({ status: 2, stderr: expect.stringContaining("whose states are no, yes and its parents are season") });
});

it("names the smallest sets of findings that change the leading state", () => {
  const { leader, searches } = JSON.parse(network("flips", "rain.bif", "--target", "rain", "--evidence", "seen.json", "--json").stdout);
  // yes leads with 0.28 to 0.11875 or so; without `wet` no leads with 0.65 to 0.43; reversed as well; `season` alone does nothing.
  expect(leader).toBe("yes");
  expect(searches).toEqual([
    { by: "removing", sets: [{ changes: { wet: null }, leader: "no" }], cut: false },
    { by: "reversing", sets: [{ changes: { wet: "no" }, leader: "no" }], cut: false },
    { by: "learning", sets: [{ changes: { season: "dry" }, leader: "no" }], cut: false },
  ]);
  const { stdout } = network("flips", "rain.bif", "--target", "rain", "--evidence", "seen.json", "--by", "removing", "learning", "--among", "season");
  expect(stdout).toBe("rain = yes leads\nwithout which findings another state would lead:\n  none\nafter which new findings another state would lead:\n  season = dry: no\n");
  expect(network("flips", "rain.bif", "--target", "season").stdout).toBe("No state of season leads: two are equally probable, so there is nothing to flip.\n");
  expect(network("flips", "rain.bif", "--target", "rain", "--among", "snow")).toMatchObject({ status: 2, stderr: expect.stringContaining("rapporteur: The network has no variable called snow.\n") });
});

it("says what each finding does, and that findings support one another", () => {
  const { posterior, findings, conflict } = JSON.parse(network("influence", "rain.bif", "--target", "rain", "--evidence", "seen.json", "--json").stdout);
  expect(findings.map(({ node }: { node: string }) => node)).toEqual(["wet", "season"]);
  // Without `wet`: P(rain) from the likelihoods of the season alone.
  expect(findings[0].without.yes).toBeCloseTo((0.1 * 0.5 + 0.6) / 1.5, 12);
  expect(findings[0].decibels.yes - findings[0].decibels.no).toBeCloseTo(10 * Math.log10(0.8 / 0.25), 10);
  expect(posterior.yes).toBeGreaterThan(findings[0].without.yes);
  expect(conflict).toBeLessThan(0);
});

it("says that findings have nothing to do with one another, that there are none, and what it leaves out", () => {
  writeFileSync(join(folder, "none.json"), '{"hard": {"rain": "yes"}}');
  const { stdout, stderr } = network("influence", "rain.bif", "--target", "rain", "--evidence", "none.json");
  expect(stdout).toBe("rain: no 0.6500  yes 0.3500\n  there are no findings beside it, so there is nothing to leave out\n");
  expect(stderr).toContain("rapporteur: none.json: What it says of rain itself is left out.\n");
  writeFileSync(join(folder, "apart.bif"), rain.replace("(yes) 0.8, 0.2; (no) 0.2, 0.6", "(yes) 0.5, 0.5; (no) 0.5, 0.5"));
  expect(network("influence", "apart.bif", "--target", "rain", "--evidence", "seen.json").stdout).toMatch(/weight: no 0\.0 dB {2}yes 0\.0 dB\nconflict of the findings: 0\.0000 \(they have nothing to do with one another\)\n$/u);
  writeFileSync(join(folder, "one.json"), '{"hard": {"wet": "yes"}}');
  expect(network("influence", "rain.bif", "--target", "rain", "--evidence", "one.json").stdout).not.toContain("conflict");
});

it("tells an unknown state from one that the evidence excludes, and asks what was meant", () => {
  writeFileSync(join(folder, "certain.bif"), rain.replace("(no) 0.2, 0.6", "(no) 0, 1"));
  writeFileSync(join(folder, "wet.json"), '{"hard": {"wet": "yes"}}');
  const excluded = (state: string) => network("sensitivity", "certain.bif", "--target", "rain", "--evidence", "wet.json", "--state", state).stderr.trim();
  expect(excluded("no")).toBe("rapporteur: The evidence excludes the state no of rain.");
  expect(excluded("nope")).toBe("rapporteur: rain has no state nope; its states are no, yes.");
  expect(network("query", "certain.bif", "--node", "Rain").stderr).toBe("rapporteur: The network has no variable called Rain. Did you mean rain?\n");
});

it("searches longer where it is told to, and has nothing to search where it samples", () => {
  expect(network("query", "rain.bif", "--node", "season", "--effort", "50").stdout).toContain("dry    0.500000");
  expect(network("query", "rain.bif", "--sample", "100", "--effort", "50")).toMatchObject({ status: 2, stderr: expect.stringContaining("leave out --effort or --sample") });
});

it("does not write over the network that it reads, nor one format under the name of another", () => {
  expect(network("convert", "rain.bif", "-o", "rain.bif")).toMatchObject({ status: 2, stderr: expect.stringContaining("rain.bif is the file that is read") });
  expect(network("convert", "rain.bif", "-o", "out.net", "--to", "bif")).toMatchObject({ status: 2, stderr: "rapporteur: out.net would be read as net, and --to says bif; change one of them.\n" });
});

it("converts there and back, and says what a format cannot carry", () => {
  expect(network("convert", "rain.bif", "-o", "rain.xdsl")).toMatchObject({ status: 0, stdout: "" });
  expect(network("convert", "rain.xdsl", "-o", "rain.net").status).toBe(0);
  const [first, last] = ["rain.bif", "rain.net"].map((file) => JSON.parse(network("query", file, "--evidence", "seen.json", "--json").stdout));
  expect(last.posteriors).toMatchObject({ rain: { yes: expect.closeTo(first.posteriors.rain.yes, 14) }, season: { dry: expect.closeTo(first.posteriors.season.dry, 14) } });
  const uai = network("convert", "rain.net", "--to", "uai");
  expect(uai.stdout).toMatch(/^BAYES\n3\n2 2 2\n/u);
  expect(uai.stderr).toBe("rapporteur: uai: UAI has no names: variables and states are numbered in their order.\n");
  expect(network("convert", "rain.bif", "-o", "rain.doc")).toMatchObject({ status: 2, stderr: "rapporteur: rain.doc should end in .bif, .net, .xmlbif, .xdsl or .uai.\n" });
});

it("leaves out what else an evidence file holds, and says so", () => {
  writeFileSync(join(folder, "case.json"), '{"name": "a case", "hard": {"wet": "yes"}}');
  const { status, stdout, stderr } = network("query", "rain.bif", "--evidence", "case.json", "--json");
  expect(JSON.parse(stdout).posteriors.wet).toEqual({ yes: 1, no: 0 });
  expect({ status, note: stderr.split("\n")[1] }).toEqual({ status: 0, note: "rapporteur: case.json: name is left out; only hard and virtual count." });
});

it("says with 1 that the evidence cannot be true, and names it", () => {
  writeFileSync(join(folder, "sure.bif"), rain.replace("(no) 0.2, 0.6", "(no) 0, 1"));
  writeFileSync(join(folder, "clash.json"), '{"hard": {"wet": "yes", "rain": "no", "season": "dry"}}');
  const { status, stdout, stderr } = network("query", "sure.bif", "--evidence", "clash.json", "--json");
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ posteriors: null, logEvidence: null, conflict: ["wet", "rain"] });
  expect(stderr).toContain("wet, rain contradict it or one another");
});

it.each([
  ["a broken file", rain.replace("0.8, 0.2;", "0.8 half;"), "{}", /^rapporteur: bad\.bif:7:38: Where a probability should be, there is `half`\.\n$/u],
  ["an unknown node", rain, '{"hard": {"snow": "yes"}}', /names snow, which the network does not have/u],
  ["an unknown state", rain, '{"hard": {"rain": "maybe"}}', /rain has no state maybe/u],
  ["likelihoods of the wrong number", rain, '{"virtual": {"rain": [1]}}', /The likelihoods of rain are 1, its states 2/u],
  ["evidence of another shape", rain, '{"observed": {}}', /bad\.json is not \{"hard".*: it has observed instead/u],
  ["likelihoods that are none", rain, '{"virtual": {"rain": [1, "x"]}}', /bad\.json is not \{"hard".*: virtual\.rain\.1 should be a likelihood, a number from 0\.\n$/u],
  ["evidence that is no JSON", rain, "wet: yes", /bad\.json is no JSON: a value is missing in line 1, column 1\.\n$/u],
  ["evidence without a comma", rain, '{"hard": {"wet": "yes"\n  "rain": "no"}}', /bad\.json is no JSON: `,` or `\}` is missing in line 2, column 3\.\n$/u],
  ["a finding that is given twice", rain, '{"hard": {"wet": "yes", "wet": "no"}}', /bad\.json says hard\.wet twice, the second time in line 1, column 25\.\n$/u],
  ["a name that no record keeps", rain, '{"hard": {"__proto__": "x"}}', /bad\.json names __proto__, which nothing can be called, in line 1, column 11\.\n$/u],
  ["a state that is no name", rain, '{"hard": {"wet": 0}}', /: hard\.wet should be the name of a state, in quotes\.\n$/u],
])("ends with 2 and one sentence at %s", (_, bif, json, sentence) => {
  writeFileSync(join(folder, "bad.bif"), bif);
  writeFileSync(join(folder, "bad.json"), json);
  const { status, stdout, stderr } = network("query", "bad.bif", "--evidence", "bad.json");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
});
