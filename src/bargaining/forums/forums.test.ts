import fc from "fast-check";
import { expect, it } from "vitest";
import { textForecast } from "./compromise.ts";
import type { Forum, Negotiation, Party } from "./negotiation.ts";
import { parametersWith, type Parameters } from "./parameters.ts";
import { decideVote, type Rule } from "./rules.ts";
import { runNegotiation } from "./run.ts";
import { smallest } from "./smallest.ts";
import { difference, summaryOf, type ForumSummary } from "./summary.ts";
import { flips, ruleChanges, withFlipped, withRule } from "./variants.ts";

/** Without any chance but the noise in what a text is worth, which is independent between actors. */
const still = { regimeChange: 0, positionSpread: 0, sharedShock: 0, coalitionShock: 0, heldText: 0, textError: 0, attendance: 1, proceduralFailure: 0, abstentionBand: 0 };
const independent = { ...still, isolationCost: 0, companyRelief: 0, sidePayments: 0, gavel: 0 };
const party = (id: string, position: number, more: Partial<Party> = {}): Party => ({ id, position, salience: 0.8, capability: 0.5, ...more });
const forum = (rule: Rule, parties: readonly Party[], more: Partial<Forum> = {}): Forum => ({ id: "F", rule, members: parties.map(({ id }) => id), ...more });
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function play(negotiation: Negotiation, changes: Partial<Parameters>, { runs = 5_000, seed = 1 } = {}): readonly ForumSummary[] {
  return runNegotiation(negotiation, { runs, seed, parameters: parametersWith(changes) }).map(summaryOf);
}

const one = (rule: Rule, parties: readonly Party[], changes: Partial<Parameters>, more: Partial<Forum> = {}): ForumSummary => play({ parties, forums: [forum(rule, parties, more)] }, changes)[0]!;
const shareOf = ({ outcomes }: ForumSummary, name: string): number => outcomes.find((outcome) => outcome.name === name)!.share;
const near = (measured: number, exact: number, runs = 5_000): void => expect(Math.abs(measured - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / runs) + 1e-12);

it.each([
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, [5, 5, 0, 10], "rejected"],
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, [3, 2, 5, 10], "adopted"],
  [{ kind: "majority", share: 1 / 2, of: "members" }, [5, 0, 5, 10], "rejected"],
  [{ kind: "majority", share: 2 / 3, of: "those voting" }, [66, 33, 0, 99], "adopted"],
  [{ kind: "majority", share: 2 / 3, of: "those voting" }, [65, 33, 1, 99], "rejected"],
  [{ kind: "majority", share: 2 / 3, of: "those voting" }, [0, 0, 10, 10], "rejected"],
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, [4, 0, 0, 10], "no quorum"],
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, [0, 0, 0, 0], "no quorum"],
  [{ kind: "unanimity" }, [9, 0, 0, 10], "adopted"],
  [{ kind: "unanimity" }, [9, 0, 1, 10], "rejected"],
] as const)("decides %o of yes, no, abstaining, members %o: %s", (rule, [yes, no, abstaining, members], decision) => {
  expect(decideVote(rule, { yes, no, abstaining, members }, 1 / 2)).toBe(decision);
});

const mixed = [0.1, 0.2, 0.3, 0.35, 0.45, 0.5, 0.6, 0.7, 0.9].map((position, at) => party(`P${at}`, position, { salience: 0.3 + at / 20, capability: at / 10 }));
/** What the text at 0.6 is worth to a party beside a status quo at 0, by the definition. */
const worth = ({ position, salience }: Party): number => salience * (position ** 2 - (position - 0.6) ** 2);

