import { expect, it } from "vitest";
import { UsageProblem } from "#cli/problem";
import type { Declaration, Names } from "#model/names";
import { readEvents, readOf, readParameters, readRules, readTexts } from "./simulate-arguments.ts";

const declared = (kind: "actor" | "forum", id: string): Declaration => ({ id, kind, title: id, span: { section: 0, from: 0, to: 0 } });
const list = [{ ...declared("actor", "USA"), facts: { "position:scope": "20" } }, declared("actor", "RUS"), { ...declared("forum", "F1"), facts: { rule: "consensus" } }, declared("forum", "F2")];
const names: Names = { find: (id) => list.find((one) => one.id === id), all: (kind) => list.filter((one) => one.kind === kind), references: () => [] };
const spoken = { names, file: "a.md" };
const pairs = (...entries: readonly (readonly [string, string])[]) => new Map(entries);

it("reads texts on every scale, events with their moves, and outcomes", () => {
  expect(readTexts(pairs(["F1", "75"], ["F2:scope", "0"]), spoken)).toEqual(new Map([["F1", 75], ["F2:scope", 0]]));
  expect(readEvents(["2026-09-01, 30%, USA=60, RUS:scope=40"], spoken)).toEqual([{ id: "2026-09-01", date: "2026-09-01", chance: 0.3, moves: [{ party: "USA", to: 0.6 }, { party: "RUS", to: 0.4, dimension: "scope" }] }]);
  expect([readOf("F1", spoken), readOf("F1=blocked or refused", spoken)]).toEqual([{ forum: "F1" }, { forum: "F1", outcome: "blocked or refused" }]);
});

it("tells events on one day apart", () => {
  expect(readEvents(["2026-09-01,30%,USA=60", "2026-09-01,30%,RUS=60", "2026-09-02,30%,RUS=60"], spoken).map(({ id }) => id)).toEqual(["2026-09-01", "2026-09-01 (2)", "2026-09-02"]);
});

it.each([
  [() => readTexts(pairs(["F1", "NaN"]), spoken), "The text of F1 must be a number from 0 to 100, not NaN."],
  [() => readTexts(pairs(["F1:scope", "many"]), spoken), "The text of F1:scope must be a number from 0 to 100, not many."],
  [() => readTexts(pairs(["F9", "3"]), spoken), "a.md has no forum called F9; it has F1, F2."],
  [() => readRules(pairs(["F1", "acclamation"]), spoken), /^acclamation is no rule that is known here\./u],
  [() => readParameters(pairs(["gavel", "2"])), "gavel must be a number from 0 to 1, not 2."],
  [() => readEvents(["2026-09-01,30%"], spoken), /^2026-09-01,30% is no event\. Write the day, the chance and who moves where/u],
  [() => readEvents(["2026-09-31,30%,USA=60"], spoken), /is no event/u],
  [() => readEvents(["2026-09-01,0.3,USA=60"], spoken), /is no event/u],
  [() => readEvents(["2026-09-01,130%,USA=60"], spoken), "The chance of an event in percent must be a number from 0 to 100, not 130."],
  [() => readEvents(["2026-09-01,30%,XYZ=60"], spoken), "a.md has no actor called XYZ; it has USA, RUS."],
  [() => readEvents(["2026-09-01,30%,USA"], spoken), "USA says of nobody where it moves. Write USA=60."],
  [() => readEvents(["2026-09-01,30%,USA=far"], spoken), "The place to which USA moves must be a number from 0 to 100, not far."],
  [() => readTexts(pairs(["F1:pace", "3"]), spoken), "a.md has no further scale called pace; the further scales are scope."],
  [() => readEvents(["2026-09-01,30%,USA:pace=60"], spoken), "a.md has no further scale called pace; the further scales are scope."],
  [() => readOf("F1=banana", spoken), /^banana is no outcome of F1\. Write the first words of one of these: agreed/u],
  [() => readOf("F1=blocked", spoken, pairs(["F1", "majority"])), /^blocked is no outcome of F1/u],
  [() => readOf("F9=any", spoken), "a.md has no forum called F9; it has F1, F2."],
])("refuses in one sentence: %#", (read, sentence) => {
  expect(read).toThrow(UsageProblem);
  expect(read).toThrow(sentence);
});
