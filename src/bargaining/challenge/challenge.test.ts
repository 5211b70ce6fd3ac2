import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contenderProblem, runChallenge } from "./challenge.ts";
import { restOf } from "./rest.ts";
import { sitesOf, type Contender } from "./sites.ts";
import { winChances } from "./win-chances.ts";

const folder = fileURLToPath(new URL("../../../../shared/data/bdm", import.meta.url));

const close = (found: readonly number[], expected: readonly number[]): void => found.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 6));

const table = (file: string): readonly (readonly string[])[] => readFileSync(`${folder}/${file}`, "utf8").trim().split(/\r?\n/u).slice(1).map((line) => line.split(","));

/** Ten members of the European Community on the date of a standard for emissions: the example of Scholz, Calbert and Smith (2011). */
const emissions: readonly Contender[] = [
  [0.08, 4, 80],
  [0.08, 7, 40],
  [0.03, 4, 20],
  [0.16, 4, 80],
  [0.16, 10, 60],
  [0.16, 10, 60],
  [0.16, 10, 90],
  [0.05, 7, 10],
  [0.05, 4, 100],
  [0.08, 7, 70],
].map(([capability = 0, position = 0, salience = 0]) => ({ position, salience: salience / 100, capability }));

/** What Masad's program (GroupDecisionModel.py) gives for them: only Luxembourg and Ireland move. */
const recorded = { luxembourg: [10, 4, 10, 4, 10, 4], ireland: [7.188031, 7.123688, 6.966525, 7.153747, 6.991446, 7.180411] };

it("reproduces the example of the paper as Masad's program computes it, for six rounds", () => {
  runChallenge(emissions, 6).forEach(({ positions, moves }, round) => {
    const expected = emissions.map(({ position }, actor) => (actor === 2 ? recorded.luxembourg[round]! : actor === 7 ? recorded.ireland[round]! : position));
    positions.forEach((position, actor) => expect(position).toBeCloseTo(expected[actor]!, 6));
    expect(moves.map(({ actor }) => actor)).toEqual([2, 7]);
  });
});

const recordings = [
  ["ExampleActors", 100],
  ["ChinaData", 100],
  ["Sultan", 1],
] as const;

describe.skipIf(!existsSync(folder))(`recorded runs of Masad's program${existsSync(folder) ? "" : ` (skipped: ${folder} is not there)`}`, () => {
  it.each(recordings)("%s, position by position and round by round", (name, wholeSalience) => {
    const contenders = table(`${name}.csv`).map(([, capability, position, salience]) => ({ position: Number(position), salience: Number(salience) / wholeSalience, capability: Number(capability) }));
    const rounds = table(`${name}_dmasad_rounds.csv`);
    const run = runChallenge(contenders, 6);
    expect(rounds.length).toBe(contenders.length);
    rounds.forEach((cells, actor) => {
      expect(contenders[actor]!.position).toBe(Number(cells[1]));
      run.forEach(({ positions }, round) => expect(positions[actor], `actor ${cells[0]}, round ${round + 1}`).toBeCloseTo(Number(cells[round + 2]), 6));
    });
  });
});

it("weighs support as worked by hand", () => {
  // At 0, 1 and 4 with weights 1, 2 and 3. 0 against 4: the first gains 4 from itself and 2 * 2 from the second, the last 12 from itself.
  const chances = winChances(sitesOf([0, 1, 4].map((position, number) => ({ position, salience: 1, capability: number + 1 }))));
  const rows = [0, 1, 2].map((row) => Array.from(chances.subarray(3 * row, 3 * row + 3)));
  // 0 against 1: 1 from itself, 1 * 2 + 1 * 3 against it. 1 against 4: 3 * 1 + 3 * 2 for it, 9 against it.
  expect(rows).toEqual([
    [0, 0, 0],
    [4 / 6, 0, 0],
    [4 / 20, 0, 0],
  ]);
});

