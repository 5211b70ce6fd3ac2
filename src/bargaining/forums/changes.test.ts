import fc from "fast-check";
import { expect, it } from "vitest";
import type { Dimension, Forum, Happening, Negotiation, Party } from "./negotiation.ts";
import { parametersWith, type Parameters } from "./parameters.ts";
import { runNegotiation, type Account } from "./run.ts";
import { summaryOf } from "./summary.ts";

const quiet = { regimeChange: 0, positionSpread: 0, sharedShock: 0, coalitionShock: 0, heldText: 0, textError: 0, noise: 0, attendance: 1, proceduralFailure: 0, gavel: 0, abstentionBand: 0, quorum: 0 };
const party = (id: string, position: number, more: Partial<Party> = {}): Party => ({ id, position, salience: 1, capability: 0.5, ...more });
/** A vote that adopts whatever its members write, so that its text shows where they stand: the mean of the members. */
const mirror = (id: string, members: readonly Party[], years?: number): Forum => ({ id, rule: { kind: "majority", share: 0, of: "members" }, members: members.map((own) => own.id), ...(years !== undefined && { years }) });

const runs = 20_000;
const play = (negotiation: Negotiation, changes: Partial<Parameters>, count = runs): readonly Account[] => runNegotiation(negotiation, { runs: count, seed: 1, parameters: parametersWith({ ...quiet, ...changes }) });
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
function covariance(one: Float64Array, other: Float64Array): number {
  const [first, second] = [mean(one), mean(other)];
  return one.reduce((sum, value, run) => sum + (value - first) * (other[run]! - second), 0) / one.length;
}
const variance = (values: Float64Array): number => covariance(values, values);
const near = (found: number, exact: number, error: number): void => expect(Math.abs(found - exact)).toBeLessThan(4 * error);

/** Each party alone in a forum of its own: the text is its position. A weak status quo lets every text pass. */
const apart = (parties: readonly Party[], years?: readonly number[]): Negotiation => ({ parties, forums: parties.map((own, at) => mirror(`F${at}`, [own], years?.[at])) });

it("decomposes the variance of positions as the shocks say: own, of the coalition, of all (seed 1)", () => {
  const parties = [party("A", 0.5, { coalition: "X" }), party("B", 0.5, { coalition: "X" }), party("C", 0.5, { coalition: "Y" }), party("D", 0.5)];
  const [own, coalition, shared] = [0.04, 0.06, 0.03];
  const [a, b, c, d] = play(apart(parties), { positionSpread: own, coalitionShock: coalition, sharedShock: shared }).map(({ texts }) => texts);
  // The standard error of a variance or covariance of about 0.006 from 20,000 runs.
  const error = 0.0062 / Math.sqrt(runs);
  for (const inCoalition of [a!, b!, c!]) near(variance(inCoalition), own ** 2 + coalition ** 2 + shared ** 2, 2 * error);
  near(variance(d!), own ** 2 + shared ** 2, error);
  near(covariance(a!, b!), coalition ** 2 + shared ** 2, error);
  for (const other of [c!, d!]) near(covariance(a!, other), shared ** 2, error);
  near(covariance(c!, d!), shared ** 2, error);
});

it("keeps the spread of a mean from vanishing with the number of actors: only independent errors cancel (seed 1)", () => {
  const parties = Array.from({ length: 100 }, (_, at) => party(`P${at}`, 0.5, { coalition: `C${at % 4}` }));
  const texts = play({ parties, forums: [mirror("F", parties)] }, { positionSpread: 0.1, coalitionShock: 0.06, sharedShock: 0.03 }, 5_000)[0]!.texts;
  const exact = 0.1 ** 2 / 100 + 0.06 ** 2 / 4 + 0.03 ** 2;
  near(variance(texts), exact, exact * Math.sqrt(2 / 5_000));
});

