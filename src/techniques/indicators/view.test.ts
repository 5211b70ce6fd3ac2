import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const document = `---
as-of: 2026-11-01
---
## Indicators

| ID | Indicator | Current state | Warning threshold | Time horizon | A | B |
|---|---|---|---|---|---|---|
| I1 | Bracketed paragraphs | 41 | fewer than 10 | 2027-03-31 | likely | 10% |
| I2 | Ratifications | 12 | 30 | 2027-03-31 | 60% | 20% |
| I3 | Ships inspected | 12 | 100 | 2026-12-01 | 60% | 20% |
| I4 | Dues | 5 | 7 | 2027-03-31 | 60% | 20% |
| I5 | Candidates | one | two | ongoing | 60% | 20% |

## Observations

| ID | Date | Observation | Bears on | Reading | Source | Grade |
|---|---|---|---|---|---|---|
| O1 | 2026-12-04 | 29 remain | I1 | quiet | [@s] | A2 |
| O2 | 2026-12-20 | Thirty | I2 | crossed | [@s] | A1 |
| O3 | 2026-12-05 | Six now | I4 | approaching | [@s] | A1 |

## Scenarios

### A: Opened (60%) {#A}
### B: Another session (40%) {#B}
`;

function cards(today?: string) {
  const outline = readOutline(document);
  const parts = openAll(techniques, outline);
  const results = { names: namesOf(parts), document: outline.frontMatter, ...(today !== undefined && { today }) };
  const blocks = parts.find(({ id }) => id === "indicators")?.view(results) ?? [];
  return blocks.flatMap((block) => (block.kind === "indicator-board" ? block.cards : []));
}

it("says where each indicator stands and how much time is left", () => {
  expect(cards("2027-01-15").map(({ id, status, timing, elapsed }) => [id, status, timing, elapsed])).toEqual([
    ["I1", "quiet", "by 31 March 2027, in 2 months; last looked at 4 December 2026", 0.5],
    ["I2", "crossed", "crossed on 20 December 2026, O2", 0.5],
    ["I3", "due", "due since 1 December 2026, 6 weeks ago; as stated on 1 November 2026", 1],
    ["I4", "approaching", "by 31 March 2027, in 2 months; last looked at 5 December 2026", 0.5],
    ["I5", "open", "ongoing; as stated on 1 November 2026", undefined],
  ]);
});

it("knows no due date without a today, and carries the likelihoods", () => {
  const [first, , third] = cards();
  expect(third).toMatchObject({ status: "open", timing: "by 1 December 2026; as stated on 1 November 2026" });
  expect(first?.likelihoods.map(({ id, low, high }) => [id, low, high])).toEqual([
    ["A", 0.55, 0.8],
    ["B", 0.1, 0.1],
  ]);
});
