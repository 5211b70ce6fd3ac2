import type { Evidence } from "#core/network-piece";
import { groupBy } from "#kit/group";
import type { Credibility, Grade, Reliability } from "#model/grade";
import type { Reference } from "#model/names";
import { readGrade } from "#model/read-grade";

/** From best to worst; F and 6 say that there is no basis for a judgement, which is not the worst one. */
const letters: readonly Reliability[] = ["A", "B", "C", "D", "F", "E"];
const digits: readonly Credibility[] = [1, 2, 3, 6, 4, 5];

/** The grade of an item's own cell, and those written behind its citations. */
export function itemGrades(written: string | undefined, citations: readonly Reference[]): Pick<Evidence, "grade" | "citedGrades"> {
  const graded = citations.flatMap(({ id, grade }) => (grade === undefined ? [] : [{ id, grade: readGrade(grade) ?? {} }]));
  const bySource = Array.from(groupBy(graded, ({ id }) => id), ([id, same]) => [id, completeGrade({}, same.map(({ grade }) => grade))] as const);
  return { grade: readGrade(written ?? "") ?? {}, ...(bySource.length > 0 && { citedGrades: Object.fromEntries(bySource) }) };
}

/** A grade, for an axis that it leaves open completed from the best of the others. */
export function completeGrade(own: Grade, others: readonly Grade[]): Grade {
  const reliability = own.reliability ?? best(letters, others.map((grade) => grade.reliability));
  const credibility = own.credibility ?? best(digits, others.map((grade) => grade.credibility));
  return { ...(reliability && { reliability }), ...(credibility && { credibility }) };
}

/** The citations of an item with the grade of its column, where it is one and they carry none of their own. */
export const gradedBy = (citations: readonly Reference[], written: string | undefined): readonly Reference[] =>
  written === undefined || !readGrade(written) ? citations : citations.map((reference) => ({ grade: written, ...reference }));

/** The first of the scale that is among the values. */
const best = <Value>(scale: readonly Value[], values: readonly (Value | undefined)[]): Value | undefined => scale.find((value) => values.includes(value));
