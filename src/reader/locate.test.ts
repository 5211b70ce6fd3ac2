import { expect, it } from "vitest";
import { absoluteOffset, locate } from "#reader/locate";
import { readOutline } from "#reader/read-outline";

it("counts lines and columns from one, whatever ends the lines", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["intro", "# Title", "", "one two"].join(end);
    const outline = readOutline(text);
    const [passage] = outline.sections[1]?.passages ?? [];
    expect(passage && locate(outline, passage.span)).toEqual({ line: 4, column: 1, endLine: 4, endColumn: 8 });
    expect(passage && absoluteOffset(outline, passage.span)).toBe(text.indexOf("one"));
  }
});
