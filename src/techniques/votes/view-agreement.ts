import { states, unGroups } from "#atlas/states";
import { agreement } from "#bargaining/votes/agreement";
import { averageLinkage, silhouette } from "#bargaining/votes/blocs";
import { answersIn } from "#bargaining/votes/cohesion";
import { likeness, nearestVoters } from "#bargaining/votes/likeness";
import { answers, type RollCalls } from "#bargaining/votes/roll-calls";
import type { Scene } from "#core/technique";
import { firstOfEach, groupBy } from "#kit/group";
import type { Block, TableRow } from "#model/block";
import { callsOf, stateActors, stateName, type Held } from "./read-held.ts";

/** More states than these do not fit on a page; the first actors of the document are shown. */
const most = 30;
/** From so many roll calls on, likeness tells more than equal answers. */
const many = 8;

/** Who of the document's actors votes with whom: how often each two agree, and who answers as each does. */
export function agreementBlocks(held: readonly Held[], { names }: Pick<Scene, "names">): readonly Block[] {
  const calls = callsOf(held);
  const actors = firstOfEach(stateActors(names), ({ code }) => code).map(({ code }) => calls.voters.findIndex(({ id }) => id === code)).filter((voter) => voter >= 0).slice(0, most);
  if (calls.rollCalls.length < 2) return [];
  if (actors.length < 3) return groupMatrix(calls);
  return [matrixOf(calls, actors), calls.rollCalls.length < many ? sameAnswers(calls, actors, held) : nearest(calls, actors)];
}

function matrixOf(calls: RollCalls, voters: readonly number[]): Block {
  const places = new Map(voters.map((voter, place) => [voter, place]));
  const all = agreement(calls, voters);
  const shareOf = (one: number, other: number): number => all[(places.get(one) ?? 0) * voters.length + (places.get(other) ?? 0)] ?? Number.NaN;
  const blocs = blocsAmong(voters, shareOf);
  const ordered = blocs.flat();
  return {
    kind: "agreement-matrix",
    caption: `How often actors voted alike, in ${calls.rollCalls.length} votes`,
    blocs: blocs.map((members, at) => ({ title: `Bloc ${at + 1}`, members: members.map((voter) => ({ id: idOf(calls, voter), name: stateName(idOf(calls, voter)) })) })),
    shares: ordered.map((one) => ordered.map((other) => (Number.isNaN(shareOf(one, other)) ? null : shareOf(one, other)))),
  };
}

/** Where the document has no states as actors: the regional groups, each cell the mean over the pairs of their members. */
function groupMatrix(calls: RollCalls): readonly Block[] {
  const groups = unGroups.map((title) => ({ title, members: calls.voters.flatMap(({ id }, voter) => (states.get(id)?.group === title ? [voter] : [])) })).filter(({ members }) => members.length > 1);
  if (groups.length < 2) return [];
  const all = agreement(calls, calls.voters.map((_, voter) => voter));
  const meanOf = (one: readonly number[], other: readonly number[]): number | null => {
    const shares = one.flatMap((a) => other.filter((b) => a !== b).map((b) => all[a * calls.voters.length + b] ?? Number.NaN)).filter((share) => !Number.isNaN(share));
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  return [
    {
      kind: "agreement-matrix",
      caption: `How often members of regional groups voted alike, in ${calls.rollCalls.length} votes`,
      blocs: [{ title: "Regional groups", members: groups.map(({ title }) => ({ id: title, name: title })) }],
      shares: groups.map((one) => groups.map((other) => meanOf(one.members, other.members))),
    },
  ];
}

const idOf = ({ voters }: RollCalls, voter: number): string => voters[voter]?.id ?? "";

/** Sorted into the number of blocs that is cut best; two who never met count as half alike. */
function blocsAmong(voters: readonly number[], shareOf: (one: number, other: number) => number): readonly (readonly number[])[] {
  const distance = Float64Array.from(voters.flatMap((one) => voters.map((other) => (one === other ? 0 : 1 - (Number.isNaN(shareOf(one, other)) ? 1 / 2 : shareOf(one, other))))));
  const counts = Array.from({ length: Math.min(6, voters.length - 1) - 1 }, (_, at) => at + 2);
  const partitions = counts.map((count) => averageLinkage(distance, count));
  const best = partitions.map((partition) => ({ partition, width: silhouette(distance, partition) })).toSorted((a, b) => b.width - a.width)[0];
  if (!best || distance.every((value) => value === 0)) return [voters];
  return Array.from({ length: Math.max(...best.partition) + 1 }, (_, bloc) => voters.filter((_, at) => best.partition[at] === bloc));
}

const words = { yes: "yes", no: "no", abstain: "abstained", absent: "not voting" } as const;

/** Who had no ballot was no member, or is not in the record. */
const wordFor = (code: number | undefined): string => {
  const answer = answers[code ?? -1];
  return answer === undefined ? "no ballot" : words[answer];
};

/** The actors by their answers, and who else gave the same in all votes. */
function sameAnswers(calls: RollCalls, actors: readonly number[], held: readonly Held[]): Block {
  const known = held.filter(({ ballots }) => ballots.extent === "all");
  const given = answersIn(calls, calls.rollCalls.map((_, rollCall) => rollCall));
  const key = (voter: number): string => JSON.stringify(given[voter]);
  const rows = Array.from(groupBy(actors, key), ([answered, own]): TableRow => {
    const others = calls.voters.flatMap((_, other) => (key(other) === answered && !own.includes(other) ? [other] : []));
    const votes = known.map((_, at) => wordFor(given[own[0] ?? 0]?.[at]));
    return { cells: [own.map((voter) => stateName(idOf(calls, voter))).join(", "), ...votes, namesOf(calls, others)] };
  });
  return { kind: "table", caption: "Who answered alike in all votes", head: ["Actors", ...known.map(({ title }) => title), "Others who did"], rows };
}

/** Up to nine names, else how many. */
function namesOf(calls: RollCalls, voters: readonly number[]): string {
  const names = voters.map((voter) => stateName(idOf(calls, voter)));
  return names.length === 0 ? "nobody" : names.length > 9 ? `${names.length} states` : names.join(", ");
}

function nearest(calls: RollCalls, actors: readonly number[]): Block {
  const alike = likeness(calls);
  const rows = actors.map((voter): TableRow => ({
    cells: [stateName(idOf(calls, voter)), nearestVoters(alike, voter, 5).map(({ voter: other, likeness: value }) => `${stateName(idOf(calls, other))} ${value.toFixed(2)}`).join(", ")],
  }));
  return { kind: "table", caption: "Who votes most like each actor (correlation of answers less the mean of all)", head: ["Actor", "Nearest states"], rows };
}