it("changes governments with their chance a year, before each session as many as there was time for (seed 1)", () => {
  const parties = [party("A", 0.9, { changeRate: 0.3 }), party("B", 0.1), party("C", 0.1), party("D", 0.1)];
  const changed = (years: number): number => {
    const { texts } = play({ parties, forums: [mirror("F", [parties[0]!], years)] }, {})[0]!;
    return texts.filter((place) => Math.abs(place - 0.9) > 1e-12).length / runs;
  };
  for (const years of [0, 0.5, 1, 4]) {
    const exact = 1 - (1 - 0.3) ** years;
    near(changed(years), exact, Math.sqrt((exact * (1 - exact)) / runs) + 1e-12);
  }
});

it("takes a position anew from the others of the coalition, drawn towards all (seed 1)", () => {
  const at = (positions: readonly number[], coalition: string): readonly Party[] => positions.map((position, place) => party(`${coalition}${place}`, position, { coalition }));
  const parties = [party("A", 0.2, { coalition: "X", changeRate: 1 }), ...at([0.5, 0.7], "X"), ...at([0.3, 0.4, 0.5], "Y")];
  const { texts } = play({ parties, forums: [mirror("F", [parties[0]!], 1)] }, {})[0]!;
  // Two others of the coalition count as much as all five others: half and half.
  const moments = (places: readonly number[]) => [1, 2].map((power) => places.reduce((sum, place) => sum + place ** power, 0) / places.length);
  const [[own, ownSquares], [all, allSquares]] = [moments([0.5, 0.7]), moments([0.5, 0.7, 0.3, 0.4, 0.5])] as [number[], number[]];
  const [centre, spread] = [(own! + all!) / 2, (ownSquares! + allSquares!) / 2 - ((own! + all!) / 2) ** 2];
  near(mean(texts), centre, Math.sqrt(spread / runs));
  near(variance(texts), spread, spread * Math.sqrt(2 / runs));
});

const event = (id: string, years: number, chance: number, move: Happening["moves"][number]): Happening => ({ id, years, chance, moves: [move] });

it("lets an event move whom it names, with its chance, for the sessions on its day and after (seed 1)", () => {
  const parties = [party("A", 0.2), party("B", 0.8)];
  const negotiation = { parties, forums: [mirror("F1", [parties[0]!], 0.5), mirror("F2", [parties[0]!], 1), mirror("F3", [parties[1]!], 1)], events: [event("E", 1, 0.3, { party: "A", to: 0.6 })] };
  const [before, after, other] = play(negotiation, {}).map(({ texts }) => Array.from(texts, (place) => Math.round(place * 1e6) / 1e6));
  expect(new Set(before)).toEqual(new Set([0.2]));
  expect(new Set(other)).toEqual(new Set([0.8]));
  expect(new Set(after)).toEqual(new Set([0.2, 0.6]));
  near(after!.filter((place) => place === 0.6).length / runs, 0.3, Math.sqrt(0.21 / runs));
});

it("makes changes in the order of their days, and keeps an actor's own uncertainty through an event (seed 1)", () => {
  const parties = [party("A", 0.2)];
  const events = [event("later", 0.9, 1, { party: "A", to: 0.4 }), event("earlier", 0.1, 1, { party: "A", to: 0.9 })];
  const places = (years: number, spread: number) => play({ parties, events, forums: [mirror("F", parties, years)] }, { positionSpread: spread }, 2_000)[0]!.texts;
  expect([0, 0.5, 1].map((years) => mean(places(years, 0)))).toEqual([0.2, 0.9, 0.4].map((place) => expect.closeTo(place, 12)));
  const [now, then] = [places(0, 0.05), places(1, 0.05)];
  now.forEach((place, run) => expect(then[run]! - place).toBeCloseTo(0.2, 9));
});

it("gives an event its own luck: another beside it, or one too late, changes nothing (seed 1)", () => {
  const parties = [party("A", 0.2), party("B", 0.8)];
  const texts = (events: readonly Happening[]) => play({ parties, forums: [mirror("F", [parties[0]!], 1)], events }, { regimeChange: 0.3 }, 500)[0]!.texts;
  const alone = texts([event("one", 0.5, 0.4, { party: "A", to: 0.6 })]);
  expect(texts([event("one", 0.5, 0.4, { party: "A", to: 0.6 }), event("another", 0.1, 0.5, { party: "B", to: 0.1 })])).toEqual(alone);
  expect(texts([event("one", 0.5, 0.4, { party: "A", to: 0.6 }), event("late", 2, 1, { party: "A", to: 0.1 })])).toEqual(alone);
  expect(texts([])).not.toEqual(alone);
});

