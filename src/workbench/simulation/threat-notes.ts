import type { Account } from "#bargaining/forums/run";
import type { Names } from "#model/names";

/** Why a consensus is sought under no threat although its fallback names a forum, in sentences. */
export const threatNotes = (accounts: readonly Account[], names: Names): readonly string[] =>
  accounts.flatMap(({ track: { forum }, threat }) => {
    const { id, rule, alternative } = forum;
    if (rule.kind !== "consensus" || alternative === undefined || threat) return [];
    const named = accounts.find(({ track }) => track.forum.id === alternative);
    const because = named === undefined ? "is not simulated" : named.track.forum.rule.kind === "consensus" ? "seeks consensus itself" : "delivers nothing";
    return [`The fallback of ${id} is ${alternative}, ${names.find(alternative)?.title ?? ""}, which ${because}: ${id} is sought under no threat.`];
  });
