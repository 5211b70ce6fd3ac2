import fc from "fast-check";
import { expect, it } from "vitest";
import { unMembers } from "#atlas/states";
import type { Attachments } from "#core/attachments";
import { openAll, namesOf } from "#core/fold";
import type { Block } from "#model/block";
import type { Names } from "#model/names";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";
import { ballotsOf, countsOf } from "./read-ballots.ts";
import { votes } from "./index.ts";
import { neededIn } from "./read-majority.ts";
import { read } from "./read.ts";
import { heldIn } from "./read-held.ts";
import type { RollCall } from "./schema.ts";

const noNames: Names = { find: () => undefined, all: () => [], references: () => [] };
const part = (markdown: string) => {
  const { sections, frontMatter } = readOutline(markdown);
  return read({ sections: { votes: sections.slice(1) }, document: frontMatter }).part;
};
const file = (name: string, text: string) => new Map([[name, { name, text }]]);
const shown = (markdown: string, files = file("", "")): readonly Block[] => {
  const outline = readOutline(markdown);
  const parts = openAll([votes], outline);
  return parts.flatMap((own) => own.view({ names: namesOf(parts), document: outline.frontMatter, attachments: files }));
};

const ballotsFor = (rollCall: RollCall, attachments?: Attachments) => ballotsOf(rollCall, { names: noNames, ...(attachments && { attachments }) });
const found = (markdown: string, files = file("", "")) => {
  const outline = readOutline(markdown);
  const parts = openAll(techniques, outline);
  return parts.flatMap((own) => own.check({ names: namesOf(parts), document: outline.frontMatter, attachments: files }));
};

const head = "## Votes\n\n| ID | Resolution | Date | Yes | No | Abstain | Not voting | File |\n|---|---|---|---|---|---|---|---|\n";

it("picks the roll call that a row means from a file of several", () => {
  const { rollCalls } = part(`${head}| V1 | Resolution 80/57 | | | | | | a.csv |\n| V2 | 79/62 | | | | | | a.csv |\n| V3 | A/RES/78/241 | | | | | | a.csv |\n| V4 | 7/57 | | | | | | a.csv |\n`);
  const files = file("a.csv", "resolution,iso3,vote\nA/RES/80/57,NOR,Y\nA/RES/79/62,NOR,N\nA/RES/78/241,NOR,A\n");
  expect(rollCalls.map((rollCall) => ballotsFor(rollCall, files).answers.get("NOR"))).toEqual(["yes", "no", "abstain", undefined]);
});

it("never takes the number of a file for the resolution that a row means", () => {
  const csv = "rcid,unres,iso3,vote\n57,R/79/57,NOR,N\n62,R/80/57,NOR,Y\n63,R/79/62,NOR,A\n1,R/1/62,NOR,X\n1,R/1/62,PER,Y\n";
  const { rollCalls } = part(`${head}| V1 | A/RES/80/57 | | | | | | a.csv |\n| V2 | 79/62 | | | | | | a.csv |\n| 1 | R/2 | | | | | | a.csv |\n| 57 | 80/57 | | | | | | a.csv |\n| V5 | 57 | | | | | | a.csv |\n`);
  const answers = rollCalls.map((rollCall) => ballotsFor(rollCall, file("a.csv", csv)).answers.get("NOR"));
  expect(answers).toEqual(["yes", "abstain", undefined, "yes", "no"]);
});

it("counts none of several roll calls that a row may mean, says so, and lets the day decide", () => {
  const csv = "rcid,date,title,iso3,vote\n7,2024-11-01,Fish,NOR,N\n8,2025-11-01,Fish,NOR,Y\n";
  const text = `${head}| V1 | Fish | 2025-11-01 | | | | | a.csv |\n| V2 | Fish | | | | | | a.csv |\n`;
  expect(part(text).rollCalls.map((rollCall) => ballotsFor(rollCall, file("a.csv", csv)).answers.get("NOR"))).toEqual(["yes", undefined]);
  expect(found(text, file("a.csv", csv)).filter(({ rule }) => rule === "votes/several-in-file").map(({ what }) => what)).toEqual(["Fish may be any of 2 roll calls in a.csv: 7 · 2024-11-01 and 8 · 2025-11-01."]);
});

