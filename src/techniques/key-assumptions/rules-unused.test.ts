import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const unusedIn = (assumptions: string, rest = ""): readonly string[] =>
  assess(`## Key assumptions\n\n| ID | Assumption | Supporting evidence | Falsifying evidence | Impact if wrong |\n|---|---|---|---|---|\n${assumptions}\n${rest}`)
    .findings.filter(({ rule }) => rule === "key-assumptions/unused")
    .map(({ remedy }) => remedy);

const row = (id: string, text: string): string => `| ${id} | ${text} | a | b | c |\n`;

it("names the assumption that is not used, or the id that it should have", () => {
  expect(unusedIn(row("A7", "The chair stays"))).toEqual(["Write `rests on A7` in the judgement that does."]);
  expect(unusedIn(row("A1", "The chair stays") + row("", "Ports pay"), "## Key findings\n\n- K1: It is likely that it rests on A1.\n")).toEqual(["Write `rests on A2` in the judgement that does, and give the assumption the id A2."]);
});

it("takes an indicator that tests an assumption for a use of it", () => {
  const indicators = "## Indicators\n\n| ID | Indicator | Current state | Warning threshold | Time horizon | Tests |\n|---|---|---|---|---|---|\n| I1 | Candidates | none | a second one | 2027-03-01 | A7 |\n";
  expect(unusedIn(row("A7", "The chair stays") + row("A8", "Ports pay"), indicators)).toEqual(["Write `rests on A8` in the judgement that does."]);
});
