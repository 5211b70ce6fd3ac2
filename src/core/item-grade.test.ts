import { expect, it } from "vitest";
import type { Names, Reference } from "#model/names";
import { gradedBy, itemGrade } from "./item-grade.ts";

const span = { section: 0, from: 0, to: 0 };
const names: Names = {
  find: (id) => (id === "sec" ? { id, kind: "source", title: id, span, facts: { reliability: "B" } } : undefined),
  all: () => [],
  references: () => [],
};
const cites = (id: string, grade?: string): Reference => ({ id, kinds: ["source"], span, ...(grade !== undefined && { grade }) });

it.each([
  ["C3", [cites("sec", "A1")], { reliability: "C", credibility: 3 }],
  ["4", [cites("sec")], { reliability: "B", credibility: 4 }],
  [undefined, [cites("sec", "2"), cites("gaz", "D1")], { reliability: "D", credibility: 1 }],
  [undefined, [cites("sec"), cites("gaz")], { reliability: "B" }],
  ["G9", [cites("gaz")], {}],
])("grades the item %j", (written, citations, expected) => expect(itemGrade(written, citations, names)).toEqual(expected));

it("gives the grade of a column to citations without one of their own", () => {
  expect(gradedBy([cites("a"), cites("b", "C3")], "B2").map(({ grade }) => grade)).toEqual(["B2", "C3"]);
  expect(gradedBy([cites("a")], "H9")).toEqual([cites("a")]);
});
