import { expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";
import { read } from "./read.ts";

const readingOf = (body: string) => {
  const { sections, frontMatter } = readOutline(`## Counterarguments\n\n${body}\n`);
  return read({ sections: { counterarguments: sections.slice(1) }, document: frontMatter });
};
const found = (body: string) =>
  readingOf(body).part.counterarguments.map(({ id, text, more, against, answer }) => ({
    id,
    text: [text, ...more].map(({ source }) => source).join(" / "),
    against: against.map((target) => target.id),
    answer: answer.map(({ source }) => source).join(" / "),
  }));

const expected = [{ id: "C1", text: "The exporters have left; against K1 and step 2.", against: ["K1", "step-2"], answer: "they left before votes only [@s]." }];

it.each([
  ["inline", "- C1: The exporters have left; against K1 and step 2. Answer: they left before votes only [@s]."],
  ["inline and bold", "- C1: The exporters have left; against K1 and step 2. **Answer:** they left before votes only [@s]."],
  ["nested", "- C1: The exporters have left; against K1 and step 2.\n  - Our answer: they left before votes only [@s]."],
  ["in the same list", "- C1: The exporters have left; against K1 and step 2.\n- Rebuttal: they left before votes only [@s]."],
  ["in the next paragraph", "- C1: The exporters have left; against K1 and step 2.\n\nResponse: they left before votes only [@s]."],
  ["as paragraphs", "C1: The exporters have left; against K1 and step 2.\n\nResponse: they left before votes only [@s]."],
])("reads an answer that stands %s", (_, body) => expect(found(body)).toEqual(expected));

it("reads a table with its columns in any order", () => {
  const table = "| Rebuttal | Objection | Attacks | ID |\n|---|---|---|---|\n| They left before votes only | The exporters have left | K1, A2 | C1 |\n| | A ban binds nobody | | |";
  expect(found(table)).toEqual([
    { id: "C1", text: "The exporters have left", against: ["K1", "A2"], answer: "They left before votes only" },
    { id: "counterargument-a-ban-binds-nobody", text: "A ban binds nobody", against: [], answer: "" },
  ]);
});

it("reads a subsection as one, and a subsection that holds a list as several", () => {
  expect(found("### C1: The exporters have left\n\nThey did so twice, against A1.\n\nAnswer: before votes only.\n\n### On the draft\n\n- C2: It is too long\n- C3: It is too short")).toEqual([
    { id: "C1", text: "The exporters have left / They did so twice, against A1.", against: ["A1"], answer: "before votes only." },
    { id: "C2", text: "It is too long", against: [], answer: "" },
    { id: "C3", text: "It is too short", against: [], answer: "" },
  ]);
});

it("keeps what stands around a list as remarks, not as counterarguments", () => {
  const { part } = readingOf("We asked two outsiders.\n\n- C1: The exporters have left");
  expect([part.counterarguments.length, part.remarks.map(({ source }) => source)]).toEqual([1, ["We asked two outsiders."]]);
});

it("reads the targets of several clauses and steps by their numbers", () => {
  expect(found("- The record is short; against step 3 and step 5; it challenges K2, K3 and A1")[0]?.against).toEqual(["K2", "K3", "A1", "step-3", "step-5"]);
});

it("does not take an id in the answer for a target", () => {
  const { refers } = readingOf("- C1: It is too long; against K1. Answer: A2 says otherwise [@s].");
  expect(refers.map(({ id, from, passing }) => [id, from, passing])).toEqual([
    ["K1", "C1", undefined],
    ["s", "C1", undefined],
    ["A2", undefined, true],
  ]);
});
