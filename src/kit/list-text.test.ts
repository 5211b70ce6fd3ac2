import { expect, it } from "vitest";
import { listText } from "./list-text.ts";

it("lists words as a sentence does", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => listText(words))).toEqual(["", "a", "a and b", "a, b and c"]);
  expect(listText(["a", "b"], "or")).toBe("a or b");
});
