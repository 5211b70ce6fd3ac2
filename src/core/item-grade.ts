import type { Credibility, Grade, Reliability } from "#model/grade";
import type { Names, Reference } from "#model/names";
import { readGrade } from "#model/read-grade";

const letters: readonly Reliability[] = ["A", "B", "C", "D", "E", "F"];
const digits: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

/**
 * The grade of an item of evidence: what its own cell says; for an axis that it leaves open, the best grade behind its
 * citations; for the reliability then the best letter that the register gives the cited sources.
 */
export function itemGrade(written: string | undefined, citations: readonly Reference[], names: Names): Grade {
  const own = readGrade(written ?? "");
  const cited = citations.map(({ grade }) => readGrade(grade ?? ""));
  const registered = citations.map(({ id }) => readGrade(names.find(id)?.facts?.["reliability"] ?? ""));
  const reliability = own?.reliability ?? best(letters, cited.map((grade) => grade?.reliability)) ?? best(letters, registered.map((grade) => grade?.reliability));
  const credibility = own?.credibility ?? best(digits, cited.map((grade) => grade?.credibility));
  return { ...(reliability && { reliability }), ...(credibility && { credibility }) };
}

/** The citations of an item with the grade of its column, where it is one and they carry none of their own. */
export const gradedBy = (citations: readonly Reference[], written: string | undefined): readonly Reference[] =>
  written === undefined || !readGrade(written) ? citations : citations.map((reference) => ({ grade: written, ...reference }));

/** The first of the scale that is among the values. */
const best = <Value>(scale: readonly Value[], values: readonly (Value | undefined)[]): Value | undefined => scale.find((value) => values.includes(value));
