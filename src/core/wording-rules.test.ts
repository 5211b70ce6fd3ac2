import { expect, it } from "vitest";
import { applyEdits } from "#kit/edit";
import type { FrontMatter, Prose } from "#model/outline";
import { unmarked } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import { icd203, phia } from "#model/yardsticks";
import { fillTemplate } from "./rule.ts";
import { wordingRules } from "./wording-rules.ts";

const rules = wordingRules<readonly Prose[]>((part) => part, { judgementsOf: (part) => part });

const scene = (yardstick = icd203) => {
  const document: FrontMatter = { yardstick, authors: [], audiences: [], values: {}, spans: {}, problems: [] };
  return { document, names: { find: () => undefined, all: () => [], references: () => [] } };
};

/** What the rules find in a text whose paragraphs stand one below the other, as `rule: words`. */
function findingsIn(texts: readonly string[], yardstick = icd203): readonly string[] {
  const source = texts.join("\n\n");
  const part = texts.map((text, at) => unmarked(text, 0, texts.slice(0, at).join("\n\n").length + (at > 0 ? 2 : 0)));
  return rules.flatMap((rule) => Array.from(rule.check(part, scene(yardstick)), ({ span }) => `${rule.name}: ${source.slice(span.from, span.to)}`));
}

it.each([
  ["We assess with high confidence that it is likely that the talks will fail.", ["mixed-axes: high confidence that it is likely"]],
  ["It is almost certain (40%) that it will oppose any mandate.", ["word-number-clash: almost certain (40%)"]],
  ["There is a realistic possibility that states move to another forum.", ["second-yardstick: realistic possibility"]],
  ["It may be possible that they could support a narrow text.", ["stacked-hedges: may be possible that they could"]],
  ["It cannot be ruled out that some abstain.", ["empty-hedge: cannot be ruled out"]],
  ["The weapons are a threat to humanity, said experts.", ["vague-attribution: said experts"]],
  ["Confidence: moderate, because two independent sources say so.", []],
  ["The state will block consensus on a binding text.", ["unhedged-forecast: will block"]],
  ["There is a 100% chance that it fails.", ["impossible-certainty: 100%"]],
  ["It is 0% likely that it passes.", ["impossible-certainty: 0% likely"]],
])("finds the defect of %j", (text, expected) => {
  expect(findingsIn([text])).toEqual(expected);
});

it.each([
  ["It is likely that the talks will fail. Confidence: high."],
  ["It is unlikely (40%) that it will oppose any mandate."],
  ["It is likely (55-80%) that the draft survives."],
  ["There is a roughly even chance that states move to another forum."],
  ["It is unlikely that they support a narrow text."],
  ["It is very unlikely that some abstain."],
  ["The committee of the Red Cross calls the weapons a threat to humanity."],
  ["It is likely that the state will block consensus on a binding text."],
  ["Of the members 100% voted, and 0% abstained."],
  ["The paper calls it “almost certain (40%)” and says “experts say it will fail”."],
])("finds nothing in %j", (text) => {
  expect(findingsIn([text])).toEqual([]);
});

it("lets a band own its lower end, and keeps the gaps of PHIA", () => {
  expect(findingsIn(["It is likely (80%)."])).toEqual(["word-number-clash: likely (80%)"]);
  expect(findingsIn(["It is very likely (80%)."])).toEqual([]);
  expect(findingsIn(["It is likely (77%)."], phia)).toEqual(["word-number-clash: likely (77%)"]);
  expect(findingsIn(["It is almost certain (99%)."])).toEqual([]);
});

it("reports the row that is used less", () => {
  expect(findingsIn(["It is likely.", "It is very likely.", "It is probable."])).toEqual(["second-yardstick: probable"]);
  expect(findingsIn(["It is likely.", "It is highly probable.", "It is probable."])).toEqual(["second-yardstick: likely"]);
  expect(findingsIn(["It is highly probable.", "It is probable."])).toEqual([]);
  expect(findingsIn(["It is probable."], phia)).toEqual([]);
});

const repaired = (text: string, yardstick = icd203) => {
  const part = [unmarked(text)];
  const edits = rules.flatMap((rule) => Array.from(rule.check(part, scene(yardstick))).flatMap(({ fix }) => fix ?? []));
  return edits.length > 0 ? applyEdits(text, edits) : undefined;
};

it.each([
  ["It is almost certain (40%) that it fails.", undefined],
  ["It is nearly certain that A, B is likely, and C is very likely.", "It is almost certain that A, B is likely, and C is very likely."],
  ["Nearly certainly A, B is likely, and C is very likely.", "Almost certainly A, B is likely, and C is very likely."],
  ["There is a remote chance of A, B is likely, and C is very likely.", undefined],
  ["It is likely that A, and B probably fails.", "It is likely that A, and B likely fails."],
  ["It is very likely that A, and highly probable that B.", "It is very likely that A, and very likely that B."],
])("repairs %j where the sentence stays grammatical", (text, expected) => {
  expect(repaired(text)).toBe(expected);
  if (expected !== undefined) expect(repaired(expected)).toBeUndefined();
});

it("offers no repair inside markup", () => {
  const bold = { ...unmarked("It is nearly **certain** that A, B is likely, and C is very likely."), masked: "It is nearly   certain   that A, B is likely, and C is very likely." };
  const stray = rules.flatMap((rule) => (rule.name === "second-yardstick" ? Array.from(rule.check([bold], scene())) : []));
  expect(stray.map(({ fix }) => fix)).toEqual([undefined]);
});

it("looks at cells, and at plain forecasts only where they are judgements", () => {
  const cell = readLikelihood(unmarked("100%"), icd203)!;
  const onCells = wordingRules<null>(() => [unmarked("It will fail.")], { likelihoodsOf: () => [cell] });
  const found = onCells.flatMap((rule) => Array.from(rule.check(null, scene()), () => rule.name));
  expect(found).toEqual(["impossible-certainty"]);
  expect(onCells.map(({ name }) => name)).not.toContain("unhedged-forecast");
});

it("fills every placeholder of its messages", () => {
  const texts = ["We assess with high confidence that it is highly likely (40%), said experts.", "It will fail.", "It may perhaps fail.", "Time will tell.", "A 100% chance.", "It is likely (77%), it is probable."];
  for (const rule of rules) {
    for (const { values } of rule.check(texts.map((text) => unmarked(text)), scene())) {
      for (const sentence of Object.values(rule.message)) expect(fillTemplate(sentence, values)).not.toMatch(/\{\w+\}/u);
    }
  }
});
