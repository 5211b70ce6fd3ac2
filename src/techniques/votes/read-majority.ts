import { wordsOfRule } from "#bargaining/forums/rule-words";
import { votesNeeded } from "#bargaining/forums/rules";
import type { Declaration } from "#model/names";
import type { Counts } from "./read-ballots.ts";

/** How many yes the rule of a forum asks for, and of how many. */
export interface Needed {
  readonly count: number;
  readonly of: number;
  /** `two-thirds of those voting`. */
  readonly rule: string;
  readonly whose: "those voting" | "members";
}

/** What the rule asks for, given who voted; undefined where it is no majority, or asks for members whose number is not known. */
export function neededIn(forum: Declaration | undefined, { yes, no, abstain, absent }: Counts, members: number | undefined): Needed | undefined {
  const { rule, share: written, of: counted } = forum?.facts ?? {};
  if (rule !== "majority") return undefined;
  const share = Number(written ?? 1 / 2);
  const whose = counted === "members" ? "members" : "those voting";
  const of = whose === "members" ? (members ?? yes + no + abstain + absent) : yes + no;
  return of === 0 ? undefined : { count: votesNeeded(share, of), of, rule: wordsOfRule({ kind: "majority", share, of: whose }), whose };
}

/** `86 of 170 voting`. */
export const neededText = ({ count, of, whose }: Needed): string => `${count} of ${of} ${whose === "members" ? "members" : "voting"}`;
