import { expect, it } from "vitest";
import type { PositionLadder } from "#model/block";
import { pictureOf } from "../pictures.ts";
import { rendering } from "../rendering.ts";

const ladder = (scale: PositionLadder["scale"]): PositionLadder => ({ kind: "position-ladder", caption: "Positions on area", scale, groups: [{ title: "Miners", actors: [{ id: "CHN", name: "China", position: 90, low: 85, high: 100, salience: 0.6 }, { id: "DEU", name: "Germany", position: 22, low: 22, high: 22 }] }] });
const drawn = (block: PositionLadder) => {
  const { summary, drawing, table } = pictureOf(block, rendering([block]));
  return { summary, drawing: drawing.text, head: table.head[2], rows: table.rows.map(({ cells }) => cells.join(" | ")) };
};

it("shows places by the numbers of the declared scale, and draws them where they are", () => {
  const { summary, drawing, head, rows } = drawn(ladder({ low: "nowhere", high: "everywhere", ends: { low: 0, high: 10 } }));
  expect(summary).toBe("On a scale from 0 (nowhere) to 10 (everywhere). Miners: 2 actors from 2.2 to 9.");
  expect(drawing).toContain("<span>0 · nowhere</span><span>10 · everywhere</span>");
  expect(drawing).toContain('<span class="value">2.2</span>');
  expect(drawing).toContain('<span class="value">9</span>');
  expect(drawing).toContain('x1="85%" x2="100%"');
  expect(head).toBe("Position (0–10)");
  expect(rows).toEqual(["China | Miners | 9 | 8.5–10 | 0.6", "Germany | Miners | 2.2 | – | –"]);
});

it("shows places from 0 to 100 where no other numbers are declared", () => {
  const { summary, drawing, rows } = drawn(ladder({ low: "nothing", high: "all" }));
  expect(summary).toBe("On a scale from 0 (nothing) to 100 (all). Miners: 2 actors from 22 to 90.");
  expect(drawing).toContain('<span class="value">90</span>');
  expect(rows[0]).toBe("China | Miners | 90 | 85–100 | 0.6");
});
