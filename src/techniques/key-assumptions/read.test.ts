import { expect, it } from "vitest";
import { namesOf, networkOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";
import { keyAssumptions } from "./index.ts";
import { KeyAssumptions } from "./schema.ts";

it("reads rows and items alike, in any order of columns", () => {
  const [part] = openAll(
    [keyAssumptions],
    readOutline(`## Assumptions

| Impact if wrong | P(B) | Key assumption | Reviewed by | P(holds) | A |
|---|---|---|---|---|---|
| All falls | 90% | A1: The chair stays | Lind | 80-90% | 10% |

- A2: The text stays the only one
  - Falsified by: a second text
  - Holds: likely
`),
  );
  const { assumptions } = KeyAssumptions.parse(part?.toJSON());
  expect(assumptions.map(({ id, text, impact, falsifier, holds, ifFails }) => [id, text.source, impact?.source, falsifier?.source, holds?.written, ifFails.map(({ column }) => column)])).toEqual([
    ["A1", "The chair stays", "All falls", undefined, "80-90%", ["P(B)", "Reviewed by", "A"]],
    ["A2", "The text stays the only one", undefined, "a second text", "likely", []],
  ]);
});

function pieceOf(row: string) {
  const outline = readOutline(`## Key assumptions

| ID | Assumption | Holds | A | B | other |
|---|---|---|---|---|---|
${row}

## Scenarios

### A: Opened (55%) {#A}
### B: Another session (40%) {#B}
### Other (5%) {#other .residual}
`);
  const parts = openAll(techniques, outline);
  return networkOf(parts, { names: namesOf(parts), document: outline.frontMatter, without: new Set(), assumed: new Map() });
}

it("hangs an assumption on the scenarios, its band kept", () => {
  const { dependents, notes } = pieceOf("| A1 | The chair stays | very likely | 10% | 75% | |");
  expect(dependents[0]?.holds).toEqual({ low: 0.8, point: 0.875, high: 0.95 });
  expect(dependents[0]?.ifFails?.["B"]?.point).toBe(0.75);
  expect(dependents[0]?.ifFails?.["other"]?.point).toBeCloseTo(0.15, 12);
  expect(notes).toEqual(["If A1 fails, other gets the 15% that the other scenarios leave."]);
});

it("leaves out what follows from failure where a named scenario has no number", () => {
  const { dependents, notes } = pieceOf("| A1 | The chair stays | 90% | | 75% | 5% |");
  expect(dependents).toMatchObject([{ id: "A1", holds: { point: 0.9 } }]);
  expect(dependents[0]?.ifFails).toBeUndefined();
  expect(notes).toEqual(["A1 has no probability for A if it fails, so what follows from its failure is left out."]);
});
