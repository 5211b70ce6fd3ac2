import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const document = `## Key assumptions

| ID | Assumption | Supporting evidence | Falsifying evidence | Impact if wrong | Holds | A | B |
|---|---|---|---|---|---|---|---|
| A1 | The chair stays | Re-elected | A rival | All falls | 90% | 20% | 80% |
| A2 | The dues are paid | | Arrears | Less | 90% | 55% | 45% |
| A3 | The hall is free | Booked | A strike | Delay | 50% | 70% | 30% |

## Scenarios

### A: Opened (60%) {#A}
### B: Another session (40%) {#B}
`;

const { parts, scene, forecast } = assess(document);
const blocks = parts.find(({ id }) => id === "key-assumptions")?.view({ ...scene, ...(forecast && { forecast }) }) ?? [];

it("ranks assumptions by how far the forecast moves, and says where to", () => {
  const bars = blocks.flatMap((block) => (block.kind === "leverage-bars" ? block.bars : []));
  // If A1 fails, A falls from 60% to 20%: a total variation of 0.4.
  expect(bars.map(({ id, leverage }) => [id, Number(leverage.toFixed(9))])).toEqual([["A1", 0.4], ["A3", 0.1], ["A2", 0.05]]);
  expect(bars[0]?.note).toBe("If false: A 20%, B 80%; B would lead instead of A.");
  expect(bars[1]?.note).toBe("If false: A 70%, B 30%.");
});

it("classes assumptions as the primer does", () => {
  const classes = blocks.flatMap((block) => (block.kind === "table" ? block.rows.map(({ cells }) => cells[2]) : []));
  expect(classes).toEqual([
    { badge: "solid", tone: "good" },
    { badge: "unsupported", tone: "alarm" },
    { badge: "caveated", tone: "watch" },
  ]);
});
