import { expect, it } from "vitest";
import { openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { scenarios } from "./index.ts";
import { Scenarios } from "./schema.ts";

function read(markdown: string): Scenarios {
  const [part] = openAll([scenarios], readOutline(markdown));
  return Scenarios.parse(part?.toJSON());
}
const shortly = ({ scenarios: list }: Scenarios) => list.map(({ id, title, probability, residual }) => `${id}${residual ? "*" : ""} ${probability?.written ?? "-"} ${title}`);

it("reads the names that headings carry", () => {
  const part = read(`## Scenarios

### A: Opened for signature (55%) {#A}
### Scenario B (30-35%): Another session
### C. Talks end — 5%
### Ports strike (very unlikely) {#strike}
### None of the above
`);
  expect(shortly(part)).toEqual(["A 55% Opened for signature", "B 30-35% Another session", "C 5% Talks end", "strike very unlikely Ports strike", "other* - None of the above"]);
});

it("does not take an id that is written once more before the title for a part of it", () => {
  expect(shortly(read("## Scenarios\n\n### other: Talks end (5%) {#other .residual}\n### weak-text: A weak text (95%) {#weak-text}\n### Ports: closed {#strike}\n"))).toEqual(["other* 5% Talks end", "weak-text 95% A weak text", "strike - Ports: closed"]);
});

it("reads paragraphs as old briefings write them, with the advice in the middle of the text", () => {
  const part = read(`## Decision Relevance

**Scenario A (~55%): The conference gives a mandate, but a weak one.** The fleet states agree late. **Recommended for risk managers:** engage now, because definitions last. Map your lines as well.

Scenario B (~30%): The talks stall. A group led by the U.S. Coast Guard meets elsewhere. Recommended: wait.
`);
  expect(shortly(part)).toEqual(["A ~55% The conference gives a mandate, but a weak one", "B ~30% The talks stall"]);
  expect(part.scenarios.map(({ text }) => text.map(({ source }) => source))).toEqual([["The fleet states agree late."], ["A group led by the U.S. Coast Guard meets elsewhere."]]);
  expect(part.scenarios.flatMap(({ advice }) => advice.map(({ audience, text }) => `${audience ?? "all"}: ${text.source}`))).toEqual([
    "risk managers: engage now, because definitions last. Map your lines as well.",
    "all: wait.",
  ]);
});

it("reads items, with the lines nested under them", () => {
  const part = read(`## Scenarios

These are all we can think of (95%).

- A (55%): Opened for signature.
  - Resolves: the depositary opens it, by vote or not, by 30 June 2027; [@depositary]
  - For ports and insurers: budget for inspections.
- Another session (40%)
- Other (5%) {.residual}
`);
  expect(shortly(part)).toEqual(["A 55% Opened for signature", "scenario-another-session 40% Another session", "other* 5% Other"]);
  expect(part.scenarios[0]?.resolution).toMatchObject({ by: { to: "2027-06-30" }, sourced: true });
  expect(part.scenarios[0]?.advice[0]?.audience).toBe("ports and insurers");
});

it("lets a table add to the scenarios of the text, and tells where it contradicts them", () => {
  const part = read(`## Scenarios

| Scenario | Probability | For ports |
|---|---|---|
| A. Opened for signature | 50% | budget |
| Another session | 40% | |
| Talks end | 5% | |

### A: Opened for signature (55%)
### B: Another session
### Notes on method
`);
  expect(shortly(part)).toEqual(["A 55% Opened for signature", "B 40% Another session", "scenario-talks-end 5% Talks end"]);
  expect(part.scenarios[0]?.second?.written).toBe("50%");
  expect(part.scenarios[0]?.advice.map(({ audience }) => audience)).toEqual(["ports"]);
});

it("takes plain subsections for scenarios where nothing else is one, and leaves remarks alone", () => {
  expect(shortly(read("## Scenarios\n\n### Opened\n\nText.\n\n### Not opened\n\n### Recommendations\n\nBudget.\n"))).toEqual(["scenario-opened - Opened", "scenario-not-opened - Not opened"]);
  expect(shortly(read("## Scenarios\n\nWe see (about 60%) no sign of a date: it may slip.\n"))).toEqual([]);
});

it("finds the date of a resolution behind `by` only where it is a date", () => {
  const resolutionOf = (line: string) => read(`## Scenarios\n\n### A: Opened (55%)\n\n- Resolves: ${line}\n`).scenarios[0]?.resolution?.by?.to;
  expect(resolutionOf("adopted by consensus by 2027-03-31")).toBe("2027-03-31");
  expect(resolutionOf("adopted by consensus")).toBeUndefined();
  expect(resolutionOf("adopted before the end of March 2027.")).toBe("2027-03-31");
  expect(resolutionOf("adopted on 31 March 2027; [@depositary]")).toBe("2027-03-31");
});
