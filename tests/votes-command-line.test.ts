import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#kit/random";
import { syntheticCalls } from "#bargaining/ideal-points/simulate";
import { forEachBallot } from "#bargaining/votes/roll-calls";

const root = join(import.meta.dirname, "..");
let folder = "";

function rapporteur(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/rapporteur.mjs"), "votes", ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return { status, stdout, stderr };
}
const json = (...args: string[]) => JSON.parse(rapporteur(...args, "--json").stdout);

/** Four years of thirty questions that recur, put by synthetic voters; the fourth column is the code. */
function longFile(): string {
  const { calls } = syntheticCalls({ voters: 24, rollCalls: 120, dimensions: 2, periods: 4, step: 0.1 }, seededRandom(12));
  const rows: string[] = [];
  forEachBallot(calls, (rollCall, voter, code) => {
    const year = 2001 + Math.floor(rollCall / 30);
    rows.push(`${rollCall},${year}-10-01,"Question ${"abcdefghijklmnopqrstuvwxyzABCD"[rollCall % 30]!.repeat(rollCall % 30 < 26 ? 3 : 5)}",V${voter},${[1, 2, 3, 8][code]}`);
  });
  return `rcid,date,title,ccode,vote\n${rows.join("\n")}\n`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-votes-"));
  writeFileSync(join(folder, "votes.csv"), longFile());
  writeFileSync(join(folder, "votes.csv.gz"), gzipSync(longFile()));
  writeFileSync(join(folder, "weights.csv"), "player,weight\nA,4\nB,4\nC,4\nD,2\nE,2\nF,1\n");
  writeFileSync(join(folder, "other.csv"), "name,colour\na,b\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("votes fit", () => {
  it("writes points as CSV, their picture, and says on stderr what was read", () => {
    const { status, stdout, stderr } = rapporteur("fit", "votes.csv", "--readiness", "--positive", "V0", "-o", "points.csv", "--svg", "points.svg");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Read 120 roll calls of 24 voters: \d+ yes/u);
    expect(stdout).toMatch(/told by, with the share/u);
    const rows = readFileSync(join(folder, "points.csv"), "utf8").trim().split("\n");
    expect([rows.length, rows[0]]).toEqual([25, "voter,name,period,answers,x1,se1,readiness,se_readiness"]);
    expect(Number(rows[1]!.split(",")[4])).toBeGreaterThan(0);
    const svg = readFileSync(join(folder, "points.svg"), "utf8");
    expect(svg.match(/<g><title>V\d+: /gu)).toHaveLength(24);
    expect(svg).toMatch(/Bloc 1: \d+ voters, such as V\d+/u);
    expect(svg).toMatch(/Axis 1: told most by \d+ \(yes is (?:nega|posi)tive\)/u);
  });

  it("gives the same from a packed file, and turns a second fit to the first", () => {
    rapporteur("fit", "votes.csv.gz", "-k", "2", "--seed", "4", "-o", "first.csv");
    const [first, again] = [json("fit", "votes.csv", "-k", "2", "--seed", "4"), json("fit", "votes.csv", "-k", "2", "--seed", "9", "--positive", "V1", "V2", "--align", "first.csv")];
    for (const voter of [0, 7, 23]) for (const axis of [0, 1]) expect(again.voters[voter].points[0].position[axis]).toBeCloseTo(first.voters[voter].points[0].position[axis], 1);
    expect(again.identification).toMatch(/Procrustes/u);
    expect(first.import).toMatchObject({ rollCalls: 120, voters: 24, notes: expect.any(Array) });
    expect(first.axes).toHaveLength(2);
  });

  it("lets points move, a row a voter and session", () => {
    const { voters } = json("fit", "votes.csv", "--dynamic", "--from", "2002-01-01");
    expect(voters[3].points.map((point: { period: string }) => point.period)).toEqual(["2002", "2003", "2004"]);
  });
});

it("predicts the next vote beside the baselines", () => {
  const { voters, scores, weights, expected } = json("predict", "votes.csv", "--question", "0", "30", "60", "90", "-k", "2");
  expect(scores.map(({ name }: { name: string }) => name)).toEqual(["mixture", "always yes", "last vote", "ideal points", "bloc mean", "nearest voters", "roll-call shares"]);
  expect(Object.keys(weights)).toHaveLength(5);
  expect(expected.yes + expected.no + expected.abstain + expected.absent).toBeCloseTo(24, 6);
  expect(voters[0].yes + voters[0].no + voters[0].abstain).toBeCloseTo(1, 9);
});

it("sorts voters into blocs in two ways and says how far these agree", () => {
  const { blocs, agreement, nearest, count } = json("blocs", "votes.csv", "--near", "V3", "-k", "2");
  expect(blocs).toHaveLength(count);
  expect(blocs.flatMap(({ members }: { members: string[] }) => members)).toHaveLength(24);
  expect(agreement).toBeLessThanOrEqual(1);
  expect(nearest[0].likeness).toBeGreaterThan(nearest[1].likeness);
});

it("computes power by weights and by ideal points", () => {
  const byWeight = json("power", "--weights", "weights.csv", "--quota", "12");
  expect(byWeight.players[5]).toMatchObject({ id: "F", banzhaf: 0, shapley: 0 });
  const byPoints = json("power", "votes.csv", "--rule", "two-thirds", "--runs", "500", "-k", "1");
  expect(byPoints.quota).toBe(Math.ceil((2 * byPoints.voters.length) / 3));
  expect(byPoints.voters.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 9);
});

describe("bad input ends in one sentence and exit code 2", () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a missing file", ["fit", "nowhere.csv"], /nowhere\.csv cannot be read: there is no such file/u],
    ["a packed file that is none", ["fit", "bad.csv.gz"], /bad\.csv\.gz cannot be read/u],
    ["a file of something else", ["fit", "other.csv"], /no roll call that could be read.*header names no layout/u],
    ["a time without votes", ["fit", "votes.csv", "--from", "2050-01-01"], /None of the 120 roll calls/u],
    ["a voter that is not there", ["fit", "votes.csv", "--positive", "XXX"], /No voter is called XXX/u],
    ["too many axes", ["fit", "votes.csv", "-k", "40"], /whole number from 1 to 8/u],
    ["an earlier fit of something else", ["fit", "votes.csv", "--align", "weights.csv"], /too few points in common/u],
    ["a question that is not there", ["predict", "votes.csv", "--question", "A/1"], /No roll call has the id or the resolution A\/1/u],
    ["more blocs than voters", ["blocs", "votes.csv", "--count", "30"], /24 voters cannot be sorted into 30 blocs/u],
    ["a quota that cannot be met", ["power", "--weights", "weights.csv", "--quota", "18"], /can never be met/u],
    ["weights without a quota", ["power", "--weights", "weights.csv"], /needs `--quota N`/u],
    ["no input", ["power"], /Give files of roll calls/u],
  ];
  it.each(cases)("%s", (_, args, sentence) => {
    writeFileSync(join(folder, "bad.csv.gz"), "rcid,AAA\n1,1\n");
    const { status, stdout, stderr } = rapporteur(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ {4}at /u);
  });
});
