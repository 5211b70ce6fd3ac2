import { expect, it } from "vitest";
import { columnNameKey } from "./read-table.ts";

it.each([
  ["P(A)", "a"],
  ["P(holds)", "holds"],
  ["Pr (A1)", "a1"],
  ["P(evidence is found | H1)", "h1"],
  ["Probability(B)", "b"],
  ["Probability (%)", "probability"],
  ["Probability (in 2027)", "probability"],
  ["P (%)", "p"],
  ["A (mandate)", "a"],
  ["Supporting evidence", "supporting evidence"],
])("compares the column %j as %j", (written, key) => expect(columnNameKey(written)).toBe(key));
