import { applyEdits, withoutOverlaps, type Edit } from "#kit/edit";
import type { Finding, LocatedFinding } from "#model/finding";
import type { Outline } from "#model/outline";
import { locate } from "#reader/locate";
import type { Assessment } from "#workbench/assess";

/** The findings of an assessment with their places in the file. */
export const locatedFindings = ({ outline, findings }: Assessment, file: string): readonly LocatedFinding[] =>
  findings.map((finding) => located(outline, file, finding));

const located = (outline: Outline, file: string, finding: Finding): LocatedFinding => {
  const { rule, severity, what, why, remedy, standard, span, fix } = finding;
  return { file, rule, severity, what, why, remedy, standard, ...locate(outline, span), fixable: fix !== undefined };
};

/** The text with every mechanical repair applied; what no repair touches stays byte for byte. */
export const repaired = (assessment: Assessment): string => applyEdits(assessment.outline.text, repairsIn(assessment).flat());

/** At how many places `repaired` changes the text; a finding counts where all of its edits are applied. */
export function repairedPlaces(assessment: Assessment): number {
  const repairs = repairsIn(assessment);
  const applied = new Set(withoutOverlaps(repairs.flat()));
  return repairs.filter((edits) => edits.every((edit) => applied.has(edit))).length;
}

/** The edits of each finding that can be repaired, at places of the whole text. */
const repairsIn = ({ outline, findings }: Assessment): readonly (readonly Edit[])[] =>
  findings.flatMap(({ span, fix = [] }) => (fix.length === 0 ? [] : [fix.map((edit) => moved(edit, outline.offsets[span.section] ?? 0))]));

const moved = (edit: Edit, by: number): Edit => ({ from: edit.from + by, to: edit.to + by, text: edit.text });
