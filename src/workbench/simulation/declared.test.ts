import { expect, it } from "vitest";
import { declaredRuns } from "#core/negotiation/simulated-opinion";
import { assess } from "#workbench/assess";
import { composePage } from "#workbench/page";
import { simulate, type SimulateOptions, type Simulation } from "./simulate.ts";

const document = (settings: string) => `---
as-of: 2026-11-01
resolves: 2027-06-30
---
## Actors

Scale: 0 = nothing; 100 = a treaty

| ID | Actor | Position | Range | Salience | Capability |
|---|---|---|---|---|---|
| NO | Norway | 80 | 70-90 | 80 | 40 |
| CL | Chile | 70 | 60-80 | 60 | 40 |
| PA | Panama | 20 | 10-30 | 90 | 60 |

## Forums

| ID | Forum | Rule | Next session |
|---|---|---|---|
| F1 | Assembly | consensus | 2027-03-01 |

## Simulation

${settings}

| ID | F1 | Scenario |
|---|---|---|
| M1 | delivers | A |
| M2 | fails | B |

## Scenarios

### A: Opened (55%) {#A}
### B: Another session (45%) {#B}
`;

const none = { rules: new Map<string, string>(), texts: new Map<string, number>() };

function run(settings: string, more: Partial<SimulateOptions> = {}): Simulation {
  const { names, scene } = assess(document(settings));
  const result = simulate({ names, document: scene.document }, { ...none, runs: 300, parameters: {}, ...more });
  if (typeof result === "string") throw new Error(result);
  return result;
}

it("takes the seed, the texts and the status quo of the document where nothing else is asked, and says so", () => {
  const own = run("- Seed: 7\n- Status quo: 40, no force\n- Text: F1 60");
  expect(own.notes[0]).toBe("As the document's section on the simulation says: seed 7, F1 60 and statusQuo 0.4.");
  expect([own.engine.seed, own.statusQuo]).toEqual([7, { place: 40, written: "40, no force" }]);
  expect(own.forums).toEqual(run("- Runs: 100", { seed: 7, texts: new Map([["F1", 60]]), parameters: { statusQuo: 0.4 } }).forums);
  const other = run("- Seed: 7\n- Status quo: 40, no force", { seed: 2, parameters: { statusQuo: 0.1 } });
  expect([other.engine.seed, other.statusQuo, other.notes.filter((note) => note.startsWith("As the document"))]).toEqual([2, { place: 10, written: null }, []]);
});

it("shows on the page where the status quo was taken to lie", () => {
  const page = (settings: string) => JSON.stringify(composePage(assess(document(settings)), { document: "" }).sections);
  expect(page("- Status quo: 40, no force")).toContain("The status quo on the scale: 40, no force.");
  expect(page("- Parameters: statusQuo 0.3")).toContain("The status quo on the scale: 30.");
  expect(page("- Draws: 1")).toContain("it is taken to lie at 0, the end at which things stay as they are");
  expect(page("- Draws: 2")).toContain("it is taken to lie at 0, or as far as 20, the end");
});

it("changes the outcome with the status quo, which is 0 unless said otherwise", () => {
  const delivered = (settings: string) => run(settings, { rules: new Map([["F1", "majority"]]) }).forums[0]!.delivers.share;
  expect(run("- Runs: 100").statusQuo).toEqual({ place: 0, written: null });
  expect(Math.abs(delivered("- Status quo: 70") - delivered("- Runs: 100"))).toBeGreaterThan(0.1);
});

it("gives the shares that enter the forecast, whatever is asked of the forums", () => {
  const settings = "- Runs: 200\n- Draws: 10\n- Weight: 0.5";
  const { names, scene } = assess(document(settings));
  const done = declaredRuns(names, scene.document);
  if (typeof done !== "object" || typeof done.scenarios !== "object") throw new Error("no shares");
  const shares = done.scenarios.shares.map(({ id, share, error, spread }) => ({ id, title: names.find(id)!.title, share, error, spread }));
  expect(run(settings).scenarios).toEqual({ shares, because: null, runs: 200, draws: 10, seed: 1, weight: 0.5 });
  expect(run(settings, { rules: new Map([["F1", "majority"]]), seed: 9 }).scenarios).toEqual(run(settings).scenarios);
});

it("says why nothing enters the forecast", () => {
  expect(run("- Parameters: gavel 7").scenarios).toMatchObject({ shares: [], because: "gavel cannot be 7" });
});
