import { expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";
import { read } from "./read.ts";

const readingOf = (body: string) => {
  const { sections, frontMatter } = readOutline(`## Key findings\n\n${body}\n`);
  return read({ sections: { "key-findings": sections.slice(1) }, document: frontMatter });
};
const found = (body: string) =>
  readingOf(body).part.judgements.map(({ id, text, more, likelihoods, confidence, names }) => ({
    id,
    text: [text, ...more].map(({ source }) => source).join(" / "),
    likely: likelihoods[0] && [likelihoods[0].low, likelihoods[0].high],
    confidence: confidence?.level,
    names: names.map(({ id: name, grade, passing }) => [name, ...(grade === undefined ? [] : [grade]), ...(passing ? ["in passing"] : [])].join(" ")),
  }));

it("reads a list item with all that stands in it", () => {
  expect(found("- K1: The draft is likely (60-70%) to survive, as two delegations say [@a]{B2} [@b]; see A3; it rests on A1 and\n  I2. Confidence: moderate.")).toEqual([
    {
      id: "K1",
      text: "The draft is likely (60-70%) to survive, as two delegations say [@a]{B2} [@b]; see A3; it rests on A1 and\n  I2. Confidence: moderate.",
      likely: [0.6, 0.7],
      confidence: "moderate",
      names: ["a B2", "b", "A1", "I2", "A3 in passing"],
    },
  ]);
});

it("reads lines nested under an item, and bold labels", () => {
  expect(found("- **K1:** The draft survives.\n  - **Likelihood:** very likely\n  - **Confidence:** low to moderate\n  - Rests on: A1, I2\n  - Sources: [@a]")).toEqual([
    { id: "K1", text: "The draft survives. / **Likelihood:** very likely / **Confidence:** low to moderate / Rests on: A1, I2 / Sources: [@a]", likely: [0.8, 0.95], confidence: "low", names: ["A1", "I2", "a"] },
  ]);
});

it("reads a table by its column of judgements", () => {
  const table = "| Confidence | Key judgement | ID | Likelihood | Rests on | Sources |\n|---|---|---|---|---|---|\n| High | The draft survives | K1 | 70% | A1; I2 | [@a] |";
  expect(found(table)).toEqual([{ id: "K1", text: "The draft survives / [@a] / A1; I2", likely: [0.7, 0.7], confidence: "high", names: ["a", "A1", "I2"] }]);
});

it("reads a subsection headed by an id as one judgement, and keeps paragraphs around a list as remarks", () => {
  expect(found("### K1: The draft is likely to survive\n\nTwo delegations say so [@a]. Confidence: high.\n\n### The vote\n\nWe judge:\n\n- K2: A vote is unlikely")).toEqual([
    { id: "K1", text: "The draft is likely to survive / Two delegations say so [@a]. Confidence: high.", likely: [0.55, 0.8], confidence: "high", names: ["a"] },
    { id: "K2", text: "A vote is unlikely", likely: [0.2, 0.45], confidence: undefined, names: [] },
  ]);
  expect(readingOf("### K1: The draft\n\nWhy.\n\n### The vote\n\nWe judge:\n\n- K2: A vote").part.remarks.map(({ source }) => source)).toEqual(["We judge:"]);
});

it("reads sentences where there is no list; one about confidence or basis belongs to the one before", () => {
  const text = "The draft is likely to survive.[S1] We have moderate confidence in this judgement. It rests on A1.\nA vote is unlikely. Confidence: low.";
  expect(found(text).map(({ id, likely, confidence, names }) => [id, likely?.[0], confidence, names])).toEqual([
    ["judgement-the-draft-is-likely-to", 0.55, "moderate", ["S1", "A1"]],
    ["judgement-a-vote-is-unlikely", 0.2, "low", []],
  ]);
});

it("does not take confidence in a forecast for a remark about the judgement before", () => {
  expect(found("A vote is unlikely. We have high confidence that the draft survives.").length).toBe(2);
});

it("gives sentences that begin alike ids of their own", () => {
  expect(readingOf("The draft is likely to pass. The draft is likely to fail.").declares.map(({ id }) => id)).toEqual(["judgement-the-draft-is-likely-to", "judgement-the-draft-is-likely-to-2"]);
});

it("takes no share of something else for the likelihood", () => {
  expect(found("- K1: Spending rose by 12% and is likely to rise again")[0]?.likely).toEqual([0.55, 0.8]);
});

it("declares likelihood and confidence as facts", () => {
  expect(readingOf("- K1: The draft is likely to survive. Confidence: high.").declares[0]).toMatchObject({ id: "K1", kind: "judgement", facts: { likelihood: "likely", confidence: "high" } });
});