it("takes a file of one roll call for the one that names it, and joins a subsection and a table of states to a row", () => {
  const { rollCalls } = part(`${head}| V1 | Fish | 2026-05-04 | | | | | one.csv |\n| V2 | Ice | | 2 | | | | |\n\n### Ice\n\nAgainst: Peru\n\n### By state\n\n| State | V2 | Salt |\n|---|---|---|\n| Norway | Y | N |\n| Chile | Y | |\n\n### V3: Salt\n\nDate: 4 May 2026\n\nAbstaining (2): Peru and Cuba\n`);
  expect(rollCalls.map(({ id, date }) => [id, date?.day])).toEqual([["V1", "2026-05-04"], ["V2", undefined], ["V3", "2026-05-04"]]);
  const answers = rollCalls.map((rollCall) => Object.fromEntries(ballotsFor(rollCall, file("one.csv", "state;vote\nNorway;X\nPeru;Y\n")).answers));
  expect(answers).toEqual([{ NOR: "absent", PER: "yes" }, { CHL: "yes", NOR: "yes", PER: "no" }, { CUB: "abstain", NOR: "no", PER: "abstain" }]);
});

it("lets those have voted yes who are left, only where nothing else is possible", () => {
  const [named, stated, short, open] = part(`${head}| V1 | Fish | | all others | Peru | Cuba | Mali | |\n| V2 | Fish | | 190 | Peru | Cuba | Mali | |\n| V3 | Fish | | 189 | Peru | Cuba | Mali | |\n| V4 | Fish | | 190 | Peru | 1 | Mali | |\n`).rollCalls.map((rollCall) => ballotsFor(rollCall));
  expect([named, stated].map((ballots) => [ballots?.answers.size, ballots?.followed, ballots?.extent])).toEqual([[193, true, "all"], [193, true, "all"]]);
  expect([short, open].map((ballots) => [ballots?.answers.size, ballots?.followed, ballots?.extent])).toEqual([[3, false, "some"], [2, false, "some"]]);
});

it("lets all others have answered on whichever one side says so, and says where it cannot be told who they are", () => {
  const row = (sides: string): string => `${head}| V1 | Fish | 2026-05-04 | ${sides} | |\n`;
  const told = (text: string) => {
    const names = namesOf(openAll(techniques, readOutline(text)));
    const [rollCall] = heldIn(part(text.slice(text.indexOf("## Votes"))), { names });
    return [rollCall?.counts.yes, rollCall?.counts.no, rollCall?.counts.abstain, rollCall?.counts.absent, rollCall?.ballots.extent];
  };
  expect(told(row("Peru | all others | Cuba | "))).toEqual([1, 191, 1, 0, "all"]);
  expect(told(row("Peru | Mali | all others | Cuba"))).toEqual([1, 1, 190, 1, "all"]);
  expect(told(row("Peru | Mali | Cuba | all others"))).toEqual([1, 1, 1, 190, "all"]);
  expect(told(row("all others | 0 | | "))).toEqual([193, 0, 0, 0, "all"]);
  const reasons = (text: string) => found(text).filter(({ rule }) => rule === "votes/unknown-others").map(({ what }) => what);
  expect(told(row("all others | 6 | Cuba | "))).toEqual([0, 6, 1, 0, "some"]);
  expect(reasons(row("all others | 6 | Cuba | "))).toEqual(["Who all others are, under Yes for V1, cannot be told: those on another side are not all named."]);
  expect(reasons(row("all others | Peru | all others | "))).toEqual(["Who all others are, under Yes for V1, cannot be told: more than one side says so."]);
  const inForum = (members: string): string => `## Forums\n\n| ID | Forum | Rule | Members |\n|---|---|---|---|\n| F1 | Council | majority | ${members} |\n\n## Votes\n\n| ID | Resolution | Forum | Yes | No |\n|---|---|---|---|---|\n| V1 | Fish | F1 | all others | Norway |\n`;
  expect(told(inForum("Norway, Chile, Peru"))).toEqual([2, 1, 0, 0, "all"]);
  expect(told(inForum("193"))).toEqual([192, 1, 0, 0, "all"]);
  expect(reasons(inForum("7"))).toEqual(["Who all others are, under Yes for V1, cannot be told: the members of Council are not known by name."]);
});

