import { expect, it } from "vitest";
import { seededRandom } from "#kit/random";
import { fitAttendance, presence } from "./attendance.ts";
import { rollCallsBuilder, ballot } from "./votes/roll-calls.ts";

it("finds who tends to be absent, whatever is answered (seed 4)", () => {
  const random = seededRandom(4);
  const builder = rollCallsBuilder();
  const odds = Array.from({ length: 30 }, (_, voter) => -1 + voter / 8);
  odds.forEach((_, voter) => builder.voter({ id: `V${voter}` }));
  for (let number = 0; number < 300; number++) {
    const rollCall = builder.rollCall({ id: String(number) });
    odds.forEach((odd, voter) => builder.ballot(rollCall, voter, random() < 1 / (1 + Math.exp(-odd - (number % 2))) ? number % 3 : ballot.absent));
  }
  const attendance = fitAttendance(builder.build())!;
  odds.forEach((odd, voter) => expect(Math.abs(presence(attendance, voter, Array.from({ length: 150 }, (_, at) => 2 * at)) - 1 / (1 + Math.exp(-odd)))).toBeLessThan(0.1));
});

it("knows nothing where no absence is recorded", () => {
  const builder = rollCallsBuilder();
  builder.ballot(builder.rollCall({ id: "1" }), builder.voter({ id: "A" }), ballot.yes);
  expect(fitAttendance(builder.build())).toBeUndefined();
});
