import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { forumMembers } from "#core/negotiation/forum-members";
import { readNegotiation } from "#core/negotiation/read-negotiation";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";

const actors = `## Actors

| ID | Actor | Coalition | Position | Salience | Capability |
|---|---|---|---|---|---|
| A1 | Alva | Treaty friends | 80 | 50 | 50 |
| A2 | Borg and Isles | | 60 | 50 | 50 |
| A3 | Cass | treaty friends | 40 | 50 | 50 |
| A4 | Dorn | | 20 | 50 | 50 |
`;
const forums = (...rows: string[]) => namesOf(openAll(techniques, readOutline(`${actors}\n## Forums\n\n| ID | Forum | Rule | Members | Fallback |\n|---|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`)));
const simulated = (...rows: string[]) => {
  const read = readNegotiation(forums(...rows), { rules: new Map(), texts: new Map() });
  if (typeof read === "string") throw new Error(read);
  return { members: read.negotiation.forums.map(({ members }) => members.join(" ")), alternatives: read.negotiation.forums.map(({ alternative }) => alternative), notes: read.notes };
};

it.each([
  ["A1, A3", ["A1", "A3"], [], "list", 2],
  ["Alva, Borg and Isles and Cass", ["A1", "A2", "A3"], [], "list", 3],
  ["Dorn and the Treaty Friends", ["A4", "A1", "A3"], [], "list", 3],
  ["Treaty friends, Cass, Atlantis", ["A1", "A3"], ["Atlantis"], "list", 3],
  ["all", ["A1", "A2", "A3", "A4"], [], "all", undefined],
  ["all 193 member states", ["A1", "A2", "A3", "A4"], [], "all", 193],
  ["193 states", ["A1", "A2", "A3", "A4"], [], "number", 193],
  ["1,200 delegates", ["A1", "A2", "A3", "A4"], [], "number", 1200],
  ["none", ["A1", "A2", "A3", "A4"], [], "unsaid", undefined],
])("reads the members %j", (written, ...[ids, unknown, kind, count]) => {
  const names = forums(`F1 | Assembly | majority | ${written} | `);
  const [forum] = names.all("forum");
  const members = forum && forumMembers(forum, names);
  expect(members).toMatchObject({ actors: ids, unknown, kind });
  expect(members?.count).toBe(count);
});

it("simulates those who are listed, and says what it leaves out or takes", () => {
  const { members, notes } = simulated("F1 | Conference | consensus | A1, A3 | ", "F2 | Pact | opt-in: 2 | Treaty friends and Atlantis | ", "F3 | Assembly | majority | 193 | ");
  expect(members).toEqual(["A1 A3", "A1 A3", "A1 A2 A3 A4"]);
  expect(notes).toContain("F2 has members that are no actors here, and are left out: Atlantis.");
  expect(notes).toContain("F3 gives a number of members (193) and no names; all actors are taken for it.");
});

it.each([
  ["Not to F2 but to F3", "F3", false],
  ["the matter goes to the Assembly", "F2", false],
  ["F3, failing that F2", "F3", true],
  ["instead of the Pact, nothing", undefined, false],
  ["the Assemblymen go home", undefined, false],
])("takes from the fallback %j the forum %j", (fallback, expected, noted) => {
  const { alternatives, notes } = simulated(`F1 | Conference | consensus | all | ${fallback}`, "F2 | Assembly | majority | all | ", "F3 | Pact | opt-in: 2 | all | ");
  expect(alternatives[0]).toBe(expected);
  expect(notes.some((note) => note === "The fallback of F1 speaks of F3 and of F2; F3 is taken.")).toBe(noted);
});
