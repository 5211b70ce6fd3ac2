import { delivers, type Account } from "./account.ts";

/** Where a consensus is sought under no threat although its fallback names a forum, and why, in sentences; from accounts of all forums. */
export const fallbackNotes = (accounts: readonly Account[]): readonly string[] =>
  accounts.flatMap(({ track: { forum } }) => {
    const because = forum.rule.kind === "consensus" && forum.alternative !== undefined ? whyNone(accounts.find(({ track }) => track.forum.id === forum.alternative)) : undefined;
    return because === undefined ? [] : [`The fallback of ${forum.id} is ${forum.alternative ?? ""}, which ${because}: ${forum.id} is sought under no threat.`];
  });

function whyNone(named: Account | undefined): string | undefined {
  if (!named) return "is not simulated";
  if (named.track.forum.rule.kind === "consensus") return "seeks consensus itself";
  return named.outcomes.some((_, run) => delivers(named, run)) ? undefined : "delivers nothing";
}