it("passes a majority as often as the Poisson binomial says (seed 1)", () => {
  const chances = mixed.map((own) => logistic(worth(own) / 0.2));
  const yes = chances.reduce<number[]>((counts, p) => [...counts, 0].map((value, at) => value * (1 - p) + (counts[at - 1] ?? 0) * p), [1]);
  const tail = (from: number): number => yes.slice(from).reduce((sum, value) => sum + value, 0);
  const options = { ...independent, noise: 0.2 };
  near(one({ kind: "majority", share: 1 / 2, of: "those voting" }, mixed, options, { text: 0.6 }).delivers.share, tail(5));
  near(one({ kind: "majority", share: 2 / 3, of: "members" }, mixed, options, { text: 0.6 }).delivers.share, tail(6));
  near(one({ kind: "unanimity" }, mixed, options, { text: 0.6 }).delivers.share, tail(9));
});

it("agrees by consensus as often as nobody objects: a product, where nobody looks at the others (seed 1)", () => {
  const exact = mixed.map((own) => logistic((worth(own) + 0.3 * (1 - 0.5 * own.capability)) / 0.12)).reduce((product, p) => product * p, 1);
  expect(exact).toBeGreaterThan(0.2);
  expect(exact).toBeLessThan(0.8);
  near(one({ kind: "consensus" }, mixed, { ...independent, noise: 0.12, objectionCost: 0.3 }, { text: 0.6 }).delivers.share, exact);
});

it("brings a treaty into force as often as the binomial of ratifications says (seed 1)", () => {
  const parties = Array.from({ length: 12 }, (_, at) => party(`P${at}`, 1, { capability: at === 0 ? 0.9 : 0.2 }));
  const p = 1 - Math.exp(-0.01 * 24);
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  const tail = (n: number, from: number): number => Array.from({ length: n + 1 }, (_, k) => (k < from ? 0 : choose(n, k) * p ** k * (1 - p) ** (n - k))).reduce((sum, value) => sum + value, 0);
  const summary = one({ kind: "opt-in", needed: 3 }, parties, { ...independent, noise: 0, ratificationHazard: 0.01, ratificationMonths: 24 });
  near(summary.delivers.share, tail(12, 3));
  near(shareOf(summary, "in force with a major actor"), p * tail(11, 2));
  near(shareOf(summary, "signed, not in force"), 1 - tail(12, 3));
  expect(summary.months!.high).toBeLessThanOrEqual(24);
});

it("tells apart a conference that nobody wants, one too small, and one whose number cannot be reached", () => {
  const few = [party("A", 0.9), party("B", 0.1), party("C", 0.1), party("D", 0.1)];
  const sure = { ...independent, noise: 0 };
  expect(shareOf(one({ kind: "opt-in", needed: 1 }, few.slice(1), sure), "no conference")).toBe(1);
  expect(shareOf(one({ kind: "opt-in", needed: 2 }, few, sure), "too few sign")).toBe(1);
  expect(shareOf(one({ kind: "opt-in", needed: 5 }, few.map(({ id }) => party(id, 1)), sure), "too few sign")).toBe(1);
});

const blocker = [party("A", 0.05, { salience: 0.9, capability: 0.9 }), ...Array.from({ length: 9 }, (_, at) => party(`S${at}`, 0.8))];

it("lets one strong objector stop a draft, the chair dilute it, money buy it and the last resort pass it", () => {
  const sure = { ...independent, noise: 0, objectionCost: 0.1 };
  const consensus: Rule = { kind: "consensus" };
  expect(shareOf(one(consensus, blocker, sure, { text: 0.8 }), "blocked as too strong")).toBe(1);
  expect(shareOf(one(consensus, blocker, sure), "agreed after dilution")).toBe(1);
  expect(shareOf(one(consensus, blocker, { ...sure, sidePayments: 0.9 }, { text: 0.8 }), "agreed as proposed")).toBe(1);
  expect(shareOf(one(consensus, blocker, sure, { text: 0.8, lastResort: { kind: "majority", share: 2 / 3, of: "those voting" } }), "adopted by vote as a last resort")).toBe(1);
  near(shareOf(one(consensus, blocker, { ...sure, gavel: 0.5 }, { text: 0.8 }), "agreed over one objection"), 0.05);
  near(shareOf(one(consensus, blocker, { ...sure, proceduralFailure: 0.3 }), "procedure fails"), 0.3);
});

