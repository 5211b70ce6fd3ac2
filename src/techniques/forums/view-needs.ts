import type { DecisionRule, Forum } from "./schema.ts";

/** How many members a forum has, where it says so; `all` may mean more than those who are listed as actors. */
export function memberCount({ members }: Forum): number | undefined {
  if (members?.kind === "number") return members.number;
  return members?.kind === "list" && members.names.length > 0 ? members.names.length : undefined;
}

/** What it takes to decide, in a sentence, with the votes counted where the number of members is known. */
export function needs(rule: DecisionRule, members: number | undefined): string {
  if (rule.kind === "consensus") return "Adopted if nobody objects; each member can stop it.";
  if (rule.kind === "unanimity") return "Adopted if every member that is present votes yes.";
  if (rule.kind === "opt-in") return optIn(rule, members);
  const { share = 1 / 2, of = "those voting" } = rule;
  const isHalf = Math.abs(share - 1 / 2) < 1e-9;
  if (of === "members") return members === undefined ? `Adopted if ${isHalf ? "more than half" : `at least ${fractionText(share)}`} of all members vote yes.` : `Adopted with ${votesNeeded(share, members)} of ${members} members; ${members - votesNeeded(share, members) + 1} block it.`;
  const blocking = members === undefined ? "" : ` If all ${members} vote, it takes ${votesNeeded(share, members)}.`;
  return `${isHalf ? "Adopted with more yes than no" : `Adopted if at least ${fractionText(share)} of the votes are yes`}; abstentions do not count.${blocking}`;
}

const optIn = ({ needed }: DecisionRule, members: number | undefined): string =>
  `Binds those who join${needed === undefined ? "; how many it takes is not said." : `; in force with ${needed}${members === undefined ? "" : ` of ${members}`}.`}`;

/** More than a half, or at least the share. */
const votesNeeded = (share: number, members: number): number => (Math.abs(share - 1 / 2) < 1e-9 ? Math.floor(members / 2) + 1 : Math.ceil(share * members - 1e-9));

const fractionText = (share: number): string => {
  const named = [[2 / 3, "two thirds"], [3 / 5, "three fifths"], [3 / 4, "three quarters"], [4 / 5, "four fifths"], [9 / 10, "nine tenths"]] as const;
  return named.find(([value]) => Math.abs(value - share) < 1e-9)?.[1] ?? `${Number((share * 100).toFixed(1))}%`;
};
