import { expect, it } from "vitest";
import { simulationShape } from "#exchange/simulation-shape";
import { assess } from "#workbench/assess";
import { ruleFromWords } from "#bargaining/forums/rule-words";
import { readRule, ruleText } from "../../techniques/forums/read-rule.ts";
import { readNegotiation } from "#core/negotiation/read-negotiation";
import { simulate, type SimulateOptions } from "./simulate.ts";

const document = `---
question: Is the harbour dredged?
as-of: 2026-05-01
---
## Actors

Scale: 0 = nothing; 10 = a treaty.

| ID | Actor | Coalition | Position | Range | Salience | Capability | Date | Source |
|---|---|---|---|---|---|---|---|---|
| NO | Norway | Willing | 8 | 7-9 | 80 | 60 | 2026-05-01 | |
| CL | Chile | Willing | 9 | | 70 | 40 | 2026-05-01 | |
| RU | Russia | None | 1 | 0-2 | 90 | 90 | 2026-05-01 | |
| XX | Exile | None | 5 | | | | 2026-05-01 | |
| YY | Silent | None | | | 50 | 50 | | |

## Forums

| ID | Forum | Rule | Members | Next session | Fallback |
|---|---|---|---|---|---|
| F1 | Harbour Conference | consensus; two-thirds of members as a last resort | NO, Chile, RU, Atlantis | 2026-10-05 | The matter goes to F3 |
| F2 | Assembly | two-thirds of members | 193 | 2026-10-05 | |
| F3 | Treaty of the willing | opt-in, in force with 20 ratifications | NO, CL | 2026-10-05 | |
| F4 | Club | by acclamation | NO | 2026-10-05 | |
`;

const asked = { rules: new Map<string, string>(), texts: new Map<string, number>() };
const options = (more: Partial<SimulateOptions> = {}): SimulateOptions => ({ ...asked, runs: 300, seed: 1, parameters: {}, ...more });
const run = (text: string, more: Partial<SimulateOptions> = {}) => {
  const { names, scene } = assess(text);
  return simulate({ names, document: scene.document }, options(more));
};

it("reads actors and forums as the document states them, and says what it had to assume", () => {
  const read = readNegotiation(assess(document).names, asked);
  if (typeof read === "string") throw new Error(read);
  expect(read.negotiation.parties).toEqual([
    { id: "NO", position: 0.8, low: 0.7, high: 0.9, salience: 0.8, capability: 0.6, coalition: "Willing" },
    { id: "CL", position: 0.9, salience: 0.7, capability: 0.4, coalition: "Willing" },
    { id: "RU", position: 0.1, low: 0, high: 0.2, salience: 0.9, capability: 0.9 },
    { id: "XX", position: 0.5, salience: 0.5, capability: 0.5 },
  ]);
  expect(read.negotiation.forums).toEqual([
    { id: "F1", rule: { kind: "consensus" }, lastResort: { kind: "majority", share: 2 / 3, of: "members" }, members: ["NO", "CL", "RU"], alternative: "F3" },
    { id: "F2", rule: { kind: "majority", share: expect.closeTo(2 / 3, 12), of: "members" }, members: ["NO", "CL", "RU", "XX"] },
    { id: "F3", rule: { kind: "opt-in", needed: 20 }, members: ["NO", "CL"] },
  ]);
  expect(read.notes).toEqual([
    "Without a position, and so left out: YY.",
    "Without salience, taken as 50: XX.",
    "Without capability, taken as 50: XX.",
    "F1 has members that are no actors here, and are left out: Atlantis.",
    "F2 gives a number of members (193) and no names; all actors are taken for it.",
    "F3 needs 20 to join and only 2 of its members are actors here: it cannot come into force.",
    "F4 has no rule that is known here, and is left out.",
  ]);
});

it("prints its shape, and tells how far it is, from the first job to the last", () => {
  const progress: number[] = [];
  const result = run(document, { progress: (done) => progress.push(done) });
  expect(simulationShape.schema.safeParse(result).error).toBeUndefined();
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress).toEqual(progress.toSorted((one, other) => one - other));
  expect(progress.at(-1)).toBe(1);
});

