import { assert, constantFrom, array, oneof, property, string } from "fast-check";
import { expect, it } from "vitest";
import { unmarked } from "./prose.ts";
import { foreignTermsIn, likelihoodPairsIn, likelihoodsIn, readLikelihood } from "./read-likelihood.ts";
import { icd203, nato, phia, yardstickFrom } from "./yardsticks.ts";

const stated = (text: string, yardstick = icd203) => {
  const found = readLikelihood(unmarked(text), yardstick);
  return found && [found.low, found.point, found.high, found.word];
};

it.each([
  ["likely", 0.55, 0.675, 0.8, "likely"],
  ["Likely", 0.55, 0.675, 0.8, "likely"],
  ["ALMOST CERTAINLY", 0.95, 0.97, 0.99, "almost certain"],
  ["a remote chance", 0.01, 0.03, 0.05, "remote"],
  ["roughly even", 0.45, 0.5, 0.55, "roughly even chance"],
  ["not likely", 0.2, 0.325, 0.45, "unlikely"],
  ["not almost certain", 0.01, 0.03, 0.05, undefined],
  ["(very likely)", 0.8, 0.875, 0.95, "very likely"],
])("reads the words %s as their band and its midpoint", (text, ...expected) => {
  expect(stated(text)).toEqual(expected);
});

it.each([
  ["70%", 0.7],
  ["70 %", 0.7],
  ["~55%", 0.55],
  ["≈ 55 %", 0.55],
  ["approx. 55 %", 0.55],
  ["about 55 percent", 0.55],
  ["55 per cent", 0.55],
  ["0.7", 0.7],
  [".7", 0.7],
  ["0,7", 0.7],
  ["3:1", 0.75],
  ["3 to 1", 0.75],
  ["3-to-1 odds", 0.75],
  ["odds of 3 to 1 against", 0.25],
  ["1 in 4", 0.25],
  ["one in four", 0.25],
  ["1/4", 0.25],
  ["50-50", 0.5],
  ["３０％", 0.3],
  ["70\u00a0%", 0.7],
  ["70\u202f%", 0.7],
  ["12,5%", 0.125],
  ["(70%)", 0.7],
  ["70%.", 0.7],
  ["70% chance", 0.7],
  ["0%", 0],
  ["100%", 1],
  ["0", 0],
  ["1.0", 1],
])("reads the number %s as exactly %d", (text, value) => {
  expect(stated(text)).toEqual([value, value, value, undefined]);
});

it.each([
  ["60-75%", 0.6, 0.675, 0.75],
  ["unlikely to likely", 0.2, 0.5, 0.8],
  ["Likely – very likely", 0.55, 0.75, 0.95],
  ["60–75 %", 0.6, 0.675, 0.75],
  ["60% to 75%", 0.6, 0.675, 0.75],
  ["between 60 and 75 %", 0.6, 0.675, 0.75],
  ["0.6-0.75", 0.6, 0.675, 0.75],
  [">90%", 0.9, 0.95, 1],
  ["at least 60%", 0.6, 0.8, 1],
  ["60% or more", 0.6, 0.8, 1],
  ["60%+", 0.6, 0.8, 1],
  ["<5%", 0, 0.025, 0.05],
  ["at most 5%", 0, 0.025, 0.05],
  ["60% ± 5%", 0.55, 0.6, 0.65],
])("reads the range %s with its midpoint", (text, low, point, high) => {
  expect(stated(text)).toEqual([low, point, high, undefined]);
});

it.each([
  ["likely (65%)", 0.65, 0.65, 0.65, "likely"],
  ["likely (60-75%)", 0.6, 0.675, 0.75, "likely"],
  ["65% (likely)", 0.65, 0.65, 0.65, "likely"],
  ["likely, 65%", 0.65, 0.65, 0.65, "likely"],
  ["likely – 65 %", 0.65, 0.65, 0.65, "likely"],
  ["unlikely (12,5%)", 0.125, 0.125, 0.125, "unlikely"],
  ["almost certain (40%)", 0.4, 0.4, 0.4, "almost certain"],
])("lets the number of %s count and keeps the word", (text, ...expected) => {
  expect(stated(text)).toEqual(expected);
});

it.each(["", " ", "n/a", "high", "6O%", "50", "140%", "1,000%", "-5%", "5 percentage points", "highly likely", "possible", "budget rose 12%", "likely to pass", "A1", "2027-03-31", "likely (soon)"])(
  "makes no likelihood of a cell that says %j",
  (text) => {
    expect(stated(text)).toBeUndefined();
  },
);

it("reads the same word by the declared yardstick", () => {
  expect(stated("unlikely", phia)).toEqual([0.25, 0.3, 0.35, "unlikely"]);
  expect(stated("unlikely", nato)).toEqual([0.1, 0.25, 0.4, "unlikely"]);
  expect(stated("probable", phia)).toEqual([0.55, 0.65, 0.75, "likely"]);
  const own = yardstickFrom({ "a toss-up": [0.4, 0.6], "C++ (good) odds": [0.7, 0.9] })!;
  expect(stated("toss up", own)?.[3]).toBe("a toss-up");
  expect(stated("a toss-up", own)).toEqual([0.4, 0.5, 0.6, "a toss-up"]);
  expect(likelihoodsIn(unmarked("There are C++ (good) odds of it."), own)[0]?.low).toBe(0.7);
});