it("keeps a stated number whose states are not named, beside lists of the others", () => {
  const counted = (sides: string) => {
    const [rollCall] = part(`${head}| V1 | Fish | 2026-05-04 | ${sides} | |\n`).rollCalls;
    const { extent, ...rest } = ballotsFor(rollCall!);
    return [extent, ...Object.values(countsOf(rollCall!, { extent, ...rest }))];
  };
  expect(counted("Norway, Chile | 6 | 2 | ")).toEqual(["some", 2, 6, 2, 0]);
  expect(counted("Norway, Chile, Peru | Mali, Belarus | 4 | 2")).toEqual(["some", 3, 2, 4, 2]);
  expect(counted("Norway, Chile | Mali | 0 | 2")).toEqual(["all", 2, 1, 0, 2]);
  const rules = found(`${head}| V1 | Fish | 2026-05-04 | Norway, Chile | 6 | 2 | | |\n`).map(({ rule }) => rule);
  expect(rules).not.toContain("votes/nobody-against");
  expect(rules).not.toContain("votes/totals-contradict-ballots");
});

it("holds the votes against the members that a forum lists", () => {
  const text = "## Forums\n\n| ID | Forum | Rule | Members |\n|---|---|---|---|\n| F1 | Council | majority | Norway, Chile and Mali |\n\n## Votes\n\n| ID | Resolution | Date | Forum | Yes | No | Abstain |\n|---|---|---|---|---|---|---|\n| V1 | Fish | 2026-05-04 | F1 | Norway, Peru, Fiji | Mali | 0 |\n| V2 | Ice | 2026-05-04 | F1 | Norway, Chile | Mali | 0 |\n";
  const own = found(text).filter(({ rule }) => rule === "votes/more-votes-than-members" || rule === "votes/not-a-member").map(({ what }) => what);
  expect(own).toEqual(["V1 counts 4 votes and absences in Council, which has 3 members.", "Fiji and Peru are counted in V1 and are no member of Council, as its members are listed."]);
});

it("counts absences apart from abstentions, whoever they are of (seed 5)", () => {
  const codes = unMembers().map(({ code }) => code);
  const ballots = fc.array(fc.constantFrom("Y", "N", "A", "X"), { minLength: codes.length, maxLength: codes.length });
  const [rollCall] = part(`${head}| V1 | Fish | | | | | | a.csv |\n`).rollCalls;
  fc.assert(
    fc.property(ballots, (written) => {
      const files = file("a.csv", `iso3,vote\n${codes.map((code, at) => `${code},${written[at]}`).join("\n")}\n`);
      const count = (letter: string): number => written.filter((own) => own === letter).length;
      const all = new Set(written);
      // A roll call that nobody answers is none.
      if (all.size === 1 && all.has("X")) return;
      expect(countsOf(rollCall!, ballotsFor(rollCall!, files))).toEqual({ yes: count("Y"), no: count("N"), abstain: count("A"), absent: count("X") });
    }),
    { seed: 5, numRuns: 30, verbose: 1 },
  );
});

