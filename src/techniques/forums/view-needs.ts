import { wordsOfRule } from "#bargaining/forums/rule-words";
import { votesNeeded } from "#bargaining/forums/rules";
import type { DecisionRule } from "./schema.ts";

/** What it takes to decide, in a sentence, with the votes counted where the number of members is known; with the rule that applies where the first fails. */
export function needs(rule: DecisionRule, members: number | undefined, lastResort?: DecisionRule): string {
  if (!lastResort) return rule.kind === "consensus" ? "Adopted if nobody objects; each member can stop it." : needsOf(rule, members);
  return `${needsOf(rule, members)} As a last resort ${needsOf(lastResort, members).replace(/^./u, (first) => first.toLowerCase())}`;
}

function needsOf(rule: DecisionRule, members: number | undefined): string {
  if (rule.kind === "consensus") return "Adopted if nobody objects.";
  if (rule.kind === "unanimity") return "Adopted if every member that is present votes yes.";
  if (rule.kind === "opt-in") return optIn(rule, members);
  const { share = 1 / 2, of = "those voting" } = rule;
  const isHalf = Math.abs(share - 1 / 2) < 1e-9;
  if (of === "members") return members === undefined ? `Adopted if ${isHalf ? "more than half" : `at least ${fractionText(share)}`} of all members vote yes.` : `Adopted with ${votesNeeded(share, members)} of ${members} members; ${members - votesNeeded(share, members) + 1} block it.`;
  const blocking = members === undefined ? "" : ` If all ${members} vote, it takes ${votesNeeded(share, members)}.`;
  return `${isHalf ? "Adopted with more yes than no" : `Adopted if at least ${fractionText(share)} of the votes are yes`}; abstentions do not count.${blocking}`;
}

function optIn({ needed }: DecisionRule, members: number | undefined): string {
  if (needed === undefined) return "Binds those who join; how many it takes is not said.";
  return `Binds those who join; in force with ${needed}${members === undefined ? "." : needed <= members ? ` of ${members}.` : `, and only ${members} ${members === 1 ? "member is" : "members are"} given.`}`;
}

/** `two thirds`, `72%`. */
const fractionText = (share: number): string => wordsOfRule({ kind: "majority", share, of: "members" }).replace(/ of members$/u, "").replace("-", " ");
