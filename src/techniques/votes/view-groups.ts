import { findState, unGroups, unMembers } from "#atlas/states";
import { cohesion } from "#bargaining/votes/cohesion";
import type { RollCalls } from "#bargaining/votes/roll-calls";
import { coalitionOf, listedMembers, membersFact } from "#core/coalition";
import type { Scene } from "#core/technique";
import { groupBy } from "#kit/group";
import type { Block } from "#model/block";
import type { Counts } from "./read-ballots.ts";
import { callsOf, stateActors, type Held } from "./read-held.ts";

interface Group {
  readonly title: string;
  readonly codes: ReadonlySet<string>;
}

/** The latest vote by regional group and by coalition, with how far each group votes as one over the whole series. */
export function groupBlocks(held: readonly Held[], { names }: Pick<Scene, "names">): readonly Block[] {
  const latest = held.findLast(({ ballots }) => ballots.extent === "all");
  if (!latest) return [];
  const calls = callsOf(held);
  const over = calls.rollCalls.length > 1 ? `, with cohesion over ${calls.rollCalls.length} votes` : "";
  return [
    ...barsOf(latest, calls, { caption: `By regional group of the United Nations: ${latest.title}${over}`, groups: regionalGroups(latest) }),
    ...barsOf(latest, calls, { caption: `By coalition of this document: ${latest.title}${over}`, groups: coalitions(names) }),
  ];
}

/** Where nearly half of the members vote, the groups that they sit in tell something. */
function regionalGroups({ ballots }: Held): readonly Group[] {
  if (ballots.answers.size < unMembers().length * 0.45) return [];
  return unGroups.map((title) => ({ title, codes: new Set(unMembers().filter(({ group }) => group === title).map(({ code }) => code)) }));
}

/** Those that actors name or that list them, with members that are states and no actors of the document. */
function coalitions(names: Scene["names"]): readonly Group[] {
  const actors = stateActors(names).flatMap(({ actor, code }) => {
    const coalition = coalitionOf(actor, names);
    return coalition === undefined ? [] : [{ code, coalition }];
  });
  const listed = names.all("coalition").flatMap(({ title, facts }) =>
    listedMembers(facts?.[membersFact] ?? "", names).flatMap(({ name, actor }) => {
      const state = actor === undefined ? findState(name) : undefined;
      return state ? [{ code: state.code, coalition: title }] : [];
    }),
  );
  return Array.from(groupBy([...actors, ...listed], ({ coalition }) => coalition), ([title, own]) => ({ title, codes: new Set(own.map(({ code }) => code)) }));
}

interface Grouping {
  readonly caption: string;
  readonly groups: readonly Group[];
}

function barsOf({ ballots }: Held, calls: RollCalls, { caption, groups }: Grouping): readonly Block[] {
  const rows = groups.map(({ title, codes }) => ({ title, counts: countsAmong(ballots.answers, codes), ...noteOn(calls, codes) }));
  const voting = rows.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  return voting.length > 1 ? [{ kind: "vote-bars", caption, rows: voting }] : [];
}

function countsAmong(answers: Held["ballots"]["answers"], codes: ReadonlySet<string>): Counts {
  const counts = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const [code, answer] of answers) if (codes.has(code)) counts[answer]++;
  return counts;
}

/** The agreement index, which is 1 where a group always votes as one. */
function noteOn(calls: RollCalls, codes: ReadonlySet<string>): { readonly note?: string } {
  const index = cohesion(calls, (voter) => codes.has(calls.voters[voter]?.id ?? ""));
  return index === undefined ? {} : { note: `cohesion ${index.toFixed(2)}` };
}
