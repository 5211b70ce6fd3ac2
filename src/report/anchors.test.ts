import { expect, it } from "vitest";
import type { Block } from "#model/block";
import { anchorsOf, cardRank, entryRank, markRank } from "./anchors.ts";

const ladder: Block = { kind: "scenario-ladder", caption: "", rungs: [{ id: "A", title: "" }, { id: "B", title: "" }] };
const heading: Block = { kind: "heading", level: 3, text: "", id: "A" };
const table: Block = { kind: "table", caption: "", head: [], rows: [{ id: "a b", cells: [] }, { id: "a/b", cells: [] }, { id: "summary", cells: [] }] };

it("gives an id to its best place, and only once", () => {
  const anchors = anchorsOf([ladder, heading, ladder], []);
  expect([markRank, cardRank, entryRank, entryRank].map((rank) => anchors.attribute("A", rank).text)).toEqual(["", "", ' id="A"', ""]);
  expect([markRank, markRank].map((rank) => anchors.attribute("B", rank).text)).toEqual([' id="B"', ""]);
  expect([anchors.fragment("A"), anchors.fragment("C")]).toEqual(["A", undefined]);
});

it("makes fragments that differ from each other and from those the page uses", () => {
  const anchors = anchorsOf([table], ["summary"]);
  expect(["a b", "a/b", "summary"].map((id) => anchors.fragment(id))).toEqual(["a-b", "a-b-2", "summary-2"]);
});
