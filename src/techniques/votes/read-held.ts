import { findState, states } from "#atlas/states";
import { ballot, rollCallsBuilder, type RollCalls } from "#bargaining/votes/roll-calls";
import { shownDate } from "#core/read-cell";
import type { Scene } from "#core/technique";
import { writtenDate } from "#kit/date";
import type { Declaration, Names } from "#model/names";
import { plain } from "#model/prose";
import { ballotsOf, countsOf, type Ballots, type Counts } from "./read-ballots.ts";
import { neededIn, type Needed } from "./read-majority.ts";
import { forumOf, membershipOf } from "./read-membership.ts";
import type { RollCall, Votes } from "./schema.ts";

/** A roll call with all that is known of it. */
export interface Held {
  readonly rollCall: RollCall;
  readonly title: string;
  /** The day as a person writes it; empty where there is none. */
  readonly when: string;
  readonly ballots: Ballots;
  readonly counts: Counts;
  readonly needed?: Needed;
}

/** The roll calls in the order in which they were held; undated ones last, as they are written. */
export const heldIn = ({ rollCalls }: Votes, scene: Pick<Scene, "names" | "attachments">): readonly Held[] =>
  rollCalls
    .map((rollCall): Held => {
      const ballots = ballotsOf(rollCall, scene);
      const counts = countsOf(rollCall, ballots);
      const forum = forumOf(rollCall, scene.names);
      const needed = neededIn(forum, counts, membershipOf(forum, scene.names)?.count);
      const day = rollCall.date?.day;
      const when = rollCall.date === undefined ? "" : day === undefined || rollCall.date.from !== day ? shownDate(rollCall.date) : writtenDate(day);
      return { rollCall, title: plain(rollCall.name), when, ballots, counts, ...(needed && { needed }) };
    })
    .toSorted((a, b) => compare(a.rollCall.date?.day ?? "9", b.rollCall.date?.day ?? "9"));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const stateName = (code: string): string => states.get(code)?.name ?? code;

/** The ballots that are all known, in the form in which they can be compared. */
export function callsOf(held: readonly Held[]): RollCalls {
  const builder = rollCallsBuilder();
  const known = held.filter(({ ballots }) => ballots.extent === "all");
  const codes = [...new Set(known.flatMap(({ ballots }) => [...ballots.answers.keys()]))].toSorted();
  const numbers = new Map(codes.map((code) => [code, builder.voter({ id: code })]));
  for (const { rollCall, ballots } of known) {
    const number = builder.rollCall({ id: rollCall.id });
    for (const [code, answer] of ballots.answers) builder.ballot(number, numbers.get(code) ?? 0, ballot[answer]);
  }
  return builder.build();
}

/** An actor of the document that is a state. */
export interface StateActor {
  readonly actor: Declaration;
  readonly code: string;
}

/** The actors that are states, by their id or name. */
export const stateActors = (names: Names): readonly StateActor[] =>
  names.all("actor").flatMap((actor) => {
    const code = (findState(actor.id) ?? findState(actor.title))?.code;
    return code === undefined ? [] : [{ actor, code }];
  });
