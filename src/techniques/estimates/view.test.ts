import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const document = `## Scenarios

### A: Opened (60%) {#A}
### B: Another session (40%) {#B}

## Estimates

| Date | Forecaster | A | B | Rationale |
|---|---|---|---|---|
| 2026-09-01 | Okoye | 10% | 90% | Too early to hope |
| 2026-11-01 | Okoye | 80% | 20% | The text is ready |
| 2026-11-01 | Lind | 50% | 50% | A coin |
`;
const { parts, scene, forecast } = assess(document);
const blocks = parts.find(({ id }) => id === "estimates")?.view({ ...scene, ...(forecast && { forecast }) }) ?? [];
const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));

it("shows where the latest estimates part, with the pool beside them", () => {
  // Odds 1.5, 4 and 1 have the geometric mean 6^(1/3).
  const odds = 6 ** (1 / 3);
  const [name, lowest, highest, apart, pooled] = tables[0]?.rows[0]?.cells ?? [];
  expect([name, lowest, highest, apart]).toEqual(["A: Opened", { probability: 0.5 }, { probability: 0.8 }, "30 points"]);
  expect(typeof pooled === "object" && "probability" in pooled ? pooled.probability : undefined).toBeCloseTo(odds / (1 + odds), 12);
});

it("names those who part most", () => {
  expect(blocks.flatMap((block) => (block.kind === "callout" ? [block.text] : []))).toEqual([
    "On A, Lind says 50% and Okoye 80%. The pool hides such a difference; their reasons are in the table.",
  ]);
});

it("keeps every estimate as given", () => expect(tables[1]?.rows).toHaveLength(3));
