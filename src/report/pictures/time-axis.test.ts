import * as fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#kit/date";
import { narrowestDrawing, timeAxis, timeTicks } from "./time-axis.ts";

it("marks both ends and the months between them that have room", () => {
  expect(timeTicks(timeAxis(["2026-11-01", "2027-06-30"])!).map(({ text }) => text)).toEqual(["1 Nov 2026", "Mar 2027", "30 Jun 2027"]);
  expect(timeTicks(timeAxis(["2020-02-03", "2027-06-30"])!).map(({ text }) => text)).toEqual(["3 Feb 2020", "Jan 2024", "30 Jun 2027"]);
});

it("stands a day where its share of the time is", () => {
  const axis = timeAxis(["2027-01-11", "2027-01-01", "2027-01-06"])!;
  expect([axis.at("2027-01-01"), axis.at("2027-01-06"), axis.at("2027-01-11")]).toEqual([0, 0.5, 1]);
});

it("gives a single day room, and no days no axis", () => {
  expect(timeAxis(["2027-01-08"])?.at("2027-01-08")).toBe(0.5);
  expect(timeAxis([])).toBeUndefined();
});

it("keeps labels apart on the narrowest plot, whatever the stretch of time (seed 17)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60_000 }), (start, length) => {
      const from = addDays("2000-01-01", start);
      const ticks = timeTicks(timeAxis([from, addDays(from, length)])!);
      // Labels at the ends are written inwards (75 pixels wide), those between are centred (60 pixels wide).
      const spans = ticks.map(({ at }, index) => {
        const x = at * narrowestDrawing;
        return index === 0 ? [x, x + 75] : index === ticks.length - 1 ? [x - 75, x] : [x - 30, x + 30];
      });
      for (const [index, [left]] of spans.slice(1).entries()) expect(left! - spans[index]![1]!).toBeGreaterThan(3);
    }),
    { seed: 17, verbose: 1 },
  );
});
