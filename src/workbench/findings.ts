import { applyEdits, type Edit } from "#kit/edit";
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
export function repaired({ outline, findings }: Assessment): string {
  const edits = findings.flatMap(({ span, fix = [] }) => fix.map((edit) => moved(edit, outline.offsets[span.section] ?? 0)));
  return applyEdits(outline.text, edits);
}

const moved = (edit: Edit, by: number): Edit => ({ from: edit.from + by, to: edit.to + by, text: edit.text });
