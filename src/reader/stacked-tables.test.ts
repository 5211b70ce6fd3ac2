import { expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";

const tablesOf = (text: string) =>
  (readOutline(text).sections[0]?.passages ?? []).flatMap((passage) =>
    passage.kind === "table" ? [{ text: text.slice(passage.span.from, passage.span.to), head: passage.columns.map(({ source }) => source), rows: passage.rows.map(({ cells }) => cells.map(({ source }) => source)) }] : [],
  );

it("reads tables that are stacked without a blank line as tables of their own", () => {
  const first = "| A | B |\n|---|:-:|\n| 1 | 2 |";
  const second = "| C |\n|---|\n| 3 |";
  expect(tablesOf(`${first}\n${second}\n`)).toEqual([
    { text: first, head: ["A", "B"], rows: [["1", "2"]] },
    { text: second, head: ["C"], rows: [["3"]] },
  ]);
});

it("keeps a row of dashes that heads nothing, and cells that hold dashes among words", () => {
  expect(tablesOf("| A | B |\n|---|---|\n|---|---|\n| - | x |\n")).toEqual([{ text: "| A | B |\n|---|---|\n|---|---|\n| - | x |", head: ["A", "B"], rows: [["---", "---"], ["-", "x"]] }]);
});
