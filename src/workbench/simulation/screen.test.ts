import { expect, it } from "vitest";
import { screeningShape } from "#exchange/simulation-shape";
import { assess } from "#workbench/assess";
import { screen, type ScreenOptions } from "./screen.ts";
import { simulate } from "./simulate.ts";

const document = `---
question: Is the harbour dredged?
as-of: 2026-05-01
---
## Actors

Scale: 0 = nothing; 100 = a treaty.

| ID | Actor | Coalition | Position | Range | Salience | Capability |
|---|---|---|---|---|---|---|
| NO | Norway | Willing | 80 | 70-90 | 80 | 60 |
| CL | Chile | Willing | 90 | 80-100 | 70 | 40 |
| RU | Russia | None | 10 | 0-20 | 90 | 90 |

## Forums

| ID | Forum | Rule | Members | Next session | Fallback |
|---|---|---|---|---|---|
| F1 | Harbour Conference | consensus | all | 2026-10-05 | |
| F2 | Assembly | majority | all | 2026-10-05 | |
`;

const screened = (more: Partial<ScreenOptions>) => {
  const { names, scene } = assess(document);
  return screen({ names, document: scene.document }, { rules: new Map(), texts: new Map([["F1", 60]]), runs: 200, seed: 1, parameters: {}, method: "morris", points: 4, ...more });
};
const found = (more: Partial<ScreenOptions>) => {
  const screening = screened(more);
  if (typeof screening === "string") throw new Error(screening);
  return screening;
};

it("varies what can bear on a forum, and prints its shape", () => {
  for (const method of ["tornado", "morris", "sobol"] as const) {
    const screening = found({ method });
    expect(screeningShape.schema.safeParse(screening).error).toBeUndefined();
    const names = screening.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["isolationCost", "attendance", "resolutionForce", "regimeChange"]));
    for (const idle of ["conveningCost", "yearsToSession", "positionSpread", "persistence", "optInForce", "entryShare"]) expect(names).not.toContain(idle);
  }
  expect(found({ forum: "F2", method: "tornado" }).parameters.map(({ name }) => name)).not.toContain("isolationCost");
});

it("finds with a parameter at the end of its range what a simulation with that value finds", () => {
  const { names, scene } = assess(document);
  const shareWith = (parameters: ScreenOptions["parameters"]): number => {
    const simulation = simulate({ names, document: scene.document }, { rules: new Map(), texts: new Map([["F1", 60]]), runs: 200, seed: 1, parameters });
    return typeof simulation === "string" ? Number.NaN : simulation.forums[0]!.delivers.share;
  };
  const screening = found({ method: "tornado" });
  expect(screening.share).toBe(shareWith({}));
  for (const { name, from, to, atFrom, atTo } of screening.parameters.slice(0, 6)) expect([atFrom, atTo]).toEqual([shareWith({ [name]: from }), shareWith({ [name]: to })]);
});

it("puts first what moves the outcome most, and agrees on it by each method", () => {
  const [tornado, morris, sobol] = (["tornado", "morris", "sobol"] as const).map((method) => found({ method, points: 24 }));
  const swings = tornado!.parameters.map(({ atFrom, atTo }) => Math.abs(atFrom - atTo));
  expect(swings).toEqual(swings.toSorted((one, other) => other - one));
  const effects = morris!.parameters.map((parameter) => parameter.morris!.meanAbsolute);
  expect(effects).toEqual(effects.toSorted((one, other) => other - one));
  const first = ({ parameters }: typeof tornado & {}) => new Set(parameters.slice(0, 5).map(({ name }) => name));
  const agreed = [...first(morris!)].filter((name) => first(sobol!).has(name));
  expect(agreed.length).toBeGreaterThanOrEqual(3);
  expect(sobol!.parameters.filter((parameter) => parameter.sobol !== null)).toHaveLength(10);
});

it("looks at an outcome in words, and at one that all runs have sees nothing move", () => {
  const [delivered, failed] = [found({ method: "tornado" }), found({ method: "tornado", outcome: "blocked or refused or procedure" })];
  expect(failed.share).toBeCloseTo(1 - delivered.share, 12);
  expect(found({ method: "tornado", outcome: "any" }).parameters.every(({ atFrom, atTo }) => atFrom === 1 && atTo === 1)).toBe(true);
});

it("says what is wrong with what it is asked", () => {
  expect(screened({ forum: "F9" })).toBe("it has no forum F9 that is simulated; there are F1, F2");
  expect(screened({ outcome: "victory" })).toMatch(/“victory” is no outcome of F1; there are agreed as proposed/u);
});