it("makes a lone objector think again and a crowd of them not", () => {
  const text = { text: 0.5 };
  const crowd = (count: number) => Array.from({ length: 10 }, (_, at) => party(`P${at}`, at < count ? 0 : 0.8, { salience: 1, capability: 0 }));
  const sure = { ...still, noise: 0, sidePayments: 0, gavel: 0, objectionCost: 0.1, isolationCost: 0.2, companyRelief: 0.1 };
  // Worth -0.25; the price of the first is 0.1 + 0.2.
  const alone = one({ kind: "consensus" }, crowd(1), sure, text);
  const together = one({ kind: "consensus" }, crowd(5), sure, text);
  expect([alone.delivers.share, alone.fragile, together.delivers.share, together.fragile]).toEqual([1, 0, 1, 1]);
  expect(one({ kind: "consensus" }, crowd(5), { ...sure, isolationCost: 0.1 }, text).delivers.share).toBe(0);
});

it("reckons the threat to go elsewhere: it disarms objectors, and lets supporters refuse what is too weak", () => {
  const sure = { ...still, noise: 0, gavel: 0, sidePayments: 0, objectionCost: 0.05, isolationCost: 0, companyRelief: 0, resolutionForce: 0.9 };
  const elsewhere = { id: "V", rule: { kind: "majority", share: 1 / 2, of: "those voting" }, members: blocker.map(({ id }) => id), text: 0.9 } as const;
  const withThreat = (text: number) => play({ parties: blocker, forums: [forum({ kind: "consensus" }, blocker, { text }), elsewhere] }, sure)[0]!;
  expect(withThreat(0.8).threat).toEqual({ forum: "V", chance: 1, weight: 0.9, text: expect.closeTo(0.9, 12) });
  expect(one({ kind: "consensus" }, blocker, sure, { text: 0.8 }).delivers.share).toBe(0);
  expect(withThreat(0.8).delivers.share).toBe(1);
  expect(one({ kind: "consensus" }, blocker, sure, { text: 0.2 }).delivers.share).toBe(1);
  expect(shareOf(withThreat(0.2), "refused as too weak")).toBe(1);
});

it("finds the actor that a consensus hangs on, and the price of the rule", () => {
  const parties = blocker.map((own) => ({ ...own, low: own.position, high: own.position }));
  const negotiation = { parties, forums: [forum({ kind: "consensus" }, parties, { text: 0.8 })] };
  const options = { runs: 400, seed: 1, parameters: parametersWith({ ...still, noise: 0, gavel: 0, companyRelief: 0 }) };
  const found = flips(negotiation, options);
  expect(found.filter(({ pivot }) => pivot)).toEqual([{ forum: "F", actor: "A", to: 1, change: { share: 1, error: 0 }, before: "blocked as too strong", after: "agreed as proposed", pivot: true }]);
  expect(ruleChanges(negotiation, runNegotiation(negotiation, options), options)).toMatchObject([{ forum: "F", delivers: { share: 1 }, change: { share: 1, error: 0 } }]);
});

it("lets the least reluctance object where that costs nothing", () => {
  // At 0.45 a text at 0.93 is worth 0.45 ** 2 - 0.48 ** 2 = -0.028 with full salience.
  const members = [party("A", 0.45, { salience: 1, capability: 0 }), party("B", 1), party("C", 1)];
  const free = { ...still, noise: 0, sidePayments: 0, gavel: 0, objectionCost: 0, isolationCost: 0, companyRelief: 0 };
  const delivered = (more: Partial<Parameters>): number => one({ kind: "consensus" }, members, { ...free, ...more }, { text: 0.93 }).delivers.share;
  expect([delivered({}), delivered({ objectionCost: 0.02 }), delivered({ objectionCost: 0.03 })]).toEqual([0, 0, 1]);
});

