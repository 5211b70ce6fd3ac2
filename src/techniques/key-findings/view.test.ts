import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import type { Declaration } from "#model/names";
import type { Forecast } from "#model/forecast";
import { readOutline } from "#reader/read-outline";
import { keyFindings } from "./index.ts";

const scenario = (id: string, title: string): Declaration => ({ id, kind: "scenario", title, span: { section: 9, from: 0, to: 0 } });
const state = (id: string, posterior: number) => ({ id, title: `Outcome ${id}`, residual: false, prior: posterior, posterior, low: 0.5, high: 0.7 });
const forecast: Forecast = {
  question: "",
  scenarios: [state("A", 0.6), state("B", 0.4)],
  bounds: "exact",
  evidence: [],
  assumptions: [],
  hypotheses: [],
  watchNext: [],
  flip: [],
  replay: [],
  without: [],
  notes: [],
  engine: { version: "0", seed: 1 },
};

function viewOf(body: string, computed?: Forecast) {
  const outline = readOutline(`## Key findings\n\n${body}\n`);
  const parts = openAll([keyFindings], outline);
  const scenarios = [scenario("A", "Opened for signature"), scenario("B", "Another session")];
  const names = namesOf(parts.map((part) => ({ ...part, declares: [...part.declares, ...scenarios] })));
  return parts.flatMap((part) => part.view({ names, document: outline.frontMatter, ...(computed && { forecast: computed }) }));
}

it("shows likelihood, confidence and ground of each judgement", () => {
  expect(viewOf("- K1: The draft is likely to survive [@a]; it rests on A1. Confidence: moderate.\n- K2: The chair stays.")).toEqual([
    {
      kind: "table",
      caption: "Key findings",
      head: ["ID", "Judgement", "Likelihood", "Confidence", "Rests on"],
      rows: [
        { id: "K1", cells: ["K1", "The draft is likely to survive [@a]; it rests on A1.", { probability: 0.675, low: 0.55, high: 0.8 }, { badge: "moderate", tone: "note" }, "A1"] },
        { id: "K2", cells: ["K2", "The chair stays.", { badge: "not stated", tone: "watch" }, "", ""] },
      ],
    },
  ]);
});

it("shows beside a judgement that names a scenario what the evidence implies, and says where the two part", () => {
  const [table, parting, ...rest] = viewOf("- K1: Scenario A is likely.\n- K2: That the treaty is opened for signature (A) is very unlikely.\n- K3: In this scenario a vote is likely.", forecast);
  const implied = { probability: 0.6, low: 0.5, high: 0.7 };
  expect(table?.kind === "table" && table.rows.map(({ cells }) => cells[5])).toEqual([expect.objectContaining(implied), expect.objectContaining(implied), ""]);
  expect(parting).toEqual({ kind: "callout", tone: "watch", title: "K2 and the evidence part", text: "K2 says very unlikely; the evidence implies 60% (50–70%) for Outcome A." });
  expect(rest).toEqual([]);
});

it("raises no alarm where the bounds lie in the stated band or in the next one", () => {
  const calloutsOf = (said: string): number => viewOf(`- K1: Scenario A is ${said}.`, forecast).filter(({ kind }) => kind === "callout").length;
  expect(["likely", "roughly even chance", "unlikely", "very likely", "very unlikely", "almost certain"].map(calloutsOf)).toEqual([0, 0, 0, 0, 1, 1]);
});

it("has no column for the forecast where no judgement names a scenario", () => {
  const [table] = viewOf("- K1: The draft is likely to survive.", forecast);
  expect(table?.kind === "table" && table.head.length).toBe(5);
});
