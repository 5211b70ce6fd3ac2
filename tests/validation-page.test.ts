import { expect, it } from "vitest";
import { namesAsked, pageOf, sectionsOf, sectionText } from "../scripts/validation-page.ts";

const names = ["votes/recovery", "votes/all", "texts"];
const sections = new Map([
  ["texts", sectionText({ title: "Texts", text: "| a | b |\n| --- | --- |\n| 1 | 2 |\n" })],
  ["votes/recovery", sectionText({ title: "Recovery", text: "Text <!-- a remark --> here." })],
]);

it("reads back the sections that it wrote, in the order of the names", () => {
  const page = pageOf(names, sections);
  expect(sectionsOf(page)).toEqual(sections);
  expect(page.indexOf("## Recovery")).toBeLessThan(page.indexOf("## Texts"));
  expect(pageOf(names, sectionsOf(page))).toBe(page);
});

it("replaces one section and keeps the others as they are", () => {
  const before = pageOf(names, sections);
  const after = pageOf(names, new Map([...sectionsOf(before), ["votes/recovery", sectionText({ title: "Recovery", text: "Other." })]]));
  expect(after).toBe(before.replace("Text <!-- a remark --> here.", "Other."));
});

it("knows a section by its name or by how it begins", () => {
  expect(namesAsked(names, [])).toEqual(names);
  expect(namesAsked(names, ["votes"])).toEqual(["votes/recovery", "votes/all"]);
  expect(namesAsked(names, ["votes/all", "texts"])).toEqual(["votes/all", "texts"]);
  expect(namesAsked(names, ["vote"])).toEqual([]);
});