it("asks for the majority that the rule means", () => {
  const forum = (facts: Readonly<Record<string, string>>) => ({ id: "F1", kind: "forum" as const, title: "Assembly", span: { section: 0, from: 0, to: 0 }, facts });
  const counts = { yes: 164, no: 6, abstain: 7, absent: 16 };
  const needed = (facts: Readonly<Record<string, string>>, own = counts, members?: number) => neededIn(forum(facts), own, members);
  // Charter, article 18: important questions by two thirds, others by a majority, of the members present and voting.
  expect(needed({ rule: "majority", share: "0.5", of: "those voting" })).toMatchObject({ count: 86, of: 170 });
  expect(needed({ rule: "majority", share: String(2 / 3), of: "those voting" })).toMatchObject({ count: 114, of: 170 });
  // At least the share, below a half too, as the simulation has it.
  expect(needed({ rule: "majority", share: "0.4", of: "those voting" }, { ...counts, yes: 5, no: 5 })).toMatchObject({ count: 4, of: 10, rule: "40% of those voting" });
  // Two thirds of 3 are 2 and not more; half of 4 is not enough.
  expect(needed({ rule: "majority", share: String(2 / 3), of: "those voting" }, { ...counts, yes: 2, no: 1 })).toMatchObject({ count: 2, of: 3 });
  expect(needed({ rule: "majority", share: "0.5", of: "those voting" }, { ...counts, yes: 2, no: 2 })).toMatchObject({ count: 3, of: 4 });
  expect(needed({ rule: "majority", share: "0.5", of: "members" }, counts, 193)).toMatchObject({ count: 97, of: 193 });
  expect(needed({ rule: "majority", share: "0.5", of: "members" })).toMatchObject({ count: 97, of: 193 });
  expect([needed({ rule: "consensus" }), neededIn(undefined, counts, undefined), needed({ rule: "majority", share: "0.5" }, { yes: 0, no: 0, abstain: 9, absent: 0 })]).toEqual([undefined, undefined, undefined]);
});

const two = `${head}| V2 | Second | 2026-05-04 | | | | | a.csv |\n| V1 | First | 2025-05-04 | | | | | a.csv |\n`;
const ballots = "resolution,state,vote\nFirst,Norway,Y\nFirst,Chile,Y\nFirst,Peru,N\nFirst,Cuba,A\nFirst,Mali,X\nSecond,Norway,Y\nSecond,Chile,N\nSecond,Peru,N\nSecond,Cuba,X\nSecond,Mali,Y\nSecond,Fiji,N\n";

it("shows roll calls in the order in which they were held, and who moved between them", () => {
  expect(heldIn(part(two), { names: noNames }).map(({ title }) => title)).toEqual(["First", "Second"]);
  const blocks = shown(two, file("a.csv", ballots));
  expect(blocks.find(({ kind }) => kind === "vote-changes")).toMatchObject({
    steps: [{ from: "First", to: "Second", stayed: 2, moves: [{ from: "yes", to: "no", names: ["Chile"] }, { from: "abstain", to: "absent", names: ["Cuba"] }, { from: "absent", to: "yes", names: ["Mali"] }] }],
  });
  expect(blocks.find(({ kind }) => kind === "vote-map")).toMatchObject({ maps: [{ title: "Second" }, { title: "First", votes: { NOR: { name: "Norway", answer: "yes" } } }] });
});

it("compares nothing of which it knows only one side", () => {
  const kinds = shown(`${head}| V1 | First | 2025-05-04 | 100 | Peru | Cuba | | |\n| V2 | Second | 2026-05-04 | 100 | Peru | 3 | | |\n`).map(({ kind }) => kind);
  expect(kinds).toEqual(["vote-bars", "vote-map", "table"]);
});

it("keeps questions apart where a column says so", () => {
  const text = `## Votes\n\n| ID | Resolution | Date | Yes | Series |\n|---|---|---|---|---|\n| V1 | A | 2025-05-04 | 3 | Fish |\n| V2 | B | 2025-05-04 | 3 | Ice |\n`;
  expect(shown(text).filter(({ kind }) => kind === "heading")).toMatchObject([{ text: "Fish" }, { text: "Ice" }]);
});

it("counts the first of two ballots of one state", () => {
  const [rollCall] = part(`${head}| V1 | Fish | 2026-05-04 | Norway | Norway, Peru | | | |\n`).rollCalls;
  const { answers, troubles } = ballotsFor(rollCall!);
  expect(Object.fromEntries(answers)).toEqual({ NOR: "yes", PER: "no" });
  expect(troubles).toMatchObject([{ kind: "another answer", name: "Norway", written: "yes and no" }]);
});

