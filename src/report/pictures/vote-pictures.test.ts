import { expect, it } from "vitest";
import type { Block } from "#model/block";
import { pictureOf, type PictureBlock } from "../pictures.ts";
import { rendering } from "../rendering.ts";

const drawn = (block: PictureBlock, page = rendering([block])) => {
  const { summary, drawing, table } = pictureOf(block, page);
  return { summary, drawing: drawing.text, rows: table.rows.map(({ cells }) => cells.join(" | ")) };
};

it("puts the mark of a majority where yes must reach, on the scale of the bars", () => {
  const counts = { yes: 60, no: 20, abstain: 15, absent: 5 };
  const { drawing, summary } = drawn({ kind: "vote-bars", caption: "Results", rows: [{ title: "A", counts, needed: { count: 41, label: "41 of 80 voting" } }, { title: "B", counts: { yes: 200, no: 0, abstain: 0, absent: 0 } }] });
  // The longest bar is of 200: 41 of these are 20.5 per cent, 60 are 30, 20 are 10.
  expect(drawing).toContain('<line class="needed" x1="20.5%" x2="20.5%"');
  expect(drawing).toContain('<rect class="vote yes" x="0%" y="14" width="30%"');
  expect(drawing).toContain('<rect class="vote no" x="30%" y="14" width="10%"');
  expect(drawing).toContain('<rect class="vote abstain" fill="url(#vote:abstain)" x="40%" y="14" width="7.5%"');
  expect(summary).toBe("A: 60 yes, 20 no, 15 abstained, 5 not voting; 41 of 80 voting needed. B: 200 yes, 0 no.");
});

const map: Extract<Block, { kind: "vote-map" }> = {
  kind: "vote-map",
  caption: "Who voted how",
  maps: [
    { title: "Second", votes: { BRA: { name: "Brazil", answer: "yes" }, TUV: { name: "Tuvalu", answer: "no" }, CHL: { name: "Chile", answer: "no" }, AND: { name: "Andorra", answer: "abstain" } } },
    { title: "First", votes: { BRA: { name: "Brazil", answer: "absent" } } },
  ],
};

it("draws each state once by its answer, small ones as dots, and holds each outline once", () => {
  const { summary, drawing, rows } = drawn(map);
  expect(summary).toBe("Second: 1 yes, 2 no (Chile and Tuvalu), 1 abstained (Andorra).");
  expect(rows).toEqual(["Second | Yes | 1 | Brazil", "Second | No | 2 | Chile, Tuvalu", "Second | Abstained | 1 | Andorra", "First | Not voting | 1 | Brazil"]);
  expect(drawing).toContain('<g class="vote yes"><use href="#state:BRA"><title>Brazil: yes</title></use></g>');
  expect(drawing).toMatch(/<g class="vote no"><circle cx="\d+" cy="\d+" r="7"><title>Tuvalu: no<\/title><\/circle><\/g>/u);
  expect(drawing).toContain('<g class="vote absent" fill="url(#vote:absent-wide)"><use href="#state:BRA"></use></g>');
  expect(drawing.match(/id="state:BRA"/gu)).toHaveLength(1);
});

it("enlarges Europe where enough of it voted", () => {
  const codes = ["AND", "AUT", "BEL", "CHE", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "IRL", "ITA"];
  const votes = (list: readonly string[]) => Object.fromEntries(list.map((code) => [code, { name: code, answer: "yes" as const }]));
  const inset = (list: readonly string[]) => drawn({ kind: "vote-map", caption: "Europe", maps: [{ title: "One", votes: votes(list) }] }).drawing.match(/class="map inset"[^>]*>.*<use href="#(map:1)"\/>/u)?.[1];
  expect([inset(codes), inset(codes.slice(1))]).toEqual(["map:1", undefined]);
});

it("draws the outlines once in a page of several maps", () => {
  const page = rendering([map, map]);
  expect(drawn(map, page).drawing).toContain('id="state:BRA"');
  expect(drawn(map, page).drawing).not.toContain('id="state:BRA"');
});

it("counts who changed among those who answered both times, absences apart", () => {
  const { summary, rows } = drawn({ kind: "vote-changes", caption: "Who moved", steps: [{ from: "A", to: "B", stayed: 7, moves: [{ from: "yes", to: "no", names: ["Chile", "Peru"] }, { from: "abstain", to: "yes", names: ["Fiji"] }, { from: "absent", to: "yes", names: ["Mali"] }] }] });
  expect(summary).toBe("From A to B, 3 of the 10 who answered both times changed: 2 from yes to no and 1 from abstained to yes.");
  expect(rows).toEqual(["A and B | Yes | No | 2 | Chile, Peru", "A and B | Abstained | Yes | 1 | Fiji", "A and B | Not voting | Yes | 1 | Mali"]);
});

it("tells who are least alike, and shows two who never met as such", () => {
  const { summary, rows } = drawn({ kind: "agreement-matrix", caption: "Alike", blocs: [{ title: "Bloc 1", members: [{ id: "NOR", name: "Norway" }, { id: "CHL", name: "Chile" }] }, { title: "Bloc 2", members: [{ id: "FJI", name: "Fiji" }] }], shares: [[1, 1, 0.25], [1, 1, null], [0.25, null, 1]] });
  expect(summary).toBe("Bloc 1: Norway, Chile; Bloc 2: Fiji. 1 of 2 pairs always answer alike; least alike are Norway and Fiji (25%).");
  expect(rows).toEqual(["Norway | 100% | 100% | 25%", "Chile | 100% | 100% | –", "Fiji | 25% | – | 100%"]);
});
