import { expect, it } from "vitest";
import { findTerm, icd203, nato, phia, termFor, yardstickFrom, yardsticks } from "./yardsticks.ts";

it.each([
  [0.01, "almost no chance"],
  [0.05, "very unlikely"],
  [0.2, "unlikely"],
  [0.45, "roughly even chance"],
  [0.55, "likely"],
  [0.7999, "likely"],
  [0.8, "very likely"],
  [0.95, "almost certain"],
  [0.99, "almost certain"],
])("lets a band of ICD 203 own its lower end: %d is %s", (probability, word) => {
  expect(termFor(icd203, probability)?.word).toBe(word);
});

it("has no word beyond the ends of a yardstick", () => {
  for (const yardstick of Object.values(yardsticks)) {
    expect(termFor(yardstick, 0)).toBeUndefined();
    expect(termFor(yardstick, 1)).toBeUndefined();
  }
  expect(termFor(icd203, 0.005)).toBeUndefined();
  expect(termFor(icd203, 0.995)).toBeUndefined();
});

it.each([0.07, 0.22, 0.37, 0.5, 0.52, 0.77, 0.93])("keeps the gap of PHIA at %d", (probability) => {
  expect(termFor(phia, probability)).toBeUndefined();
});

it.each([
  [0.001, "remote chance"],
  [0.05, "remote chance"],
  [0.35, "unlikely"],
  [0.4, "realistic possibility"],
  [0.499, "realistic possibility"],
  [0.75, "likely"],
  [0.999, "almost certain"],
])("finds PHIA's word for %d", (probability, word) => {
  expect(termFor(phia, probability)?.word).toBe(word);
});

it("finds the word of the alternate row of ICD 203", () => {
  expect(termFor(icd203, 0.6, "alternate")?.word).toBe("probable");
  expect(termFor(nato, 0.6, "alternate")).toBeUndefined();
});

it.each([
  [icd203, "Almost certainly", "almost certain"],
  [icd203, "a roughly even chance", "roughly even chance"],
  [icd203, "roughly even", "roughly even chance"],
  [icd203, "even odds", "roughly even odds"],
  [icd203, "remote chance", "remote"],
  [icd203, "probably", "probable"],
  [icd203, "VERY\n  LIKELY", "very likely"],
  [phia, "remote", "remote chance"],
  [phia, "probable", "likely"],
  [phia, "a realistic possibility", "realistic possibility"],
  [nato, "Even chance", "even chance"],
])("finds the term of %o that is written %s", (yardstick, written, word) => {
  expect(findTerm(yardstick, written)?.word).toBe(word);
});

it("finds no term for the words of another yardstick", () => {
  expect(findTerm(icd203, "realistic possibility")).toBeUndefined();
  expect(findTerm(icd203, "highly likely")).toBeUndefined();
  expect(findTerm(nato, "probable")).toBeUndefined();
});

it.each([
  ["icd203", icd203],
  ["ICD 203", icd203],
  ["Phia", phia],
  ["NATO", nato],
  ["AJP-2.1", nato],
])("knows the yardstick %s by name", (name, yardstick) => {
  expect(yardstickFrom(name)).toBe(yardstick);
});

it("reads a table of its own with a name", () => {
  const yardstick = yardstickFrom({ name: "house", terms: { unlikely: "10–45 %", likely: "55-80", "almost certain": 97 } });
  expect(yardstick).toEqual({
    name: "house",
    title: "house",
    terms: [
      { word: "unlikely", low: 0.1, high: 0.45, row: "main" },
      { word: "likely", low: 0.55, high: 0.8, row: "main" },
      { word: "almost certain", low: 0.97, high: 0.97, row: "main", forms: ["almost certainly"] },
    ],
  });
  expect(yardstick && findTerm(yardstick, "almost certainly")?.low).toBe(0.97);
});

it("reads a plain map of words and a list of rows", () => {
  const expected = [{ word: "likely", low: 0.55, high: 0.8, row: "main" }];
  for (const band of ["55-80%", "0.55-0.8", [0.55, 0.8], [55, 80], { low: 0.55, high: 0.8 }]) {
    expect(yardstickFrom({ likely: band })).toEqual({ name: "custom", title: "the document's own yardstick", terms: expected });
  }
  expect(yardstickFrom({ terms: [{ word: "likely", low: 55, high: 80 }] })?.terms).toEqual(expected);
});

it("decides for the whole table whether numbers are percent", () => {
  expect(yardstickFrom({ remote: "0-1", likely: "1-60" })?.terms.map(({ high }) => high)).toEqual([0.01, 0.6]);
  expect(yardstickFrom({ remote: [0, 0.1], likely: [0.1, 1] })?.terms.map(({ high }) => high)).toEqual([0.1, 1]);
});

it.each([
  ["gut feeling"],
  [undefined],
  [null],
  [203],
  [{}],
  [{ terms: {} }],
  [{ likely: "80-55%" }],
  [{ likely: "55-155%" }],
  [{ likely: [-0.1, 0.4] }],
  [{ likely: [0.1, 0.4, 0.5] }],
  [{ likely: "often" }],
  [{ likely: "55-80", unlikely: null }],
  [{ likely: "55-80", Likely: "10-20" }],
  [["likely"]],
  [{ terms: ["likely"] }],
])("makes no yardstick of %j", (value) => {
  expect(yardstickFrom(value)).toBeUndefined();
});
