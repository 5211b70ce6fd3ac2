import { expect, it } from "vitest";
import { openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { securitization } from "./index.ts";
import { callsMove, claimsIn, denies } from "./read-claims.ts";

const proseOf = (text: string) => {
  const passage = readOutline(`${text}\n`).sections[0]?.passages[0];
  if (passage?.kind !== "paragraph") throw new Error("not a paragraph");
  return passage.prose;
};

it.each([
  "The framing has achieved sufficient acceptance among a supermajority of states.",
  "The vote demonstrates that the securitization has been accepted by audiences capable of acting.",
  "This was a successful securitization.",
  "The issue was securitized successfully.",
  "The securitisation is complete.",
  "The deciding audience has now accepted the claim.",
])("takes for a claim of success: %s", (text) => expect(claimsIn([proseOf(text)])).toHaveLength(1));

it.each([
  "This is a securitizing move, not a securitization that succeeded.",
  "The deciding audience has not accepted that the rules may be set aside.",
  "If the securitization is accepted, the treaty follows.",
  "The securitization would be complete only with a vote.",
  "The report was accepted by the secretariat on Monday.",
  "Whether the framing has achieved acceptance is open.",
])("takes for no claim of success: %s", (text) => expect(claimsIn([proseOf(text)])).toEqual([]));

it("finds the sentence among others", () => {
  const text = proseOf("Nothing was accepted in June. The framing has achieved acceptance [@a]. More follows.");
  expect(claimsIn([text]).map(({ source }) => source)).toEqual(["The framing has achieved acceptance [@a]."]);
});

it("tells a denial and a move", () => {
  expect(["none yet", "The council has not granted a measure.", "the council has closed the fairway"].map((text) => denies(proseOf(text)))).toEqual([true, true, false]);
  expect(["It remains a securitizing move.", "It is not a securitizing move.", "The securitizing move of May."].map((text) => callsMove([proseOf(text)]))).toEqual([true, false, false]);
});

it("reads elements as lines of one paragraph, items, subsections and rows alike", () => {
  const shapes = [
    "Securitizing actor: pilots\nReferent object: the fairway",
    "- Securitizing actor: pilots\n- **Referent object:** the fairway",
    "### Securitizing actor\n\npilots\n\n### Referent object\n\nthe fairway",
    "| Element | Text |\n|---|---|\n| Securitizing actor | pilots |\n| Referent object | the fairway |",
    "Securitizing actor:\n\n- pilots\n\nReferent object:\n\n- the fairway",
  ];
  for (const shape of shapes) {
    const [opened] = openAll([securitization], readOutline(`## Securitization\n\n${shape}\n`));
    expect(opened?.view({ names: { find: () => undefined, all: () => [], references: () => [] }, document: opened.found.document })[0]).toEqual({
      kind: "facts",
      entries: [
        { term: "Securitizing actor", text: "pilots" },
        { term: "Referent object", text: "the fairway" },
      ],
    });
  }
});