it("says where a fallback is none: its forum delivers nothing, seeks consensus too, or is not simulated", () => {
  const told = (text: string) => {
    const result = run(text);
    if (typeof result === "string") throw new Error(result);
    return [result.forums[0]!.threat?.forum ?? null, result.notes.at(-1)!];
  };
  const fallback = (id: string): string => document.replace("The matter goes to F3", `The matter goes to ${id}`);
  expect(told(document)).toEqual([null, "The fallback of F1 is F3, which delivers nothing: F1 is sought under no threat."]);
  expect(told(fallback("F4"))).toEqual([null, "The fallback of F1 is F4, which is not simulated: F1 is sought under no threat."]);
  expect(told(fallback("F2").replace("| F2 | Assembly | two-thirds of members |", "| F2 | Assembly | consensus |"))).toEqual([null, "The fallback of F1 is F2, which seeks consensus itself: F1 is sought under no threat."]);
  expect(told(fallback("F2").replace("| 193 |", "| all |"))[0]).toBe("F2");
});

it("puts another rule, text or parameter in the place of the document's", () => {
  const result = run(document, { rules: new Map([["F4", "unanimity"]]), texts: new Map([["F4", 85]]), parameters: { attendance: 1, sharedShock: 0, coalitionShock: 0, regimeChange: 0 } });
  if (typeof result === "string") throw new Error(result);
  const club = result.forums.find(({ id }) => id === "F4")!;
  expect([club.rule, club.delivers.share, club.text]).toEqual(["unanimity", 1, { mean: expect.closeTo(85, 9), low: 85, high: 85 }]);
  expect(result.parameters.find(({ name }) => name === "attendance")).toMatchObject({ value: 1, default: 0.95 });
});

it("takes texts and parameters that the document itself sets, unless something else is asked", () => {
  const own = `${document}\n## Simulation\n\n- Text: F1 60; F2 140\n- Parameters: gavel 0.4; quorum 7\n`;
  const [plain, asked] = [run(own), run(own, { texts: new Map([["F1", 20]]), parameters: { gavel: 0.1 } })];
  if (typeof plain === "string" || typeof asked === "string") throw new Error("nothing simulated");
  expect([plain.forums[0]!.text!.mean, asked.forums[0]!.text!.mean]).toEqual([expect.closeTo(60, 9), expect.closeTo(20, 9)]);
  expect([plain, asked].map(({ parameters }) => parameters.find(({ name }) => name === "gavel")!.value)).toEqual([0.4, 0.1]);
  expect(plain.notes.slice(0, 2)).toEqual(["As the document's section on the simulation says: F1 60 and gavel 0.4.", "Set by the document's section on the simulation, impossible and left out: F2 140 and quorum 7."]);
  expect(asked.notes[0]).toBe("Set by the document's section on the simulation, impossible and left out: F2 140 and quorum 7.");
});

it("lets an event before the session move whom it names, and one after it nobody", () => {
  const delivered = (...dates: string[]): number => {
    const events = dates.map((date) => ({ id: date, date, chance: 1, moves: [{ party: "RU", to: 1 }] }));
    const result = run(document, { rules: new Map([["F1", "consensus"]]), texts: new Map([["F1", 80]]), runs: 500, events });
    return typeof result === "string" ? Number.NaN : result.forums[0]!.delivers.share;
  };
  expect(delivered("2027-03-01")).toBe(delivered());
  expect(delivered("2026-09-01")).toBeGreaterThan(delivered() + 0.2);
  expect(run(document, { texts: new Map([["F1:scope", 60]]) })).toBe("the text of F1 is placed on a scale called scope, and there is only one scale");
});

const forums = document.slice(document.indexOf("## Forums"));
it.each([
  ["no actors", forums, "it names no actors"],
  ["no positions", `## Actors\n\n| ID | Actor | Salience |\n|---|---|---|\n| NO | Norway | 50 |\n\n${forums}`, "none of its actors has a position on the scale"],
  ["no forums", document.replace(forums, ""), "it names no forums"],
  ["no rules", document.replaceAll(/consensus[^|]*|two-thirds[^|]*|opt-in[^|]*/gu, "by acclamation "), "none of its forums has a rule that is known and a member with a position"],
])("says what is missing: %s", (_, text, missing) => {
  expect(run(text)).toBe(missing);
});

it("reads every rule in the words in which the document's technique writes it", () => {
  for (const words of ["consensus", "unanimity", "majority", "majority of members", "two-thirds of those voting", "three-fifths", "60% of members", "55%", "nine-tenths", "opt-in", "opt-in, in force with 20"]) {
    const { decides } = readRule(words)!;
    expect(ruleFromWords(ruleText(decides))).toEqual(decides.kind === "majority" ? { ...decides, share: expect.closeTo(decides.share!, 9) } : decides);
  }
  for (const words of ["", "by acclamation", "0%", "140%", "opt-in:0", "third"]) expect(ruleFromWords(words)).toBeUndefined();
});