it("compromises, and gives in where more is at stake, as worked by hand", () => {
  // A at 0 weighs 1, B at 1 weighs 3: P(B beats A) = (3 - 1) / 4, P(A beats B) = 0. A is the more exposed: r = 1/2; B the less: r = 2.
  const [a, b] = [{ position: 0, salience: 0.1, capability: 10 }, { position: 1, salience: 0.8, capability: 3.75 }];
  const [round] = runChallenge([a, b], 1);
  close(round!.riskExponents, [0.5, 2]);
  // B against A: (2 - 1) - 0.1 * 0.5 * 4 = 0.8. A against B: 2 sqrt 2 - 0.8 * 4 < 0, by less: A goes (3.2 - 2 sqrt 2) / 0.8 of the way.
  close(round!.positions, [4 - 2.5 * Math.SQRT2, 1]);
  expect(round!.moves).toEqual([{ actor: 0, to: 1, kind: "compromises", from: 0, position: round!.positions[0] }]);
  // With salience 1 and the same weight: 2 sqrt 2 - 4 < -0.8.
  const [given] = runChallenge([a, { ...b, salience: 1, capability: 3 }], 1);
  expect(given!.moves).toEqual([{ actor: 0, to: 1, kind: "capitulates", from: 0, position: 1 }]);
});

it("stays where two challenges pull as hard to either side", () => {
  const [left, middle, right] = [0, 50, 100].map((position) => ({ position, salience: 1, capability: 5 }));
  const weak = { ...middle!, salience: 0.1, capability: 1 };
  expect(runChallenge([left!, weak, right!], 1)[0]!.positions[1]).toBe(50);
  // Without one of the two it goes to the other.
  expect(runChallenge([left!, weak], 1)[0]!.positions[1]).toBeLessThan(50);
  expect(runChallenge([weak, right!], 1)[0]!.positions[0]).toBeGreaterThan(50);
});

const contender = fc.record({ position: fc.integer({ min: 0, max: 40 }), salience: fc.integer({ min: 0, max: 20 }).map((share) => share / 20), capability: fc.integer({ min: 0, max: 50 }) });
const group = fc.array(contender, { minLength: 1, maxLength: 12 });

it("gives what the formulas give when written down one by one (seed 21)", () => {
  const distance = (one: Contender, other: Contender): number => Math.abs(one.position - other.position);
  fc.assert(
    fc.property(group, (contenders) => {
      const sites = sitesOf(contenders);
      const chances = winChances(sites);
      contenders.forEach((one, i) =>
        contenders.forEach((other, j) => {
          const leads = contenders.map((third) => third.salience * third.capability * (distance(third, other) - distance(third, one)));
          const all = leads.reduce((sum, lead) => sum + Math.abs(lead), 0);
          const expected = all === 0 ? 0 : Math.max(0, leads.reduce((sum, lead) => sum + lead, 0)) / all;
          expect(chances[sites.siteOf[i]! * sites.position.length + sites.siteOf[j]!]).toBeCloseTo(expected, 10);
        }),
      );
    }),
    { seed: 21, verbose: 1 },
  );
});

it("does not depend on the order of the actors (seed 22)", () => {
  fc.assert(
    fc.property(group.chain((contenders) => fc.tuple(fc.constant(contenders), fc.shuffledSubarray(contenders.map((_, at) => at), { minLength: contenders.length }))), ([contenders, order]) => {
      const [straight, shuffled] = [runChallenge(contenders, 4), runChallenge(order.map((at) => contenders[at]!), 4)];
      shuffled.forEach(({ positions, riskExponents }, round) => {
        expect(positions).toEqual(order.map((at) => straight[round]!.positions[at]));
        expect(riskExponents).toEqual(order.map((at) => straight[round]!.riskExponents[at]));
      });
    }),
    { seed: 22, verbose: 1 },
  );
});

it("moves with the scale: shifted, stretched or turned round (seed 23)", () => {
  fc.assert(
    fc.property(group, fc.integer({ min: -500, max: 500 }), fc.constantFrom(-4, -1, 0.25, 8), (contenders, shift, factor) => {
      const [before, after] = [runChallenge(contenders, 2), runChallenge(contenders.map((one) => ({ ...one, position: shift + factor * one.position })), 2)];
      after.forEach(({ positions }, round) => close(positions, before[round]!.positions.map((position) => shift + factor * position)));
    }),
    { seed: 23, verbose: 1 },
  );
});

