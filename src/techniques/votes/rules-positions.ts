import type { Rule } from "#core/technique";
import { spokenName } from "#core/read-ids";
import { listText } from "#kit/list-text";
import type { Declaration, Names, Reference } from "#model/names";
import { heldIn, stateActors, type Held } from "./read-held.ts";
import { forumOf } from "./read-membership.ts";
import { nameOf } from "./read-name.ts";
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

const lastVote: Rule<Votes> = {
  name: "last-vote-contradicts-roll-call",
  severity: "warning",
  message: {
    what: "Of the roll calls in {forum}, {id} fits the last votes in the actors' table best, and {actors} answered otherwise there.",
    why: "The simulation goes by the last votes in the actors' table, the report shows the roll call.",
    remedy: "Correct the one that is wrong.",
  },
  standard: "ICD 203, tradecraft standard 6: internally consistent",
  *check(part, scene) {
    const actors = stateActors(scene.names);
    const held = heldIn(part, scene);
    for (const forum of scene.names.all("forum")) {
      const said = actors.flatMap(({ actor, code }) => lastVotesOf(actor, scene.names).filter(({ id }) => id === forum.id).map(({ answer }) => ({ actor, code, answer })));
      const [best] = held.filter(({ rollCall }) => forumOf(rollCall, scene.names)?.id === forum.id).map((one) => fitOf(one, said)).toReversed().toSorted((a, b) => b.same - a.same);
      const [first] = best?.others ?? [];
      if (best && first) yield { span: first.actor.span, values: { forum: forum.title, id: nameOf(best.rollCall), actors: listText(best.others.map(({ actor }) => spokenName(actor))) } };
    }
  },
};

interface SaidVote {
  readonly actor: Declaration;
  readonly code: string;
  readonly answer: string;
}

/** How many of the votes that actors are said to have cast are those of a roll call, and who cast another one. */
function fitOf({ rollCall, ballots }: Held, said: readonly SaidVote[]): { readonly rollCall: Held["rollCall"]; readonly same: number; readonly others: readonly SaidVote[] } {
  const voted = said.filter(({ code }) => (ballots.answers.get(code) ?? "absent") !== "absent");
  const others = voted.filter(({ code, answer }) => ballots.answers.get(code) !== answer);
  return { rollCall, same: voted.length - others.length, others };
}

/** An actor's declaration gives its last vote in a forum as `lastVote:F2`. */
const lastVotesOf = ({ facts = {}, span }: Declaration, names: Names): readonly { readonly id: string; readonly answer: string }[] =>
  Object.entries(facts).flatMap(([fact, answer]) => {
    const forum = fact.startsWith("lastVote:") ? forumOf({ forum: { written: fact.slice("lastVote:".length), span } }, names) : undefined;
    return forum ? [{ id: forum.id, answer }] : [];
  });

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
export const positionRules = [voteAsPosition, lastVote];
