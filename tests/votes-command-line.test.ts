import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#kit/random";
import { syntheticCalls } from "#bargaining/ideal-points/simulate";
import { forEachBallot } from "#bargaining/votes/roll-calls";
import { runRapporteur } from "./run-rapporteur.ts";

let folder = "";

const rapporteur = (...args: string[]) => runRapporteur(folder, ["votes", ...args]);
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

it("forecasts a new roll call from answers on the command line or in a file", () => {
  writeFileSync(join(folder, "some.csv"), "country,vote\nV0,yes\nV1,no\nV2,abstain\nV3,absent\n");
  const [written, filed] = [json("predict", "votes.csv", "-k", "1", "--known", "V0=yes,v1=no", "V2=abstain,V3=absent"), json("predict", "votes.csv", "-k", "1", "--known", "some.csv")];
  expect(written.voters).toEqual(filed.voters);
  expect(written.known).toEqual([{ id: "V0", answer: "yes" }, { id: "V1", answer: "no" }, { id: "V2", answer: "abstain" }, { id: "V3", answer: "absent" }]);
  expect(written.voters).toHaveLength(20);
  const { yes, abstain, no } = written.expected;
  expect(yes.mean + abstain.mean + no.mean).toBeLessThan(24);
  for (const total of [yes, abstain, no]) expect(total.low).toBeLessThanOrEqual(total.mean);
  const { stdout } = rapporteur("predict", "votes.csv", "-k", "1", "--known", "V0=yes");
  expect(stdout).toMatch(/A new roll call, from 1 known answer\n {2}V0 yes/u);
  expect(stdout).toMatch(/Most like, by the share of the belief/u);
});

it("says with file and line what it skipped or kept as it stands", () => {
  writeFileSync(join(folder, "odd.csv"), "undl_id,ms_code,ms_vote,total_yes,total_no,total_abstentions\n1,FRA,Y,5,1,0\n1,DEU,N,5,1,0\n1,FRA,Y,5,1,0\n1,DEU,Y,5,1,0\n2,FRA,Y,,,\n2,DEU,A,,,\n2,ITA,X,,,\n2,ESP,7,,,\n");
  const { status, stderr } = rapporteur("fit", "odd.csv");
  expect(status).toBe(0);
  for (const line of ["skipped 1: ballots with an unknown code (odd.csv, line 9: 7)", "(FRA in 1, odd.csv, line 4; first in line 2)", "(DEU in 1, odd.csv, line 5; first in line 3)", "(1, odd.csv, line 2: 5-1-0 published, 1-1-0 (0 absent) counted)", "where nobody votes no; how far a no would be is then a matter of the prior (2, odd.csv, line 6)", "(ITA, odd.csv, line 8; ESP, odd.csv, line 9)"]) expect(stderr).toContain(line);
});