const people = fc.array(fc.record({ position: fc.double({ min: 0, max: 1, noNaN: true }), salience: fc.double({ min: 0, max: 1, noNaN: true }), capability: fc.double({ min: 0, max: 1, noNaN: true }), coalition: fc.constantFrom("X", "Y") }), { minLength: 2, maxLength: 6 }).map((list) => list.map((own, at): Party => ({ ...own, id: `P${at}` })));
const allForums = (parties: readonly Party[]): readonly Forum[] =>
  ([{ kind: "consensus" }, { kind: "majority", share: 1 / 2, of: "those voting" }, { kind: "opt-in", needed: 2 }] as const).map((rule, at) => ({ id: `F${at}`, rule, members: parties.map(({ id }) => id) }));
/** Gavel and ratifications apart, which take other numbers of the stream where there are more scales. */
const compared = (accounts: readonly Account[]) => accounts.map(({ track, outcomes }) => Array.from(outcomes, (outcome) => (track.forum.rule.kind === "opt-in" ? Math.max(2, outcome) : outcome)));

it("is on two scales that are one and the same what it is on one (seed 21)", () => {
  fc.assert(
    fc.property(people, (parties) => {
      const options = { runs: 10, seed: 2, parameters: parametersWith({ ...quiet, abstentionBand: 0.05 }) };
      const twins = parties.map((own) => ({ ...own, further: { twin: { position: own.position } } }));
      const dimensions: readonly Dimension[] = [{ id: "twin", weight: 3 }];
      expect(compared(runNegotiation({ parties: twins, forums: allForums(parties), dimensions }, options))).toEqual(compared(runNegotiation({ parties, forums: allForums(parties) }, options)));
    }),
    { seed: 21, numRuns: 40, verbose: 1 },
  );
});

it("weighs the scales: a text that pleases on one and hurts on the other is adopted where the first counts more", () => {
  const parties = ["A", "B", "C"].map((id) => party(id, 1, { further: { scope: { position: 0 } } }));
  const passes = (weight: number, salience?: number): number => {
    const own = salience === undefined ? parties : parties.map((one) => ({ ...one, further: { scope: { position: 0, salience } } }));
    const forum: Forum = { id: "F", rule: { kind: "majority", share: 1 / 2, of: "members" }, members: ["A", "B", "C"], text: 0.5, furtherText: { scope: 0.9 } };
    return summaryOf(play({ parties: own, forums: [forum], dimensions: [{ id: "scope", weight }] }, {}, 50)[0]!).delivers.share;
  };
  // On the first scale 0.5 is worth 1 - 0.25 = 0.75; on the second 0.9 costs 0.81.
  expect([0.9, 0.93].map((weight) => passes(weight))).toEqual([1, 0]);
  expect([passes(3), passes(3, 0.3), passes(3, 0.32)]).toEqual([0, 1, 0]);
});

it("weighs a text on each scale against the status quo there", () => {
  // Nothing changes on the second scale where it already is as the text would have it, and much where it is at 0.
  const parties = ["A", "B", "C"].map((id) => party(id, 0.6, { further: { scope: { position: 0 } } }));
  const passes = (statusQuo?: number): number => {
    const forum: Forum = { id: "F", rule: { kind: "majority", share: 1 / 2, of: "members" }, members: ["A", "B", "C"], text: 0.6, furtherText: { scope: 0.8 } };
    return summaryOf(play({ parties, forums: [forum], dimensions: [{ id: "scope", weight: 1, ...(statusQuo !== undefined && { statusQuo }) }] }, {}, 20)[0]!).delivers.share;
  };
  expect([passes(), passes(0.8), passes(0.5)]).toEqual([0, 1, 0]);
});

