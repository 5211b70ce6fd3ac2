import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { processTracing } from "./index.ts";
import { resultReading, testKind } from "./read-words.ts";

const declared = (body: string) => namesOf(openAll([processTracing], readOutline(body)));

it("reads an old briefing: steps and tests as labelled lines", () => {
  const names = declared(`## Process Tracing Analysis

Cause and Outcome: The cause under examination is the rule. The outcome is the stall.

Causal Mechanism Chain:

- Step 1: The rule is embedded.
- Step 2: States use it.

Evidence Assessment:

- Hoop test (passed): the rule was invoked, see step 2.
- Smoking gun (present): a delegation said so.
- T9: Straw-in-the-wind for H1 (inconsistent): others stalled too.
`);
  expect(names.all("step").map(({ id, title }) => [id, title])).toEqual([
    ["step-1", "The rule is embedded."],
    ["step-2", "States use it."],
  ]);
  expect(names.all("test").map(({ id, facts }) => [id, facts?.["test"]])).toEqual([
    ["test-the-rule-was-invoked-see", "hoop"],
    ["test-a-delegation-said-so", "smoking gun"],
    ["T9", "straw in the wind"],
  ]);
  expect(names.references("H1").map(({ from }) => from)).toEqual(["T9"]);
});

it("reads steps and tests that stand as lines of one paragraph", () => {
  const names = declared("## Process tracing\n\nStep 1: The rule\nis embedded.\nStep 2: States use it.\n\nHoop test (passed): one [@a].\nSmoking gun (absent): two [@b].\n");
  expect(names.all("step").map(({ title }) => title)).toEqual(["The rule is embedded.", "States use it."]);
  expect(names.all("test")).toHaveLength(2);
});

it("reads hypotheses as list items with their prior in brackets", () => {
  const names = declared("## Rival hypotheses\n\n- H1: The rule (60%)\n- H2: The substance (likely)\n- Other (5%) {.residual}\n");
  expect(names.all("hypothesis").map(({ id, title, facts }) => [id, title, facts?.["residual"]])).toEqual([
    ["H1", "The rule", undefined],
    ["H2", "The substance", undefined],
    ["hypothesis-other", "Other", "yes"],
  ]);
});

it.each([
  ["Hoop test", "hoop"],
  ["Smoking-Gun", "smoking gun"],
  ["straw‑in‑the‑wind", "straw in the wind"],
  ["double decisive test", "doubly decisive"],
  ["Strawberry", undefined],
])("knows the test %j", (written, expected) => expect(testKind(written)).toBe(expected));

it.each([
  ["passed", "passed"],
  ["Present", "passed"],
  ["consistent (weakly)", "passed"],
  ["failed; nobody came", "failed"],
  ["failed, eliminates", "failed, eliminates"],
  ["Failed (eliminates H1)", "failed, eliminates"],
  ["failed, does not eliminate", "failed"],
  ["eliminated", "failed, eliminates"],
  ["not yet", "open"],
  ["perhaps", undefined],
])("reads the result %j", (written, expected) => expect(resultReading(written)).toBe(expected));
