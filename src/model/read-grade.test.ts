import { assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { gradeMeaning, readGrade, writtenGrade } from "./read-grade.ts";

it.each([
  ["B2", { reliability: "B", credibility: 2 }],
  ["b2", { reliability: "B", credibility: 2 }],
  [" B/2 ", { reliability: "B", credibility: 2 }],
  ["B-2", { reliability: "B", credibility: 2 }],
  ["B–2", { reliability: "B", credibility: 2 }],
  ["B 2", { reliability: "B", credibility: 2 }],
  ["{B2}", { reliability: "B", credibility: 2 }],
  ["(B2)", { reliability: "B", credibility: 2 }],
  ["Ｂ２", { reliability: "B", credibility: 2 }],
  ["F6", { reliability: "F", credibility: 6 }],
  ["C", { reliability: "C" }],
  ["3", { credibility: 3 }],
])("reads the grade %j", (text, grade) => {
  expect(readGrade(text)).toEqual(grade);
});

it.each(["", " ", "G9", "A7", "A0", "G2", "2B", "BB", "22", "B2.", "B/", "/2", "-2", "B+", "good", "Ungraded", "()", "B2 C3", " ".repeat(500)])("makes no grade of %j", (text) => {
  expect(readGrade(text)).toBeUndefined();
});

it("writes what it read, and says it in words", () => {
  for (const letter of ["A", "B", "C", "D", "E", "F"]) {
    for (const digit of ["1", "2", "3", "4", "5", "6"]) {
      const grade = readGrade(`${letter}/${digit}`)!;
      expect(writtenGrade(grade)).toBe(letter + digit);
      expect(gradeMeaning(grade)).toMatch(/^source .+: .+; item .+: .+$/u);
    }
  }
  expect(gradeMeaning({ credibility: 6 })).toBe("item cannot be judged: there is no basis for judging the item");
  expect(gradeMeaning({})).toBe("");
});

it("never throws (seed 7003)", () => {
  assert(
    property(string(), (text) => {
      const grade = readGrade(text);
      return grade === undefined || writtenGrade(grade).length > 0;
    }),
    { seed: 7003, verbose: 1 },
  );
});
