import fc from "fast-check";
import { expect, it } from "vitest";
import { overlap, placeLabels, type LabelRoom } from "./place-labels.ts";

const room: LabelRoom = { height: 10, mark: 4, bounds: { x: 0, y: 0, width: 400, height: 300 } };

it("lets no label cover another label or a mark, or leave the bounds (seed 31)", () => {
  const wish = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 6, max: 60 }), weight: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      const boxes = placeLabels(wishes, room);
      const placed = boxes.flatMap((box) => box ?? []);
      placed.forEach((box, at) => {
        expect(placed.some((other, place) => place !== at && overlap(box, other))).toBe(false);
        expect(wishes.some(({ x, y }) => overlap(box, { x: x - 4, y: y - 4, width: 8, height: 8 }))).toBe(false);
        expect([box.x >= 0, box.y >= 0, box.x + box.width <= 400, box.y + box.height <= 300]).toEqual([true, true, true, true]);
      });
    }),
    { seed: 31, verbose: 1 },
  );
});

it("gives the room to those of more weight, and every label a place where there is room", () => {
  const crowd = Array.from({ length: 9 }, (_, at) => ({ x: 200, y: 150, width: 60, weight: at }));
  const boxes = placeLabels(crowd, room);
  expect(boxes[8]).toEqual({ x: 205.5, y: 145, width: 60, height: 10 });
  expect(boxes[0]).toBeUndefined();
  const apart = Array.from({ length: 12 }, (_, at) => ({ x: 50 + 100 * (at % 4), y: 50 + 100 * Math.floor(at / 4), width: 40, weight: 0 }));
  expect(placeLabels(apart, { ...room, bounds: { x: 0, y: 0, width: 460, height: 300 } }).every((box) => box !== undefined)).toBe(true);
});
