import type { Declaration } from "#model/names";
import type { Counts } from "./read-ballots.ts";

/** How many yes the rule of a forum asks for, and of how many. */
export interface Needed {
  readonly count: number;
  readonly of: number;
  readonly rule: string;
  readonly whose: "those voting" | "members";
}

/** What the rule asks for, given who voted; undefined where it is no majority, or asks for members whose number is not known. */
export function neededIn(forum: Declaration | undefined, { yes, no, abstain, absent }: Counts, members: number | undefined): Needed | undefined {
  const { rule, share: written, of: whose } = forum?.facts ?? {};
  if (rule !== "majority") return undefined;
  const share = Number(written ?? 1 / 2);
  const of = whose === "members" ? (members ?? yes + no + abstain + absent) : yes + no;
  if (of === 0) return undefined;
  const count = share <= 1 / 2 ? Math.floor(of * share) + 1 : Math.ceil(of * share - 1e-9);
  return { count, of, rule: shareText(share), whose: whose === "members" ? "members" : "those voting" };
}

const shares: readonly (readonly [number, string])[] = [[1 / 2, "a majority"], [3 / 5, "three fifths"], [2 / 3, "two thirds"], [3 / 4, "three quarters"], [4 / 5, "four fifths"], [9 / 10, "nine tenths"]];
const shareText = (share: number): string => shares.find(([value]) => Math.abs(value - share) < 1e-9)?.[1] ?? `${Number((share * 100).toFixed(1))}%`;

/** `86 of 170 voting`. */
export const neededText = ({ count, of, whose }: Needed): string => `${count} of ${of} ${whose === "members" ? "members" : "voting"}`;
