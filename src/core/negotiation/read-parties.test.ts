import { expect, it } from "vitest";
import type { Declaration, Names } from "#model/names";
import { readNegotiation, type AskedInstead } from "./read-negotiation.ts";

const span = { section: 0, from: 0, to: 0 };
const actor = (id: string, facts: Readonly<Record<string, string>>): Declaration => ({ id, kind: "actor", title: id, span, facts });
const forum = (id: string, facts: Readonly<Record<string, string>>): Declaration => ({ id, kind: "forum", title: id, span, facts });
const E1: Declaration = { id: "E1", kind: "event", title: "An election", span, facts: { date: "2026-07-02", chance: "0.25", moves: "B 60; A 10" } };
const named = (declarations: readonly Declaration[]): Names => ({ find: (id) => declarations.find((one) => one.id === id), all: (kind) => declarations.filter((one) => one.kind === kind), references: () => [] });

const asked: AskedInstead = { rules: new Map(), texts: new Map() };
const clock = { asOf: "2026-01-01", resolves: "2027-01-01" };
const A = actor("A", { position: "80", salience: "0.5", capability: "0.9", "position:scope": "30", "low:scope": "20", "high:scope": "40", "salience:scope": "0.2", "weight:scope": "2", "lastVote:F2": "abstain", changeRate: "0.2" });
const B = actor("B", { position: "20", salience: "0.5", capability: "0.5" });
const forums = [forum("F1", { rule: "consensus", members: "all", "members.kind": "all", session: "2026-07-02" }), forum("F2", { rule: "majority", share: "0.5", members: "all", "members.kind": "all", quorum: "3" }), forum("F3", { rule: "opt-in", needed: "5", members: "all", "members.kind": "all", session: "2025-06-01" })];

it("reads stances on several scales, last votes, rates of change, events and sessions from what is declared", () => {
  const read = readNegotiation(named([A, B, E1, ...forums]), { ...asked, texts: new Map([["F1", 75], ["F1:scope", 40]]) }, clock);
  if (typeof read === "string") throw new Error(read);
  const { parties, dimensions, events, forums: [conference, assembly, treaty] } = read.negotiation;
  expect(parties).toEqual([
    { id: "A", position: 0.8, salience: 0.5, capability: 0.9, further: { scope: { position: 0.3, low: 0.2, high: 0.4, salience: 0.2 } }, lastVotes: { F2: "abstain" }, changeRate: 0.2 },
    { id: "B", position: 0.2, salience: 0.5, capability: 0.5 },
  ]);
  expect(dimensions).toEqual([{ id: "scope", weight: 2 }]);
  expect(events).toEqual([{ id: "E1", years: expect.closeTo(182 / 365.25, 12), chance: 0.25, moves: [{ party: "B", to: 0.6 }, { party: "A", to: 0.1 }] }]);
  expect(conference).toMatchObject({ text: 0.75, furtherText: { scope: 0.4 }, years: expect.closeTo(182 / 365.25, 12) });
  expect(assembly).toMatchObject({ quorum: 3, years: expect.closeTo(365 / 365.25, 12) });
  expect(treaty).toMatchObject({ years: 0 });
  expect(read.notes).toEqual([
    "Without a position on scope, and taken not to care about it: B.",
    "F2 needs 3 present and only 2 of its members are actors here: it cannot vote.",
    "F3 needs 5 to join and only 2 of its members are actors here: it cannot come into force.",
  ]);
});

it("says which events cannot count", () => {
  const late = { id: "late", date: "2029-01-01", chance: 0.5, moves: [{ party: "B", to: 1 }] };
  const notesOf = (own: AskedInstead, days: typeof clock | object): readonly string[] => {
    const read = readNegotiation(named([A, B, E1, ...forums]), own, days);
    return typeof read === "string" ? [read] : read.notes;
  };
  expect(notesOf({ ...asked, events: [late] }, clock)).toContain("After the last session, and so of no effect: late.");
  expect(notesOf({ ...asked, events: [late] }, {})).toContain("The document gives no day as-of from which to count, so these events are left out: E1 and late.");
  expect(notesOf({ ...asked, events: [{ ...late, moves: [{ party: "Z", to: 1 }] }] }, clock)).toEqual(["the event late moves Z, who is no actor"]);
});

it("leaves out what cannot be read of an event or lies before the author speaks, and says so", () => {
  const event = (id: string, facts: Readonly<Record<string, string>>): Declaration => ({ id, kind: "event", title: id, span, facts: { date: "2026-07-02", chance: "0.25", moves: "B 60", ...facts } });
  const C = actor("C", {});
  const all = [actor("A", { ...A.facts, matter: "force" }), B, C, ...forums, event("first", { scale: "Force" }), event("own", { scale: "SCOPE" }), event("none", { scale: "Scpoe" }), event("undated", { date: "" }), event("unlikely", { chance: "" }), event("past", { date: "2025-12-31" }), event("partial", { moves: "B 60; C 10; Z 5", "moves.unread": "the others" })];
  const read = readNegotiation(named(all), asked, clock);
  if (typeof read === "string") throw new Error(read);
  expect(read.negotiation.events?.map(({ id, moves }) => [id, moves])).toEqual([
    ["first", [{ party: "B", to: 0.6 }]],
    ["own", [{ party: "B", to: 0.6, dimension: "scope" }]],
    ["partial", [{ party: "B", to: 0.6 }]],
  ]);
  expect(read.notes).toEqual(expect.arrayContaining([
    "none is left out: Scpoe is no scale of this document.",
    "undated is left out: its day cannot be read.",
    "unlikely is left out: its chance cannot be read.",
    "Of what partial moves, this cannot be read and is left out: the others.",
    "partial cannot move these, who have no position here: C and Z.",
    "Before the day as-of, and so left out, as the positions show what happened: past.",
  ]));
});

it("says what lies off any scale", () => {
  const read = readNegotiation(named([actor("A", { position: "80", "position:scope": "130" }), actor("B", { position: "-3", "position:scope": "10" }), ...forums]), asked, clock);
  expect(typeof read === "string" ? [read] : read.notes).toEqual(expect.arrayContaining(["Off the scale, and taken at its end: B.", "Off the scale of scope, and taken at its end: A."]));
});

it("leaves one-dimensional input as it was, and says who sits nowhere", () => {
  const read = readNegotiation(named([actor("A", { position: "80" }), actor("B", { position: "20" }), forum("F1", { rule: "consensus", members: "A" })]), asked);
  expect(read).toEqual({ negotiation: { parties: [{ id: "A", position: 0.8, salience: 0.5, capability: 0.5 }, { id: "B", position: 0.2, salience: 0.5, capability: 0.5 }], forums: [{ id: "F1", rule: { kind: "consensus" }, members: ["A"] }] }, notes: ["Without salience, taken as 50: A and B.", "Without capability, taken as 50: A and B.", "In no forum that is simulated: B."] });
});
