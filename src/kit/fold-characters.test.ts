import { assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { foldCharacters, lowerCase } from "./fold-characters.ts";

it("reads characters that only look different as the same", () => {
  expect(foldCharacters("６０–７５\u202f％")).toBe("60-75 %");
  expect(foldCharacters("the chair’s “text” ≈ 3\u2009%")).toBe('the chair\'s "text" ~ 3 %');
});

it("writes small letters where one code unit would become two", () => {
  expect(lowerCase("THE March ÀÉ")).toBe("the march àé");
  expect(lowerCase("İZMİR, March")).toBe("İzmİr, march");
});

it("never moves an index (seed 7001)", () => {
  assert(
    property(string({ unit: "binary" }), (text) => foldCharacters(text).length === text.length && lowerCase(text).length === text.length),
    { seed: 7001, verbose: 1 },
  );
});
