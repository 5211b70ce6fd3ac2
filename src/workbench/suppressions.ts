import { findingOf, type RuleDescription } from "#core/rule";
import type { Finding } from "#model/finding";
import type { Outline, Section } from "#model/outline";
import { absoluteOffset } from "#reader/locate";

/** `<!-- rapporteur-ignore indicators/no-threshold: the treaty sets none -->`: what it silences, where, and why. */
interface Suppression {
  readonly rules: readonly string[];
  readonly reason: string;
  /** The stretch of the document it silences, in absolute offsets. */
  readonly from: number;
  readonly to: number;
  /** Where the comment itself stands. */
  readonly comment: { readonly from: number; readonly to: number };
}

const pattern = /<!--\s*rapporteur-ignore\s+([\w/*,-]+(?:\s*,\s*[\w/*-]+)*)\s*(?::([^<>]*?))?\s*-->/gu;

/**
 * Takes out the findings that a comment silences. A comment at the end of a line silences that line; one that stands
 * alone silences the passage that follows, or the whole section where a heading follows. A comment without a reason
 * silences nothing and is a finding; so is one that has nothing to silence.
 */
export function applySuppressions(outline: Outline, findings: readonly Finding[]): readonly Finding[] {
  if (!outline.text.includes("rapporteur-ignore")) return findings;
  const suppressions = Array.from(outline.text.matchAll(pattern), (match) => readSuppression(outline, match));
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const start = absoluteOffset(outline, finding.span);
    const by = suppressions.filter(({ from, to, reason, rules }) => start >= from && start <= to && reason !== "" && isNamed(rules, finding));
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  return [...kept, ...suppressions.filter((suppression) => !used.has(suppression)).map((suppression) => complaint(outline, suppression))];
}

function readSuppression(outline: Outline, match: RegExpExecArray): Suppression {
  const comment = { from: match.index, to: match.index + match[0].length };
  const rules = (match[1] ?? "").split(",").map((rule) => rule.trim());
  return { rules, reason: (match[2] ?? "").trim(), comment, ...reachOf(outline, comment) };
}

function reachOf({ text, sections, offsets }: Outline, comment: Suppression["comment"]): { readonly from: number; readonly to: number } {
  const lineStart = text.lastIndexOf("\n", comment.from - 1) + 1;
  const lineEnd = endOfLine(text, comment.to);
  if (text.slice(lineStart, comment.from).trim() !== "" || text.slice(comment.to, lineEnd).trim() !== "") return { from: lineStart, to: lineEnd };
  const number = sectionAt(offsets, comment.from);
  const section = sections[number];
  const following = section?.passages.find((passage) => passage.kind !== "comment" && passage.span.from + (offsets[number] ?? 0) >= comment.to);
  if (following) return { from: comment.to, to: following.span.to + (offsets[number] ?? 0) };
  const next = sections[number + 1];
  return { from: comment.to, to: next ? lengthOf(next) + (offsets[number + 1] ?? 0) : lineEnd };
}

const lengthOf = (section: Section): number => section.span.to;

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};

/** The last section that begins at or before the offset. */
function sectionAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

const isNamed = (rules: readonly string[], { rule: found }: Finding): boolean => rules.some((rule) => rule === "*" || rule === found || rule === found.split("/")[0]);

const logic = "ICD 203, tradecraft standard 6: logical argumentation";
const noReason: RuleDescription = {
  name: "suppressions/no-reason",
  severity: "error",
  what: "The comment that silences {rules} gives no reason.",
  why: "A check that is switched off without a reason hides a defect from the reviewer.",
  remedy: "Write `rapporteur-ignore rule: reason`.",
  standard: logic,
};
const unused: RuleDescription = {
  name: "suppressions/unused",
  severity: "info",
  what: "Nothing here needs to be silenced for {rules}.",
  why: "A comment left behind would hide the next defect of this kind.",
  remedy: "Take the comment out.",
  standard: logic,
};

/** The rules about comments that silence rules. */
export const suppressionRules: readonly RuleDescription[] = [noReason, unused];

function complaint(outline: Outline, { reason, rules, comment }: Suppression): Finding {
  const section = sectionAt(outline.offsets, comment.from);
  const start = outline.offsets[section] ?? 0;
  const span = { section, from: comment.from - start, to: comment.to - start };
  return findingOf(reason === "" ? noReason : unused, { span, values: { rules: rules.join(", ") } });
}
