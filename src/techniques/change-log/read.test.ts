import { expect, it } from "vitest";
import { openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { changeLog } from "./index.ts";
import type { Change } from "./schema.ts";
import { read } from "./read.ts";

const sectionsOf = (body: string) => {
  const { sections, frontMatter } = readOutline(`## Change log\n\n${body}\n`);
  return { sections: { "change-log": sections.slice(1) }, document: frontMatter };
};
const words = ({ date, subjects, from, to, why, who }: Change) => ({
  date,
  subjects: subjects.map(({ id }) => id),
  from: from?.source,
  to: to?.source,
  why: why?.source,
  who: who?.source,
});
const changesIn = (body: string) => read(sectionsOf(body)).part.changes.map(words);

it("reads columns in any order and under any of their names", () => {
  const table = "| Reason | New | Old | Item | When | By | Remark |\n|---|---|---|---|---|---|---|\n| Two states left | 30% | 55% | A, K2 | 1 March 2027 | N. N. | kept |";
  expect(changesIn(table)).toEqual([{ date: "2027-03-01", subjects: ["A", "K2"], from: "55%", to: "30%", why: "Two states left", who: "N. N." }]);
});

it("takes a dash or n/a for a cell without words", () => {
  const table = "| Date | Judgement | From | To | Why |\n|---|---|---|---|---|\n| 2027-03-01 | K1 | - | 30% | n/a |";
  expect(changesIn(table)).toEqual([{ date: "2027-03-01", subjects: ["K1"], from: undefined, to: "30%", why: undefined, who: undefined }]);
});

it("reads a line of a list, decimals and brackets included", () => {
  expect(changesIn("- 2027-03-01: K1 from 0.55 to 0.6, because two states signed (N. N.).\n- 3 May 2027: A1 from likely to very likely after the vote of 2 May")).toEqual([
    { date: "2027-03-01", subjects: ["K1"], from: "0.55", to: "0.6", why: "two states signed", who: "N. N." },
    { date: "2027-05-03", subjects: ["A1"], from: "likely", to: "very likely", why: "the vote of 2 May", who: undefined },
  ]);
});

it("does not take the words of a prose cell for ids", () => {
  const { refers } = read(sectionsOf("| Date | Judgement | To | Why |\n|---|---|---|---|\n| 2027-03-01 | Chance of a treaty under K2 | 30% | The G20 met |"));
  expect(refers.map(({ id, passing }) => [id, passing])).toEqual([
    ["K2", true],
    ["G20", true],
  ]);
});

it("lets the log name an entry that it closes, and asks for all others", () => {
  const { refers } = read(sectionsOf("| Date | Judgement | From | To | Why |\n|---|---|---|---|---|\n| 2027-03-01 | L2 | | open | A gap |\n| 2027-03-02 | L2 | open | closed | Letters came |\n| 2027-03-02 | L3 | open | narrower | Letters came |"));
  expect(refers.map(({ id, passing }) => [id, passing])).toEqual([
    ["L2", true],
    ["L2", true],
    ["L3", undefined],
  ]);
});

it("declares each change with its reason, what changed, and an id that two changes of one day do not share", () => {
  const row = "| 2027-03-01 | K1 | likely | unlikely | Two states left |";
  const { declares } = read(sectionsOf(`| Date | Judgement | From | To | Why |\n|---|---|---|---|---|\n${row}\n${row}`));
  expect(declares.map(({ id, kind, title, facts }) => ({ id, kind, title, facts }))).toEqual(
    ["change-2027-03-01-K1", "change-2027-03-01-K1-2"].map((id) => ({ id, kind: "change", title: "Two states left", facts: { date: "2027-03-01", judgement: "K1", from: "likely", to: "unlikely" } })),
  );
});

it("shows the log as written with what the judgement says today", () => {
  const outline = readOutline("## Change log\n\n| Date | Judgement | From | To | Why |\n|---|---|---|---|---|\n| 2027-03-01 | K1 | 55% | 30% | Two left |\n| 2027-02-01 | K1 | 40% | 55% | |\n");
  const [part] = openAll([changeLog], outline);
  const names = { find: () => ({ id: "K1", kind: "judgement" as const, title: "", span: { section: 0, from: 0, to: 0 }, facts: { likelihood: "unlikely" } }), all: () => [], references: () => [] };
  const [table] = part?.view({ names, document: outline.frontMatter }) ?? [];
  expect(table).toMatchObject({ kind: "table", rows: [{ cells: ["2027-03-01", "K1", "55%", "30%", "Two left", "", "unlikely"] }, { cells: ["2027-02-01", "K1", "40%", "55%", { badge: "no reason" }, "", "unlikely"] }] });
});

it("comes back from a long line of nothing but its own key words", () => {
  const line = `- 2027-03-01: ${"from a to ".repeat(100_000)}`;
  changesIn(line);
});