it("wins no less with more capability (seed 24)", () => {
  fc.assert(
    fc.property(fc.array(contender, { minLength: 2, maxLength: 10 }), fc.integer({ min: 1, max: 100 }), (contenders, more) => {
      const chancesOfFirst = (group: readonly Contender[]): readonly number[] => {
        const sites = sitesOf(group);
        const chances = winChances(sites);
        return Array.from(chances.subarray(sites.siteOf[0]! * sites.position.length, (sites.siteOf[0]! + 1) * sites.position.length));
      };
      const [first, ...others] = contenders;
      const [before, after] = [chancesOfFirst(contenders), chancesOfFirst([{ ...first!, capability: first!.capability + more }, ...others])];
      after.forEach((chance, site) => expect(chance).toBeGreaterThanOrEqual(before[site]! - 1e-12));
    }),
    { seed: 24, verbose: 1 },
  );
});

it("stays within the positions that were held, whatever the round (seed 25)", () => {
  fc.assert(
    fc.property(group, (contenders) => {
      const held = contenders.map(({ position }) => position);
      for (const { positions, riskExponents } of runChallenge(contenders, 5)) {
        for (const position of positions) expect(position >= Math.min(...held) - 1e-9 && position <= Math.max(...held) + 1e-9).toBe(true);
        for (const exponent of riskExponents) expect(exponent >= 0.5 - 1e-12 && exponent <= 2 + 1e-12).toBe(true);
      }
    }),
    { seed: 25, verbose: 1 },
  );
});

const still = (...contenders: readonly Contender[]): void => expect(runChallenge(contenders, 3).map(({ positions }) => positions)).toEqual([0, 1, 2].map(() => contenders.map(({ position }) => position)));

it("lets nobody move where nothing can move them", () => {
  still({ position: 3, salience: 1, capability: 1 });
  still({ position: 3, salience: 1, capability: 1 }, { position: 3, salience: 0.2, capability: 9 });
  still({ position: 1, salience: 1, capability: 0 }, { position: 3, salience: 0.2, capability: 0 });
  still({ position: 1, salience: 0, capability: 1 }, { position: 3, salience: 0, capability: 1 });
});

it.each([
  [[], "There are no actors."],
  [[{ position: Number.NaN, salience: 1, capability: 1 }], "The position of actor 1 is NaN; it must be a number."],
  [[{ position: 1, salience: 80, capability: 1 }], "The salience of actor 1 is 80; it must be a number from 0 to 1."],
  [Array.from({ length: 3001 }, () => ({ position: 1, salience: 1, capability: 1 })), "There are 3001 actors; the model compares all with all and takes at most 3000."],
  [[{ position: 1, salience: 1, capability: -1 }], "The capability of actor 1 is -1; it must be a number from 0 up."],
])("refuses what it cannot run in one sentence: %#", (contenders, sentence) => {
  expect(contenderProblem(contenders)).toBe(sentence);
  expect(() => runChallenge(contenders, 1)).toThrow(new RangeError(sentence));
});

it.each([
  [[[0, 9], [0, 9]], { settled: 0, period: null }],
  [[[0, 9], [1, 9], [2, 9], [2, 9], [2, 9]], { settled: 2, period: null }],
  [[[0, 9], [1, 9], [2, 9]], { settled: null, period: null }],
  [[[0, 9], [5, 9], [4, 9], [5, 9], [4, 9]], { settled: null, period: 2 }],
  [[[0, 9], [1, 9], [2, 9], [3, 9], [1, 9], [2, 9], [3, 9]], { settled: null, period: 3 }],
  // Twice the same at the end, without what came before it, is no cycle yet.
  [[[0, 9], [5, 9], [0, 9]], { settled: null, period: null }],
  [[[3]], { settled: null, period: null }],
])("says where a run comes to rest: %j", (positions, rest) => expect(restOf(positions)).toEqual(rest));
