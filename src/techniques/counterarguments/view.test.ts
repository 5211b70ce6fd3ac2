import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

function tableOf(markdown: string) {
  const outline = readOutline(markdown);
  const parts = openAll(techniques, outline);
  const blocks = parts.find(({ id }) => id === "counterarguments")?.view({ names: namesOf(parts), document: outline.frontMatter }) ?? [];
  return blocks.flatMap((block) => (block.kind === "table" ? [{ head: block.head, first: block.rows.map(({ cells }) => cells[0]) }] : []))[0];
}

it("shows the ids that the author wrote", () =>
  expect(tableOf("## Counterarguments\n\n- C1: The chair may yet yield.\n- Nobody has asked the ports.\n")).toEqual({ head: ["ID", "Counterargument", "Against", "Answer"], first: ["C1", ""] }));

it("has no column for ids where none is written", () =>
  expect(tableOf("## Counterarguments\n\n- The chair may yet yield.\n")).toEqual({ head: ["Counterargument", "Against", "Answer"], first: ["The chair may yet yield."] }));