it("draws signatures by signatures, of all members and most of one's own coalition", () => {
  // The text is 1; at 0.49 it is worth 0.49 ** 2 - 0.51 ** 2 = -0.02 with full salience.
  const friends = [party("A", 1, { coalition: "X" }), party("B", 1, { coalition: "X" }), party("C", 1, { coalition: "X" })];
  const hesitant = (coalition?: string): Party => party("D", 0.49, { salience: 1, ...(coalition !== undefined && { coalition }) });
  const sure = { ...independent, noise: 0, signingCost: 0, conveningCost: 0.5, ratificationHazard: 10 };
  const joins = (own: Party, more: Partial<Parameters>): number => one({ kind: "opt-in", needed: 4 }, [...friends, own], { ...sure, ...more }).delivers.share;
  // Three of four members have signed, and three of the four of the coalition.
  expect([0.02, 0.03].map((cascade) => joins(hesitant(), { cascade, coalitionCascade: 0 }))).toEqual([0, 1]);
  expect([0.02, 0.03].map((coalitionCascade) => joins(hesitant("X"), { cascade: 0, coalitionCascade }))).toEqual([0, 1]);
  expect(joins(hesitant("Y"), { cascade: 0, coalitionCascade: 0.03 })).toBe(0);
});

const parties = fc
  .array(fc.record({ position: fc.double({ min: 0, max: 1, noNaN: true }), salience: fc.double({ min: 0, max: 1, noNaN: true }), capability: fc.double({ min: 0, max: 1, noNaN: true }), coalition: fc.constantFrom("X", "Y", "Z") }), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((own, at): Party => ({ ...own, id: `P${at}` })));
const rules: readonly Rule[] = [{ kind: "consensus" }, { kind: "majority", share: 2 / 3, of: "those voting" }, { kind: "opt-in", needed: 2 }, { kind: "unanimity" }];
const allForums = (own: readonly Party[]): readonly Forum[] => rules.map((rule, at) => forum(rule, own, { id: `F${at}` }));

it("gives each run one class, the same for a seed, in any order of actors and forums, however many runs follow (seed 11)", () => {
  fc.assert(
    fc.property(parties, fc.nat(1000), (own, seed) => {
      const negotiation = { parties: own, forums: allForums(own) };
      const summaries = play(negotiation, {}, { runs: 60, seed });
      for (const { outcomes } of summaries) expect(outcomes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(play(negotiation, {}, { runs: 60, seed })).toEqual(summaries);
      expect(play({ parties: own.toReversed(), forums: allForums(own.toReversed()).toReversed() }, {}, { runs: 60, seed })).toEqual(summaries);
      const options = { seed, parameters: parametersWith({}) };
      const [long, short] = [runNegotiation(negotiation, { ...options, runs: 60 }), runNegotiation(negotiation, { ...options, runs: 25 })];
      short.forEach(({ outcomes }, track) => expect(Array.from(long[track]!.outcomes.slice(0, 25))).toEqual(Array.from(outcomes)));
    }),
    { seed: 11, numRuns: 40, verbose: 1 },
  );
});

it("never delivers a given text less often when an actor moves towards it (seed 12)", () => {
  fc.assert(
    fc.property(parties, fc.nat(7), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...rules), (own, which, to, rule) => {
      const moved = own.map((one, at) => (at === which % own.length ? { ...one, position: Math.max(one.position, to) } : one));
      // A new government would stand among the others: with it, who moves takes others along, and widens or narrows where they may come to stand.
      const options = { runs: 60, seed: 5, parameters: parametersWith({ regimeChange: 0 }) };
      const run = (list: readonly Party[]) => runNegotiation({ parties: list, forums: [forum(rule, list, { text: 0.7 })] }, options)[0]!;
      expect(difference(run(own), run(moved)).share).toBeGreaterThanOrEqual(0);
    }),
    { seed: 12, numRuns: 150, verbose: 1 },
  );
});