it("says with exit code 1 where there is nothing to compute", () => {
  writeFileSync(join(folder, "alone.csv"), "rcid,iso3,vote\n1,FRA,1\n2,FRA,3\n");
  writeFileSync(join(folder, "two.csv"), "rcid,iso3,vote\n1,FRA,1\n1,DEU,3\n");
  const cases = [[["fit", "alone.csv"], /Only FRA votes in these files, and a voter alone cannot be placed on 1 axis/u], [["blocs", "two.csv"], /2 voters cannot be sorted/u], [["predict", "two.csv", "--question", "1"], /cannot be placed on 3 axes/u], [["power", "two.csv"], /cannot be placed on 3 axes/u]] as const;
  for (const [args, sentence] of cases) {
    const { status, stdout, stderr } = rapporteur(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(sentence);
  }
});

it("knows states by any of their names, in files that hold codes alone", () => {
  const codes = ["USA", "FRA", "NOR", "CHL", "FJI"];
  writeFileSync(join(folder, "states.csv"), `rcid,date,iso3,vote\n${Array.from({ length: 6 }, (_, call) => codes.map((code, at) => `${call},2025-0${call + 1}-01,${code},${(at + call) % 3 === 0 ? "N" : "Y"}`).join("\n")).join("\n")}\n1,2025-02-01,CUB,X\n`);
  writeFileSync(join(folder, "known.csv"), "state,vote\nNorway,no\nUnited States of America,yes\n");
  expect(json("predict", "states.csv", "-k", "1", "--known", "known.csv").known).toEqual([{ id: "NOR", answer: "no" }, { id: "USA", answer: "yes" }]);
  expect(json("blocs", "states.csv", "-k", "1", "--near", "United States").nearest).toHaveLength(4);
  expect(json("fit", "states.csv", "--positive", "Norway").identification).toMatch(/axis 1: NOR positive/u);
  const { stderr, stdout } = rapporteur("fit", "states.csv", "--to", "2025-01-15", "-o", "deep/points.csv");
  expect(stderr).toContain("1 roll call says little of where voters stand");
  expect(stderr).toContain("Wrote deep/points.csv.");
  expect(stdout).toContain("known better than that it is somewhere among all others");
});

it("names a known voter who has no place", () => {
  const years = Array.from({ length: 9 }, (_, at) => 2001 + at);
  const rows = years.flatMap((year) => [0, 1, 2].flatMap((call) => ["V0", "V1", "V2", "V3", ...(year === 2001 ? ["OLD"] : [])].map((voter, at) => `${year}-${call},${year}-10-0${call + 1},${voter},${(at + call + year) % 3 === 0 ? "N" : "Y"}`)));
  writeFileSync(join(folder, "latest.csv"), `rcid,date,iso3,vote\n${rows.join("\n")}\n`);
  const { knownWithoutPlace, unplaced, expected, voters } = json("predict", "latest.csv", "-k", "1", "--known", "V0=yes,OLD=no");
  expect({ knownWithoutPlace, unplaced }).toEqual({ knownWithoutPlace: ["OLD"], unplaced: [] });
  expect(voters).toEqual(json("predict", "latest.csv", "-k", "1", "--known", "V0=yes").voters);
  expect(expected.no.low).toBeGreaterThanOrEqual(1);
  expect(rapporteur("predict", "latest.csv", "-k", "1", "--known", "V0=yes,OLD=no").stdout).toMatch(/Known, but without a place: .*\n {2}OLD/u);
});

describe("bad input ends in one sentence and exit code 2", () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a missing file", ["fit", "nowhere.csv"], /nowhere\.csv cannot be read: there is no such file/u],
    ["a packed file that is none", ["fit", "bad.csv.gz"], /bad\.csv\.gz cannot be read/u],
    ["a file of something else", ["fit", "other.csv"], /no roll call that could be read.*header names no layout.*other\.csv, line 1: name,colour/u],
    ["an empty file", ["fit", "empty.csv"], /no roll call that could be read\. Nothing is in it\./u],
    ["a header alone", ["fit", "header.csv"], /header\.csv has a header and nothing below it/u],
    ["a picture", ["fit", "picture.csv"], /picture\.csv is not written in UTF-8, or is no text at all: a picture/u],
    ["another encoding", ["fit", "latin.csv"], /latin\.csv is not written in UTF-8/u],
    ["unknown codes alone", ["fit", "codes.csv"], /ballots with an unknown code \(2 in all; codes\.csv, line 2: 7\)/u],
    ["neither question nor known answers", ["predict", "votes.csv"], /either `--question` .* or `--known`/u],
    ["both question and known answers", ["predict", "votes.csv", "--question", "0", "--known", "V1=yes"], /either `--question` .* or `--known`/u],
    ["a known answer that is none", ["predict", "votes.csv", "--known", "V1=maybe"], /`--known V1=maybe`: write VOTER=yes/u],
    ["a known voter that is not there", ["predict", "votes.csv", "--known", "XYZ=yes"], /no voter is called XYZ/u],
    ["a known voter with two answers", ["predict", "votes.csv", "--known", "V1=yes,V2=no", "V1=no"], /V1 has two different answers/u],
    ["known answers to many roll calls", ["predict", "votes.csv", "--known", "votes.csv"], /holds answers to 120 roll calls/u],
    ["known answers in no file", ["predict", "votes.csv", "--known", "nowhere.csv"], /`--known nowhere\.csv`: neither VOTER=answer nor a file/u],
    ["a time without votes", ["fit", "votes.csv", "--from", "2050-01-01"], /None of the 120 roll calls/u],
    ["a voter that is not there", ["fit", "votes.csv", "--positive", "XXX"], /No voter is called XXX/u],
    ["two signs for one axis", ["fit", "votes.csv", "--positive", "V1", "V2"], /`--positive` names 2 voters for 1 axis/u],
    ["readiness and none", ["fit", "votes.csv", "--readiness", "--no-readiness"], /either `--readiness` or `--no-readiness`/u],
    ["a quota without weights", ["power", "votes.csv", "--quota", "12"], /`--quota` needs `--weights`/u],
    ["weights and roll calls", ["power", "votes.csv", "--weights", "weights.csv", "--quota", "12"], /either files of roll calls, or `--weights`/u],
    ["weights and a rule by heads", ["power", "--weights", "weights.csv", "--quota", "12", "--rule", "consensus"], /'--rule <rule>' cannot be used with option '--weights <file>'/u],
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
    writeFileSync(join(folder, "empty.csv"), "");
    writeFileSync(join(folder, "header.csv"), "rcid,date,iso3,vote\n");
    writeFileSync(join(folder, "picture.csv"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
    writeFileSync(join(folder, "codes.csv"), "rcid,iso3,vote\n1,FRA,7\n1,DEU,q\n");
    writeFileSync(join(folder, "latin.csv"), Buffer.from("rcid,state,vote\n1,C\u00f4te d'Ivoire,Y\n1,Chile,N\n", "latin1"));
    const { status, stdout, stderr } = rapporteur(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ {4}at /u);
  });
});
