import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readJson } from "#exchange/network/read-json";

const parsed = (text: string): unknown => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

it("reads what JSON.parse reads, and refuses what it refuses (seed 231)", () => {
  // A value whose text lost or gained a character, so that it is often no JSON any more.
  const changed = fc.tuple(fc.json({ noUnicodeString: false }), fc.nat(), fc.constantFrom("", "", ",", '"', "0", "e", "\\", "}", " ", "\n")).map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + (put === "" ? 1 : 0)));
  fc.assert(
    fc.property(changed, (text) => {
      const [own, theirs] = [readJson(text), parsed(text)];
      if (own.kind === "read") expect({ json: own.json }).toEqual(theirs);
      else if (theirs !== undefined) expect(own.what).toMatch(/twice|__proto__|deeper/u);
    }),
    { seed: 231, numRuns: 2000, verbose: 1 },
  );
});
