import { admiraltyCode, invalidGradeMessage } from "#core/grade-rules";
import { findingOf, type RuleDescription } from "#core/rule";
import type { OpenTechnique } from "#core/technique";
import { keptFor } from "#kit/kept";
import { withArticle } from "#kit/list-text";
import type { Finding } from "#model/finding";
import type { Names } from "#model/names";
import { readGrade } from "#model/read-grade";

const logic = "ICD 203, tradecraft standard 6: logical argumentation";
const leadsNowhere = { severity: "error", why: "What rests on a name that leads nowhere cannot be checked or computed.", remedy: "Declare {id}, or correct the id.", standard: logic } as const;

const unknownReference: RuleDescription = { name: "names/unknown-reference", what: "No {expected} in this document is called {id}.", ...leadsNowhere };
const otherKind: RuleDescription = { name: "names/other-kind", what: "{id} is {kind}, where {expected} is meant.", ...leadsNowhere };
const duplicateId: RuleDescription = {
  name: "names/duplicate-id",
  severity: "error",
  what: "The id {id} of this {kind} is already taken by {other}.",
  why: "A reference to it could mean either, and only the first counts.",
  remedy: "Give one of them another id.",
  standard: logic,
};
const invalidGrade: RuleDescription = { name: "names/invalid-grade", severity: "error", ...invalidGradeMessage, standard: admiraltyCode };

/** The rules about names, which no technique owns. */
export const nameRules: readonly RuleDescription[] = [unknownReference, otherKind, duplicateId, invalidGrade];

/** What is wrong with the ids of a document as a whole: used and never declared, declared twice, cited with a grade that is none. */
export function nameFindings(parts: readonly OpenTechnique[], names: Names): readonly Finding[] {
  return [...unknownReferences(parts, names), ...duplicateIds(parts, names), ...parts.flatMap((part) => invalidGrades(part))];
}

/** Grades behind citations, wherever they stand; kept, because no other part has a say in them. */
const invalidGrades = keptFor(({ refers }: OpenTechnique): readonly Finding[] =>
  refers.flatMap(({ id, grade, span }) => (grade === undefined || readGrade(grade) ? [] : [findingOf(invalidGrade, { span, values: { id, written: grade } })])),
);

const unknownReferences = (parts: readonly OpenTechnique[], names: Names): readonly Finding[] =>
  parts.flatMap((part) =>
    part.refers.flatMap(({ id, kinds, span, passing }) => {
      const kind = names.find(id)?.kind;
      if (passing === true || (kind !== undefined && (kinds.length === 0 || kinds.includes(kind)))) return [];
      const expected = kinds.length > 0 ? kinds.join(" or ") : "entry";
      return [kind === undefined ? findingOf(unknownReference, { span, values: { id, expected } }) : findingOf(otherKind, { span, values: { id, expected: withArticle(expected), kind: withArticle(kind) } })];
    }),
  );

const duplicateIds = (parts: readonly OpenTechnique[], names: Names): readonly Finding[] =>
  parts.flatMap((part) =>
    part.declares
      .filter((declaration) => names.find(declaration.id) !== declaration)
      .map(({ id, kind, span }) => findingOf(duplicateId, { span, values: { id, kind, other: withArticle(names.find(id)?.kind ?? "entry") } })),
  );
