import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shapes } from "#exchange/shapes";
import { root, runRapporteur } from "./run-rapporteur.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
  writeFileSync(join(folder, "port.csv"), "Actor,Capability,Position,Salience\nAlva,3,0,100\nBorg,1,100,100\nCass,4,40,50\nDell,0,60,50\n");
  writeFileSync(join(folder, "port.md"), document);
  writeFileSync(join(folder, "binary.csv"), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  writeFileSync(join(folder, "bad.csv"), "Actor,Capability,Position,Salience\nAlva,3,0,100\nBorg,1,north,100\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = `---
title: Port
question: What will the port treaty say?
---
## Actors
| ID | Actor | Position | Salience | Capability |
|---|---|---|---|---|
| AL | Alva | 0 | 100 | 30 |
| BO | Borg | 100 | 100 | 10 |
| CA | Cass | 40 | 50 | 40 |
| DE | Dell |  | 50 | 40 |
`;

const bargain = (...args: string[]) => runRapporteur(folder, ["bargain", ...args]);

it("prints the compromise, the forecast and who holds what as JSON of the documented shape", () => {
  const { status, stdout, stderr } = bargain("port.csv", "--json");
  expect([status, stderr]).toEqual([0, ""]);
  const result = JSON.parse(stdout);
  shapes.find(({ command }) => command === "bargain")!.schema.parse(result);
  const [issue] = result.issues;
  // (3 * 0 + 1 * 100 + 2 * 40) / 6; Dell has no capability.
  expect(issue.compromise).toBeCloseTo(30, 12);
  expect(issue.quantiles.map(({ chance }: { chance: number }) => chance)).toEqual(Array.from({ length: 19 }, (_, at) => (at + 1) / 20));
  expect(issue.quantiles[9]).toEqual({ chance: 0.5, position: issue.median });
  expect(issue).toMatchObject({ low: 0, high: 100, challenge: null });
  expect(issue.held.map(({ position, actors }: { position: number; actors: string[] }) => [position, ...actors])).toEqual([[0, "Alva"], [40, "Cass"], [60, "Dell"], [100, "Borg"]]);
  expect(issue.held.map(({ weight }: { weight: number }) => weight)).toEqual([3 / 6, 2 / 6, 0, 1 / 6]);
  expect(result.notes).toEqual(["Position: Dell has no capability or no salience and counts for nothing but the range of the positions."]);
});

it("takes the actors of an assessment", () => {
  const { title, description, issues, notes } = JSON.parse(bargain("port.md", "--json").stdout);
  expect([title, description, issues.length]).toEqual(["Port", "What will the port treaty say?", 1]);
  expect(issues[0].actors).toEqual(["Alva", "Borg", "Cass"]);
  expect(issues[0].compromise).toBeCloseTo(30, 9);
  expect(notes).toEqual(["Without a position, and so left out: DE."]);
  expect(bargain(join(root, "examples/harbour/assessment.md"))).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(/gives nothing to reckon: it names no actors\.\n$/u) });
});

it("keeps the names and the scales that an assessment gives its issues", () => {
  const rows = "| AL | Alva | Fees | 1 | 100 | 30 |\n| BO | Borg | fees | 2 | 100 | 10 |\n| CA | Cass | Fees | 4 | 50 | 40 |\n| AL | Alva | Area | 9 | 100 | |\n| BO | Borg | Area | 2 | 100 | |";
  const scales = "Scale: 1 = no fee; 4 = the full fee\n\nScale of area: 0 = nowhere; 10 = everywhere";
  writeFileSync(join(folder, "scales.md"), `---\ntitle: Port\n---\n## Actors\n\n${scales}\n\n| ID | Actor | Issue | Position | Salience | Capability |\n|---|---|---|---|---|---|\n${rows}\n`);
  const { issues, notes } = JSON.parse(bargain("scales.md", "--json").stdout);
  expect(issues.map(({ issue, low, high, held }: { issue: string; low: number; high: number; held: { position: number }[] }) => [issue, low, high, held.map(({ position }) => position)])).toEqual([["Fees", 1, 4, [1, 2, 4]], ["Area", 2, 9, [2, 9]]]);
  expect(issues[0].compromise).toBeCloseTo((30 * 1 + 10 * 2 + 20 * 4) / 60, 9);
  expect(notes.slice(0, 2)).toEqual(["Fees: 1 is no fee, 4 is the full fee.", "Area: 0 is nowhere, 10 is everywhere."]);
  expect(bargain("scales.md").stdout).toMatch(/^Area \(positions from 2 to 9\)$/mu);
});

it("runs the challenge model where asked, under its caveat, for as many rounds as asked", () => {
  const result = JSON.parse(bargain("port.csv", "--model", "challenge", "--rounds", "3", "--json").stdout);
  shapes.find(({ command }) => command === "bargain")!.schema.parse(result);
  const { challenge } = result.issues[0];
  expect(challenge.caveat).toMatch(/^Exploratory: .* does not beat the weighted mean/u);
  expect(challenge.rounds.length).toBe(4);
  expect(challenge.rounds[0]).toMatchObject({ positions: [0, 100, 40, 60], moves: [], mean: expect.closeTo(30, 12) });
  const text = bargain("port.csv", "--model", "challenge").stdout;
  expect(text).toMatch(/Challenges, round by round\n {2}Exploratory/u);
  expect(text).toMatch(/ {4}round +0 +1 +2/u);
});