it("finds two ballots of one state in the roll call that is meant, by their lines", () => {
  const csv = "resolution,state,vote\nFirst,Norway,Y\nFirst,Norway,N\nFirst,Peru,N\nFirst,Peru,N\nSecond,Chile,Y\nSecond,Chile,N\n";
  const own = found(`${head}| V1 | First | 2026-05-04 | | | | | a.csv |\n`, file("a.csv", csv)).filter(({ rule }) => rule === "votes/two-ballots" || rule === "votes/unread-rows");
  expect(own.map(({ severity, what }) => [severity, what])).toEqual([["error", "Norway votes twice in V1: lines 2 and 3 of a.csv."], ["error", "Peru votes twice in V1: lines 4 and 5 of a.csv."]]);
});

it("sorts actors into the blocs that two camps plainly are", () => {
  const actors = "## Actors\n\n| ID | Actor |\n|---|---|\n| NOR | Norway |\n| PER | Peru |\n| CHL | Chile |\n| CUB | Cuba |\n| MLT | Malta |\n\n";
  const rows = "First,Norway,Y\nFirst,Chile,Y\nFirst,Malta,Y\nFirst,Peru,N\nFirst,Cuba,N\nSecond,Norway,Y\nSecond,Chile,Y\nSecond,Malta,A\nSecond,Peru,N\nSecond,Cuba,N\n";
  const outline = readOutline(actors + two);
  const parts = openAll(techniques, outline);
  const blocks = parts.filter(({ id }) => id === "votes").flatMap((own) => own.view({ names: namesOf(parts), document: outline.frontMatter, attachments: file("a.csv", `resolution,state,vote\n${rows}`) }));
  const [matrix] = blocks.filter((block) => block.kind === "agreement-matrix");
  expect(matrix?.blocs.map(({ members }) => members.map(({ id }) => id))).toEqual([["NOR", "CHL", "MLT"], ["PER", "CUB"]]);
  expect(matrix?.shares[0]).toEqual([1, 1, 0.75, 0, 0]);
});

it("says once of many actors that they cite what votes cite, and of none whose source tells of more", () => {
  const actors = (count: number): string => `## Actors\n\n| ID | Actor | Position | Source |\n|---|---|---|---|\n${["NOR", "PER", "CHL", "MLT", "CUB"].slice(0, count).map((code) => `| ${code} | ${code} | 50 | [@record] |\n`).join("")}\n`;
  const rest = "## Votes\n\n| ID | Resolution | Date | Yes | No | Source |\n|---|---|---|---|---|---|\n| V1 | Fish | 2026-05-04 | Norway | Peru | [@record] |\n\n## Sources\n\n| Key | Title |\n|---|---|\n| record | Record |\n";
  const told = (text: string): readonly string[] => found(text).flatMap(({ rule, what }) => (rule === "votes/vote-as-position" ? [what] : []));
  expect(told(actors(2) + rest)).toEqual(["The position of NOR cites what the votes cite, and nothing else.", "The position of PER cites what the votes cite, and nothing else."]);
  expect(told(actors(5) + rest)).toEqual(["The positions of NOR, PER, CHL, MLT and CUB cite what the votes cite, and nothing else."]);
  expect(told(`${actors(5)}## Forums\n\n| ID | Forum | Rule | Source |\n|---|---|---|---|\n| F1 | Council | majority | [@record] |\n\n${rest}`)).toEqual([]);
});

it("tells who had no ballot from who did not vote", () => {
  const actors = "## Actors\n\n| ID | Actor |\n|---|---|\n| NOR | Norway |\n| PER | Peru |\n| CHL | Chile |\n\n";
  const rows = "First,Norway,Y\nFirst,Chile,X\nFirst,Peru,N\nSecond,Norway,Y\nSecond,Chile,Y\n";
  const outline = readOutline(actors + two);
  const parts = openAll(techniques, outline);
  const blocks = parts.flatMap((own) => own.view({ names: namesOf(parts), document: outline.frontMatter, attachments: file("a.csv", `resolution,state,vote\n${rows}`) }));
  const table = blocks.find((block) => block.kind === "table" && block.caption === "Who answered alike in all votes");
  expect(table).toMatchObject({ rows: [{ cells: ["Norway", "yes", "yes", "nobody"] }, { cells: ["Peru", "no", "no ballot", "nobody"] }, { cells: ["Chile", "not voting", "yes", "nobody"] }] });
});

