import fc from "fast-check";
import { expect, it } from "vitest";
import { classesOf, type Rule } from "#bargaining/forums/rules";
import type { Account } from "#bargaining/forums/run";
import type { Declaration, Names } from "#model/names";
import { rowFacts } from "./declared-simulation.ts";
import { scenarioShares } from "./scenario-shares.ts";
import { simulatedDistribution } from "./simulated-opinion.ts";

const span = { section: 0, from: 0, to: 0 };
const declared = (kind: Declaration["kind"], id: string, facts: Readonly<Record<string, string>> = {}): Declaration => ({ id, kind, title: id, span, facts });

function namesWith(list: readonly Declaration[]): Names {
  return { find: (id) => list.find((one) => one.id === id), all: (kind) => list.filter((one) => one.kind === kind), references: () => [] };
}

const rules: readonly Rule[] = [{ kind: "consensus" }, { kind: "majority", share: 1 / 2, of: "those voting" }];
const forums = rules.map((rule, at) => ({ id: `F${at + 1}`, rule, members: [] }));

const account = (at: number, outcomes: readonly number[], texts: readonly number[]): Account => ({
  track: { forum: forums[at]!, number: at, members: new Int32Array(), coalitionSize: new Float64Array() } as unknown as Account["track"],
  threat: undefined,
  outcomes: Uint8Array.from(outcomes),
  texts: Float64Array.from(texts),
  further: [],
  months: new Float64Array(outcomes.length),
  fragile: new Uint8Array(outcomes.length),
});

const scenarios = [declared("scenario", "A", { stated: "0.5" }), declared("scenario", "B", { stated: "0.3" }), declared("scenario", "C", { stated: "0.1" }), declared("scenario", "other", { residual: "yes", stated: "0.1" })];
const forumNames = forums.map(({ id }) => declared("forum", id));
const row = (id: string, scenario: string, words: Readonly<Record<string, string>>): Declaration => declared("outcome", id, rowFacts({ scenario, words: Object.entries(words) }));

it("leads each run to the first row that it fits, the rest to the residual scenario", () => {
  const names = namesWith([...scenarios, ...forumNames, row("M1", "A", { F1: "agreed, text from 50", F2: "adopted" }), row("M2", "B", { F1: "delivers" }), row("M3", "Scenario C", { F2: "fails" })]);
  const runs = [
    account(0, [0, 1, 0, 4, 4], [0.6, 0.6, 0.4, Number.NaN, Number.NaN]),
    account(1, [0, 2, 0, 2, 1], [0.5, Number.NaN, 0.5, Number.NaN, 0.5]),
  ];
  const shares = scenarioShares(names, runs);
  expect(typeof shares === "object" && shares.shares.map(({ id, count }) => [id, count])).toEqual([["A", 1], ["B", 2], ["C", 1], ["other", 1]]);
});

it("sees that rows without a last one for the rest may still leave nothing", () => {
  const led = (...rows: readonly Declaration[]) => {
    const shares = scenarioShares(namesWith([...scenarios, ...forumNames, ...rows]), [account(0, [0], [0.7]), account(1, [0], [0.5])]);
    return typeof shares === "object" && shares.shares.map(({ id }) => id);
  };
  expect(led(row("M1", "A", { F1: "delivers, text from 63" }), row("M2", "B", { F1: "delivers" }), row("M3", "C", { F1: "fails" }))).toEqual(["A", "B", "C"]);
  expect(led(row("M1", "A", { F1: "delivers, text from 63" }), row("M2", "B", { F1: "delivers, text below 63" }), row("M3", "C", { F1: "fails", F2: "fails" }))).toEqual(["A", "B", "C", "other"]);
  expect(led(row("M1", "A", { F1: "delivers, text from 63" }), row("M2", "B", { F1: "delivers, text below 60" }), row("M3", "C", { F1: "fails" }))).toEqual(["A", "B", "C", "other"]);
  expect(led(row("M1", "A", { F1: "delivers", F2: "adopted" }), row("M2", "B", { F2: "fails" }), row("M3", "C", { F1: "fails" }))).toEqual(["A", "B", "C"]);
});

it("says what is at fault with a table", () => {
  const one = [account(0, [0], [0.5])];
  const told = (...rows: readonly Declaration[]) => scenarioShares(namesWith([...scenarios.slice(0, 3), ...forumNames, ...rows]), one);
  expect(told()).toBeUndefined();
  expect(told(row("M1", "Z", { F1: "agreed" }))).toBe("M1 leads to “Z”, which is no scenario");
  expect(told(row("M1", "A", { F2: "adopted" }))).toBe("M1 speaks of F2, which is not simulated");
  expect(told(row("M1", "A", { F1: "in force" }))).toBe("M1 says “in force” of F1, which is none of its outcomes");
  expect(told(row("M1", "A", { F1: "blocked" }))).toBe("a run fits none of its rows, and no scenario is the residual one");
});

it("gives what no run led to a chance, and leaves alone what it cannot lead to", () => {
  const names = namesWith(scenarios);
  const shares = { runs: 8, shares: [{ id: "A", count: 8, share: 1, error: 0, spread: 0 }, { id: "B", count: 0, share: 0, error: 0, spread: 0 }] };
  const given = simulatedDistribution(names, shares);
  if (typeof given === "string") throw new Error(given);
  expect(given.get("C")).toBeCloseTo(0.1, 12);
  expect(given.get("other")).toBeCloseTo(0.1, 12);
  expect(given.get("A")).toBeCloseTo(0.8 * (8.5 / 9), 12);
  expect(given.get("B")).toBeCloseTo(0.8 * (0.5 / 9), 12);
  const unstated = namesWith([...scenarios.slice(0, 2), declared("scenario", "C")]);
  expect(simulatedDistribution(unstated, shares)).toBe("no row of its table leads to C, and no probability is stated for it");
});

it("counts every run once whatever the rows say (seed 20261126)", () => {
  const cell = fc.constantFrom("agreed", "delivers", "fails", "any", "blocked", "agreed, text below 40", "text from 60");
  const table = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), cell), { minLength: 1, maxLength: 5 });
  const runs = fc.array(fc.tuple(fc.nat(classesOf(rules[0]!).length - 1), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(table, runs, (rows, results) => {
      const names = namesWith([...scenarios, ...forumNames, ...rows.map(([scenario, words], at) => row(`M${at}`, scenario, { F1: words }))]);
      const places = results.map(([outcome, place]) => (classesOf(rules[0]!)[outcome]!.delivers ? place : Number.NaN));
      const shares = scenarioShares(names, [account(0, results.map(([outcome]) => outcome), places)]);
      if (typeof shares !== "object") throw new Error(String(shares));
      expect(shares.shares.reduce((sum, { count }) => sum + count, 0)).toBe(results.length);
      const given = simulatedDistribution(names, shares);
      if (typeof given === "string") throw new Error(given);
      expect([...given.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...given.values())).toBeGreaterThan(0);
    }),
    { seed: 20261126 },
  );
});
