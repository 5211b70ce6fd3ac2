import fc from "fast-check";
import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { actors } from "./index.ts";
import { readNumeral, readRange } from "./read-number.ts";

const factsOf = (body: string) => Object.fromEntries(namesOf(openAll([actors], readOutline(body))).all("actor").map(({ id, facts }) => [id, facts]));

it.each([
  ["70", { value: 70 }],
  ["~70", { value: 70 }],
  ["70/100", { value: 70 }],
  ["60–80", { value: 70, low: 60, high: 80 }],
  ["80 to 60", { value: 70, low: 60, high: 80 }],
  ["70 ± 10", { value: 70, low: 60, high: 80 }],
  ["70 (60-85)", { value: 70, low: 60, high: 85 }],
  ["-5", { value: -5 }],
  ["70 or so", undefined],
  ["", undefined],
])("reads the number %j", (text, expected) => expect(readNumeral(text)).toEqual(expected));

it("reads a range of its own and around a position", () => {
  expect([readRange("60-80", 70), readRange("±10", 70), readRange("±10", undefined), readRange("wide", 70)]).toEqual([{ low: 60, high: 80 }, { low: 60, high: 80 }, undefined, undefined]);
});

const table = (...rows: string[]) => `| ID | Actor | Position | Salience | Capability | Date |\n|---|---|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;

it.each(["Scale: 1 = no treaty, 3 = guidelines and 5 = a treaty.", "Scale: from 1 (no treaty) over 3 (guidelines) to 5 (a treaty)"])("places actors on the scale %j", (scale) => {
  expect(factsOf(`## Actors\n\n${scale}\n\n${table("A | Atlantis | guidelines | 2 | 0.5 | ", "B | Beta | 5 | 100 | 1 | ")}`)).toEqual({
    A: { position: "50", salience: "0.02", capability: "0.5" },
    B: { position: "100", salience: "1", capability: "1" },
  });
});

it("takes the latest position, wherever it stands, and knows an actor by name or id", () => {
  const body = `## Actors\n\n${table("A | Atlantis | 10 | | | 2026-05-01")}\n## Positions\n\n| Actor | Position | Date |\n|---|---|---|\n| Atlantis | 30 | 2026-07-01 |\n| a | 20 | 2026-06-01 |\n`;
  expect(factsOf(body)).toEqual({ A: { position: "30", date: "2026-07-01" } });
});

it("lets a code name itself", () => {
  expect(factsOf("## Actors\n\n| Actor | Position | Coalition |\n|---|---|---|\n| FR | 10 | Others |\n| Chile | 30 | |\n")).toEqual({ FR: { coalition: "Others", position: "10" }, "actor-chile": { position: "30" } });
});

it("places an actor on further scales, and keeps votes and changes apart from positions", () => {
  const rows = "| NO | Norway | Force | 80 | 70-90 | 90 | 4% | no | 2026-05-01 |\n| NO | Norway | Scope | 2 | 1-3 | 30 | | | 2026-05-01 |\n| CL | Chile | scope | 4 | | | | absent | 2026-05-01 |\n";
  const body = `## Actors\n\nScale: 0 = none; 100 = all.\n\nScale of scope: 1 = few; 5 = all ships.\n\nWeights: scope 0.5.\n\n| ID | Actor | Issue | Position | Range | Salience | Change rate | Last vote F1 | Date |\n|---|---|---|---|---|---|---|---|---|\n${rows}`;
  expect(factsOf(body)).toEqual({
    NO: { matter: "Force", position: "80", low: "70", high: "90", salience: "0.9", date: "2026-05-01", changeRate: "0.04", "lastVote:F1": "no", "position:Scope": "25", "low:Scope": "0", "high:Scope": "50", "salience:Scope": "0.3", "weight:Scope": "0.5" },
    CL: { matter: "Force", "position:Scope": "75", "weight:Scope": "0.5" },
  });
});

it("joins the last votes of all rows of an actor, column by column", () => {
  const rows = "| NO | Norway | Force | 80 | | yes |\n| NO | Norway | Scope | 40 | no | no |\n";
  const facts = factsOf(`## Actors\n\n| ID | Actor | Issue | Position | Last vote F1 | Last vote F2 |\n|---|---|---|---|---|---|\n${rows}`)["NO"];
  expect([facts?.["lastVote:F1"], facts?.["lastVote:F2"]]).toEqual(["no", "yes"]);
});

it("reads a chance of change, and refuses a bare 1", () => {
  const facts = factsOf(`## Actors\n\n| ID | Actor | Position | Change rate |\n|---|---|---|---|\n${["5%", "1", "1%", "0.05", "100%", "2"].map((rate, at) => `| A${at} | Actor ${at} | 10 | ${rate} |\n`).join("")}`);
  expect(Object.values(facts).map((own) => own?.["changeRate"])).toEqual(["0.05", undefined, "0.01", "0.05", "1", "0.02"]);
});

it("keeps every position between 0 and 100 where it lies on the scale (seed 4301)", () => {
  const scale = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(scale, ([low, width, share]) => {
      const position = (low + share * width).toFixed(3);
      const facts = factsOf(`## Actors\n\nScale: ${low} = none; ${low + width} = all.\n\n${table(`A | Atlantis | ${position} | | | `)}`);
      expect(Number(facts["A"]?.["position"])).toBeCloseTo(share * 100, 0);
    }),
    { seed: 4301, numRuns: 60, verbose: 1 },
  );
});
