import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { assess, type Assessment } from "#workbench/assess";

const text = readFileSync(new URL("../examples/laws/assessment.md", import.meta.url), "utf8");
const today = "2026-11-25";
const shown = ({ findings, forecast, parts }: Assessment): string => JSON.stringify([findings, forecast, parts.map((part) => part.toJSON())]);

const edit = fc.record({
  at: fc.nat({ max: text.length }),
  length: fc.nat({ max: 40 }),
  insert: fc.oneof(fc.constantFrom("", "a", "\n", "|", "\n## Indicators\n", "75%", "```\n", "\n\n- K9: It is likely.\n"), fc.string({ maxLength: 12 })),
});

it("an assessment made with its predecessor is the one made without (seed 20261125)", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let current = text;
      let previous = assess(current, { today });
      for (const { at, length, insert } of edits) {
        current = current.slice(0, at) + insert + current.slice(at + length);
        previous = assess(current, { today, previous });
      }
      expect(shown(previous)).toBe(shown(assess(current, { today })));
    }),
    { seed: 20261125, numRuns: 60 },
  );
});
