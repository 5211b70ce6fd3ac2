import { expect, it } from "vitest";
import { coalitionOf, listedMembers } from "#core/coalition";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";
import { reach, strengthsOf } from "./view-strength.ts";

const namesIn = (body: string) => namesOf(openAll(techniques, readOutline(body)));

const actors = `## Actors

| ID | Actor | Coalition | Position | Salience | Capability |
|---|---|---|---|---|---|
| FR | France | | 10 | 100 | 100 |
| TT | Trinidad and Tobago | | 20 | 50 | 50 |
| CL | Chile | Own way | 80 | 50 | 50 |
| MT | Malta | None | | | |
`;

it("knows a coalition's members by name and id, and keeps names that hold an and", () => {
  const names = namesIn(`${actors}\n## Coalitions\n\n- Islands: Trinidad and Tobago\n- Others: Chile, Malta and the FR\n`);
  const byActor = Object.fromEntries(names.all("actor").map((actor) => [actor.id, coalitionOf(actor, names)]));
  expect(byActor).toEqual({ FR: "Others", TT: "Islands", CL: "Own way", MT: undefined });
  const words = "Chile, the Holy See and Trinidad and Tobago";
  expect(listedMembers(words, names).map(({ name, actor, from, to }) => [name, actor, words.slice(from, to)])).toEqual([
    ["Chile", "CL", "Chile"],
    ["Holy See", undefined, "Holy See"],
    ["Trinidad and Tobago", "TT", "Trinidad and Tobago"],
  ]);
});

it("knows a coalition however its name is written", () => {
  const rows = "| A1 | Alva | Treaty friends | 10 |\n| A2 | Borg | treaty Friends | 20 |\n| A3 | Cass | T1 | 30 |\n| A4 | Dorn | | 40 |\n| A5 | Egil | loners | 50 |\n| A6 | Finn | Loners | 60 |\n";
  const names = namesIn(`## Actors\n\n| ID | Actor | Coalition | Position |\n|---|---|---|---|\n${rows}\n## Coalitions\n\n| ID | Coalition | Members |\n|---|---|---|\n| T1 | Treaty Friends | A4 |\n`);
  expect(names.all("actor").map((actor) => coalitionOf(actor, names))).toEqual(["Treaty Friends", "Treaty Friends", "Treaty Friends", "Treaty Friends", "loners", "loners"]);
});

it("weighs where a coalition stands by salience times capability", () => {
  const [first] = strengthsOf(namesIn(`${actors}\n## Coalitions\n\n- Both: FR, TT\n`));
  expect(first?.title).toBe("Both");
  expect(first?.mean).toBeCloseTo((10 * 1 + 20 * 0.25) / 1.25, 6);
  expect(first?.capability).toBeCloseTo(1.5 / 2, 12);
});

it.each([
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, 5, 10, "can block"],
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, 4, 10, "neither"],
  [{ kind: "majority", share: 1 / 2, of: "those voting" }, 6, 10, "decides alone"],
  [{ kind: "majority", share: 2 / 3, of: "members" }, 66, 99, "decides alone"],
  [{ kind: "majority", share: 2 / 3, of: "members" }, 34, 99, "can block"],
  [{ kind: "majority", share: 2 / 3, of: "members" }, 33, 99, "neither"],
  [{ kind: "consensus" }, 1, 99, "each can object"],
  [{ kind: "unanimity" }, 9, 9, "decides alone"],
  [{ kind: "opt-in", needed: 20 }, 20, 40, "decides alone"],
  [{ kind: "opt-in", needed: 20 }, 19, 40, "neither"],
  [{ kind: "opt-in" }, 5, 9, "decides alone"],
] as const)("under %o, %d of %d: %s", (rule, own, members, expected) => expect(reach(rule, own, members)).toBe(expected));