it("reads what a press release tells, in its own words", () => {
  const text = "## Votes\n\n### Resolution 80/57 (1 December 2025)\n\nThe draft was adopted by a recorded vote of 164 in favour to 6 against (Belarus, Burundi, Democratic People's Republic of Korea, Israel, Russian Federation, United States), with 7 abstentions (Argentina, China, Iran (Islamic Republic of), Nicaragua, Poland, Saudi Arabia, Türkiye) [@press].\n\n### Draft 2\n\nOn 3 May 2026 it was rejected by 20 votes to 30, with no abstentions.\n";
  const [first, second] = part(text).rollCalls;
  expect([first, second].map((rollCall) => [rollCall?.date?.day, rollCall?.yes?.number, rollCall?.no?.number, rollCall?.abstain?.number, rollCall?.result?.passed])).toEqual([["2025-12-01", 164, 6, 7, true], ["2026-05-03", 20, 30, 0, false]]);
  const { answers, troubles, extent } = ballotsFor(first!);
  expect([[...answers.values()].filter((answer) => answer === "no").length, answers.get("IRN"), answers.get("PRK"), troubles, extent]).toEqual([6, "abstain", "no", [], "some"]);
  expect(first?.sources.map(({ id }) => id)).toEqual(["press"]);
});

it("finds one mistake where a file knows its voters by numbers, and one for each name that is wrong", () => {
  const findings = (csv: string) => {
    const outline = readOutline(`${head}| V1 | Fish | 2026-05-04 | | | | | a.csv |\n`);
    const parts = openAll([votes], outline);
    return parts.flatMap((own) => own.check({ names: namesOf(parts), document: outline.frontMatter, attachments: file("a.csv", csv) })).flatMap(({ rule, what }) => (rule === "votes/unknown-state" ? [what] : []));
  };
  expect(findings(`state,vote\n${Array.from({ length: 190 }, (_, at) => `${at + 2},1`).join("\n")}\n`)).toEqual(["No state is called `2`, `3`, `4`, `5`, `6` and 185 more, as V1 has it."]);
  expect(findings("state,vote\nNorway,Y\nNorwey,N\nAtlantis,N\n")).toEqual(["No state is called `Norwey`, as V1 has it.", "No state is called `Atlantis`, as V1 has it."]);
});

it("compares regional groups where the document names no states as actors", () => {
  const rows = "First,NOR,Y\nFirst,FRA,Y\nFirst,PER,N\nFirst,CHL,N\nSecond,NOR,Y\nSecond,FRA,N\nSecond,PER,N\nSecond,CHL,N\n";
  const [matrix] = shown(two, file("a.csv", `resolution,iso3,vote\n${rows}`)).filter((block) => block.kind === "agreement-matrix");
  expect(matrix?.blocs[0]?.members.map(({ name }) => name)).toEqual(["Latin American and Caribbean Group", "Western European and Others Group"]);
  // Chile and Peru always agree, France and Norway once in two; across, France agrees in the second of two.
  expect(matrix?.shares).toEqual([[1, 0.25], [0.25, 0.5]]);
});

it("comes back from cells of many thousand characters", () => {
  for (const cell of ["Norway and ".repeat(3000), "(".repeat(100_000), `6 (${" ".repeat(100_000)}x`, "a, ".repeat(8000), ") ".repeat(15_000), "1 to 1 (a".repeat(3000), "1 to 1 (" + "a(b)".repeat(5000)]) {
    const { rollCalls } = part(`${head}| V1 | Fish | | ${cell} | ${cell} | | | |\n\n### Draft\n\nAgainst: ${cell}\n`);
    expect(rollCalls.map(({ id }) => id)).toEqual(["V1", "vote-draft"]);
  }
});
