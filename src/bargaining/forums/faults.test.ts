import { expect, it } from "vitest";
import { faultsOf } from "./faults.ts";
import type { Forum, Negotiation, Party } from "./negotiation.ts";

const actor: Party = { id: "A", position: 0.5, salience: 0.5, capability: 0.5 };
const forum: Forum = { id: "F", rule: { kind: "consensus" }, members: ["A"] };
const sound: Negotiation = { parties: [actor], forums: [forum], dimensions: [{ id: "scope", weight: 2 }], events: [{ id: "E", years: 1, chance: 0.5, moves: [{ party: "A", to: 1, dimension: "scope" }] }] };
const withParty = (more: Partial<Party>): Negotiation => ({ ...sound, parties: [{ ...actor, ...more }] });
const withForum = (more: Partial<Forum>): Negotiation => ({ ...sound, forums: [{ ...forum, ...more }] });

it("finds no fault with a sound negotiation", () => expect(faultsOf(sound)).toEqual([]));

it.each([
  [{ ...sound, parties: [] }, "it has no actors"],
  [{ ...sound, forums: [] }, "it has no forums"],
  [{ ...sound, parties: [actor, actor] }, "two actors are called A"],
  [{ ...sound, forums: [forum, forum] }, "two forums are called F"],
  [{ ...sound, events: [...(sound.events ?? []), ...(sound.events ?? [])] }, "two events are called E"],
  [withParty({ position: Number.NaN }), "the position of A must be a number from 0 to 1 and is NaN"],
  [withParty({ position: 60 }), "the position of A must be a number from 0 to 1 and is 60"],
  [withParty({ low: 0, high: Number.POSITIVE_INFINITY }), "the range of A must be a number from 0 to 1 and is Infinity"],
  [withParty({ salience: -1 }), "the salience of A must be a number from 0 to 1 and is -1"],
  [withParty({ capability: Number.NaN }), "the capability of A must be a number from 0 to 1 and is NaN"],
  [withParty({ changeRate: -0.1 }), "the chance a year that A changes must be a number from 0 to 1 and is -0.1"],
  [withParty({ further: { scope: { position: Number.NaN } } }), "the position of A on scope must be a number from 0 to 1 and is NaN"],
  [withParty({ further: { venue: { position: 0 } } }), "A stands on a scale called venue, and the further scales are scope"],
  [withForum({ members: ["B"] }), "F has no member who is an actor"],
  [withForum({ rule: { kind: "majority", share: 2, of: "members" } }), "the share that the rule of F asks for must be a number from 0 to 1 and is 2"],
  [withForum({ rule: { kind: "opt-in", needed: Number.NaN } }), "the number that the rule of F asks for must be a number of at least 0 and is NaN"],
  [withForum({ quorum: Number.NaN }), "the quorum of F must be a number of at least 0 and is NaN"],
  [withForum({ text: Number.NaN }), "the text of F must be a number from 0 to 1 and is NaN"],
  [withForum({ furtherText: { venue: 0.5 } }), "the text of F is placed on a scale called venue, and the further scales are scope"],
  [withForum({ years: -1 }), "the years to the session of F must be a number of at least 0 and is -1"],
  [{ ...sound, events: [{ id: "E", years: Number.NaN, chance: 2, moves: [{ party: "B", to: 7 }] }] }, "the event E has no date"],
  [{ parties: [actor], forums: [{ ...forum, furtherText: { scope: 0.5 } }] }, "the text of F is placed on a scale called scope, and there is only one scale"],
] as const)("says in a sentence what is wrong: %#", (negotiation, sentence) => {
  expect(faultsOf(negotiation as Negotiation)).toContain(sentence);
});

it("names all that is wrong with an event", () => {
  expect(faultsOf({ ...sound, events: [{ id: "E", years: 1, chance: 2, moves: [{ party: "B", to: 7, dimension: "venue" }] }] })).toEqual([
    "the chance of the event E must be a number from 0 to 1 and is 2",
    "the event E moves B, who is no actor",
    "where the event E moves B must be a number from 0 to 1 and is 7",
    "the event E moves B on a scale called venue, and the further scales are scope",
  ]);
});
