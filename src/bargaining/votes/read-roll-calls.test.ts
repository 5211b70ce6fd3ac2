import { assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { readRollCalls, rollCallReader } from "./read-roll-calls.ts";
import { answers, forEachBallot, type RollCalls } from "./roll-calls.ts";

function listed(calls: RollCalls): readonly string[] {
  const lines: string[] = [];
  forEachBallot(calls, (rollCall, voter, code) => lines.push(`${calls.rollCalls[rollCall]!.id} ${calls.voters[voter]!.id} ${answers[code]}`));
  return lines;
}

const read = (text: string) => readRollCalls([text], "votes.csv");
const notes = (text: string) => read(text).report.notes.map(({ kind, count, outcome, examples }) => ({ kind, count, outcome, first: examples[0] }));

const bulk2025 = `undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no,total_abstentions,total_non_voting,total_ms
11,AAA,ALPHA,Y,2025-02-24,79,A/1,"Peace, and quiet",1,1,1,1,4
11,BBB,BETA,N,2025-02-24,79,A/1,"Peace, and quiet",1,1,1,1,4
11,CCC,GAMMA,A,2025-02-24,79,A/1,"Peace, and quiet",1,1,1,1,4
11,DDD,DELTA,X,2025-02-24,79,A/1,"Peace, and quiet",1,1,1,1,4
12,DDD,DELTA,N,2025-01-02,79,A/2,Fish,,1,,,
`;

it("reads the bulk file with a row per ballot, and puts roll calls in order of date", () => {
  const { calls, report } = read(bulk2025);
  expect(listed(calls)).toEqual(["12 DDD no", "11 AAA yes", "11 BBB no", "11 CCC abstain", "11 DDD absent"]);
  expect(calls.rollCalls[1]).toEqual({ id: "11", date: "2025-02-24", session: 79, resolution: "A/1", title: "Peace, and quiet", totals: { yes: 1, no: 1, abstain: 1, absent: 1 } });
  expect(calls.voters[0]).toEqual({ id: "AAA", name: "ALPHA" });
  expect(report).toMatchObject({ rollCalls: 2, voters: 4, ballots: [1, 1, 2, 1], notes: [] });
});

it("reads the older form of the bulk file: plural names, NV", () => {
  const text = "undl_id,ms_codes,ms_names,ms_votes,resolutions,date,yes,no,abstention,non_voting\n1,AAA,A,Y,R/1,2020-01-01,1,1,0,1\n1,BBB,B,N,R/1,2020-01-01,1,1,0,1\n1,CCC,C,NV,R/1,2020-01-01,1,1,0,1\n2,CCC,C,N,R/2,2020-01-02,0,1,0,0\n";
  expect(listed(read(text).calls)).toEqual(["1 AAA yes", "1 BBB no", "1 CCC absent", "2 CCC no"]);
});

it("reads numeric codes, with 9 for who was no member", () => {
  const { calls, report } = read("rcid,ccode,member,vote,session\n3,2,1,1,2\n3,20,1,3,2\n3,31,1,8,2\n3,40,1,9,2\n2,31,1,2,1\n2,20,1,3,1\n");
  expect(listed(calls)).toEqual(["2 31 abstain", "2 20 no", "3 2 yes", "3 20 no", "3 31 absent"]);
  expect(report.withoutBallot).toBe(1);
});

it("reads voters and votes alone as one roll call, called as the file is", () => {
  const { calls } = readRollCalls(["state,vote\nNorway,Y\nChile,N\n"], "votes/harbour-4.csv");
  expect(listed(calls)).toEqual(["harbour-4 Norway yes", "harbour-4 Chile no"]);
});

it("reports voters who are none, unless the file knows its voters otherwise, and keeps them", () => {
  const isVoter = ({ id }: { readonly id: string }): boolean => ["AAA", "BBB", "CCC"].includes(id);
  const noted = (text: string) => readRollCalls([text], "votes.csv", { isVoter }).report.notes.map(({ kind, outcome, examples }) => [kind, outcome, ...examples]);
  expect(noted("state,vote\nAAA,Y\nBBB,N\nBBX,N\n")).toEqual([["voter unknown", "kept", "BBX"]]);
  expect(noted("state,vote\n2,Y\n20,N\nAAA,N\n")).toEqual([]);
});

it("keeps voters who never answered where it is asked to", () => {
  const text = "state,vote\nAAA,Y\nBBB,X\nCCC,N\n";
  expect(listed(readRollCalls([text]).calls)).toEqual(["roll calls AAA yes", "roll calls CCC no"]);
  expect(listed(readRollCalls([text], "v", { withSilent: true }).calls)).toEqual(["v AAA yes", "v BBB absent", "v CCC no"]);
});

it("takes the voter's name where the code is missing or NA", () => {
  const { calls } = read('rcid,country,country_code,vote\n1,"Yemen Arab Republic",NA,yes\n1,France,FR,no\n');
  expect(calls.voters.map(({ id }) => id)).toEqual(["Yemen Arab Republic", "FR"]);
});

it("reads a column per voter, in numbers or in words", () => {
  expect(listed(read("rcid,date,me,AAA,BBB,CCC\n1,2020-01-01,False,1,3,9\n2,2020-01-02,True,2,8,1\n").calls)).toEqual(["1 AAA yes", "1 BBB no", "2 AAA abstain", "2 BBB absent", "2 CCC yes"]);
  expect(listed(read("undl_id,date,AAA,BBB\n1,2020-01-01,YES,ABSTAIN\n").calls)).toEqual(["1 AAA yes", "1 BBB abstain"]);
});

it("reports what is wrong, where, and what became of it", () => {
  expect(notes("rcid,ccode,vote\n1,a,1\n1,b,3\n1,c,7\n1,d,NaN\n,a,1\n1,,1\n1,a\n")).toEqual([
    { kind: "code unknown", count: 2, outcome: "skipped", first: "votes.csv, line 4: 7" },
    { kind: "roll call missing", count: 1, outcome: "skipped", first: "votes.csv, line 6" },
    { kind: "voter missing", count: 1, outcome: "skipped", first: "votes.csv, line 7" },
    { kind: "cells missing", count: 1, outcome: "skipped", first: "votes.csv, line 8" },
    { kind: "voter silent", count: 2, outcome: "skipped", first: "c, votes.csv, line 4" },
  ]);
});

it("keeps the first of two ballots and tells repetition from contradiction", () => {
  const text = "rcid,ccode,vote\n1,a,1\n1,b,3\n1,a,1\n1,b,1\n";
  expect(listed(read(text).calls)).toEqual(["1 a yes", "1 b no"]);
  expect(notes(text)).toEqual([
    { kind: "repeated", count: 1, outcome: "skipped", first: "a in 1, votes.csv, line 4; first in line 2" },
    { kind: "contradicted", count: 1, outcome: "skipped", first: "b in 1, votes.csv, line 5; first in line 3" },
  ]);
});

it("reports roll calls where nobody votes no or nobody answers, and voters who never answer", () => {
  const text = "rcid,AAA,BBB,CCC\n1,1,1,8\n2,1,3,8\n3,8,8,8\n";
  expect(read(text).calls.rollCalls.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(read(text).calls.voters.map(({ id }) => id)).toEqual(["AAA", "BBB"]);
  expect(notes(text).map(({ kind, first }) => `${kind}: ${first}`)).toEqual(["nobody against: 1, votes.csv, line 2", "nobody answered: 3, votes.csv, line 4", "voter silent: CCC"]);
});

it("reports totals that contradict the rows, and ids that are used twice in a wide file", () => {
  expect(notes("rcid,yes,no,abstain,AAA,BBB\n1,1,1,0,1,3\n1,2,0,0,1,3\n")).toEqual([
    { kind: "id reused", count: 1, outcome: "kept", first: "votes.csv, line 3: 1 became 1b" },
    { kind: "totals contradicted", count: 1, outcome: "kept", first: "1b, votes.csv, line 3: 2-0-0 published, 1-1-0 (0 absent) counted" },
  ]);
});

it("says which dates and sessions it could not read", () => {
  const { calls, report } = read("rcid,date,session,AAA,BBB\n1,31/12/2020,NaN,1,3\n");
  expect(calls.rollCalls[0]).toEqual({ id: "1" });
  expect(report.notes.map(({ kind }) => kind)).toEqual(["date unreadable", "session unreadable"]);
});

it("gives an empty result for what is no file of votes", () => {
  for (const text of ["", "\n\n", "name,colour\na,b\n", "rcid,vote\n1,1\n"]) expect(read(text).calls.rollCalls).toEqual([]);
  expect(notes("\nname,colour\na,b\n")[0]).toMatchObject({ kind: "no layout", first: "votes.csv, line 2: name,colour" });
  expect(notes("\uFFFDPNG\r\n\u001A\n\0\0\0")[0]).toMatchObject({ kind: "no text", first: "votes.csv" });
});

it("names the file and the line of a ballot that another file holds already", () => {
  const reader = rollCallReader();
  for (const name of ["first.csv", "second.csv"]) {
    const file = reader.file(name);
    file.add(`rcid,ccode,vote\n${name === "first.csv" ? "9,x,1\n" : ""}1,a,1\n1,b,3\n`);
    file.end();
  }
  expect(reader.finish().report.notes.find(({ kind }) => kind === "repeated")?.examples[0]).toBe("a in 1, second.csv, line 2; first in line 3");
});

it("joins several files", () => {
  const reader = rollCallReader();
  for (const [name, text] of [["a.csv", "rcid,date,AAA,BBB\n1,2020-01-02,1,3\n"], ["b.csv", "undl_id,date,ms_code,ms_vote\n7,2020-01-01,AAA,N\n"]] as const) {
    const file = reader.file(name);
    file.add(text);
    file.end();
  }
  expect(listed(reader.finish().calls)).toEqual(["7 AAA no", "1 AAA yes", "1 BBB no"]);
});

it("takes dates and titles from a file that only describes", () => {
  const reader = rollCallReader();
  for (const text of ["rcid,country_code,vote\n1,AA,yes\n2,AA,no\n", 'rcid,date,descr\n2,2020-01-01,"B, c"\n1,2020-01-02,D\n3,2020-01-03,E\n']) {
    const file = reader.file("x.csv");
    file.add(text);
    file.end();
  }
  const { calls, report } = reader.finish();
  expect(calls.rollCalls).toEqual([{ id: "2", date: "2020-01-01", title: "B, c" }, { id: "1", date: "2020-01-02", title: "D" }]);
  expect(report.notes.map(({ kind, examples }) => [kind, examples[0]])).toEqual([["description idle", "3"], ["nobody against", "1, x.csv, line 2"]]);
});

it("reads the same whatever the size of the pieces (seed 42)", () => {
  const whole = read(bulk2025);
  assert(
    property(integer({ min: 1, max: 60 }), (size) => {
      const pieces = Array.from({ length: Math.ceil(bulk2025.length / size) }, (_, at) => bulk2025.slice(at * size, (at + 1) * size));
      expect(readRollCalls(pieces, "votes.csv")).toEqual(whole);
    }),
    { seed: 42, verbose: 1, numRuns: 20 },
  );
});
