import { expect, it } from "vitest";
import type { Reference } from "#model/names";
import { completeGrade, gradedBy, itemGrades } from "./item-grade.ts";

const span = { section: 0, from: 0, to: 0 };
const cites = (id: string, grade?: string): Reference => ({ id, kinds: ["source"], span, ...(grade !== undefined && { grade }) });

it("keeps the grade of the cell apart from those behind the citations", () => {
  expect(itemGrades("C3", [cites("sec", "A1"), cites("gaz")])).toEqual({ grade: { reliability: "C", credibility: 3 }, citedGrades: { sec: { reliability: "A", credibility: 1 } } });
  expect(itemGrades("G9", [cites("gaz")])).toEqual({ grade: {} });
  expect(itemGrades(undefined, [cites("sec", "B4"), cites("sec", "C2")])).toEqual({ grade: {}, citedGrades: { sec: { reliability: "B", credibility: 2 } } });
});

it("completes a grade axis by axis from the best of the others, where F and 6 are not the worst", () => {
  expect(completeGrade({ reliability: "C" }, [{ reliability: "A", credibility: 4 }, { credibility: 2 }])).toEqual({ reliability: "C", credibility: 2 });
  expect(completeGrade({}, [{ reliability: "E", credibility: 5 }, { reliability: "F", credibility: 6 }])).toEqual({ reliability: "F", credibility: 6 });
  expect(completeGrade({}, [])).toEqual({});
});

it("gives the grade of a column to citations without one of their own", () => {
  expect(gradedBy([cites("a"), cites("b", "C3")], "B2").map(({ grade }) => grade)).toEqual(["B2", "C3"]);
  expect(gradedBy([cites("a")], "H9")).toEqual([cites("a")]);
});