it("writes a text on every scale, by those who care about it", () => {
  const parties = [party("A", 1, { further: { scope: { position: 0.2 } } }), party("B", 0.5, { further: { scope: { position: 0.6 } } }), party("C", 0)];
  const account = play({ parties, forums: [mirror("F", parties)], dimensions: [{ id: "scope", weight: 1 }, { id: "verification", weight: 1, statusQuo: 0.1 }] }, {}, 50)[0]!;
  const { text, further } = summaryOf(account);
  expect([text!.mean, ...further.map((spread) => spread.mean)]).toEqual([0.5, 0.4, 0.1].map((place) => expect.closeTo(place, 6)));
});

it("dilutes a text on the scales where it is written, and leaves it where it is put", () => {
  const parties = [party("A", 1, { further: { scope: { position: 1 } } }), party("B", 1, { further: { scope: { position: 1 } } }), party("C", 0.2, { capability: 0.9, further: { scope: { position: 1 } } })];
  const forum: Forum = { id: "F", rule: { kind: "consensus" }, members: ["A", "B", "C"], furtherText: { scope: 0.6 } };
  const account = play({ parties, forums: [forum], dimensions: [{ id: "scope", weight: 0.05 }] }, { sidePayments: 0 }, 20)[0]!;
  const { text, further, outcomes } = summaryOf(account);
  expect(outcomes.find(({ name }) => name === "agreed after dilution")!.share).toBe(1);
  expect(text!.mean).toBeLessThan(0.6);
  expect(further[0]!.mean).toBeCloseTo(0.6, 9);
});

it("remembers the last vote: it carries a vote that the text alone would lose, and moves no position", () => {
  const members = ["A", "B", "C"];
  const vote = (lastVotes: readonly (Party["lastVotes"] | undefined)[], persistence: number, position: number) => {
    const parties = members.map((id, at) => ({ ...party(id, position), ...(lastVotes[at] && { lastVotes: lastVotes[at] }) }));
    const forum = (id: string): Forum => ({ id, rule: { kind: "majority", share: 1 / 2, of: "members" }, members, text: 0.5 });
    return play({ parties, forums: [forum("F1"), forum("F2")] }, { persistence, abstentionBand: 0.02 }, 20).map((account) => summaryOf(account).delivers.share);
  };
  const said = (ballot: "yes" | "no" | "abstain") => members.map(() => ({ F1: ballot }));
  // At 0.22 a text at 0.5 is worth 0.0484 - 0.0784 = -0.03, at 0.3 it is worth 0.09 - 0.04 = 0.05.
  expect(vote([], 0.1, 0.22)).toEqual([0, 0]);
  expect(vote(said("yes"), 0.1, 0.22)).toEqual([1, 0]);
  expect(vote(said("yes"), 0.04, 0.22)).toEqual([0, 0]);
  expect(vote([], 0.1, 0.3)).toEqual([1, 1]);
  expect(vote(said("no"), 0.1, 0.3)).toEqual([0, 1]);
  expect(vote(said("abstain"), 0.04, 0.3)).toEqual([0, 1]);
  expect(vote(said("abstain"), 0.02, 0.3)).toEqual([1, 1]);
});

it("lets the chair dilute what is written where a text is put on the first scale alone", () => {
  const parties = [party("A", 0.5, { further: { scope: { position: 1 } } }), party("B", 0.5, { further: { scope: { position: 1 } } }), party("C", 0.25, { capability: 0.9, further: { scope: { position: 0.1 } } })];
  const forum = (furtherText?: Forum["furtherText"]): Forum => ({ id: "F", rule: { kind: "consensus" }, members: ["A", "B", "C"], text: 0.5, ...(furtherText && { furtherText }) });
  const ended = (own: Forum) => summaryOf(play({ parties, forums: [own], dimensions: [{ id: "scope", weight: 2 }] }, { sidePayments: 0 }, 20)[0]!);
  const diluted = ended(forum());
  expect(diluted.outcomes.find(({ name }) => name === "agreed after dilution")!.share).toBe(1);
  expect(diluted.text!.mean).toBeCloseTo(0.5, 12);
  expect(ended(forum({ scope: 0.9 })).delivers.share).toBe(0);
});
