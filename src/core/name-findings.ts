import { admiraltyCode, invalidGradeMessage } from "#core/grade-rules";
import { fillTemplate } from "#core/message";
import type { OpenTechnique } from "#core/technique";
import type { Finding } from "#model/finding";
import type { Names } from "#model/names";
import { readGrade } from "#model/read-grade";

/** What is wrong with the ids of a document as a whole: used and never declared, declared twice, cited with a grade that is none. */
export function nameFindings(parts: readonly OpenTechnique[], names: Names): readonly Finding[] {
  return [...unknownReferences(parts, names), ...duplicateIds(parts, names), ...invalidGrades(parts)];
}

/** Grades behind citations, wherever they stand. */
const invalidGrades = (parts: readonly OpenTechnique[]): readonly Finding[] =>
  parts.flatMap((part) =>
    part.refers.flatMap(({ id, grade, span }) => {
      if (grade === undefined || readGrade(grade)) return [];
      const { what, why, remedy } = invalidGradeMessage;
      return { rule: "names/invalid-grade", severity: "error" as const, what: fillTemplate(what, { id, written: grade }), why, remedy, standard: admiraltyCode, span };
    }),
  );

const unknownReferences = (parts: readonly OpenTechnique[], names: Names): readonly Finding[] =>
  parts.flatMap((part) =>
    part.refers.flatMap(({ id, kinds, span, passing }) => {
      const declared = names.find(id);
      if (passing === true) return [];
      if (declared && (kinds.length === 0 || kinds.includes(declared.kind))) return [];
      const expected = kinds.length > 0 ? kinds.join(" or ") : "entry";
      return {
        rule: "names/unknown-reference",
        severity: "error" as const,
        what: declared ? `${id} is a ${declared.kind}, where a ${expected} is meant.` : `No ${expected} in this document is called ${id}.`,
        why: "What rests on a name that leads nowhere cannot be checked or computed.",
        remedy: `Declare ${id}, or correct the id.`,
        standard: "ICD 203, tradecraft standard 6: logical argumentation",
        span,
      };
    }),
  );

const duplicateIds = (parts: readonly OpenTechnique[], names: Names): readonly Finding[] =>
  parts.flatMap((part) =>
    part.declares
      .filter((declaration) => names.find(declaration.id) !== declaration)
      .map(({ id, kind, span }) => ({
        rule: "names/duplicate-id",
        severity: "error" as const,
        what: `The id ${id} of this ${kind} is already taken by a ${names.find(id)?.kind ?? "entry"}.`,
        why: "A reference to it could mean either, and only the first counts.",
        remedy: "Give one of them another id.",
        standard: "ICD 203, tradecraft standard 6: logical argumentation",
        span,
      })),
  );
