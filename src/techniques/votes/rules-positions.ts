import type { Rule } from "#core/technique";
import { spokenName } from "#core/read-ids";
import type { Names, Reference } from "#model/names";
import type { Votes } from "./schema.ts";

const voteAsPosition: Rule<Votes> = {
  name: "vote-as-position",
  severity: "info",
  message: {
    what: "The position of {actor} rests on its votes alone.",
    why: "A state may vote against a text for its forum or its timing, and for one that asks for little: a vote is not a position.",
    remedy: "Cite its explanation of vote or a statement beside the vote, or widen the range.",
  },
  standard: "ICD 203, tradecraft standard 1: sources; Bailey, Strezhnev and Voeten (2017): votes depend on what is put to the vote",
  *check({ rollCalls }, { names }) {
    const ours = new Set(rollCalls.flatMap(({ sources }) => sources.map(({ id }) => id)));
    if (ours.size === 0) return;
    const cited = citedByActor(names);
    for (const { id, title, kind, facts } of names.all("actor")) {
      const [first, ...others] = cited.get(id) ?? [];
      if (facts?.["position"] !== undefined && first && [first, ...others].every((reference) => ours.has(reference.id))) yield { span: first.span, values: { actor: spokenName({ id, title, kind }) } };
    }
  },
};

/** What each actor cites, in the order of the sources. */
function citedByActor(names: Names): ReadonlyMap<string, readonly Reference[]> {
  const cited = new Map<string, Reference[]>();
  for (const source of names.all("source")) {
    for (const reference of names.references(source.id)) {
      if (reference.from !== undefined) cited.set(reference.from, [...(cited.get(reference.from) ?? []), reference]);
    }
  }
  return cited;
}

/** What is wrong with the use that others make of votes. */
export const positionRules = [voteAsPosition];
