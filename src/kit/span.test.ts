import { expect, it } from "vitest";
import { lineStarts, positionAt, within } from "#kit/span";

it("cuts a span by offsets counted from its own start", () => expect(within({ section: 2, from: 10, to: 30 }, 3, 7)).toEqual({ section: 2, from: 13, to: 17 }));

it("counts lines whatever ends them, and columns from 1", () => {
  const text = "a\nbc\r\nd\re";
  const starts = lineStarts(text);
  expect(starts).toEqual([0, 2, 6, 8]);
  const places = Array.from(text, (_, offset) => positionAt(starts, offset)).map(({ line, column }) => `${line}:${column}`);
  expect(places).toEqual(["1:1", "1:2", "2:1", "2:2", "2:3", "2:4", "3:1", "3:2", "4:1"]);
});
