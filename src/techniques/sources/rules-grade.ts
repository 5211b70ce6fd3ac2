import { readGrade } from "#model/read-grade";
import type { Reference } from "#model/names";
import type { Rule, Scene } from "#core/technique";
import type { Source, Sources } from "./schema.ts";

const admiralty = "Admiralty code (NATO AJP-2.1)";

const invalidGrade: Rule<Sources> = {
  name: "invalid-grade",
  severity: "error",
  message: {
    what: "`{written}` of the source {key} is not a grade.",
    why: "Reliability runs from A (completely reliable) to F (cannot be judged); nothing else can be weighed.",
    remedy: "Write one letter from A to F, or `ungraded`.",
  },
  standard: admiralty,
  *check({ sources }) {
    for (const { key, grade } of sources) if (grade?.kind === "invalid" || grade?.kind === "digit") yield { span: grade.span, values: { key, written: grade.written } };
  },
};

const ungraded: Rule<Sources> = {
  name: "ungraded",
  severity: "warning",
  message: {
    what: "The source {key} is not graded.",
    why: "A reader cannot tell how far to trust what rests on it.",
    remedy: "Grade its reliability from A to F; F says that there is no basis to judge it.",
  },
  standard: `${admiralty}; ICD 203, tradecraft standard 1`,
  *check({ sources }) {
    for (const { key, form, span, grade } of sources) if (form !== "remnant" && (!grade || grade.kind === "ungraded")) yield { span: grade?.span ?? span, values: { key } };
  },
};

const notALetter: Rule<Sources> = {
  name: "reliability-not-letter",
  severity: "warning",
  message: {
    what: "The reliability of {key} is written `{written}`: the digit does not belong to a source.",
    why: "Reliability rates the source, credibility the single item; one digit for all its items hides which of them is confirmed.",
    remedy: "Keep the letter {letter} here and write the digit behind each citation: [@{key}]{{written}}.",
  },
  standard: `${admiralty}: the two axes are independent`,
  *check({ sources }) {
    for (const { key, grade, reliabilityColumn } of sources)
      if (reliabilityColumn && grade?.kind === "both" && grade.reliability)
        yield { span: grade.span, values: { key, written: grade.written, letter: grade.reliability } };
  },
};

const fewestForDiagonal = 8;

const diagonalGrades: Rule<Sources> = {
  name: "diagonal-grades",
  severity: "info",
  message: {
    what: "All {count} grades with both axes lie on the diagonal: A1, B2, C3 and so on.",
    why: "Graders tend to copy one axis to the other (87% of 1,400 reports in one study); then the second axis says nothing.",
    remedy: "Grade the items anew without looking at the letter of their source.",
  },
  standard: "Baker, McKendry and Mace (1968), as cited by Irwin and Mandel (2019)",
  *check({ sources, heading }, scene) {
    const pairs = firstByKey(sources).flatMap((source) => gradePairs(source, scene));
    if (pairs.length >= fewestForDiagonal && pairs.every(([letter, digit]) => "ABCDEF".indexOf(letter) + 1 === digit)) yield { span: heading, values: { count: pairs.length } };
  },
};

/** Letter and digit of the source's own grade and of every item cited from it. */
function gradePairs({ key, grade }: Source, { names }: Scene): readonly (readonly [string, number])[] {
  const cited = names.references(key).map((reference) => readGrade(reference.grade ?? ""));
  return [grade, ...cited].flatMap((each) => {
    const letter = each?.reliability ?? grade?.reliability;
    return letter !== undefined && each?.credibility !== undefined ? [[letter, each.credibility] as const] : [];
  });
}

const confirmedByOne: Rule<Sources> = {
  name: "confirmed-by-one",
  severity: "warning",
  message: {
    what: "An item of {key} is graded 1, confirmed, but nothing beside it comes from another origin than {origin}.",
    why: "Confirmed means that independent sources say the same; copies of one report do not confirm each other.",
    remedy: "Cite a source of another origin beside it, or grade the item 2, probably true.",
  },
  standard: `${admiralty}: 1 is confirmed by other independent sources`,
  *check({ sources }, scene) {
    const roots = new Map(sources.map(({ key, root }) => [key, root ?? key] as const));
    const beside = keysBeside(sources, scene);
    for (const { key, grade } of sources)
      if (grade?.credibility === 1 && [...roots.values()].every((root) => root === roots.get(key))) yield { span: grade.span, values: { key, origin: roots.get(key) ?? key } };
    for (const { key, reference } of confirmedItems(sources, scene)) {
      const own = roots.get(key) ?? key;
      const others = (reference.from === undefined ? undefined : beside.get(reference.from)) ?? [];
      if (others.every((other) => roots.get(other) === own)) yield { span: reference.span, values: { key, origin: own } };
    }
  },
};

interface CitedItem {
  readonly key: string;
  readonly reference: Reference;
}

const citedItems = (sources: readonly Source[], { names }: Scene): readonly CitedItem[] =>
  firstByKey(sources).flatMap(({ key }) => names.references(key).map((reference) => ({ key, reference })));

/** Of sources that share a key the first, which is the one that counts. */
const firstByKey = (sources: readonly Source[]): readonly Source[] => [...new Map(sources.toReversed().map((source) => [source.key, source] as const)).values()].toReversed();

/** The citations graded 1 that stand in an entry with an id, beside which others may stand. */
const confirmedItems = (sources: readonly Source[], scene: Scene): readonly CitedItem[] =>
  citedItems(sources, scene).filter(({ reference }) => reference.from !== undefined && readGrade(reference.grade ?? "")?.credibility === 1);

/** The sources cited by each entry of the document. */
function keysBeside(sources: readonly Source[], scene: Scene): ReadonlyMap<string, readonly string[]> {
  const beside = new Map<string, string[]>();
  for (const { key, reference } of citedItems(sources, scene)) {
    if (reference.from === undefined) continue;
    const keys = beside.get(reference.from);
    if (keys) keys.push(key);
    else beside.set(reference.from, [key]);
  }
  return beside;
}

/** What is wrong with grades, in the register and behind citations. */
export const gradeRules = [invalidGrade, ungraded, notALetter, diagonalGrades, confirmedByOne];
