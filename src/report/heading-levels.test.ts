import { expect, it } from "vitest";
import type { Block } from "#model/block";
import { headingLevels } from "./heading-levels.ts";

const heading = (level: 2 | 3 | 4): Block => ({ kind: "heading", level, text: "" });
const prose: Block = { kind: "prose", text: "" };

it("puts the highest heading right below, and keeps the ranks of the others", () => {
  expect(headingLevels([heading(2), heading(3), heading(4), heading(2)], 2)).toEqual([3, 4, 5, 3]);
  expect(headingLevels([heading(3), prose, heading(3)], 2)).toEqual([3, 3, 3]);
});

it("leaves no level out, whatever the blocks do", () => {
  expect(headingLevels([heading(2), heading(4), heading(4)], 2)).toEqual([3, 4, 5]);
  expect(headingLevels([prose, heading(4), heading(2), heading(4)], 1)).toEqual([1, 2, 2, 3]);
});
