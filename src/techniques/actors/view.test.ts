import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { actors } from "./index.ts";

const body = `## Actors

Scale: 0 = none; 100 = all.

Scale of area: 0 = nowhere; 10 = everywhere.

| ID | Actor | Issue | Position | Salience | Capability | Date |
|---|---|---|---|---|---|---|
| CN | China | mining | 85 | 80 | 100 | 2026-05-01 |
| CN | China | area | 9 | 60 | | 2026-05-01 |
`;

it("shows each issue on its own scale, with how much it matters to the actor", () => {
  const outline = readOutline(body);
  const parts = openAll([actors], outline);
  const blocks = parts.flatMap((part) => part.view({ names: namesOf(parts), document: outline.frontMatter }));
  expect(blocks.flatMap((block) => (block.kind === "position-ladder" ? [block.scale] : []))).toEqual([
    { low: "none", high: "all", ends: { low: 0, high: 100 } },
    { low: "nowhere", high: "everywhere", ends: { low: 0, high: 10 } },
  ]);
  const table = blocks.find((block) => block.kind === "table");
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ["CN", "China", "", "mining", "85", "80%", "100%", "2026-05-01", ""],
    ["", "", "", "area", "9", "60%", "", "2026-05-01", ""],
  ]);
});