it("keeps the luck of a run when the rule of a forum changes (seed 13)", () => {
  fc.assert(
    fc.property(parties, (own) => {
      const negotiation = { parties: own, forums: allForums(own) };
      const options = { runs: 40, seed: 3, parameters: parametersWith({}) };
      const [before, after] = [runNegotiation(negotiation, options), runNegotiation(withRule(negotiation, "F0", { kind: "unanimity" }), options)];
      for (const track of [1, 2, 3]) expect(after[track]!.outcomes).toEqual(before[track]!.outcomes);
    }),
    { seed: 13, numRuns: 40, verbose: 1 },
  );
});

it("selects as sorting does (seed 14)", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 }), fc.nat(45), (numbers, k) => {
      expect(smallest(Float64Array.from(numbers), numbers.length, k)).toBe(Float64Array.from(numbers).toSorted()[k] ?? Number.POSITIVE_INFINITY);
    }),
    { seed: 14, verbose: 1 },
  );
});

it("draws first texts as the forecast of a text says (seed 1)", () => {
  const parameters = { ...still, textError: 0.15, heldText: 0.5, noise: 0, attendance: 1, quorum: 0 };
  const grid = [0.05, 0.1, 0.2, 0.3, 0.45, 0.5, 0.6, 0.8, 0.95];
  const exact = textForecast(mixed.map(({ position, salience, capability }) => ({ position, weight: salience * capability })), parameters, grid);
  const [account] = runNegotiation({ parties: mixed, forums: [forum({ kind: "majority", share: 0, of: "members" }, mixed)] }, { runs: 5_000, seed: 1, parameters: parametersWith(parameters) });
  const texts = Array.from(account!.texts).filter((text) => !Number.isNaN(text));
  expect(texts.length).toBeGreaterThan(4_900);
  grid.forEach((point, at) => expect(Math.abs(texts.filter((text) => text <= point + 1e-9).length / 5_000 - exact[at]!)).toBeLessThan(4 * Math.sqrt(0.25 / 5_000)));
});

it("leaves an actor that is put at the other end there, whatever event would move it", () => {
  const parties = [party("A", 0.9, { low: 0.9, high: 0.9 })];
  const negotiation: Negotiation = { parties, forums: [forum({ kind: "majority", share: 0, of: "members" }, parties, { years: 1 })], events: [{ id: "E", years: 0.5, chance: 1, moves: [{ party: "A", to: 0.5 }] }] };
  const options = { runs: 10, seed: 1, parameters: parametersWith({ ...still, noise: 1 }) };
  const places = (of: Negotiation) => new Set([...runNegotiation(of, options)[0]!.texts].filter((place) => !Number.isNaN(place)));
  expect(places(negotiation)).toEqual(new Set([0.5]));
  expect(places(withFlipped(negotiation, parties[0]!))).toEqual(new Set([0]));
});

it("counts as fragile a share of the agreements that nobody objected to, not of those that were bought or gavelled", () => {
  const account = runNegotiation({ parties: blocker, forums: [forum({ kind: "consensus" }, blocker, { text: 0.8 })] }, { runs: 1, seed: 1, parameters: parametersWith(still) })[0]!;
  const counted = (fragile: readonly number[]) => summaryOf({ ...account, outcomes: new Uint8Array(fragile.length), texts: new Float64Array(fragile.length), months: new Float64Array(fragile.length), fragile: Uint8Array.from(fragile) }).fragile;
  expect(counted([2, 1, 1, 2, 0, 0, 0, 0])).toBe(0.5);
  expect(counted([0, 0])).toBeUndefined();
  const bought = one({ kind: "consensus" }, blocker, { ...independent, noise: 0, sidePayments: 0.9 }, { text: 0.8 });
  expect([bought.delivers.share, bought.fragile]).toEqual([1, undefined]);
});
