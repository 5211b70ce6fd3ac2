import { expect, it } from "vitest";
import { namesOf, networkOf, openAll } from "#core/fold";
import { readNegotiation } from "#core/negotiation/read-negotiation";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const document = (section: string, resolves: string) => `---
as-of: 2026-11-01
resolves: ${resolves}
---
## Actors

Scale: 0 = nothing; 100 = a treaty

| ID | Actor | Coalition | Position | Range | Salience | Capability | Last vote F1 |
|---|---|---|---|---|---|---|---|
| NO | Norway | Friends | 80 | 70-90 | 80 | 40 | yes |
| CL | Chile | Friends | 70 | 60-80 | 60 | 40 | yes |
| PA | Panama | Registers | 20 | 10-30 | 90 | 60 | no |

## Forums

| ID | Forum | Rule | Next session |
|---|---|---|---|
| F1 | Assembly | majority | 2027-03-01 |

## Simulation

${section}

| ID | F1 | Scenario |
|---|---|---|
| M1 | adopted | A |
| M2 | | B |

## Scenarios

### A: Opened (55%) {#A}
### B: Another session (40%) {#B}
### Other (5%) {#other .residual}
`;

function read(section: string, resolves = "2027-06-30") {
  const outline = readOutline(document(section, resolves));
  const parts = openAll(techniques, outline);
  return { parts, names: namesOf(parts), document: outline.frontMatter };
}

function opinionOf(section: string, without: readonly string[] = [], resolves?: string) {
  const { parts, ...scene } = read(section, resolves);
  const { opinions, notes } = networkOf(parts, { ...scene, without: new Set(without), assumed: new Map() });
  return { opinion: opinions.find(({ kind }) => kind === "simulation"), notes };
}

it("gives one opinion with the declared weight, and what it cannot lead to as stated", () => {
  const { opinion, notes } = opinionOf("- Runs: 400\n- Weight: 0.5");
  const points = Object.fromEntries(Object.entries(opinion?.probabilities ?? {}).map(([id, { point }]) => [id, point]));
  expect(opinion?.weight).toBe(0.5);
  expect(points["other"]).toBeCloseTo(0.05, 12);
  expect((points["A"] ?? 0) + (points["B"] ?? 0)).toBeCloseTo(0.95, 12);
  expect(points["A"]).toBeGreaterThan(0.5);
  expect(notes.find((note) => note.startsWith("The simulation"))).toMatch(/^The simulation leads to A in \d+% .* of 400 runs \(seed 1\)/u);
});

it("gives the same again for the same seed, and nothing where it is left out or weighs nothing", () => {
  expect(opinionOf("- Runs: 300\n- Seed: 7")).toEqual(opinionOf("- Runs: 300\n- Seed: 7"));
  expect(opinionOf("- Runs: 300\n- Seed: 7").opinion).not.toEqual(opinionOf("- Runs: 300\n- Seed: 8").opinion);
  expect(opinionOf("- Runs: 300", ["simulation"]).opinion).toBeUndefined();
  expect(opinionOf("- Weight: 0").opinion).toBeUndefined();
});

it("tells the forecast what the simulation had to assume, and that it weighs nothing", () => {
  const told = (section: string, resolves?: string) => opinionOf(section, [], resolves).notes;
  expect(told("- Runs: 100")).toContain("In the simulation: F1 lists no members; all actors are taken.");
  expect(told("- Runs: 100", "2026-12-31")).toContain("In the simulation: F1 meets on 1 March 2027, after the question resolves on 31 December 2026: it is simulated as if what it decides still counted.");
  expect(told("- Runs: 100").join(" ")).not.toContain("after the question resolves");
  expect(told("- Weight: 0").join(" ")).toContain("Its weight is 0, so none of this enters the forecast.");
  expect(told("- Weight: 0.5").join(" ")).not.toContain("none of this enters");
});

it("says of a scenario that no run led to that none did", () => {
  expect(opinionOf("- Runs: 50\n- Text: F1 50\n\n| ID | F1 | Scenario |\n|---|---|---|\n| M0 | adopted, text from 90 | other |").notes.join(" ")).toMatch(/leads to other in none, A in \d/u);
});

it("follows a text that is put and a parameter that is set", () => {
  const share = (section: string) => opinionOf(section).opinion?.probabilities["A"]?.point ?? Number.NaN;
  expect(share("- Text: F1 60")).toBeGreaterThan(share("- Text: Assembly at 3"));
  expect(opinionOf("- Parameters: gavel 7").notes).toContain("The simulation gives nothing to the forecast: gavel cannot be 7.");
});

it("moves whom an event moves, an actor or a whole coalition", () => {
  const { names, document: { asOf, resolves } } = read("| ID | Date | Event | Chance | Moves |\n|---|---|---|---|---|\n| E1 | 2027-01-15 | A deal | 30% | Friends 40; PA 60 |\n");
  const negotiation = readNegotiation(names, { rules: new Map(), texts: new Map() }, { ...(asOf !== undefined && { asOf }), ...(resolves !== undefined && { resolves }) });
  if (typeof negotiation === "string") throw new Error(negotiation);
  expect(negotiation.negotiation.events).toEqual([{ id: "E1", chance: 0.3, years: expect.closeTo(75 / 365.25, 9), moves: [{ party: "NO", to: 0.4 }, { party: "CL", to: 0.4 }, { party: "PA", to: 0.6 }] }]);
  expect(negotiation.negotiation.parties.map(({ id, lastVotes }) => [id, lastVotes?.["F1"]])).toEqual([["NO", "yes"], ["CL", "yes"], ["PA", "no"]]);
});