it("keeps what was written and where, without the markup around it", () => {
  const cell = { ...unmarked("  **likely** (65%) ", 3, 100), masked: "    likely   (65%) " };
  expect(readLikelihood(cell, icd203)).toMatchObject({ written: "likely** (65%)", span: { section: 3, from: 104, to: 118 } });
});

const mentioned = (text: string) => likelihoodsIn(unmarked(text), icd203).map((mention) => `${mention.kind} ${mention.written}`);

it.each([
  ["It is almost certain (40%) that it opposes any mandate.", ["word almost certain", "number 40%"]],
  ["The budget rose 12%, with a 30% chance of delay.", ["number 12%", "number 30%"]],
  ["It is 60-75% likely that the draft survives.", ["number 60-75% likely"]],
  ["It is very\n  likely that it fails.", ["word very\n  likely"]],
  ["A probability of 0.7, a 1 in 4 chance and odds of 3 to 1.", ["number 0.7", "number 1 in 4", "number odds of 3 to 1"]],
  ["likely (0.7), unlikely (3:1)", ["word likely", "number 0.7", "word unlikely", "number 3:1"]],
  ["It is not almost certain.", ["word not almost certain"]],
  ["The vote was 3 to 1, 1 in 4 members abstained at 10:30 on 0.7 ha.", []],
  ["More likely than B, the most likely case, in remote areas, with probable cause.", []],
  ["The chance is remote.", ["word remote"]],
  ["Support fell by 5 percentage points.", []],
  ["It is highly likely.", []],
])("finds in %j", (text, expected) => {
  expect(mentioned(text)).toEqual(expected);
});

it("tells a likelihood from any other share", () => {
  const [budget, delay] = likelihoodsIn(unmarked("The budget rose 12%, with a 30% chance of delay."), icd203);
  expect([budget, delay]).toMatchObject([{ asLikelihood: false }, { asLikelihood: true }]);
});

it("finds the words of another yardstick, and only those", () => {
  const foreign = (text: string, yardstick = icd203) => foreignTermsIn(unmarked(text), yardstick).map(({ written, yardstick: owner }) => [written, owner]);
  expect(foreign("There is a realistic possibility, highly likely.")).toEqual([
    ["realistic possibility", "PHIA probability yardstick"],
    ["highly likely", "PHIA probability yardstick"],
  ]);
  expect(foreign("It is likely, very likely, probable.")).toEqual([]);
  expect(foreign("It is very likely.", phia)).toEqual([["very likely", "ICD 203"]]);
});

it.each([
  ["It is almost certain (40%) that", ["almost certain", "40%"]],
  ["A 40% chance (almost certain).", ["almost certain", "40%"]],
  ["It is unlikely, 30%.", ["unlikely", "30%"]],
  ["likely (60-75%)", ["likely", "60-75%"]],
  ["It is very likely – 50% – to pass.", ["very likely", "50%"]],
  ["It is likely (1 in 5) to pass.", ["likely", "1 in 5"]],
])("pairs the word and the number of %j", (text, expected) => {
  expect(likelihoodPairsIn(unmarked(text), icd203).map(({ word, number }) => [word.written, number.written])).toEqual([expected]);
});

it.each(["It is likely that 40% of states agree.", "It is likely (40% of states agree).", "It is likely, 40% of members having left, that", "It is 40% likely."])("makes no pair in %j", (text) => {
  expect(likelihoodPairsIn(unmarked(text), icd203)).toEqual([]);
});

const pieces = constantFrom("likely", "almost certain", " (", "40", "%", ")", " ", "\n", "-", "to", "1 in 4", "not ", "0.7", ":", "chance", "between ", "’", "％", "\u{1F600}");

it("never throws and stays inside the text (seed 7002)", () => {
  assert(
    property(oneof(string({ maxLength: 40 }), array(pieces, { maxLength: 12 }).map((parts) => parts.join(""))), (text) => {
      const prose = unmarked(text, 1, 7);
      const whole = readLikelihood(prose, icd203);
      for (const { low, point, high, written, span } of [...likelihoodsIn(prose, icd203), ...foreignTermsIn(prose, icd203), ...(whole ? [whole] : [])]) {
        expect(low >= 0 && low <= point && point <= high && high <= 1).toBe(true);
        expect(text.slice(span.from - 7, span.to - 7)).toBe(written);
      }
      expect(() => likelihoodPairsIn(prose, icd203)).not.toThrow();
    }),
    { seed: 7002, verbose: 1 },
  );
});

it("finds the words of a document's own yardstick however they are written", () => {
  const own = yardstickFrom({ "Durchaus Möglich": "30-50%", ÜBERWIEGEND: "60-80%" }) ?? icd203;
  const found = likelihoodsIn(unmarked("Es ist DURCHAUS möglich, aber nicht Überwiegend."), own);
  expect(found.map(({ written, low, high }) => [written, low, high])).toEqual([["DURCHAUS möglich", 0.3, 0.5], ["Überwiegend", 0.6, 0.8]]);
});

it.each(["1", "almost ", " ", "0.7-", "between 5 ", "not ", "\u00a0", "60 - ", "probability of "])("comes back from 400 kB of %j (a search that backtracks would run into the suite's limit of time)", (unit) => {
  const prose = unmarked(unit.repeat(400_000 / unit.length));
  likelihoodPairsIn(prose, icd203);
});
