import fc from "fast-check";
import { expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";
import { piecesAt, slice } from "./prose.ts";

it("cuts a prose into the same pieces as slices do (seed 7301)", () => {
  const words = fc.array(fc.constantFrom("[@a] ", "[S1]{B2}", "word ", "**b** ", "(x) "), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }), (parts, cuts) => {
      const passage = readOutline(`x${parts.join("")}x\n`).sections[0]?.passages[0];
      if (passage?.kind !== "paragraph") throw new Error("not a paragraph");
      const starts = [...new Set(cuts.map((cut) => Math.min(cut, passage.prose.source.length)))].toSorted((a, b) => a - b);
      expect(piecesAt(passage.prose, starts)).toEqual(starts.map((from, at) => slice(passage.prose, from, starts[at + 1] ?? passage.prose.source.length)));
    }),
    { seed: 7301, verbose: 1 },
  );
});
