import type { Rule } from "#core/technique";
import { spokenName } from "#core/read-ids";
import { listText } from "#kit/list-text";
import type { Names, Reference } from "#model/names";
import type { Votes } from "./schema.ts";

const voteAsPosition: Rule<Votes> = {
  name: "vote-as-position",
  severity: "info",
  message: {
    what: "{subject} what the votes cite, and nothing else.",
    why: "A state may vote against a text for its forum or its timing, and for one that asks for little: a vote is not a position.",
    remedy: "Cite its explanation of vote or a statement beside the vote, or widen the range.",
  },
  standard: "ICD 203, tradecraft standard 1: sources; Bailey, Strezhnev and Voeten (2017): votes depend on what is put to the vote",
  *check({ rollCalls }, { names }) {
    const ours = new Set(rollCalls.flatMap(({ sources }) => sources.map(({ id }) => id)).filter((source) => !isGeneral(source, names)));
    if (ours.size === 0) return;
    const cited = citedByActor(names);
    const found = names.all("actor").flatMap(({ id, title, kind, facts }) => {
      const own = cited.get(id) ?? [];
      return facts?.["position"] !== undefined && own.length > 0 && own.every((reference) => ours.has(reference.id)) ? own.slice(0, 1).map(({ span }) => ({ span, actor: spokenName({ id, title, kind }) })) : [];
    });
    // The same said of many is one remark, not as many.
    const groups = found.length > 3 ? [found] : found.map((one) => [one]);
    for (const group of groups) for (const { span } of group.slice(0, 1)) yield { span, values: { subject: group.length === 1 ? `The position of ${group[0]?.actor ?? ""} cites` : `The positions of ${listText(group.map(({ actor }) => actor))} cite` } };
  },
};

/** A source that is cited for a forum, a coalition or an event too holds more than votes. */
const isGeneral = (source: string, names: Names): boolean => names.references(source).some(({ from }) => general.has(names.find(from ?? "")?.kind ?? ""));

const general: ReadonlySet<string> = new Set(["forum", "coalition", "event"]);

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
