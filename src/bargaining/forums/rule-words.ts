import type { Forum } from "./negotiation.ts";
import type { Rule } from "./rules.ts";

const shares: Readonly<Record<string, number>> = {
  majority: 1 / 2,
  "three-fifths": 3 / 5,
  "two-thirds": 2 / 3,
  "three-quarters": 3 / 4,
  "four-fifths": 4 / 5,
  "nine-tenths": 9 / 10,
};

/** Rules as commands write and take them: `consensus`, `two-thirds of members`, `60% of those voting`, `opt-in, in force with 20`; a vote is of those voting where nothing is said. */
export function ruleFromWords(words: string): Rule | undefined {
  const text = words.trim().toLowerCase();
  if (text === "consensus" || text === "unanimity") return { kind: text };
  const optIn = /^opt-in(?:(?:, in force with|:) ?([1-9]\d{0,3}))?$/u.exec(text);
  if (optIn) return optIn[1] === undefined ? { kind: "opt-in" } : { kind: "opt-in", needed: Number(optIn[1]) };
  const [, share = "", of = "those voting"] = /^([a-z-]+|\d{1,3}(?:\.\d+)?%)(?: of (those voting|members))?$/u.exec(text) ?? [];
  const value = share.endsWith("%") ? Number.parseFloat(share) / 100 : shares[share];
  if (value === undefined || value < 1 / 2 || value > 1) return undefined;
  return { kind: "majority", share: value, of: of === "members" ? "members" : "those voting" };
}

/** A rule in those words. */
export function wordsOfRule(rule: Rule): string {
  if (rule.kind === "opt-in") return rule.needed === undefined ? "opt-in" : `opt-in, in force with ${rule.needed}`;
  if (rule.kind !== "majority") return rule.kind;
  const name = Object.entries(shares).find(([, value]) => Math.abs(value - rule.share) < 1e-9)?.[0] ?? `${Number((rule.share * 100).toFixed(4))}%`;
  return `${name} of ${rule.of}`;
}

/** How a forum decides, with what applies where that fails: `consensus; two-thirds of members as a last resort`. */
export const wordsOfForum = ({ rule, lastResort }: Pick<Forum, "rule" | "lastResort">): string => [wordsOfRule(rule), ...(lastResort ? [`${wordsOfRule(lastResort)} as a last resort`] : [])].join("; ");
