import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesOf } from "#kit/matches";

const shown = (matches: Iterable<RegExpExecArray>) => Array.from(matches, (match) => ({ all: [...match], at: match.index, groups: { ...match.groups } }));

it("finds what matchAll finds, empty matches and pairs of code units included (seed 515)", () => {
  const patterns = [/a+/gu, /(?<first>[ab])(?<second>c)?/giu, /b*/gu, /(?<=a)|😀?/gu, /$/gmu];
  const text = fc.array(fc.constantFrom("a", "b", "c", "A", " ", "\n", "😀"), { maxLength: 12 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(text, fc.constantFrom(...patterns), (written, pattern) => {
      expect(shown(matchesOf(written, pattern))).toEqual(shown(written.matchAll(pattern)));
    }),
    { seed: 515, numRuns: 500, verbose: 1 },
  );
});

it("does not go by what was searched before", () => {
  const pattern = /a/gu;
  pattern.lastIndex = 2;
  expect(matchesOf("aaa", pattern).map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(matchesOf("a", pattern)).toHaveLength(1);
});
