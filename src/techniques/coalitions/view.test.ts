import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../index.ts";
import { hallsOf, strengthsOf } from "./view-strength.ts";
import { reachCell } from "./view.ts";

const body = `## Actors

| ID | Actor | Coalition | Position |
|---|---|---|---|
| A1 | Alva | Friends | 10 |
| A2 | Borg | Friends | |
| A3 | Cass | Others | 80 |

## Forums

| ID | Forum | Rule | Members |
|---|---|---|---|
| F1 | Assembly | majority of members | 193 |
| F2 | Conference | consensus; two-thirds of those voting as a last resort | all |
| F3 | Council | majority | Friends, Cass, Atlantis |
| F4 | Board | majority | Cass |
`;

it("counts coalitions, with members who have no position, against what each forum has", () => {
  const names = namesOf(openAll(techniques, readOutline(body)));
  const [friends] = strengthsOf(names);
  const own = (ids: ReadonlySet<string>) => friends?.members.filter(({ id }) => ids.has(id)).length ?? 0;
  expect(hallsOf(names).map((hall) => reachCell(hall, own(hall.actors)))).toEqual([
    "neither (2 of 193 members)",
    "each can object; as a last resort decides alone by vote (2 of the 3 actors here)",
    "can block (2 of 4 members)",
    "not in it",
  ]);
});
