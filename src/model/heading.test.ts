import { expect, it } from "vitest";
import { headingKey } from "#model/heading";

it.each([
  ["3. Key  Assumptions (revised)", "key assumptions"],
  ["IV) Sources & Evidence", "sources and evidence"],
  ["Stage (norm) – today", "stage norm today"],
  ["Scenario A (~55%) ", "scenario a"],
  ["  2.1) Votes", "votes"],
])("compares %s as %s", (heading, key) => expect(headingKey(heading)).toBe(key));

it("comes back from long headings of brackets or blanks", () => {
  for (const text of ["(".repeat(200_000), " ".repeat(200_000), "( ".repeat(100_000)]) headingKey(`${text}x`);
});