it("says nothing of challenges unless asked", () => {
  const { status, stdout } = bargain("port.csv");
  expect(status).toBe(0);
  expect(stdout).toMatch(/ {2}compromise +30 /u);
  expect(stdout).toMatch(/ {2}80% within +\d+(?:\.\d)? to \d+/u);
  expect(stdout).not.toMatch(/challenge|Exploratory/iu);
});

it("takes more positions than a call may have arguments", () => {
  writeFileSync(join(folder, "crowd.csv"), `Actor,Position\n${Array.from({ length: 200_000 }, (_, at) => `A${at},${at}`).join("\n")}\n`);
  const { status, stdout, stderr } = bargain("crowd.csv");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^200000 actors[^]* {2}and 199990 other positions$/mu);
});

it("reckons each issue of a list by itself, and says who is there twice", () => {
  writeFileSync(join(folder, "two.csv"), "Actor,Capability,Position,Salience,Issue\nEU,1,0,50,Scope\nUS,1,100,50,Scope\nEU,1,80,50,Force\nUS,3,40,50,Force\nEU,1,20,50,Scope\n");
  const { issues, notes } = JSON.parse(bargain("two.csv", "--json").stdout);
  expect(issues.map(({ issue, compromise }: { issue: string; compromise: number }) => [issue, compromise])).toEqual([["Scope", 40], ["Force", 50]]);
  expect(notes).toEqual(["Scope: EU is there more than once, and each time counts as an actor."]);
  expect(bargain("two.csv").stdout).toMatch(/^2 actors · 2 issues$/mu);
});

it.each([
  ["one.csv", "Actor,Capability,Position,Salience\nEU,1,70,50\n", "Position: only EU has a position, so that there is nothing to bargain over and no interval to give."],
  ["same.csv", "Actor,Capability,Position,Salience\nEU,1,70,50\nUS,9,70,50\n", "Position: all have the same position, so that there is nothing to bargain over and no interval to give."],
])("gives no interval from a single position: %s", (name, text, note) => {
  writeFileSync(join(folder, name), text);
  const result = JSON.parse(bargain(name, "--json").stdout);
  shapes.find(({ command }) => command === "bargain")!.schema.parse(result);
  expect([result.issues[0].median, result.issues[0].intervals, result.notes]).toEqual([70, [], [note]]);
  const { stdout } = bargain(name);
  expect(stdout).toMatch(/^Position \(all at 70\)$/mu);
  expect(stdout).not.toMatch(/% within/u);
});

it.each([
  [["bad.csv"], /^rapporteur: bad\.csv, line 3: column 3 \(Position\) must be a number, not `north`\.\n$/u],
  [["binary.csv"], /^rapporteur: binary\.csv is not a text file; give an assessment in Markdown, or a table saved as CSV, or KTAB's XML\.\n$/u],
  [["none.csv"], /none\.csv cannot be read: there is no such file/u],
  [["port.csv", "--rounds", "3"], /`--rounds` belongs to `--model challenge`/u],
  [["port.csv", "--model", "oracle"], /Allowed choices are mean, challenge/u],
  [["port.csv", "--model", "challenge", "--rounds", "0"], /Write a whole number from 1 to 1000/u],
])("refuses %o in one sentence", (args, message) => {
  const { status, stdout, stderr } = bargain(...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

const page = readFileSync(join(root, "docs/reference/bargain.md"), "utf8");

it("prints what docs/reference/bargain.md shows", () => {
  const [, file = "", command = "", output] = /^```csv\n([\s\S]*?)```\n[\s\S]*?^```sh\nnpx rapporteur bargain ([^\n]+)\n```\n\n```text\n([\s\S]*?)```/mu.exec(page) ?? [];
  writeFileSync(join(folder, command.split(" ")[0] ?? ""), file);
  const trimmed = (text = ""): string => text.replace(/[ \t]+$/gmu, "");
  expect(trimmed(bargain(...command.split(" ")).stdout)).toBe(trimmed(output));
});

const samples = join(root, "../shared/data/ktab");

describe.skipIf(!existsSync(samples))(`cases of KTAB${existsSync(samples) ? "" : ` (skipped: ${samples} is not there)`}`, () => {
  it.each(["SOE-Pol-Comp", "dummyData_3Dim", "dummyData_6Dim"])("%s: the positions and their mean are those of KTAB's first turn", (name) => {
    const { issues } = JSON.parse(bargain(join(samples, `${name}.csv`), "--json").stdout) as { issues: { compromise: number; held: { position: number; actors: string[] }[] }[] };
    const rowsOf = (file: string): string[][] => readFileSync(join(samples, file), "utf8").trim().split(/\r?\n/u).map((line) => line.split(","));
    const weights = rowsOf(`${name}.csv`).slice(2).map((cells) => issues.map((_, issue) => Number(cells[2]) * Number(cells[4 + 2 * issue])));
    const first = rowsOf(`${name}_VectorPosition.csv`).filter(([, turn]) => turn === "0");
    for (const [number, { compromise, held }] of issues.entries()) {
      const positions = first.filter(([, , , issue]) => Number(issue) === number).map(([, , actor, , position]) => ({ weight: weights[Number(actor)]![number]!, position: Number(position) }));
      const total = positions.reduce((sum, { weight }) => sum + weight, 0);
      expect(compromise).toBeCloseTo(positions.reduce((sum, { weight, position }) => sum + weight * position, 0) / total, 9);
      expect(held.flatMap(({ position, actors }) => actors.map(() => Number(position.toFixed(6))))).toEqual(positions.map(({ position }) => Number(position.toFixed(6))).toSorted((one, other) => one - other));
    }
  });
});
