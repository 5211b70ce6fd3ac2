import { findingOf, type RuleDescription } from "#core/rule";
import { nearestTo } from "#kit/edit-distance";
import type { Span } from "#kit/span";
import type { Finding } from "#model/finding";
import type { Outline } from "#model/outline";
import { absoluteOffset } from "#reader/locate";
import { reachOf, sectionAt, type Reach } from "#workbench/suppression-reach";

/** `<!-- rapporteur-ignore indicators/no-threshold: the treaty sets none -->`: what it silences, where, and why. */
interface Suppression extends Reach {
  /** Empty where the comment is not written as one that silences. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Where the comment itself stands. */
  readonly comment: Reach;
}

/** A comment to us; a longer one is none. */
const pattern = /<!--\s{0,9}rapporteur-([a-z-]{1,20})([^<>]{0,2000}?)-->/gu;
const ignoring = /^\s+([\w/*-]+(?:\s*,\s*[\w/*-]+)*)\s*(?::(.*))?$/su;

/**
 * Takes out the findings that a comment silences; `known` are the names of all rules. A comment without a rule or a reason
 * silences nothing and is a finding; so is one that names an unknown rule, or has nothing to silence.
 */
export function applySuppressions(outline: Outline, findings: readonly Finding[], known: () => readonly string[]): readonly Finding[] {
  if (!outline.text.includes("rapporteur-")) return findings;
  const suppressions = Array.from(outline.text.matchAll(pattern), (match) => readSuppression(outline, match));
  if (suppressions.length === 0) return findings;
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const start = absoluteOffset(outline, finding.span);
    const by = suppressions.filter(({ from, to, reason, rules }) => start >= from && start <= to && reason !== "" && isNamed(rules, finding));
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  const complaints = complainer(known());
  return [...kept, ...suppressions.flatMap((suppression) => complaints(suppression, used.has(suppression)).map((complaint) => complaint(spanOf(outline, suppression.comment))))];
}

function readSuppression(outline: Outline, match: RegExpExecArray): Suppression {
  const comment = { from: match.index, to: match.index + match[0].length };
  const [, rules = "", reason = ""] = (match[1] === "ignore" ? ignoring.exec((match[2] ?? "").trimEnd()) : null) ?? [];
  return { rules: rules.split(",").map((rule) => rule.trim()).filter((rule) => rule !== ""), reason: reason.trim(), comment, ...reachOf(outline, comment) };
}

function spanOf({ offsets }: Outline, { from, to }: Reach): Span {
  const section = sectionAt(offsets, from);
  const start = offsets[section] ?? 0;
  return { section, from: from - start, to: to - start };
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

const noRule: RuleDescription = {
  name: "suppressions/no-rule",
  severity: "warning",
  what: "This comment silences nothing: it is not written as `rapporteur-ignore rule: reason`.",
  why: "Whoever wrote it believes that a check is switched off here.",
  remedy: "Name the rule as `check` prints it, a colon, and why it does not apply.",
  standard: logic,
};
const unknownRule: RuleDescription = {
  name: "suppressions/unknown-rule",
  severity: "warning",
  what: "No rule is called {rule}.",
  why: "The comment silences nothing, and the finding that it was meant for stands.",
  remedy: "Write `{nearest}`, if that is what is meant.",
  standard: logic,
};

/** The rules about comments that silence rules. */
export const suppressionRules: readonly RuleDescription[] = [noReason, noRule, unknownRule, unused];

type Complaint = (span: Span) => Finding;

/** What is wrong with a comment; the nearest rule is looked up once for each name. */
function complainer(known: readonly string[]): (suppression: Suppression, used: boolean) => readonly Complaint[] {
  const names = new Set(["*", ...known, ...known.flatMap((name) => name.split("/").slice(0, 1))]);
  const nearest = new Map<string, string>();
  const nearestRule = (rule: string): string => {
    const found = nearest.get(rule) ?? known.find((name) => name.endsWith(`/${rule}`)) ?? nearestTo(rule, known, 60) ?? rule;
    nearest.set(rule, found);
    return found;
  };
  return ({ rules, reason }, used) => {
    if (rules.length === 0) return [(span) => findingOf(noRule, { span })];
    const strangers = rules.filter((rule) => !names.has(rule));
    const complaints = strangers.map((rule): Complaint => (span) => findingOf(unknownRule, { span, values: { rule, nearest: nearestRule(rule) } }));
    const own = reason === "" ? noReason : unused;
    if (used || (own === unused && strangers.length > 0)) return complaints;
    return [...complaints, (span) => findingOf(own, { span, values: { rules: rules.join(", ") } })];
  };
}
